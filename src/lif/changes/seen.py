"""Write down what was seen: the fingerprint of the source beside every new citation of evidence.

Every command that writes a citation of evidence does it, so that a later change of the source is noticed (LIF551).
Evidence that was cited before keeps what it holds: nothing says what was seen of it then.
"""

from collections.abc import Iterator
from typing import Any

from lif.changes.change import Tree, part_at
from lif.changes.suspect import cited_part
from lif.diagnostics.location import FieldPath
from lif.model.fingerprint import fingerprint
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.record import Evidence
from lif.model.snapshot import Snapshot


def write_seen(model: type[Part], tree: dict[str, Any], before: Tree, snapshot: Snapshot) -> None:
    """Add `seen` to the evidence of a record that cites anew, in place.

    `tree` and `before` are the record as it will be and as it was, empty for a new one. A `seen` that was written of
    another source goes, and with it the word of the person who accepted it; one that was typed stays.
    """
    known = {part["record"] for _, part in _evidence(model, before, ()) if isinstance(part.get("record"), str)}
    for at, part in _evidence(model, tree, ()):
        target, old = part.get("record"), part_at(before, at)
        if not isinstance(target, str):
            continue
        is_replaced = target not in known and old.get("record") not in {None, target}
        if is_replaced and old.get("seen") == part.get("seen"):
            part.pop("seen", None)
            part.pop("accepted", None)
        source = cited_part(snapshot, target)
        if "seen" not in part and target not in known and source is not None:
            _put_after(part, "record", "seen", fingerprint(source))


def _put_after(part: dict[str, Any], name: str, new: str, value: str) -> None:
    """Put a new field after another one: people read the fingerprint beside what it is of."""
    fields = list(part.items())
    part.clear()
    for field, content in fields:
        part[field] = content
        if field == name:
            part[new] = value


def _evidence(model: type[Part], tree: Any, at: FieldPath) -> Iterator[tuple[FieldPath, dict[str, Any]]]:
    """Every piece of evidence in a tree of text, with its place."""
    for name, field in shape_of(model).items():
        value = tree.get(name)
        if field.part is None or value is None:
            continue
        for step, inner in enumerate(value) if isinstance(value, list) else ((None, value),):
            place = (*at, name) if step is None else (*at, name, step)
            if isinstance(inner, dict) and issubclass(field.part, Evidence):
                yield place, inner
            elif isinstance(inner, dict):
                yield from _evidence(field.part, inner, place)
