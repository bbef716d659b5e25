"""The guide on extending the program is followed word for word, in a copy of the project."""

import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.process import DAY, Ran
from support.tree import ROOT

GUIDE = ROOT / "docs" / "guides" / "extending.md"
COPIED = ("src", "templates", "docs", "tests")
_PART = re.compile(r"^## ([^\n]+)$|^([^\n]+)\n\n(`{3,})\w+\n(.*?)^\3$", re.MULTILINE | re.DOTALL)
"""A heading, or a block with the line before it."""
_NEW_FILE = re.compile(r"File: `([^`]+)`")
_REPLACE = re.compile(r"In `([^`]+)` replace")
_ROW = re.compile(r"^\| \[[^|]+\]\(#([a-z-]+)\) \| (\d) \|", re.MULTILINE)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_FILES = 3
HOUSE_TESTS = (
    "tests/house/test_members.py",
    "tests/house/test_kinds.py",
    "tests/house/test_modules.py",
    "tests/rules/test_pages.py",
    "tests/output/test_formats.py",
)


@dataclass(frozen=True)
class Step:
    """What a reader does to one file: write it (`old` is empty), or put `new` in the place of `old`."""

    path: str
    old: str
    new: str

    def follow(self, project: Path) -> None:
        file = project / self.path
        if not self.old:
            assert not file.exists(), f"{self.path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.new, encoding="utf-8")
            return
        text = file.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, f"this should stand once in {self.path}:\n{self.old}"
        file.write_text(text.replace(self.old, self.new), encoding="utf-8")


def steps(text: str) -> Iterator[tuple[str, Step]]:
    """The edits of the page in order, each with the heading it stands under, as a link names it."""
    name, replaced = "", None
    for heading, lead, _, block in _PART.findall(text):
        if heading:
            name = "-".join(re.findall(r"[a-z]+", heading.lower()))
        elif new_file := _NEW_FILE.fullmatch(lead):
            yield name, Step(new_file[1], "", block)
        elif edit := _REPLACE.fullmatch(lead):
            replaced = (edit[1], block)
        elif lead == "with":
            assert replaced is not None, f"nothing is replaced by\n{block}"
            yield name, Step(*replaced, block)
            replaced = None


TEXT = GUIDE.read_text(encoding="utf-8")
STEPS = list(steps(TEXT))
STATED = {name: int(number) for name, number in _ROW.findall(TEXT)}


@dataclass(frozen=True)
class Project:
    """A copy of the project, and a Python that finds its own `lif` in it, in every process that it starts."""

    root: Path
    python: Path

    def run(self, *words: str, folder: str = "") -> Ran:
        done = subprocess.run(
            [self.python, *words], cwd=self.root / folder, capture_output=True, text=True, check=False, encoding="utf-8"
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def lif(self, folder: str, *words: str) -> str:
        """What a command says on `DAY`; it must succeed."""
        ran = self.run("-m", "lif", *words, "--today", DAY, folder=folder)
        assert ran.code == 0, f"lif {' '.join(words)}\n{ran.out}{ran.err}"
        return ran.out


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy in which the whole page has been followed."""
    folder = tmp_path_factory.mktemp("extending")
    root = folder / "project"
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "CHANGELOG.md", "README.md"):
        shutil.copy(ROOT / file, root / file)
    for _, step in STEPS:
        step.follow(root)
    return Project(root, _python_for(root, folder / "venv"))


def _python_for(root: Path, folder: Path) -> Path:
    """A virtual environment with the libraries of this one, and `lif` from the copy."""
    venv.create(folder)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
    paths = (str(root / "src"), *(path for path in sys.path if path.endswith("-packages")))
    (packages / "project.pth").write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    running = Path(sys.executable)
    return folder / running.parent.name / running.name


def test_the_page_says_how_many_files_each_addition_takes() -> None:
    touched = {name: len({step.path for under, step in STEPS if under == name}) for name, _ in STEPS}
    assert touched == STATED
    assert max(touched.values()) <= MOST_FILES


def test_every_command_of_the_page_answers_as_it_says(project: Project) -> None:
    folder, asked = "", 0
    for line in (line for block in _CONSOLE.findall(TEXT) for line in block.splitlines()):
        command = line.removeprefix("$ ")
        if command.startswith("make "):
            continue
        if command.startswith("cd "):
            folder = command[3:]
        elif command != line:
            answer = project.lif(folder, *shlex.split(command)[1:])
            asked += 1
        else:
            assert line.strip() in answer, f"should answer: {line}\nanswered:\n{answer}"
    assert asked > len(STATED)


def test_the_copy_runs_its_own_program(project: Project) -> None:
    assert project.run("-c", "import lif; print(lif.__file__)").out.startswith(str(project.root))


def test_what_was_added_passes_the_checks_of_the_project_once_the_pages_are_written(project: Project) -> None:
    ruff = str(Path(sys.executable).with_name("ruff"))
    modules = sorted({step.path for _, step in STEPS if step.path.endswith(".py")})
    for words in (("check", *modules), ("format", "--check", *modules)):
        done = subprocess.run([ruff, *words], cwd=project.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    assert project.run("docs/generate.py", "--check").code == 1
    assert project.run("docs/generate.py").code == 0
    ran = project.run("-m", "pytest", *HOUSE_TESTS, "-k", "not LIF or LIF759")
    assert ran.code == 0, ran.out
