"""The shape of a kind, read from its model once: its fields, what they cite, and what belongs in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.json_schema import WithJsonSchema

from lif.diagnostics.location import FieldPath
from lif.model.field import PUBLIC, About, Sharing
from lif.model.period import WRITTEN, When
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
    part: type[BaseModel] | None
    words: type[StrEnum] | None
    ref: Ref | None
    schema: dict[str, Any]

    @property
    def has_items(self) -> bool:
        """Whether its values are items that can be cited by their key."""
        return self.is_list and self.part is not None and issubclass(self.part, Citable)


@cache
def shape_of(model: type[BaseModel]) -> dict[str, FieldShape]:
    """The fields of a model by name, in the order of the canonical layout."""
    return {name: _field(name, model) for name in model.model_fields}


def _field(name: str, model: type[BaseModel]) -> FieldShape:
    info = model.model_fields[name]
    declared = next((item for item in info.metadata if isinstance(item, About)), None)
    is_list, inner, metadata = _peel(info.annotation, tuple(info.metadata))
    part = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    words = inner if isinstance(inner, type) and issubclass(inner, StrEnum) else None
    schema = next((item.json_schema for item in metadata if isinstance(item, WithJsonSchema)), None)
    return FieldShape(
        name=name,
        about=declared or About(_least(part), info.description or ""),
        is_list=is_list,
        is_required=info.is_required(),
        is_text=any(item in get_args(Text)[1:] for item in metadata) and schema == _TEXT_SCHEMA,
        kind_of_value=inner if isinstance(inner, type) else str,
        part=part,
        words=words,
        ref=next((item for item in metadata if isinstance(item, Ref)), None),
        schema=schema or ({"type": "string", "pattern": WRITTEN} if inner is When else {}),
    )


_TEXT_SCHEMA = next(item.json_schema for item in get_args(Text) if isinstance(item, WithJsonSchema))


def _least(part: type[BaseModel] | None) -> Sharing:
    """A part declared without a level of its own is as open as what stands in it."""
    return PUBLIC if part is not None else Sharing.RESTRICTED


def _peel(annotation: Any, metadata: tuple[Any, ...]) -> tuple[bool, Any, tuple[Any, ...]]:
    """Take `| None`, `tuple[…, ...]` and `Annotated[…]` off a type, and keep what was annotated."""
    is_list = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            metadata = (*metadata, *more)
        elif origin in {Union, UnionType}:
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        elif origin is tuple:
            is_list = True
            annotation = get_args(annotation)[0]
        else:
            return is_list, annotation, metadata


@dataclass(frozen=True, slots=True)
class _Step:
    """A field on the way to citations: the citation itself, or the part that holds some."""

    name: str
    is_list: bool
    ref: Ref | None
    inside: tuple["_Step", ...]


@cache
def _steps(model: type[BaseModel]) -> tuple[_Step, ...]:
    found = []
    for name, field in shape_of(model).items():
        inside = _steps(field.part) if field.part else ()
        if field.ref or inside:
            found.append(_Step(name, field.is_list, field.ref, inside))
    return tuple(found)


def citations(model: type[BaseModel], tree: dict[str, Any]) -> tuple[Citation, ...]:
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
def _text_steps(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel] | None], ...]:
    """The fields of a model that hold text, and those whose parts do."""
    shape = shape_of(model).items()
    return tuple(
        (name, field.part) for name, field in shape if field.is_text or (field.part and _text_steps(field.part))
    )


def texts(model: type[BaseModel], tree: dict[str, Any], at: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
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


def items(model: type[BaseModel], tree: dict[str, Any]) -> Iterator[tuple[str, str, FieldPath]]:
    """The key, the list and the place of every item of a record that can be cited."""
    for name, field in shape_of(model).items():
        values = tree.get(name)
        if field.has_items and isinstance(values, list):
            for index, value in enumerate(values):
                if isinstance(value, dict) and isinstance(value.get("key"), str):
                    yield value["key"], name, (name, index, "key")


def field_at(model: type[BaseModel], path: FieldPath) -> FieldShape | None:
    """The field a path leads to; None when it leads nowhere."""
    here: type[BaseModel] | None = model
    found = None
    for step in path:
        if isinstance(step, int):
            continue
        if here is None or step not in shape_of(here):
            return None
        found = shape_of(here)[step]
        here = found.part
    return found
