"""Keep `inferred` from naming what was left out of a record for an audience or for a day."""

from typing import TypeVar

from lif.model.parts.part import Part, changed, is_filled
from lif.model.record import Item, Record

R = TypeVar("R", bound=Record)


def without_closed_places(record: R) -> R:
    """The record with only those places under `inferred` that it still holds; the same object where that is all.

    For a record from which fields were left out: the name of an emptied field would tell that something stood there.
    """
    held = tuple(place for place in record.inferred if _holds(record, place))
    return record if held == record.inferred else changed(record, inferred=held)


def _holds(record: Record, place: str) -> bool:
    path, _, key = place.partition("#")
    holder: object = record
    for name in path.split("."):
        if not isinstance(holder, Part) or not is_filled(holder, name):
            return False
        holder = getattr(holder, name)
    return not key or (isinstance(holder, tuple) and key in {item.key for item in holder if isinstance(item, Item)})
