"""The date of a record: when the events it describes happened, as precisely as that is known."""

from datetime import date

from lif.analysis.duties.review_decision import decided_on, decision_to_review
from lif.model.declaration import value_at
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot, once


def own_date(record: Record) -> When | None:
    """The date that the record itself holds, by the fields its kind declares (`dated_by`); None where it holds none."""
    return _first_date(record, record.declares.dated_by)


def work_start(record: Record) -> When | None:
    """When the work in a record began, by the fields its kind declares (`begun_by`); None where that is not known."""
    return _first_date(record, record.declares.begun_by)


def _first_date(record: Record, paths: tuple[str, ...]) -> When | None:
    return next((when for path in paths if (when := date_at(record, path))), None)


def date_at(record: Record, path: str) -> When | None:
    """The date at a path that the kind declares, a day or less exact; None where none is filled."""
    value = value_at(record, path)
    return When.parse(value) if isinstance(value, (When, date)) else None


def record_date(snapshot: Snapshot, record_id: str) -> When | None:
    """The date of a record, or of the record an item is in: its own date, or else that of its source.

    A review without a date of its own has that of the decision to review.
    """
    return _dates_by_record(snapshot).get(RecordRef.parse(record_id).record)


@once
def _dates_by_record(snapshot: Snapshot) -> dict[str, When | None]:
    own_dates = {entry.id: own_date(entry.record) for entry in snapshot.entries.values()}
    return {
        record_id: when
        or own_dates.get(getattr(snapshot.entries[record_id].record, "source", None) or "")
        or decided_on(snapshot, record_id)
        for record_id, when in own_dates.items()
    }


def dated_in_words(snapshot: Snapshot, record_id: str) -> str:
    """The date of a record as text, marked where it is our reading; empty where no date is known."""
    when = record_date(snapshot, record_id)
    if when is None:
        return ""
    record = snapshot.entries[RecordRef.parse(record_id).record].record
    source = snapshot.entries.get(getattr(record, "source", None) or "")
    source = source or decision_to_review(snapshot, RecordRef.parse(record_id).record)
    dated = record if own_date(record) or source is None else source.record
    path = next((path for path in dated.declares.dated_by if date_at(dated, path)), "")
    place = ".".join(step for step in path.split(".") if not step.lstrip("-").isdigit())
    return dated.marked(str(when), place)


def days_between(earlier: When | None, later: When | None) -> int | None:
    """Calendar days from one date to the other; None where either is not known to the day, or they are out of order."""
    if earlier is None or later is None or not (earlier.is_exact and later.is_exact) or later.is_before(earlier):
        return None
    return (later.earliest - earlier.earliest).days
