"""A part made anew from a tree in which nothing was wrong: what `part.read` made of it, without asking again."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar

from lif.model.parts.part import ABSENT, Field, Part, fields_of

P = TypeVar("P", bound=Part)
_Take = Callable[[Any], Any]


def remade(model: type[P], tree: dict[str, Any]) -> P:
    """The part that `read` made of this tree before; of any other tree it may raise whatever it will."""
    made = object.__new__(model)
    values = made.__dict__
    for name, default, take in _plan(model):
        if name in tree:
            values[name] = tree[name] if take is None else take(tree[name])
        elif default is ABSENT:
            raise KeyError(name)
        else:
            values[name] = default
    return made


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, Any, _Take | None], ...]:
    """Each field with its default and what makes its value of what is written; None where that is the text itself."""
    return tuple((name, field.default, _take(field)) for name, field in fields_of(model).items())


def _take(field: Field) -> _Take | None:
    one = _one(field)
    if not field.is_list:
        return one
    return tuple if one is None else lambda values: tuple([one(each) for each in values])


def _one(field: Field) -> _Take | None:
    if field.form is not None:
        return None if field.inner is str else field.form.read
    if issubclass(field.inner, Part):
        return partial(remade, field.inner)
    return {word.value: word for word in field.inner}.__getitem__
