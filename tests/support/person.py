"""A person at the terminal, who reads each question and answers it by what it asks."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from lif.cli.app import main
from support.process import Ran

ENTER = ""
LEAVES = "\x03"
"""The answer with which the person stops: the end of the input."""


class _Person:
    """Standard input: each line is the next answer to the question that was printed last; Enter where none is known."""

    def __init__(self, answers: Mapping[str, Sequence[str]], heard: io.StringIO) -> None:
        self._answers = {part: list(given) for part, given in answers.items()}
        self._heard = heard
        self._read = 0
        self.asked: list[str] = []

    def readline(self) -> str:
        said = self._heard.getvalue()
        question, self._read = said[self._read :], len(said)
        self.asked.append(question)
        for part, given in self._answers.items():
            if part in question and given:
                answer = given.pop(0)
                self._heard.write(f"{answer}\n")
                self._read = len(self._heard.getvalue())
                return "" if answer == LEAVES else f"{answer}\n"
        self._heard.write("\n")
        self._read = len(self._heard.getvalue())
        return "\n"


def answered(folder: Path, *arguments: str, answers: Mapping[str, Sequence[str]]) -> Ran:
    """Run `lif` in the folder; `answers` are by a part of the question, one after another where it comes again."""
    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(folder),
        patch.dict(os.environ, {}),
        patch.object(sys, "argv", ["lif", *arguments]),
        patch.object(sys, "stdin", _Person(answers, err)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        else:
            code = 0
    return Ran(code, out.getvalue(), err.getvalue())
