import shutil
from pathlib import Path

import pytest

from lif.cli.startup.lazy_commands import COMMANDS
from support.inside import run
from support.repository import Repo
from support.tree import ROOT, nothing

WRITING = {"init", "new", "set_", "move", "accept", "import_"}
"""Commands that are there to write; all others read, `fmt` with `--check` at least."""
ASKED: dict[str, tuple[str, ...]] = {
    "check": (
        "",
        "--all --format json",
        "--select LIF3 --fail-on note",
        "records/findings",
        "records/nowhere",
        "--staged",
        "--at HEAD",
        "--profile",
    ),
    "fmt": ("--check", "--check --format json"),
    "list_": ("findings", "review", "review --format json", "finding --format json", "nonsense"),
    "show": ("partnership", "2024-child-voice", "findings/2023-information-late --format json", "no-such-record"),
    "trace": ("child-voice", "decisions/2026-child-voice", "decisions/2026-child-voice --format json", "nothing-known"),
    "due": (
        "",
        "--overdue",
        "--within 30d --agency police --role head",
        "--all --kind action --format json",
        "--format ics",
        "--format eml",
        "--audience public",
        "--within nonsense",
        "--agency nobody",
        "--kind nonsense",
    ),
    "triangulate": (
        "",
        "--theme child-voice",
        "--theme child-voice --format json",
        "--theme nothing-known",
        "--numbers",
        "--since 2025-01-01 --until 2025-12-31",
        "--since 2026-01-01 --until 2025-01-01",
    ),
    "decide": (
        "2025-hawthorn-rapid",
        "2025-hawthorn-rapid --format json",
        "audits/2024-child-voice",
        "no-such-record",
        "",
    ),
    "principles": ("", "--format json", "reviews/2025-hawthorn", "actions", "no-such-record"),
    "report": (
        "",
        "executive --period 2026-04/2026-09",
        "executive",
        "executive --period nonsense",
        "qig",
        "qig --period 2026-04/2026-09 --audience public",
        "actions --agency police",
        "actions --agency nobody",
        "agency social-care",
        "agency",
        "review 2025-hawthorn-rapid",
        "review audits/2024-child-voice",
        "annual --year 2025-26",
        "annual --year 2025-26 --audience public",
        "annual --year 2025-26 --to html",
        "annual --year 2025-26 --to docx --output -",
        "annual --year 2025-26 --to pdf --output -",
        "annual --year 2025-26 --to docx",
        "annual --year 2025-26 --to nonsense",
        "annual --year nonsense",
        "nonsense",
        "",
        "annual --year 2025-26 --section learned --priority hearing-children",
        "annual --year 2025-26 --check --output records/partnership.yaml",
        "position --year 2025-26",
        "learning-programme",
        "framework",
        "programme --year 2025-26",
        "assessment --cycle 2025",
        "assessment --cycle 2025 --audience public",
        "flag flags/2025-after-hours",
        "flag",
    ),
    "brief": (
        "2025-hawthorn",
        "child-voice --form one-page --agency police --format json",
        "actions/2025",
        "nothing-known",
        "2025-hawthorn --check",
    ),
    "why": ("records/partnership.yaml:3", "records/partnership.yaml:99999", "nowhere.md:1", "nonsense"),
    "templates": ("", "list --format json", "check", "check annual --format json", "check nonsense", "copy"),
    "diff": ("", "HEAD", "HEAD..HEAD --format json", "HEAD...HEAD --format markdown", "HEAD..nonsense", "--output=x"),
    "explain": ("LIF301", "LIF301 --format json", "LIF000", ""),
    "doctor": ("", "--format json", "nonsense"),
    "export": ("", "--format json", "actions", "actions --output -", "actions --output records/x.csv", "nonsense"),
    "schema": ("", "finding", "nonsense", "--check schemas", "finding --check schemas --format json"),
}
"""What each reading command is asked, well and badly."""
ALWAYS = ("--help", "--format nonsense", "--today nonsense", "-C nowhere", "--at nonsense")
READING = [name for name in COMMANDS if name not in WRITING]


def test_every_reading_command_is_tried() -> None:
    nothing(set(READING) - set(ASKED), "say above what these are asked:")


@pytest.mark.parametrize("module", READING)
def test_reading_changes_no_byte_and_no_date_of_any_file(module: str, tmp_path: Path) -> None:
    folder = tmp_path / "partnership"
    shutil.copytree(ROOT / "templates" / "example" / "records", folder / "records")
    Repo.begun(folder).commit()
    (folder / "records" / "findings" / "2026-broken.yaml").write_text("title: [\n", encoding="utf-8")
    before = _everything(tmp_path)
    name = module.rstrip("_")
    asked = (*ASKED.get(module, ()), *ALWAYS)
    codes = {arguments: run(folder, name, *arguments.split()).code for arguments in asked}
    changed = {path for path, _ in before.items() ^ _everything(tmp_path).items() if not _is_kept_beside_git(path)}
    nothing(changed, f"lif {name} changed or wrote:")
    nothing(f"lif {name} {arguments}: {code}" for arguments, code in codes.items() if code not in {0, 1, 2})


def _is_kept_beside_git(path: str) -> bool:
    """What lif read before, which is no part of the workspace; making its folder gives `.git` another date."""
    return path.endswith("/.git") or "/.git/lif" in path


def _everything(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file and folder with its date, its rights and its bytes."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        about = path.lstat()
        data = path.read_bytes() if path.is_file() else b""
        found[str(path)] = (about.st_mtime_ns, about.st_mode, data)
    return found
