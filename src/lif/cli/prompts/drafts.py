"""What `new`, `set` and `move` share: a draft is judged before it is written, and a refusal is told in full."""

from collections.abc import Sequence
from typing import Any

import typer

from lif.cli.exits import PROBLEMS
from lif.cli.options import Options
from lif.diagnostics.diagnostic import Diagnostic


def as_plain(diagnostic: Diagnostic) -> dict[str, str]:
    """A diagnostic of a draft; it has no line, for nothing is written."""
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "record": diagnostic.record,
        "field": diagnostic.field,
    }


def told(diagnostics: Sequence[Diagnostic]) -> None:
    """Say what is wrong with a draft, on stderr."""
    from lif.output.text.terminal import line, paragraph

    for one in diagnostics:
        typer.echo(f"{one.record}: {one.severity.value}: {line(one.message)}  [{one.code.name}]", err=True)
        if one.hint:
            typer.echo(paragraph(one.hint, indent=4), err=True)


def refused(options: Options, errors: Sequence[Diagnostic], says: str, **more: Any) -> int:
    """Say that nothing was written, and why; the exit code of a refusal."""
    told(errors)
    typer.echo(f"lif: {says}", err=True)
    answer(options, "", written=False, diagnostics=[as_plain(one) for one in errors], **more)
    return PROBLEMS


def answer(options: Options, text: str, **fields: Any) -> None:
    """The result on stdout: `text`, or with `--format json` the fields."""
    if options.format == "json":
        from lif.output.plain_json import as_json

        typer.echo(as_json(**fields), nl=False)
    elif text:
        typer.echo(text)
