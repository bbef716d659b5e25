"""The JSON Schema of a kind, as editors read it: fields in order, with what belongs in them."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from itertools import count
from typing import Any

from lif.model.kind import Kind
from lif.model.parts.field import Sharing
from lif.model.parts.part import Field, Part, fields_of
from lif.model.parts.scalars import FIRST_YEAR, LAST_YEAR, SLUG
from lif.model.parts.schema_words import CHOICES, FORMATS, MISTYPED, PATTERNS
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.period import WRITTEN

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_UNSAFE = re.compile(r"[:;${}|\\\\]+")
"""What would end a place to type in a snippet, or begin a field in YAML."""


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of a kind; fields that may be left out have no default to fill in."""
    named: dict[str, dict[str, Any]] = {}
    schema = _part(kind.model, named)
    inside = {"$defs": named} if named else {}
    return {"$schema": _DIALECT, **schema, "title": kind.name, **inside, "defaultSnippets": [_snippet(kind)]}


def _part(model: type[Part], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What stands in a part; the parts and closed lists in it go into `named`."""
    fields = fields_of(model)
    required = [name for name, field in fields.items() if field.is_required]
    return {
        "type": "object",
        "properties": {name: _field(field, named) for name, field in fields.items()},
        **({"required": required} if required else {}),
        "title": model.__name__,
        "description": cleandoc(model.__doc__ or ""),
        "additionalProperties": False,
    }


def _field(field: Field, named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    one = dict(field.form.schema) if field.form else _reference(field.inner, named)
    if field.is_list:
        one = {"type": "array", "items": _as_written(one)}
    elif field.is_optional:
        one = _as_written(one)
    says = {"description": field.about.says} if field.about else {}
    title = {"title": field.name.replace("_", " ").title()}
    whole = {**one, **says, **({} if "$ref" in one else title)}
    return whole if field.is_optional and not field.is_list else _as_written(whole)


def _reference(inner: type, named: dict[str, dict[str, Any]]) -> dict[str, str]:
    name = inner.__name__
    if name not in named:
        named |= {name: _part(inner, named) if issubclass(inner, Part) else _words(inner)}
    return {"$ref": f"#/$defs/{name}"}


def _words(words: Any) -> dict[str, Any]:
    choices = [word.value for word in words]
    says = {"title": words.__name__, "description": cleandoc(words.__doc__ or "")}
    return _as_written({**says, "enum": choices, "type": "string"})


def _as_written(node: dict[str, Any]) -> dict[str, Any]:
    """The schema for what people write and editors read, in which a plain `3` or `2019` is a number."""
    return _with_words(_with_numbers(node))


def _with_numbers(node: dict[str, Any]) -> dict[str, Any]:
    """A date may be a plain year, a short name or a closed word a plain digit: YAML reads all as numbers."""
    if node.get("pattern") == WRITTEN:
        return {**node, "type": ["string", "integer"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    if node.get("pattern") == SLUG:
        return {**node, "type": ["string", "integer"]}
    words = node.get("enum")
    if isinstance(words, list) and all(str(word).isdigit() for word in words):
        return {**node, "type": ["string", "integer"], "enum": [*words, *(int(word) for word in words)]}
    return node


def _with_words(node: dict[str, Any]) -> dict[str, Any]:
    """What an editor says of a wrong value, offers as a right one, and explains of a choice; for a validator, nothing.

    Known to yaml-language-server, which Visual Studio Code uses: `errorMessage`, `patternErrorMessage` and
    `enumDescriptions`.
    """
    said = {key: str(node.get(key)) for key in ("type", "pattern", "format", "title")}
    more: dict[str, Any] = {}
    if "enum" not in node and said["type"] in MISTYPED:
        more["errorMessage"] = MISTYPED[said["type"]]
    if said["pattern"] in PATTERNS:
        says, example = PATTERNS[said["pattern"]]
        more |= {"errorMessage": says, "patternErrorMessage": says, "examples": [example]}
    if said["format"] in FORMATS:
        more["examples"] = [FORMATS[said["format"]]]
    if said["title"] in CHOICES and "enum" in node:
        meanings = CHOICES[said["title"]]
        more["enumDescriptions"] = [meanings[str(word)] for word in node["enum"]]
    return {**node, **more}


def _snippet(kind: Kind) -> dict[str, Any]:
    """A new record with a place to type for each field it cannot do without, and for each simple one it still owes."""
    body = _body(kind.model, count(1))
    return {"label": f"new {kind.name}", "description": f"The fields {kind.article} begins with", "body": body}


def _body(model: type[Part], places: Iterator[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, shape in shape_of(model).items():
        if shape.part is not None and shape.is_required and not shape.is_list:
            found[name] = _body(shape.part, places)
        elif shape.part is None and (shape.is_required or (shape.about.owed and not shape.is_list)):
            found[name] = [_place(shape, places)] if shape.is_list else _place(shape, places)
    return found


def _place(shape: FieldShape, places: Iterator[int]) -> str:
    """A place to type: the choices, or what belongs there after a TODO, which `lif check` finds when it is left in.

    How far a record may travel begins with the safest.
    """
    number = next(places)
    words = [word.value for word in shape.words or ()] or (["yes", "no"] if shape.kind_of_value is bool else [])
    if shape.words is Sharing:
        words.reverse()
    if words:
        return f"${{{number}|{','.join(words)}|}}"
    says = _UNSAFE.sub(",", shape.about.says)
    return f"${{{number}:TODO {says[:1].lower()}{says[1:]}}}"
