import ast
import re
import subprocess
import sys
from pathlib import Path

from support.tree import ROOT, SOURCE, Module, modules, nothing

PURE = ("diagnostics", "model", "privacy", "analysis", "changes", "disclosure", "rules", "reports", "exchange")
LIBRARIES = {"model": {"pydantic", "pydantic_core"}, "privacy": {"stdnum"}}
"""What a pure ring uses besides the standard library: validation of records, and check digits of public numbers."""
WRITERS = {"store/write/writer.py", "store/write/disk.py"}
"""The module that writes, and the few calls by which its bytes reach the disk."""
WHO_WRITES = {"store/write/writer.py", "store/write/document.py", "store/cache/kept_answers.py"}
"""Who may ask for them: what writes records, a document that was asked for, and answers that are not finished."""
THE_CLOCK = "cli/options.py"
GIT = "store/git/plumbing.py"
RENDERS_APART = "output/templates/render.py"
PANDOC = "output/documents/formats/word.py"
READS_WORD = "output/documents/paragraphs.py"
EDITOR = "cli/commands/new.py"
"""Opens the person's own editor when asked to."""
CONSOLE = "output/text/console.py"
"""Sets rich up so that it reads no markup in record text and colours no pipe."""
CRASH_FILE = "cli/app.py"
CACHE = {"store/cache/folder.py", "store/cache/database.py"}
"""Where what was read before is kept, outside the workspace: the folder, and the database in it."""
CLOCK = re.compile(r"(.*\.)?(today|now|utcnow)|time\.(time|time_ns|localtime|gmtime|monotonic)")
CHANGES_FILES = re.compile(
    r".*\.(write_text|write_bytes|unlink|rename|touch|mkdir|rmdir|symlink_to|hardlink_to|chmod)"
    r"|os\.(replace|link|symlink|remove|unlink|rename|renames|mkdir|makedirs|rmdir|truncate|chmod|utime)"
    r"|shutil\..*|tempfile\..*"
)
OPENS = re.compile(r"(.*\.)?(open|fdopen)")
FOR_WRITING = re.compile(r"'[rbt]*[wax+][rwaxbt+]*'")
FLAGS_FOR_WRITING = re.compile(r"\bO_(WRONLY|RDWR|CREAT|APPEND|TRUNC)\b")


def test_imports_point_downwards() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pure_rings_use_the_standard_library_and_one_library_each_at_the_most() -> None:
    allowed = {*sys.stdlib_module_names, "lif"}
    others = [
        f"{module.name}: {package}"
        for module in (*modules(*PURE), Module(SOURCE / "errors.py"), Module(SOURCE / "registry.py"))
        for package in {name.partition(".")[0] for name in module.imports()} - allowed
        if package not in LIBRARIES.get(module.name.partition("/")[0], ())
    ]
    nothing(others)


def test_the_clock_is_asked_in_one_place() -> None:
    asked = [
        f"{module.name}:{call.lineno}: {name}"
        for module in modules()
        if module.name != THE_CLOCK
        for name, call in module.calls()
        if CLOCK.fullmatch(name)
    ]
    nothing(asked)


def test_one_module_changes_files() -> None:
    writing = [
        f"{module.name}:{call.lineno}: {ast.unparse(call)}"
        for module in modules()
        if module.name not in {*WRITERS, *CACHE, CRASH_FILE}
        for name, call in module.calls()
        if CHANGES_FILES.fullmatch(name) or (OPENS.fullmatch(name) and FOR_WRITING.search(ast.unparse(call)))
    ]
    flags = [
        f"{module.name}: {found[0]}"
        for module in modules()
        if module.name not in {*WRITERS, CRASH_FILE}
        if (found := FLAGS_FOR_WRITING.search(module.text))
    ]
    nothing((*writing, *flags), "only store/write/writer.py and store/write/disk.py change files:")


def test_few_modules_ask_for_the_disk() -> None:
    asking = {module.name for module in modules() if re.search(r"lif\.store\.write(\.| import )disk\b", module.text)}
    nothing(asking - WHO_WRITES)


def test_the_program_writes_no_file_but_the_crash_file_outside_the_store() -> None:
    app = Module(SOURCE / "cli" / "app.py")
    assert [name for name, _ in app.calls() if CHANGES_FILES.fullmatch(name)] == ["tempfile.mkstemp"]


def test_one_module_keeps_a_database() -> None:
    keep = {module.name for module in modules() if "sqlite3" in module.imports()}
    assert keep <= {*CACHE, "output/tables/sqlite_.py"}  # the second makes a file that somebody asked for, in memory


def test_one_module_makes_every_console() -> None:
    making = {
        module.name
        for module in modules()
        for name, _ in module.calls()
        if name.rpartition(".")[2] in {"Console", "get_console"}
    }
    without_one = {module.name for module in modules() if re.search(r"from rich import|import rich\b", module.text)}
    assert making | without_one == {CONSOLE}


def test_few_modules_start_another_process() -> None:
    asking = {module.name for module in modules() if "subprocess" in module.imports()}
    assert asking == {GIT, EDITOR, RENDERS_APART, PANDOC, READS_WORD}


def test_git_is_asked_by_plumbing_only() -> None:
    asked = {
        call.args[0].value
        for name, call in Module(SOURCE / GIT).calls()
        if name in {"self._run", "self._answer", "self._command"} and isinstance(call.args[0], ast.Constant)
    }
    assert asked == {"rev-parse", "merge-base", "ls-tree", "ls-files", "cat-file"}


def test_nothing_that_ships_speaks_of_the_workshop_it_was_made_in() -> None:
    workshop = re.compile(r"(?<![\w-])shared" + r"/|\.lib" + r"rary\b|/work" + r"/main")
    places = [
        path for folder in ("src", "docs", "tests", "templates", "records") for path in (ROOT / folder).rglob("*")
    ]
    texts = [path for path in (*places, *ROOT.glob("*")) if path.is_file() and "__pycache__" not in path.parts]
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {match[0]}"
        for path in texts
        if (match := workshop.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    nothing(found)
