"""The shape of a kind, read from its model once: its fields, what they cite, and what belongs in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from lif.diagnostics.location import FieldPath
from lif.model.field import PUBLIC, About, Sharing
from lif.model.part import Part, fields_of
from lif.model.record import Citable
from lif.model.reference import Citation, Ref
from lif.model.scalars import Text


@dataclass(frozen=True, slots=True)
class FieldShape:
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
    """A part declared without a level of its own is as open as what stands in it."""
    return PUBLIC if part is not None else Sharing.RESTRICTED


@dataclass(frozen=True, slots=True)
class _Step:
    """A field on the way to citations: the citation itself, or the part that holds some."""

    name: str
    is_list: bool
    ref: Ref | None
    inside: tuple["_Step", ...]


@cache
def _steps(model: type[Part]) -> tuple[_Step, ...]:
    found = []
    for name, field in shape_of(model).items():
        inside = _steps(field.part) if field.part else ()
        if field.ref or inside:
            found.append(_Step(name, field.is_list, field.ref, inside))
    return tuple(found)


def citations(model: type[Part], tree: dict[str, Any]) -> tuple[Citation, ...]:
    """Every citation in the tree of a record's text, whether or not the rest of the record is sound."""
    return tuple(_citations(_steps(model), tree, ()))


def _citations(steps: tuple[_Step, ...], tree: dict[str, Any], at: FieldPath) -> Iterator[Citation]:
    for step in steps:
        value = tree.get(step.name)
        if step.is_list and type(value) is list:
            for index, one in enumerate(value):
                yield from _one(step, one, (*at, step.name, index))
        elif not step.is_list and value is not None:
            yield from _one(step, value, (*at, step.name))


def _one(step: _Step, value: Any, at: FieldPath) -> Iterator[Citation]:
    if step.ref is not None:
        if type(value) is str:
            yield Citation(at, value, step.ref)
    elif type(value) is dict:
        yield from _citations(step.inside, value, at)


@cache
def _text_steps(model: type[Part]) -> tuple[tuple[str, type[Part] | None], ...]:
    """The fields of a model that hold text, and those whose parts do."""
    shape = shape_of(model).items()
    return tuple(
        (name, field.part) for name, field in shape if field.is_text or (field.part and _text_steps(field.part))
    )


def texts(model: type[Part], tree: dict[str, Any], at: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a record in a field that holds text, with its place."""
    for name, part in _text_steps(model):
        value = tree.get(name)
        if value is None:
            continue
        listed = enumerate(value) if type(value) is list else ((None, value),)
        for index, one in listed:
            here = (*at, name) if index is None else (*at, name, index)
            if type(one) is str and part is None:
                yield here, one
            elif type(one) is dict and part is not None:
                yield from texts(part, one, here)


def items(model: type[Part], tree: dict[str, Any]) -> Iterator[tuple[str, str, FieldPath]]:
    """The key, the list and the place of every item of a record that can be cited."""
    for name, field in shape_of(model).items():
        values = tree.get(name)
        if field.has_items and isinstance(values, list):
            for index, value in enumerate(values):
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
