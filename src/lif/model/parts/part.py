"""The base of all record models: pydantic models that take no unknown field and never change after reading."""

from collections.abc import Container, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic.config import ConfigDict
from pydantic.fields import Field as PydanticField
from pydantic.fields import FieldInfo
from pydantic.main import BaseModel
from pydantic_core import ValidationError

from lif.diagnostics.location import FieldPath
from lif.model.parts.field import About
from lif.model.parts.form import Form, RefusedError

ABSENT: Any = ...
"""The default of a field that must be filled."""
_WHAT_IS_WRONG = {"missing": "missing", "extra_forbidden": "unknown", "enum": "choice"}
"""The types of pydantic's errors that are not about the shape of a value, with our word for each."""
_SET_FIELDS: frozenset[str] = frozenset()
"""Parts made by `part_with` do not record which fields were given: no code needs it, and it would double their size."""


class Part(BaseModel):
    """A group of fields inside a record. Unknown fields are refused; nothing changes after reading.

    Each field is annotated with a form (`Text`, `Day` …), another part, a closed list of words or `When`: alone, in a
    tuple, or with `| None`. No model is instantiated in a class body: that would build its validators during import.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


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
        super().__init__("; ".join(f"{'.'.join(map(str, wrong.at))}: {wrong.says or wrong.what}" for wrong in problems))
        self.problems = problems


class Field(NamedTuple):
    """A field of a part: its name, its default, the type of its values, and what was declared of it.

    `inner` is the type of one value without its annotations, and `metadata` are the annotations. `form` says how text
    becomes a value; None for parts and closed lists of words.
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
        """Whether it must be filled."""
        return self.default is ABSENT


@cache
def fields_of(model: type[Part]) -> Mapping[str, Field]:
    """The fields of a part by name, those of its base first; a field declared again keeps its place."""
    return {name: _field(name, info) for name, info in model.model_fields.items()}


def _field(name: str, info: FieldInfo) -> Field:
    default = ABSENT if info.is_required() else info.get_default(call_default_factory=True, validated_data={})
    is_list, is_optional, inner, metadata = _unwrapped(info.annotation)
    metadata = (*info.metadata, *metadata)
    form = next((item for item in (*metadata, getattr(inner, "form", None)) if isinstance(item, Form)), None)
    about = info.json_schema_extra if isinstance(info.json_schema_extra, About) else None
    return Field(name, default, is_list, is_optional, inner, form, metadata, about)


def _unwrapped(annotation: Any) -> tuple[bool, bool, Any, tuple[Any, ...]]:
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
            annotation = next(choice for choice in get_args(annotation) if choice is not type(None))
        elif origin is tuple:
            is_list = True
            annotation = get_args(annotation)[0]
        else:
            return is_list, is_optional, annotation, metadata


P = TypeVar("P", bound=Part)


def read(model: type[P], tree: object) -> P:
    """The part that a tree of text holds.

    Raises `WrongError`, which names everything that is wrong with the tree.
    """
    _build_shared(model)
    try:
        return model.model_validate(tree)
    except ValidationError as refused:
        errors = refused.errors(include_url=False)
        raise WrongError(tuple(_wrong(error) for error in errors)) from None


@cache
def _build_shared(model: type[Part]) -> None:
    """Build the validators of the parts that several kinds share, so that each is built once.

    A part is shared where it is declared in another module than the part that it stands in.
    """
    for field in fields_of(model).values():
        if isinstance(field.inner, type) and issubclass(field.inner, Part):
            _build_shared(field.inner)
            if field.inner.__module__ != model.__module__:
                field.inner.model_rebuild()


def _wrong(error: Mapping[str, Any]) -> Wrong:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, RefusedError):
        return Wrong(cause.form, error["loc"], error["input"], cause.value, cause.says)
    what = _WHAT_IS_WRONG.get(error["type"], "shape")
    says = "is not among the choices" if what == "choice" else ""
    return Wrong(what, error["loc"], error["input"], "", says)


def part_with(model: type[P], values: dict[str, Any]) -> P:
    """A part that holds these values of all its fields, as they are: nothing is validated.

    The same as pydantic's `model_construct` for a complete set of values, and four to eight times as quick. The
    dictionary becomes that of the part, so it must not change afterwards.
    """
    part = model.__new__(model)
    object.__setattr__(part, "__dict__", values)
    object.__setattr__(part, "__pydantic_fields_set__", _SET_FIELDS)
    object.__setattr__(part, "__pydantic_extra__", None)
    object.__setattr__(part, "__pydantic_private__", None)
    return part


def filled_by(model: type[P]) -> Any:
    """A field that holds a part, with the defaults of that part where the record says nothing of it."""
    return PydanticField(default_factory=model.model_construct)


def changed(part: P, **values: Any) -> P:
    """A copy of the part with other values of some fields, which are taken as they are."""
    return part_with(type(part), {**part.__dict__, **values})


def is_filled(part: Part, name: str) -> bool:
    """Whether a field holds more than when it is left out; a part in it does where one of its own fields does."""
    value = getattr(part, name)
    if isinstance(value, Part):
        return any(is_filled(value, inner) for inner in fields_of(type(value)))
    return bool(value != fields_of(type(part))[name].default)


def plain(part: Part, *, without: Container[str] = ()) -> dict[str, Any]:
    """A part as plain values, as they are written; fields that hold only their default are left out."""
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
        return [written(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, StrEnum):
        return value.value
    return value if value is None or isinstance(value, (str, int, float)) else _date_text(value)


def _date_text(value: Any) -> str:
    """A day, or a date as precise as it is known."""
    return value.isoformat() if isinstance(value, date) else str(value.text)
