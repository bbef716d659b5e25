"""`lif new`: create a record from questions or from options."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import kind_names, record_ids
from lif.model.registry import KINDS

if TYPE_CHECKING:
    from lif.cli.prompts.records_made import Written

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
        from_file: Annotated[
            Path | None,
            typer.Option("--from-file", metavar="FILE", help="The whole record from a YAML file, with its `findings`."),
        ] = None,
        text_from: Annotated[
            Path | None, typer.Option("--text-from", metavar="FILE", help="Its words: a .docx, .md or .txt file.")
        ] = None,
    ) -> int:
        """Write a new record, question by question.

        Asks for all that it owes; Enter passes over what can wait, ? explains, < goes back.

        A review or an audit is entered with its findings in one go: at the end everything is shown, and written once.
        Unfinished answers are kept for 14 days. What is still owed stands in the file as a comment. Nothing is ever
        overwritten.

        Examples: lif new review; lif new review --from-file review.yaml;
        lif new finding --from 2026-missing-education; lif new need --no-input --title "Children missing education"
        --set driver=data --set sharing=public; lif new statement --for annual/2025-26 --all-owed;
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
            filled = (*([f"title={title}"] if title else []), *(fields or []))
            return write_statements(options, Wanted(document, section, all_owed, text_from, filled))
        if all_owed or section or text_from:
            raise LifError(
                "--all-owed, --section and --text-from are for statements, and the document is not named.",
                "Name it: lif new statement --for annual/2025-26 --all-owed",
            )
        findings: list[dict[str, Any]] = []
        writing = Writing(options, find_kind(kind), asks=not no_input and from_file is None, slug=slug)
        if kind in {"audit", "audits"} and source and not options.quiet:
            typer.echo(_reaudit_forecast(options, source, fields or []), err=True, nl=False)
        given = [*([f"title={title}"] if title else []), *(fields or [])]
        if from_file is None:
            tree = writing.initial_tree(source, given)
        elif source or given:
            raise LifError("--from-file gives the whole record.", "Leave out --from, --title and --set.")
        else:
            from lif.cli.prompts.from_file import trees_in_file

            tree, findings = trees_in_file(find_kind(kind), from_file)
        written = writing.complete(tree, findings)
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
            findings=list(written.findings),
        )
        if edit:
            _edit(options, written.path)
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

    lines = [f"Wrote {written.path}", *(f"Wrote records/{finding}.yaml" for finding in written.findings)]
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
