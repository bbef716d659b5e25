"""The record of a tree that was found sound before: the same record as `build` makes, without asking again.

Every text in such a tree has passed its check, so that here it only has to take its type.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from lif.model.period import When
from lif.model.shape import FieldShape, shape_of

M = TypeVar("M", bound=BaseModel)
_Take = Callable[[Any], Any]


class _Plan(NamedTuple):
    """How a model is made: what stands in each field when nothing is said, and how each text takes its type."""

    unsaid: dict[str, Any]
    takes: tuple[tuple[str, _Take], ...]


def rebuilt(model: type[M], tree: dict[str, Any]) -> M:
    """The record of a sound tree."""
    unsaid, takes = _plan(model)
    values = unsaid | tree
    for name, take in takes:
        if name in tree:
            values[name] = take(tree[name])
    made = model.__new__(model)
    _set(made, "__dict__", values)
    _set(made, "__pydantic_fields_set__", set(tree))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


_set = object.__setattr__


@cache
def _plan(model: type[BaseModel]) -> _Plan:
    takes = {name: _take(field) for name, field in shape_of(model).items()}
    unsaid = {name: field.get_default() for name, field in model.model_fields.items()}
    return _Plan(unsaid, tuple((name, take) for name, take in takes.items() if take is not None))


def _take(field: FieldShape) -> _Take | None:
    """How the values of a field take their type; None where they are text and stay so."""
    one = _one(field)
    if field.is_list:
        return tuple if one is None else lambda values: tuple([one(each) for each in values])
    return one


def _one(field: FieldShape) -> _Take | None:
    if field.part is not None:
        return partial(rebuilt, field.part)
    if field.words is not None:
        return {word.value: word for word in field.words}.__getitem__
    return _TYPES[field.kind_of_value]


_TYPES: dict[type, _Take | None] = {
    str: None,
    date: cache(date.fromisoformat),
    When: cache(When.parse),
    int: int,
    float: float,
    bool: "yes".__eq__,
}
