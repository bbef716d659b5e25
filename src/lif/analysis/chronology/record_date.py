"""The date by which a record is placed in time: when what it tells of happened, as precisely as it is known."""

from lif.model.kinds.audit import Audit
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.record import Activity, Record
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
"""For each kind, the fields that hold its date; the first that is there counts."""


_STEPS = {kind: tuple(tuple(path.split(".")) for path in paths) for kind, paths in _PATHS.items()}


def _value(here: object, steps: tuple[str, ...]) -> object:
    for name in steps:
        here = _item(here, int(name)) if isinstance(here, tuple) else getattr(here, name, None)
    return here


def _item(items: tuple[object, ...], at: int) -> object:
    return items[at] if items else None


def own_date(record: Record) -> When | None:
    """When it happened; None when the record does not say."""
    for steps in _STEPS.get(type(record).__name__, ()):
        value = _value(record, steps)
        if isinstance(value, When):
            return value
    return None


def began(activity: Activity) -> When | None:
    """When a review or audit began: its start, or else a review's commissioning."""
    if isinstance(activity, Review):
        return activity.life.started or activity.life.commissioned
    return activity.life.started if isinstance(activity, Audit) else None


def placed(snapshot: Snapshot, record_id: str) -> When | None:
    """When a record or an item in it is placed: its own date, or that of the source it was found in."""
    return _places(snapshot).get(record_id.partition("#")[0])


@once
def _places(snapshot: Snapshot) -> dict[str, When | None]:
    own = {entry.id: own_date(entry.record) for entry in snapshot.entries.values()}
    return {
        one: when or own.get(getattr(snapshot.entries[one].record, "source", None) or "") for one, when in own.items()
    }


def days_between(earlier: When | None, later: When | None) -> int | None:
    """Days of the calendar from one to the other; None where one of them is not known to the day."""
    if earlier is None or later is None or not (earlier.is_exact and later.is_exact):
        return None
    return (later.earliest - earlier.earliest).days
