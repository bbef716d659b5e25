"""Shared by the commands that write records: print the diagnostics of a draft, refuse it, print the result."""

from collections.abc import Sequence
from typing import Any

import typer

from lif.cli.exits import PROBLEMS
from lif.cli.options import Options
from lif.diagnostics.diagnostic import Diagnostic
from lif.privacy.mask import mask_names


def diagnostic_fields(diagnostic: Diagnostic) -> dict[str, str]:
    """A diagnostic of a draft as plain fields; it has no line number, since nothing is written."""
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "record": diagnostic.record,
        "field": diagnostic.field,
    }


def print_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Print the diagnostics of a draft on stderr."""
    from lif.output.text.terminal import paragraph, safe_line

    for diagnostic in diagnostics:
        message = f"{diagnostic.severity.value}: {safe_line(diagnostic.message)}  [{diagnostic.code.name}]"
        place = ", ".join(filter(None, (diagnostic.record, diagnostic.field)))
        typer.echo(f"{place}: {message}", err=True)
        if diagnostic.hint:
            typer.echo(paragraph(diagnostic.hint, indent=4), err=True)


def refuse(options: Options, errors: Sequence[Diagnostic], says: str, **more: Any) -> int:
    """Print the errors and what stays as it was on stderr, the JSON result on stdout; returns the exit code."""
    print_diagnostics(errors)
    typer.echo(f"lif: {mask_names(says)}", err=True)
    print_result(options, "", written=False, diagnostics=[diagnostic_fields(error) for error in errors], **more)
    return PROBLEMS


def print_result(options: Options, text: str, **fields: Any) -> None:
    """Print the result on stdout: `text`, or with `--format json` the fields."""
    if options.format == "json":
        from lif.output.plain_json import as_json

        typer.echo(as_json(**_without_names(fields)), nl=False)
    elif text:
        typer.echo(mask_names(text))


def _without_names(value: Any) -> Any:
    """A result with every id, key and path masked that could identify a person."""
    if isinstance(value, dict):
        return {name: _without_names(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_names(inner) for inner in value]
    return mask_names(value) if isinstance(value, str) else value
