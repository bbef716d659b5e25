"""Make a view: the one place where records are filtered by day and audience."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lif.analysis.chronology.as_at import as_at
from lif.analysis.chronology.record_date import record_date
from lif.disclosure.audience import for_audience
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View


def view_of(whole: Snapshot, day: date, audience: Sharing, period: Period | None = None) -> View:
    """The records as they stood on the day, as far as the audience may see them.

    Where a period is given, the day is the earlier of the two: the day asked for, or the last of the period.
    """
    return _view(whole, min(day, period.until) if period else day, audience, period)


def _view(whole: Snapshot, day: date, audience: Sharing, period: Period | None) -> View:
    stood = as_at(whole, day)
    visible, withheld = for_audience(stood, audience)
    can_withhold = withheld > 0 or not readers_level(whole).may_reach(audience)
    visible = replace(visible, can_withhold=can_withhold)
    return View(
        records=visible,
        day=day,
        audience=audience,
        period=period,
        withheld=withheld,
        undated=tuple(_undated(visible)),
        later=() if stood is whole else tuple(_later(whole, stood, audience)),
        cut=frozenset(entry.id for entry in stood.entries.values() if entry is not whole.entries[entry.id]),
        can_withhold=can_withhold,
        make=lambda other: _view(whole, other, audience, period),
    )


def readers_level(snapshot: Snapshot) -> Sharing:
    """The level of sharing that every reader of the repository may see; the highest where that is not known."""
    return snapshot.partnership.readers.level if snapshot.partnership else Sharing.RESTRICTED


def _undated(visible: Snapshot) -> Iterator[str]:
    """The records without any date, besides that of the partnership."""
    for entry in visible.entries.values():
        if entry.kind.folder and record_date(visible, entry.id) is None:
            yield entry.id


def _later(whole: Snapshot, stood: Snapshot, audience: Sharing) -> Iterator[str]:
    """The records that the audience may see and that did not stand on the day."""
    return (record_id for record_id in for_audience(whole, audience)[0].entries if record_id not in stood.entries)
