"""A change without values that nobody may show: words that are not among the choices, and names in ids and keys."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lif.changes.change import FieldChange, RecordChange
from lif.diagnostics.location import FieldPath
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, field_at, shape_of
from lif.privacy.mask import mask_path

NOT_A_CHOICE = "a word that is not among the choices"
"""Stands for what was typed where only certain words may stand: it can be anything, a sentence about a child too."""
_KEY = "key"


def with_known_values(change: RecordChange) -> RecordChange:
    """The change with choices as they are known, and with what could identify a person masked in ids and keys."""
    model = change.kind.model
    fields: list[FieldChange] = []
    for field in change.fields:
        known = _with_known_value(model, field)
        if known.at == field.at or known not in fields:
            fields.append(known)
    return replace(change, fields=tuple(fields), before=_tree(model, change.before), after=_tree(model, change.after))


def _with_known_value(model: type[Part], change: FieldChange) -> FieldChange:
    """The change of one field; what stands beneath a field that takes one word is told as that field's."""
    closed = _closed_part(model, change.at)
    if closed != change.at:
        before, after = (NOT_A_CHOICE if value is not None else None for value in (change.before, change.after))
        return FieldChange(closed, before, after)
    shape = field_at(model, change.at)
    return replace(
        change,
        at=tuple(mask_path(step) if isinstance(step, str) else step for step in change.at),
        before=_known(shape, change.before),
        after=_known(shape, change.after),
        item=mask_path(change.item),
    )


def _closed_part(model: type[Part], at: FieldPath) -> FieldPath:
    """The path as far as a field that takes certain words only, and its index where it takes a list of them."""
    for end in range(1, len(at)):
        field = field_at(model, at[:end])
        if field is not None and field.words is not None:
            is_value = field.is_list and end + 1 == len(at) and isinstance(at[end], int)
            return at if is_value else at[:end]
    return at


def _tree(model: type[Part] | None, tree: Mapping[str, Any]) -> dict[str, Any]:
    shapes = shape_of(model) if model else {}
    return {mask_path(name): _known(shapes.get(name), value) for name, value in tree.items()}


def _known(shape: FieldShape | None, value: Any) -> Any:
    if shape is not None and shape.words is not None and isinstance(value, Mapping):
        return NOT_A_CHOICE
    if isinstance(value, Mapping):
        return _tree(shape.part if shape else None, value)
    if isinstance(value, list):
        return [_known(shape, item) for item in value]
    if shape is None or not isinstance(value, str):
        return value
    if shape.words is not None:
        return value if value in {word.value for word in shape.words} else NOT_A_CHOICE
    return mask_path(value) if shape.ref is not None or shape.name == _KEY else value
