"""Looks at documents with other people's programs: axe-core in Chromium at pages, LibreOffice and poppler at paper.

`.venv/bin/python tests/deep/documents.py`. It needs the network once, for axe-core by npm, and chromium, soffice and
pdfinfo on the path (Debian: chromium, libreoffice-writer, poppler-utils). What it makes is kept in build/deep.
"""

import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "deep"
REPORTS = {
    "record": ("-C", str(ROOT), "report", "annual", "--year", "2018-19"),
    "example": ("-C", str(ROOT / "templates" / "example"), "report", "annual", "--year", "2025-26"),
}
NEEDS = ("npm", "chromium", "soffice", "pdfinfo", "pdftotext")
ASK = """<script>{axe}</script><script>
axe.run(document, {{rules: {{"target-size": {{enabled: true}}}}}}).then((found) => {{
  const where = (one) => one.nodes.map((node) => node.html.slice(0, 120)).join(" | ");
  const said = found.violations.map((one) => one.id + ": " + where(one));
  const out = document.createElement("pre");
  out.id = "axe";
  out.textContent = JSON.stringify({{violations: said, passes: found.passes.length}});
  document.body.append(out);
}});
</script></body>"""


def ran(*command: str, within: Path = KEPT) -> str:
    """What a program says; its failure ends everything."""
    done = subprocess.run(command, cwd=within, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def axe() -> str:
    """The text of axe-core, fetched once."""
    place = KEPT / "node_modules" / "axe-core" / "axe.min.js"
    if not place.is_file():
        ran("npm", "install", "--no-save", "--no-audit", "--no-fund", "axe-core@4")
    return place.read_text(encoding="utf-8")


def accessibility(page: Path) -> list[str]:
    """What axe-core finds wrong with a page; the page's own ban on scripts is lifted in the copy it looks at."""
    text = page.read_text(encoding="utf-8")
    if re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", text):
        return ["it asks for something from elsewhere"]
    without = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n', "", text)
    asked = page.with_name(f"{page.stem}-asked.html")
    asked.write_text(without.replace("</body>", ASK.format(axe=axe())), encoding="utf-8")
    browser = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom")
    answer = re.search(r'<pre id="axe">(.*?)</pre>', ran(*browser, asked.as_uri()), re.DOTALL)
    if answer is None:
        return ["axe-core gave no answer"]
    found = json.loads(unescape(answer[1]))
    return [*found["violations"], *([] if found["passes"] else ["axe-core looked at nothing"])]


def word(file: Path) -> list[str]:
    """Whether LibreOffice opens the Word file and finds its text and page numbers."""
    ran("soffice", f"-env:UserInstallation={(KEPT / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", str(KEPT / "opened"), str(file))  # fmt: skip
    text = ran("pdftotext", "-layout", str(KEPT / "opened" / f"{file.stem}.pdf"), "-")
    return [
        f"LibreOffice shows no {one!r}"
        for one in ("Yearly report", "Page 1 of", "The year in short")
        if one not in text
    ]


def pdf(file: Path) -> list[str]:
    """Whether the PDF says that it is tagged, has a title, and holds its text."""
    told, text = ran("pdfinfo", str(file)), ran("pdftotext", str(file), "-")
    wanted = {"Tagged:          yes": told, "Title:           Yearly report": told, "The year in short": text}
    return [f"no {one!r}" for one, where in wanted.items() if one not in where]


LOOKS = {"html": accessibility, "docx": word, "pdf": pdf}


def main() -> None:
    """Make every document, look at each, and say what is wrong."""
    KEPT.mkdir(parents=True, exist_ok=True)
    if missing := [one for one in NEEDS if shutil.which(one) is None]:
        sys.exit(f"Not on the path: {', '.join(missing)}")
    wrong = 0
    for name, request in REPORTS.items():
        for audience in ("public", "partnership"):
            for ending, look in LOOKS.items():
                file = KEPT / f"{name}-{audience}.{ending}"
                lif = (sys.executable, "-m", "lif", *request, "--audience", audience, "--today", "2026-11-22")
                ran(*lif, "--output", str(file), "--force", within=ROOT)
                found = look(file)
                wrong += len(found)
                print(file.name, "sound" if not found else "\n  ".join(["", *found]))  # noqa: T201
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
