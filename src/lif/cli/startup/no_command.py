"""What `lif` without a command says: what the workspace holds and what to do next; the help where there is none."""

from datetime import timedelta
from typing import Any

import typer

from lif.cli.options import Options

_SOON = timedelta(days=30)


def say_what_is_here(context: typer.Context, options: Options) -> None:
    """Print the summary of the workspace, or the help outside of one. Raises `LifError` where no record can be read."""
    from lif.errors import LifError
    from lif.output.plain_json import as_json
    from lif.output.text.workspace_summary import workspace_summary_text

    try:
        workspace = options.workspace()
    except LifError:
        typer.echo(context.get_help())
        return
    summary = _summary(options, str(workspace.root))
    if options.format == "json":
        typer.echo(as_json(**summary._asdict()), nl=False)
    else:
        options.print_text(workspace_summary_text(summary))


def _summary(options: Options, folder: str) -> Any:
    from lif.analysis.deadlines.deadline import DeadlineState
    from lif.analysis.deadlines.every_deadline import deadlines
    from lif.disclosure.view_of import view_of
    from lif.model.registry import KINDS
    from lif.model.sharing import Sharing
    from lif.output.text.workspace_summary import WorkspaceSummary
    from lif.reports.periods import last_period

    loaded = options.loaded(say_what_is_left_out=False)
    view = view_of(options.whole(loaded), options.today, Sharing(options.audience or Sharing.RESTRICTED))
    entries = list(view.records.entries.values())
    numbers = [(*kind.counted, sum(entry.kind is kind for entry in entries)) for kind in KINDS if kind.folder]
    known = deadlines(view.records, view.day)
    ahead = [one.due for one in known if one.state is DeadlineState.AHEAD and one.due]
    partnership = view.records.partnership
    return WorkspaceSummary(
        title=partnership.title if partnership else "",
        folder=folder,
        day=str(view.day),
        counts=sorted((row for row in numbers if row[2]), key=lambda row: -row[2]),
        broken=len(loaded.snapshot.broken),
        overdue=sum(one.state is DeadlineState.OVERDUE for one in known),
        soon=sum(due.latest <= view.day + _SOON for due in ahead),
        absent="0" if view.records.silence_means_no else view.records.absent,
        last_year=_year(last_period("last year", view.day) or ""),
    )


def _year(months: str) -> str:
    """`2025-26` for `2025-04/2026-03`."""
    return f"{months[:4]}-{months[10:12]}"
