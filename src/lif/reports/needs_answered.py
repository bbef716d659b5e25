"""Needs that were answered without a record of their own, and who raised a need (F5.1)."""

from collections.abc import Iterator

from lif.model.kinds.need import Need
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line, sentence


def answered_lines(snapshot: Snapshot, year: Period) -> Iterator[Line]:
    """The needs that were answered in the year, each with the answer that its own record holds."""
    for entry in snapshot.of(Need):
        need = entry.record
        if need.answer and need.answered and need.answered.overlaps(year):
            text = sentence(f"{need.says or need.title}: {need.answer}")
            yield Line(need.marked(text, "says", "answer"), str(need.answered), (entry.id,))


def raised_text(snapshot: Snapshot, need: Need) -> str:
    """Which group raised the need, to stand in brackets after its place; empty where the record does not say."""
    group = snapshot.group(need.raised_by)
    name = need.raised_by if group is None else group.name
    return need.marked(f"; raised by {name}", "raised_by") if name else ""
