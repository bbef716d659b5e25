"""A group of fields, declared once: read strictly from the tree of a record's text, and never changed after."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, dataclass_transform, get_args, get_origin

from lif.diagnostics.location import FieldPath
from lif.model.parts.field import About, Declared

ABSENT: Any = ...
"""The default of a field that must be filled."""


class RefusedError(ValueError):
    """A value that has not the form it should have: which form, what was written, and what is said of it."""

    def __init__(self, form: str, value: str, says: str) -> None:
        super().__init__(says)
        self.form = form
        self.value = value
        self.says = says


@dataclass(frozen=True, eq=False)
class Form:
    """How text becomes a value, refused by `RefusedError`, and what the JSON Schema says of it."""

    read: Callable[[object], Any]
    schema: Mapping[str, Any]


class Wrong(NamedTuple):
    """One thing wrong with a tree: what (`missing`, `unknown`, `shape`, `choice`, or a form), where, what stands there.

    `shown` is as much of the value as a message may repeat.
    """

    what: str
    at: FieldPath
    given: object = None
    shown: str = ""
    says: str = ""


class WrongError(ValueError):
    """Everything that is wrong with a tree."""

    def __init__(self, problems: tuple[Wrong, ...]) -> None:
        super().__init__("; ".join(f"{'.'.join(map(str, one.at))}: {one.says or one.what}" for one in problems))
        self.problems = problems


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Declaring(type):
    """The type of parts: tells type checkers that the annotations of a class are what it is made with."""


class Part(metaclass=Declaring):
    """A group of fields inside a record; unknown fields are refused, nothing changes after reading.

    Its annotations are its fields: a form, another part, a closed list or `When`, alone, in a tuple or with `| None`.
    """

    def __init__(self, **given: Any) -> None:
        self.__dict__.update(read(type(self), given).__dict__)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} does not change")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


class Field(NamedTuple):
    """A field of a part: its default, what it holds one of or a list of, and what was declared of it.

    `inner` is the type of one value without what was annotated, and `metadata` what was.
    """

    name: str
    default: Any
    is_list: bool
    is_optional: bool
    inner: Any
    form: Form | None
    metadata: tuple[Any, ...]
    about: About | None

    @property
    def is_required(self) -> bool:
        """Whether there is nothing without it."""
        return self.default is ABSENT


@cache
def fields_of(model: type[Part]) -> dict[str, Field]:
    """The fields of a part by name, those of what it extends first; a field declared anew keeps its place."""
    annotations: dict[str, Any] = {}
    for one in reversed(model.__mro__[:-1]):
        annotations.update(get_annotations(one))
    return {name: _field(model, name, annotation) for name, annotation in annotations.items()}


def _field(model: type[Part], name: str, annotation: Any) -> Field:
    said = getattr(model, name, ABSENT)
    declared = said if isinstance(said, Declared) else Declared(None, said)
    is_list, is_optional, inner, metadata = _peeled(annotation)
    form = next((one for one in (*metadata, getattr(inner, "form", None)) if isinstance(one, Form)), None)
    return Field(name, declared.default, is_list, is_optional, inner, form, metadata, declared.about)


def _peeled(annotation: Any) -> tuple[bool, bool, Any, tuple[Any, ...]]:
    """Take `| None`, `tuple[…, ...]` and `Annotated[…]` off a type, and keep what was annotated."""
    is_list = is_optional = False
    metadata: tuple[Any, ...] = ()
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            metadata = (*metadata, *more)
        elif origin in {Union, UnionType}:
            is_optional = True
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        elif origin is tuple:
            is_list = True
            annotation = get_args(annotation)[0]
        else:
            return is_list, is_optional, annotation, metadata


P = TypeVar("P", bound=Part)


def read(model: type[P], tree: object) -> P:
    """The part that a tree of text holds; `WrongError` names everything that is wrong with it."""
    wrong: list[Wrong] = []
    made: P | None = _part(model, tree, (), wrong)
    if wrong or made is None:
        raise WrongError(tuple(wrong))
    return made


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, Any, Callable[[object], Any] | None, Field], ...]:
    """Each field of a part with its default and, where it holds one plain value, what reads it."""
    return tuple(
        (name, field.default, None if field.is_list else _reader(field), field)
        for name, field in fields_of(model).items()
    )


def _reader(field: Field) -> Callable[[object], Any] | None:
    """What reads one plain value; None where it is a part."""
    if field.form is not None:
        return field.form.read
    return None if issubclass(field.inner, Part) else _chooser(field.inner)


@cache
def _chooser(words: type[StrEnum]) -> Callable[[object], StrEnum]:
    by_value = {word.value: word for word in words}

    def choose(given: object) -> StrEnum:
        word = by_value.get(given) if isinstance(given, str) else None
        if word is None:
            raise RefusedError("choice", "", "is not among the choices")
        return word

    return choose


def _part(model: type[Part], tree: Any, at: FieldPath, wrong: list[Wrong]) -> Any:
    if type(tree) is not dict:
        if not isinstance(tree, model):
            wrong.append(Wrong("shape", at, tree))
        return tree
    made = object.__new__(model)
    values = made.__dict__
    unknown = len(tree)
    for name, default, reader, field in _plan(model):
        if name not in tree:
            values[name] = default
            if default is ABSENT:
                wrong.append(Wrong("missing", (*at, name), tree))
            continue
        unknown -= 1
        given = tree[name]
        if given is None and field.is_optional:
            values[name] = None
        elif reader is not None:
            try:
                values[name] = reader(given)
            except RefusedError as refused:
                wrong.append(_refused(refused, (*at, name), given))
        else:
            values[name] = _inside(field, given, (*at, name), wrong)
    if unknown:
        wrong.extend(Wrong("unknown", (*at, name), tree[name]) for name in tree if name not in fields_of(model))
    return made


def _refused(refused: RefusedError, at: FieldPath, given: object) -> Wrong:
    return Wrong(refused.form, at, given, refused.value, refused.says)


def _inside(field: Field, given: Any, at: FieldPath, wrong: list[Wrong]) -> Any:
    """A part, or a list of parts or plain values."""
    reader = _reader(field)
    if not field.is_list:
        return _part(field.inner, given, at, wrong)
    if not isinstance(given, (list, tuple)):
        wrong.append(Wrong("shape", at, given))
        return ()
    if reader is None:
        return tuple([_part(field.inner, one, (*at, index), wrong) for index, one in enumerate(given)])
    found = []
    for index, one in enumerate(given):
        try:
            found.append(reader(one))
        except RefusedError as refused:
            wrong.append(_refused(refused, (*at, index), one))
    return tuple(found)


def changed(part: P, **values: Any) -> P:
    """The same part with other values of some fields, which are taken as they are."""
    made = object.__new__(type(part))
    made.__dict__.update(part.__dict__, **values)
    return made


def plain(part: Part, *, without: Container[str] = ()) -> dict[str, Any]:
    """A part as plain values, as they are written; fields that hold nothing but their default do not stand in it."""
    values = part.__dict__
    return {
        name: written(values[name])
        for name, field in fields_of(type(part)).items()
        if name not in without and values[name] != field.default
    }


def written(value: Any) -> Any:
    """A value of a field as it is written."""
    if isinstance(value, Part):
        return plain(value)
    if isinstance(value, tuple):
        return [written(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, StrEnum):
        return value.value
    return value if value is None or isinstance(value, (str, int, float)) else _text_of(value)


def _text_of(value: Any) -> str:
    """A day, or a date as precise as it is known."""
    return value.isoformat() if isinstance(value, date) else str(value.text)
