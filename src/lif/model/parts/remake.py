"""A part made again from a tree that was validated before, without validating it again."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar

from lif.model.parts.part import ABSENT, Field, Part, fields_of, part_with

P = TypeVar("P", bound=Part)
_Convert = Callable[[Any], Any]


def remade(model: type[P], tree: dict[str, Any]) -> P:
    """The part that `read` made of this tree before.

    For a tree that `read` would refuse the result is undefined: AttributeError, KeyError, TypeError or ValueError, or a
    part with values that were never checked.
    """
    values: dict[str, Any] = {}
    for name, default, convert in _plan(model):
        if name in tree:
            values[name] = tree[name] if convert is None else convert(tree[name])
        elif default is ABSENT:
            raise KeyError(name)
        else:
            values[name] = default
    return part_with(model, values)


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, Any, _Convert | None], ...]:
    """Each field with its default and what turns the text into its value; None where the value is the text itself."""
    return tuple((name, field.default, _converter(field)) for name, field in fields_of(model).items())


def _converter(field: Field) -> _Convert | None:
    convert = _converter_of_one(field)
    if not field.is_list:
        return convert
    return tuple if convert is None else lambda values: tuple([convert(value) for value in values])


def _converter_of_one(field: Field) -> _Convert | None:
    if field.form is not None:
        return None if field.inner is str else field.form.read
    if issubclass(field.inner, Part):
        return partial(remade, field.inner)
    return {word.value: word for word in field.inner}.__getitem__
