"""A tiny workspace on disk, and the command line run in it."""

from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from lif.errors import LifError

TODAY = "2026-06-01"
PARTNERSHIP = """\
title: Exampleshire Safeguarding Children Partnership
sharing: public
compiled:
  by: The learning team
  own: yes
  basis: Minutes
  complete: From 2023 on
readers:
  level: restricted
  who: Members
agencies:
  - key: police
    name: The Police
  - key: social-care
    name: Children's social care
groups:
  - key: qig
    name: Quality Improvement Group
themes:
  - key: child-voice
    label: Child's voice
    axis: practice
  - key: neglect
    label: Neglect
    axis: practice
practice_standards:
  - key: words
    text: The child's own words stand in the plan
  - key: alone
    text: The child was seen alone
"""
REVIEW = """\
title: Children missing education
sharing: public
practitioners: They took part
review_kind: thematic-review
"""
FINDING = """\
title: Weekly contact was rare
sharing: public
source: reviews/2026-missing-education
theme: child-voice
direction: gap
"""
ACTION = """\
# kept by the business manager
title: Monthly supervision recorded
sharing: public # agreed with the group
answers: [findings/2026-weekly-contact]
# due: When it is due
measures:
  # the first of two
  - what: Supervision recorded
    target: 9 of 10
"""
FILES = {
    "partnership": PARTNERSHIP,
    "reviews/2026-missing-education": REVIEW,
    "findings/2026-weekly-contact": FINDING,
    "actions/2026-supervision": ACTION,
}


@dataclass(frozen=True)
class Workspace:
    """The folder, and what stands in it."""

    root: Path

    def path(self, record: str) -> Path:
        return self.root / "records" / f"{record}.yaml"

    def text(self, record: str) -> str:
        return self.path(record).read_bytes().decode()

    def put(self, record: str, text: str | bytes) -> None:
        self.path(record).parent.mkdir(parents=True, exist_ok=True)
        self.path(record).write_bytes(text.encode() if isinstance(text, str) else text)

    def everything(self) -> dict[str, bytes]:
        """Every file, hidden ones too, by its path."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}

    def lif(self, *words: str, typed: str | None = None) -> "Ran":
        """Run the command line as `main` does; `typed` are the lines somebody types, with an Enter after each."""
        from lif.cli.error_text import error_text
        from lif.cli.startup.lazy_commands import app

        call = ["-C", str(self.root), "--today", TODAY, *words]
        ran = CliRunner().invoke(app, call, input="" if typed is None else typed)
        if isinstance(ran.exception, LifError):
            stopped = ran.exception
            return Ran(stopped.exit_code, ran.stdout, f"{ran.stderr}lif: {error_text(stopped)}")
        if ran.exception is not None and not isinstance(ran.exception, SystemExit):
            raise ran.exception
        return Ran(ran.exit_code, ran.stdout, ran.stderr)


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


def workspace(root: Path) -> Workspace:
    """A partnership, a review, a finding and an action with comments."""
    made = Workspace(root)
    for record, text in FILES.items():
        made.put(record, text)
    return made


def lines(*typed: str) -> str:
    """What is typed, an Enter after each."""
    return "".join(f"{answer}\n" for answer in typed)
