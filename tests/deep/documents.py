"""Looks at documents with other people's programs: axe-core in Chromium at pages, LibreOffice and poppler at paper.

`PYTHONPATH=tests .venv/bin/python -m deep.documents`. It needs the network once, for axe-core by npm, and chromium,
soffice and pdfinfo on the path (Debian: chromium, libreoffice-writer, poppler-utils). PDFs are also searched for words
that their readers may not see, which needs a program that reads them. What it makes is kept in build/deep.
"""

import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path, PurePath

from lif.output.documents.registry import make_document
from support.canaries import NARROW, TODAY, closed_to, one_of_each

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "deep"
RECORD, EXAMPLE = ("-C", str(ROOT)), ("-C", str(ROOT / "templates" / "example"))
REPORTS = {
    "record-annual": (*RECORD, "report", "annual", "--year", "2018-19"),
    "record-annual-partnership": (*RECORD, "report", "annual", "--year", "2018-19", "--audience", "partnership"),
    "annual": (*EXAMPLE, "report", "annual", "--year", "2025-26"),
    "annual-partnership": (*EXAMPLE, "report", "annual", "--year", "2025-26", "--audience", "partnership"),
    "executive": (*EXAMPLE, "report", "executive", "--period", "2026-04/2026-09"),
    "qig": (*EXAMPLE, "report", "qig"),
    "actions": (*EXAMPLE, "report", "actions"),
    "agency": (*EXAMPLE, "report", "agency", "social-care"),
    "review": (*EXAMPLE, "report", "review", "reviews/2026-harm-outside-home"),
    "flag": (*EXAMPLE, "report", "flag", "flags/2025-after-hours"),
    "programme": (*EXAMPLE, "report", "programme", "--year", "2025-26"),
    "assessment": (*EXAMPLE, "report", "assessment", "--cycle", "2025"),
    "learning-programme": (*EXAMPLE, "report", "learning-programme"),
    "position": (*EXAMPLE, "report", "position", "--year", "2026-27"),
    "framework": (*EXAMPLE, "report", "framework"),
    "seven-minute": (*EXAMPLE, "brief", "2025-hawthorn"),
    "one-page": (*EXAMPLE, "brief", "child-voice", "--form", "one-page"),
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
    return _missing_in(file, ran("pdftotext", "-layout", str(KEPT / "opened" / f"{file.stem}.pdf"), "-"))


def _missing_in(file: Path, text: str) -> list[str]:
    """Whether the text of a document holds its page numbers, and the headings that its page holds."""
    page = file.with_suffix(".html").read_text(encoding="utf-8")
    headings = (unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<h[12][^>]*>(.*?)</h[12]>", page))
    said = "".join(text.split())
    wanted = ["Page 1 of", *(one for one in headings if one != "Notes")]
    return [f"no {one!r}" for one in wanted if "".join(one.split()) not in said]


def pdf(file: Path) -> list[str]:
    """Whether the PDF says that it is tagged, has a title, and holds its text."""
    told = ran("pdfinfo", str(file))
    missing = [f"no {one!r}" for one in ("Tagged:          yes", "Title:           ") if one not in told]
    return [*missing, *_missing_in(file, ran("pdftotext", "-layout", str(file), "-"))]


def leaks() -> list[str]:
    """Words planted in fields that an audience may not see, and found in the text or the properties of its PDF."""
    found = []
    for audience in NARROW:
        closed = closed_to(audience)
        for one in one_of_each(audience):
            file = KEPT / f"planted-{audience.value}-{one.name}.pdf"
            document = make_document(one.text, one.said, TODAY, "pdf", PurePath(file.name))
            assert isinstance(document, bytes)
            file.write_bytes(document)
            text = "".join((ran("pdftotext", str(file), "-") + document.decode("latin-1")).split())
            if "canary" not in text:
                found.append(f"{file.name}: nothing planted is in it, so it was not read")
            found += [f"{file.name}: {where}" for word, where in closed.items() if word in text]
    return found


LOOKS = {"html": accessibility, "docx": word, "pdf": pdf}


def main() -> None:
    """Make every document, look at each, and say what is wrong."""
    KEPT.mkdir(parents=True, exist_ok=True)
    if missing := [one for one in NEEDS if shutil.which(one) is None]:
        sys.exit(f"Not on the path: {', '.join(missing)}")
    wrong = 0
    for name, request in REPORTS.items():
        for ending, look in LOOKS.items():
            file = KEPT / f"{name}.{ending}"
            lif = (sys.executable, "-m", "lif", *request, "--today", "2026-11-22")
            ran(*lif, "--output", str(file), "--force", within=ROOT)
            found = look(file)
            wrong += len(found)
            print(file.name, "sound" if not found else "\n  ".join(["", *found]), flush=True)  # noqa: T201
    found = leaks()
    print("what was planted", "stays where it may" if not found else "\n  ".join(["", *found]))  # noqa: T201
    wrong += len(found)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
