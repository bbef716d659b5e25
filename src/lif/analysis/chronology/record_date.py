"""The date of a record: when the events it describes happened, as precisely as that is known."""

from lif.model.kinds.audit import Audit
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.record import Activity, Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot, once

_PATHS = {
    "Position": ("agreed",),
    "Need": ("raised", "answered"),
    "Review": (
        "life.published",
        "life.completed",
        "life.decided",
        "life.commissioned",
        "life.started",
        "shared_with_group",
    ),
    "Audit": ("life.reported", "life.completed", "life.started", "life.planned", "shared_with_group"),
    "Assessment": ("returned", "peer_challenge.0.date", "due", "asked"),
    "Inspection": ("published", "completed", "started"),
    "Indicator": ("series.-1.at",),
    "Feedback": ("date",),
    "Finding": ("date",),
    "Decision": ("date", "takes_effect"),
    "Action": ("agreed", "started", "progress.0.date", "done", "closed"),
    "Learning": ("date", "received.0.date"),
    "Evaluation": ("date", "follow_up.date"),
    "Challenge": ("raised",),
    "Flag": ("raised",),
    "Contribution": ("received", "due"),
}
"""For each kind, the fields that can hold its date; the first one filled counts."""
_STEPS = {kind: tuple(tuple(path.split(".")) for path in paths) for kind, paths in _PATHS.items()}


def _value_at(value: object, steps: tuple[str, ...]) -> object:
    for step in steps:
        value = _item(value, int(step)) if isinstance(value, tuple) else getattr(value, step, None)
    return value


def _item(items: tuple[object, ...], index: int) -> object:
    return items[index] if items else None


def own_date(record: Record) -> When | None:
    """The date that the record itself holds; None where it holds none."""
    for steps in _STEPS.get(type(record).__name__, ()):
        value = _value_at(record, steps)
        if isinstance(value, When):
            return value
    return None


def began(activity: Activity) -> When | None:
    """When a review or audit began: its start, or else a review's commissioning."""
    if isinstance(activity, Review):
        return activity.life.started or activity.life.commissioned
    return activity.life.started if isinstance(activity, Audit) else None


def placed(snapshot: Snapshot, record_id: str) -> When | None:
    """The date of a record, or of the record an item is in: its own date, or else the date of its source."""
    return _dates_by_record(snapshot).get(RecordRef.parse(record_id).record)


@once
def _dates_by_record(snapshot: Snapshot) -> dict[str, When | None]:
    own_dates = {entry.id: own_date(entry.record) for entry in snapshot.entries.values()}
    return {
        record_id: when or own_dates.get(getattr(snapshot.entries[record_id].record, "source", None) or "")
        for record_id, when in own_dates.items()
    }


def days_between(earlier: When | None, later: When | None) -> int | None:
    """Calendar days from one date to the other; None where either is not known to the day."""
    if earlier is None or later is None or not (earlier.is_exact and later.is_exact):
        return None
    return (later.earliest - earlier.earliest).days
