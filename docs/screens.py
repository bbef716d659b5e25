"""Draws what people see on a terminal, for the README and the guides: SVG by rich, of the fictional partnership."""

import io
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from rich.console import Console
from rich.text import Text

from lif.cli.app import main

ROOT = Path(__file__).parents[1]
DAY = "2026-11-30"
WIDTH, MOST_LINES = 96, 34
SCREENS = {
    "check": ("check",),
    "list": ("list", "action"),
    "due": ("due",),
    "trace": ("trace", "reviews/2025-hawthorn"),
    "triangulate": ("triangulate", "--theme", "child-voice", "--quiet"),
}
"""The name of each picture, and the command that it shows."""
_MISTAKES = {
    "actions/2026-no-plan-without-words.yaml": (("sharing: public", "sharing: publick"),),
    "actions/2026-reasons-in-one-place.yaml": (("due: 2026-12-18", "due: 18/12/26"),),
}
"""What is spoiled before the check, so that it has something to say."""
_FONT = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


class _Screen(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def screens() -> Iterator[tuple[str, str]]:
    """Each picture as SVG, by its path from the root of the repository. It loads no font from anywhere."""
    from rich._export_format import CONSOLE_SVG_FORMAT

    form = _FONT.sub("", CONSOLE_SVG_FORMAT)
    with TemporaryDirectory() as made:
        shutil.copytree(ROOT / "templates" / "example", made, dirs_exist_ok=True)
        for name, command in SCREENS.items():
            if name == "check":
                _spoil(Path(made) / "records")
            lines = _seen(Path(made), command).splitlines()
            if len(lines) > MOST_LINES:
                lines = [*lines[:MOST_LINES], "…"]
            console = Console(record=True, width=WIDTH, file=io.StringIO(), legacy_windows=False)
            console.print(Text.from_ansi(f"$ lif {' '.join(command)}\n" + "\n".join(lines)))
            drawn = console.export_svg(title=f"lif {command[0]}", code_format=form, unique_id=f"lif-{name}")
            yield f"docs/screens/{name}.svg", "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"
            if name == "check":
                _mend(Path(made) / "records")


def _spoil(records: Path) -> None:
    for name, changes in _MISTAKES.items():
        text = (records / name).read_text(encoding="utf-8")
        for before, after in changes:
            if before not in text:
                raise ValueError(f"{name} no longer says {before}")
            text = text.replace(before, after)
        (records / name).write_text(text, encoding="utf-8")


def _mend(records: Path) -> None:
    for name in _MISTAKES:
        shutil.copy(ROOT / "templates" / "example" / "records" / name, records / name)


def _seen(folder: Path, command: tuple[str, ...]) -> str:
    """What somebody sees who runs the command on a terminal."""
    screen = _Screen()
    looks = {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "COLORTERM": ""}
    arguments = ["lif", "--no-cache", *command, "--today", DAY]
    with (
        chdir(folder),
        patch.dict(os.environ, looks),
        patch.object(sys, "argv", arguments),
        redirect_stdout(screen),
        redirect_stderr(io.StringIO()),
        suppress(SystemExit),
    ):
        os.environ.pop("NO_COLOR", None)
        main()
    return screen.getvalue()
