"""The section "Since then" of a report on a period: what came between its last day and today."""

from collections.abc import Iterator

from lif.analysis.chronology.since_then import LaterEvent, since_then
from lif.analysis.duties.agencies import name_of
from lif.model.kinds.action import Action
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.reports.action_plan import outcome_text
from lif.reports.change_lines import measure_line
from lif.reports.cited_sentence import Line, Within
from lif.reports.sentences import evaluation_line

_ACKNOWLEDGED = "acknowledged by "


def since_then_lines(view: View, now: View, period: Period) -> Iterator[Line]:
    """A line on each thing that came since, oldest first; none where today lies in the period."""
    since = since_then(view, now, period)
    within = Within(now.records, period, now.audience)
    lines = [
        *(_event_line(now.records, event) for event in since.events),
        *(evaluation_line(within, entry) for entry in since.evaluations),
        *(measure_line(now.records, result, now.audience) for result in since.measures),
    ]
    yield from sorted(lines, key=lambda line: (line.when, line.records))


def _event_line(snapshot: Snapshot, event: LaterEvent) -> Line:
    entry = snapshot.entries[event.record]
    what = event.what
    if what.startswith(_ACKNOWLEDGED):
        what = f"{_ACKNOWLEDGED}{name_of(snapshot, what.removeprefix(_ACKNOWLEDGED))}"
    record = entry.record
    if what == "closed" and isinstance(record, Action):
        outcome = outcome_text(snapshot, Entry(entry.id, entry.kind, record), with_reason=False)
        what = ", ".join(filter(None, (what, outcome)))
    return Line(f"{record.title}: {what}", str(event.when), (event.record,))
