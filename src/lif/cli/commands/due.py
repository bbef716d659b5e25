"""`lif due`: list the deadlines that are ahead or overdue."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.analysis.deadlines.due import DeadlineFilter, DueList
    from lif.model.snapshot import Snapshot


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "due", formats=("text", "json", "ics", "eml"))
    def due(  # noqa: PLR0913 - a parameter for each option
        options: Options,
        *,
        within: Annotated[
            str | None, typer.Option(metavar="TIME", help="How far ahead: 30d, 6w or 3m; 12m if left out.")
        ] = None,
        overdue: Annotated[bool, typer.Option("--overdue", help="Only what is certainly overdue.")] = False,
        agency: Annotated[str | None, typer.Option(metavar="KEY", help="Only what this agency sees to.")] = None,
        role: Annotated[str | None, typer.Option(metavar="TEXT", help="Only roles with these words.")] = None,
        kind: Annotated[str | None, typer.Option(help="Only one kind: action, rapid-review, challenge …")] = None,
        every: Annotated[bool, typer.Option("--all", help="Also what was met, and what is due later.")] = False,
        output: Annotated[
            Path | None,
            typer.Option(metavar="FILE", help="Write here; - or nothing: the terminal. With eml: a folder."),
        ] = None,
        force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    ) -> None:
        """List what is due and what is overdue.

        By agency and role: deadlines of the guidance, and days that were set.

        Examples: lif due; lif due --within 30d; lif due --overdue; lif due --agency police --role head;
        lif due --format ics --output deadlines.ics; lif due --within 30d --format eml --output ../due
        """
        from lif.analysis.deadlines.due import DeadlineFilter, select_deadlines
        from lif.analysis.deadlines.every_deadline import deadlines
        from lif.cli.exports.due_mails import audience_of_mails, write_due_mails
        from lif.cli.prompts.resolve_words import find_agency
        from lif.store.write.document import save

        is_mail = options.format == "eml"
        view = options.view(audience_of_mails(options) if is_mail else None)
        snapshot = view.records
        wanted = DeadlineFilter(
            until=_last_day(options, within),
            agency=find_agency(snapshot, agency) if agency else "",
            role=role or "",
            kind=_known_kind(snapshot, kind),
            only_overdue=overdue,
            everything=every,
        )
        selected = select_deadlines(deadlines(snapshot, view.day), wanted, view.day)
        if is_mail:
            write_due_mails(options, view, selected, output, force=force)
            return
        content = _render(options, snapshot, selected, wanted)
        if output is None or str(output) == "-":
            typer.echo(content, nl=False) if isinstance(content, bytes) else options.print_result(
                content, options.format
            )
        else:
            save(output, content.encode() if isinstance(content, str) else content, over=force)
            typer.echo(str(output))


def _last_day(options: Options, within: str | None) -> date:
    from lif.analysis.deadlines.due import DEFAULT_SPAN, last_day_of
    from lif.errors import LifError

    last_day = last_day_of(options.today, within or DEFAULT_SPAN)
    if last_day is None:
        raise LifError(f'I don\'t know the time "{within}".', "Days, weeks or months: 30d, 6w or 3m")
    return last_day


def _known_kind(snapshot: "Snapshot", kind: str | None) -> str:
    from lif.analysis.deadlines.every_deadline import kinds_of_deadline
    from lif.errors import LifError

    kinds = kinds_of_deadline(snapshot)
    if kind is not None and kind not in kinds:
        raise LifError(f'There is no kind of deadline called "{kind}".', f"Kinds: {', '.join(kinds)}")
    return kind or ""


def _render(options: Options, snapshot: "Snapshot", due: "DueList", wanted: "DeadlineFilter") -> str | bytes:
    from dataclasses import fields

    from lif.analysis.deadlines.deadline import Deadline
    from lif.analysis.deadlines.statutory_clocks import unjudged_reviews
    from lif.output.plain_json import as_json
    from lif.output.text.due import due_text, title_of

    if options.format == "ics":
        return _calendar(snapshot, due)
    silent = () if wanted.is_narrow else unjudged_reviews(snapshot)
    if options.format == "json":
        names = [field.name for field in fields(Deadline) if field.name != "is_met_elsewhere"]
        shown = [
            {"title": title_of(snapshot, deadline), **{name: getattr(deadline, name) for name in names}}
            for deadline in due.shown
        ]
        return as_json(today=due.today, summary=due.summary, deadlines=shown, not_judged=silent)
    return due_text(snapshot, due, silent)


def _calendar(snapshot: "Snapshot", due: "DueList") -> bytes:
    from lif.errors import LifError

    try:
        from lif.output.calendar_file import calendar_file
    except ModuleNotFoundError:
        raise LifError(
            "A calendar file needs the package icalendar.", "Install it with: pip install icalendar"
        ) from None
    return calendar_file(snapshot, due.shown, due.today)
