"""A change without values that nobody may show: words that are not among the choices, and names in ids and keys."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lif.changes.change import RecordChange
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, field_at, shape_of
from lif.privacy.mask import mask_path

NOT_A_CHOICE = "a word that is not among the choices"
"""Stands for what was typed where only certain words may stand: it can be anything, a sentence about a child too."""
_KEY = "key"


def with_known_values(change: RecordChange) -> RecordChange:
    """The change with choices as they are known, and with what could identify a person masked in ids and keys."""
    model = change.kind.model
    fields = tuple(
        replace(
            field,
            at=tuple(mask_path(step) if isinstance(step, str) else step for step in field.at),
            before=_known(field_at(model, field.at), field.before),
            after=_known(field_at(model, field.at), field.after),
            item=mask_path(field.item),
        )
        for field in change.fields
    )
    return replace(change, fields=fields, before=_tree(model, change.before), after=_tree(model, change.after))


def _tree(model: type[Part] | None, tree: Mapping[str, Any]) -> dict[str, Any]:
    shapes = shape_of(model) if model else {}
    return {mask_path(name): _known(shapes.get(name), value) for name, value in tree.items()}


def _known(shape: FieldShape | None, value: Any) -> Any:
    if isinstance(value, Mapping):
        return _tree(shape.part if shape else None, value)
    if isinstance(value, list):
        return [_known(shape, item) for item in value]
    if shape is None or not isinstance(value, str):
        return value
    if shape.words is not None:
        return value if value in {word.value for word in shape.words} else NOT_A_CHOICE
    return mask_path(value) if shape.ref is not None or shape.name == _KEY else value
