"""The one place that decides what an audience sees: absent unless a record and a field are open to it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from lif.diagnostics.location import FieldPath
from lif.model.field import Sharing
from lif.model.record import Record
from lif.model.shape import FieldShape, shape_of
from lif.model.snapshot import Entry, Snapshot


def for_audience(snapshot: Snapshot, audience: Sharing) -> tuple[Snapshot, int]:
    """The snapshot as this audience may see it, and how many records were withheld whole.

    A field is open when its own level and that of every field around it reach the audience; one that is not is as if it
    had never been filled. A record whose required fields are not open is withheld whole.
    """
    if audience is Sharing.RESTRICTED:
        return snapshot, 0
    seen = tuple(_seen(snapshot, audience))
    return Snapshot.of_entries(seen, snapshot.broken.values(), snapshot.content), len(snapshot.entries) - len(seen)


def _seen(snapshot: Snapshot, audience: Sharing) -> Iterator[Entry[Record]]:
    shown = {entry.id for entry in snapshot.entries.values() if _may_see(entry.record, audience)}
    for record_id in shown:
        entry = snapshot.entries[record_id]
        record = _open(entry.record, audience)
        cited = tuple(
            citation
            for citation in entry.citations
            if is_open(type(entry.record), citation.at, audience)
            and ("/" not in citation.target or citation.target.partition("#")[0] in shown)
        )
        items = {key: where for key, where in entry.items.items() if is_open(type(record), (where,), audience)}
        yield replace(entry, record=record, citations=cited, items=items)


def _may_see(record: Record, audience: Sharing) -> bool:
    required = (field for field in shape_of(type(record)).values() if field.is_required)
    return record.sharing.may_reach(audience) and all(field.about.reach.may_reach(audience) for field in required)


def is_open(model: type[BaseModel], path: FieldPath, audience: Sharing) -> bool:
    """Whether the field at the path, and every field around it, reaches the audience."""
    return _is_open(model, tuple(step for step in path if isinstance(step, str)), audience)


@cache
def _is_open(model: type[BaseModel], names: tuple[str, ...], audience: Sharing) -> bool:
    here: type[BaseModel] | None = model
    for name in names:
        field = shape_of(here).get(name) if here else None
        if field is None or not field.about.reach.may_reach(audience):
            return False
        here = field.part
    return True


def _open(part: Any, audience: Sharing) -> Any:
    """The part without what its audience may not see."""
    changes = {}
    model: type[BaseModel] = type(part)
    for name, field in shape_of(model).items():
        value = getattr(part, name)
        if not field.about.reach.may_reach(audience):
            changes[name] = model.model_fields[name].get_default(call_default_factory=True)
        elif field.part is not None and value is not None:
            changes[name] = _inside(value, field, audience)
    return part.model_copy(update=changes) if changes else part


def _inside(value: Any, field: FieldShape, audience: Sharing) -> Any:
    if not field.is_list:
        return _open(value, audience) if _fits(value, audience) else None
    return tuple(_open(one, audience) for one in value if _fits(one, audience))


def _fits(part: BaseModel, audience: Sharing) -> bool:
    """A part with a required field that is not open is left out whole."""
    return all(field.about.reach.may_reach(audience) for field in shape_of(type(part)).values() if field.is_required)
