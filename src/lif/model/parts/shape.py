"""The shape of a kind, read from its model once: its fields, what they cite, and what belongs in them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, get_args

from lif.diagnostics.location import FieldPath
from lif.model.parts.field import About
from lif.model.parts.part import Part, fields_of
from lif.model.parts.scalars import Text
from lif.model.record import Citable
from lif.model.reference import Citation, Ref
from lif.model.sharing import PUBLIC, Sharing


class FieldShape(NamedTuple):
    """One field: its name, what was declared of it, and what its values are.

    `part` is the model of its values where they are sets of fields; `words` the choices where the list is closed;
    `ref` what its values cite.
    """

    name: str
    about: About
    is_list: bool
    is_required: bool
    is_text: bool
    kind_of_value: type
    part: type[Part] | None
    words: type[StrEnum] | None
    ref: Ref | None
    schema: Mapping[str, Any]

    @property
    def has_items(self) -> bool:
        """Whether its values are items that can be cited by their key."""
        return self.is_list and self.part is not None and issubclass(self.part, Citable)


@cache
def shape_of(model: type[Part]) -> dict[str, FieldShape]:
    """The fields of a model by name, in the order of the canonical layout."""
    return {name: _field(name, model) for name in fields_of(model)}


def _field(name: str, model: type[Part]) -> FieldShape:
    field = fields_of(model)[name]
    inner = field.inner
    part = inner if issubclass(inner, Part) else None
    return FieldShape(
        name=name,
        about=field.about or About(_least(part), ""),
        is_list=field.is_list,
        is_required=field.is_required,
        is_text=field.form is _TEXT,
        kind_of_value=inner,
        part=part,
        words=inner if issubclass(inner, StrEnum) else None,
        ref=next((item for item in field.metadata if isinstance(item, Ref)), None),
        schema=field.form.schema if field.form else {},
    )


_TEXT = get_args(Text)[1]


def _least(part: type[Part] | None) -> Sharing:
    """The level of a field without a declaration: public for a part, whose own fields have levels; else restricted."""
    return PUBLIC if part is not None else Sharing.RESTRICTED


_Steps = tuple[tuple[str, bool | None, Any, "_Steps"], ...]
"""The fields to follow: the name, whether it must be a list, what is noted of a text there, the steps inside it."""


@cache
def _citing(model: type[Part]) -> _Steps:
    """The fields that cite, and those whose parts do."""
    fields = ((field, _citing(field.part) if field.part else ()) for field in shape_of(model).values())
    return tuple((field.name, field.is_list, field.ref, inside) for field, inside in fields if field.ref or inside)


@cache
def _holding_text(model: type[Part]) -> _Steps:
    """The fields that hold text, and those whose parts do."""
    fields = ((field, _holding_text(field.part) if field.part else ()) for field in shape_of(model).values())
    return tuple((field.name, None, field.is_text, inside) for field, inside in fields if field.is_text or inside)


def _follow(steps: _Steps, tree: dict[str, Any], at: FieldPath, found: list[Any]) -> None:
    """Add every text the steps lead to: its path, the text, and what is noted of it."""
    for name, must_be_list, what, inside in steps:
        value = tree.get(name)
        if value is None:
            continue
        if type(value) is not list:
            if not must_be_list:
                _take(value, (*at, name), what, inside, found)
        elif must_be_list is not False:
            for index, item in enumerate(value):
                _take(item, (*at, name, index), what, inside, found)


def _take(value: Any, at: FieldPath, what: Any, inside: _Steps, found: list[Any]) -> None:
    if type(value) is str:
        if what:
            found.append((at, value, what))
    elif type(value) is dict:
        _follow(inside, value, at, found)


def citations(model: type[Part], tree: dict[str, Any]) -> tuple[Citation, ...]:
    """Every citation in the tree of a record's text, whether or not the rest of the record is sound."""
    found: list[tuple[FieldPath, str, Ref]] = []
    _follow(_citing(model), tree, (), found)
    return tuple([Citation(*parts) for parts in found])


def texts(model: type[Part], tree: dict[str, Any]) -> list[tuple[FieldPath, str, bool]]:
    """Every text of a record in a field that holds text, with its place."""
    found: list[tuple[FieldPath, str, bool]] = []
    _follow(_holding_text(model), tree, (), found)
    return found


@cache
def _lists(model: type[Part]) -> tuple[str, ...]:
    """The lists whose items can be cited."""
    return tuple(name for name, field in shape_of(model).items() if field.has_items)


def items(model: type[Part], tree: dict[str, Any]) -> Iterator[tuple[str, str, FieldPath]]:
    """The key, the list and the place of every item of a record that can be cited."""
    for name in _lists(model):
        values = tree.get(name)
        for index, value in enumerate(values if isinstance(values, list) else ()):
            if isinstance(value, dict) and isinstance(value.get("key"), str):
                yield value["key"], name, (name, index, "key")


def field_at(model: type[Part], path: FieldPath) -> FieldShape | None:
    """The field a path leads to; None when it leads nowhere."""
    here: type[Part] | None = model
    found = None
    for step in path:
        if isinstance(step, int):
            continue
        if here is None or step not in shape_of(here):
            return None
        found = shape_of(here)[step]
        here = found.part
    return found
