"""Lines typed on the terminal, and what is said between them; all of it goes to stderr."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from lif.errors import LifError
from lif.output.text.terminal import paragraph


class UnfinishedError(LifError):
    """The input ended before the questions did, or the person stopped them; nothing was written."""

    def __init__(self, hint: str = "") -> None:
        super().__init__("The questions were not finished; nothing was written.", hint, exit_code=1)


@contextmanager
def questions() -> Iterator[None]:
    """Raise `UnfinishedError` where the person interrupts while questions are asked, between two of them too."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("", err=True)
        raise UnfinishedError from None


def read_line(prompt: str) -> str:
    """A line typed after the prompt; raises `UnfinishedError` at the end of the input, and where it is interrupted."""
    with questions():
        typer.echo(f"{prompt}  > ", nl=False, err=True)
        typed = sys.stdin.readline()
    if not typed:
        typer.echo("", err=True)
        raise UnfinishedError
    return typed.strip()


def say(text: str) -> None:
    """Print text between two questions."""
    typer.echo(paragraph(text, indent=2), err=True)


def agrees(question: str) -> bool:
    """Ask for a yes or a no; Enter is yes."""
    while (typed := read_line(f"{question} [yes]").casefold()) not in {"", "y", "yes", "n", "no"}:
        say("Answer yes or no.")
    return typed in {"", "y", "yes"}
