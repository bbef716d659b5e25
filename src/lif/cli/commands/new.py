"""`lif new`: create a record from questions or from options."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import kind_names, record_ids
from lif.model.registry import KINDS

if TYPE_CHECKING:
    from lif.cli.prompts.new_record import Written

_KINDS = f"What kind: {', '.join(KINDS.names)}."
_CASE_COUNT = re.compile(r"[1-9]\d{0,3}", re.ASCII)
"""A number of cases that an audit could look at; nothing is forecast for larger numbers."""


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "new", writes=True)
    def new(  # noqa: PLR0913 - every question has a flag
        options: Options,
        *,
        kind: Annotated[str, typer.Argument(help=_KINDS, autocompletion=kind_names)],
        title: Annotated[str | None, typer.Option(help="What it is about: a theme or pseudonym, no names.")] = None,
        fields: Annotated[
            list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="A field; as often as needed.")
        ] = None,
        source: Annotated[
            str | None,
            typer.Option("--from", metavar="ID", help="The record it comes from.", autocompletion=record_ids),
        ] = None,
        slug: Annotated[str | None, typer.Option(help="Its short name; otherwise made from the title.")] = None,
        no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
        edit: Annotated[bool, typer.Option("--edit", help="Open it in $EDITOR afterwards.")] = False,
        document: Annotated[
            str | None, typer.Option("--for", metavar="REPORT/YEAR", help="For a statement: the document it stands in.")
        ] = None,
        all_owed: Annotated[
            bool, typer.Option("--all-owed", help="Every statement that the document still owes.")
        ] = False,
        section: Annotated[str | None, typer.Option(help="The section of the document that one stands in.")] = None,
        text_from: Annotated[
            Path | None, typer.Option("--text-from", metavar="FILE", help="Its words: a .docx, .md or .txt file.")
        ] = None,
    ) -> int:
        """Write a new record. Asks what it needs to know; Enter passes over what can wait, ? explains.

        The file it writes explains itself: what is still owed stands there as a comment. Nothing is ever overwritten.

        Examples: lif new review; lif new finding --from 2026-missing-education; lif new need --no-input
        --title "Children missing education" --set driver=data --set sharing=public;
        lif new statement --for annual/2025-26 --all-owed;
        lif new statement --for annual/2025-26 --section foreword --text-from foreword.docx
        """
        from lif.cli.exits import CLEAN, PROBLEMS
        from lif.cli.prompts.drafts import diagnostic_fields, print_result
        from lif.cli.prompts.new_record import Writing
        from lif.cli.prompts.resolve_words import find_kind
        from lif.errors import LifError

        if document is not None:
            from lif.cli.prompts.new_statements import Wanted, write_statements

            _only_for_statements(find_kind(kind).name, source, slug)
            given = (*([f"title={title}"] if title else []), *(fields or []))
            return write_statements(options, Wanted(document, section, all_owed, text_from, given))
        if all_owed or section or text_from:
            raise LifError(
                "--all-owed, --section and --text-from are for statements, and the document is not named.",
                "Name it: lif new statement --for annual/2025-26 --all-owed",
            )
        writing = Writing(options, find_kind(kind), asks=not no_input, slug=slug)
        if kind in {"audit", "audits"} and source and not options.quiet:
            typer.echo(_reaudit_forecast(options, source, fields or []), err=True, nl=False)
        tree = writing.initial_tree(source, [*([f"title={title}"] if title else []), *(fields or [])])
        written = writing.complete(tree)
        if written is None:
            return PROBLEMS
        print_result(
            options,
            _summary(written),
            written=True,
            id=written.id,
            path=written.path,
            owed=written.owed,
            diagnostics=[diagnostic_fields(diagnostic) for diagnostic in written.warnings],
        )
        if edit:
            _edit(options, written.path)
        if not no_input and written.has_findings:
            writing.ask_for_findings(written, lambda finding: print_result(options, f"Wrote {finding.path}"))
        return CLEAN


def _only_for_statements(kind: str, source: str | None, slug: str | None) -> None:
    from lif.errors import LifError

    if kind != "statement":
        raise LifError(f"--for is for statements, not for {kind}.", "lif new statement --for annual/2025-26 --all-owed")
    if source or slug:
        raise LifError("A statement for a document takes no --from and no --slug.", "Leave them out.")


def _reaudit_forecast(options: Options, source: str, fields: list[str]) -> str:
    """What a re-audit could show with so many cases, as text for the terminal; empty when the source is no audit."""
    from lif.analysis.audits.reaudit_outlook import reaudit_outlook
    from lif.cli.prompts.resolve_words import find_entry
    from lif.model.kinds.audit import Audit
    from lif.model.reference import RecordRef
    from lif.output.text.terminal import paragraph

    snapshot = options.view().records
    record = find_entry(snapshot, RecordRef.parse(source).record).record
    if not isinstance(record, Audit):
        return ""
    cases_given = next((field.partition("=")[2] for field in fields if field.startswith("cases_looked_at=")), "")
    cases = int(cases_given) if _CASE_COUNT.fullmatch(cases_given) else None
    thresholds = snapshot.thresholds
    forecast = reaudit_outlook(snapshot, record, cases, fewest_cases=thresholds.fewest_cases)
    return (
        "".join(f"{paragraph(sentence, hanging=2)}\n" for sentence in ("Before you begin:", *forecast))
        if forecast
        else ""
    )


def _summary(written: "Written") -> str:
    from lif.output.text.terminal import paragraph

    lines = [f"Wrote {written.path}"]
    if written.assumed:
        lines.append(written.assumed)
    if written.owed:
        owed = " · ".join(owed_field["says"] for owed_field in written.owed)
        when = "Still owed before it starts:" if written.has_findings else "Still owed:"
        lines.append(paragraph(f"{when} {owed}", hanging=2))
    return "\n".join([*lines, f"Next:  {'     '.join(written.following)}"])


def _edit(options: Options, path: str) -> None:
    """Open the file in the person's editor; without one, print where the file is."""
    import os
    import shlex
    import subprocess

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    file = options.workspace().root / path
    if not editor:
        typer.echo(f"lif: no editor is set in EDITOR; the file is {file}", err=True)
        return
    try:
        subprocess.run([*shlex.split(editor), str(file)], check=False)  # noqa: S603 - the person's own editor
    except (OSError, ValueError):
        typer.echo(f"lif: the editor {editor} cannot be started; the file is {file}", err=True)
        return
    typer.echo(f"Look it over: lif check {path}", err=True)
