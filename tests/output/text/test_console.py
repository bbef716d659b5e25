import io
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table
from rich.text import Text

from lif.output.text.console import make_console
from lif.output.text.terminal import safe_line
from output.texts import ALL

COLOUR_ASKED_FOR = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TTY_COMPATIBLE": "1", "COLORTERM": "truecolor"}
IN_COLOUR = """
import sys
from rich.text import Text
from lif.output.text.console import make_console
make_console(sys.stdout).print(Text("late " * 50, style="bold red link https://example.org"))
"""


def _printed(content: str | Text | Table) -> str:
    pipe = io.StringIO()
    make_console(pipe).print(content)
    return pipe.getvalue()


@pytest.mark.parametrize("text", [*ALL.values(), "[redacted]", "[/x]", ":smile:", "[link=x]y[/link]"])
def test_text_of_a_record_is_never_read_as_markup(text: str) -> None:
    assert _printed(safe_line(text)) == _printed(Text(safe_line(text))) == f"{safe_line(text)}\n"


@given(st.text())
def test_a_pipe_gets_each_line_as_it_stands(text: str) -> None:
    assert _printed(Text(safe_line(text))) == f"{safe_line(text)}\n"


def test_a_pipe_gets_long_lines_and_wide_tables_uncut() -> None:
    words = "evidence " * 20_000
    assert _printed(Text(words.strip())) == f"{words.strip()}\n"
    table = Table(box=None, show_header=False)
    table.add_row("a" * 3_000, "b" * 3_000)
    assert len(_printed(table).splitlines()) == 1


@pytest.mark.parametrize("environment", [{}, COLOUR_ASKED_FOR, {"NO_COLOR": "1"}, {"COLUMNS": "20", "TERM": "dumb"}])
def test_a_pipe_has_no_colour_whatever_the_environment_says(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_COLOUR],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    assert done.stdout == "late " * 50 + "\n"


def test_a_terminal_is_a_terminal_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TTY_COMPATIBLE", "0")
    assert make_console(Terminal()).is_terminal
    assert not make_console(io.StringIO()).is_terminal
