"""The JSON Schema of a kind, as editors read it: fields in order, with what belongs in them."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.scalars import FIRST_YEAR, LAST_YEAR, SLUG
from lif.model.parts.schema_words import CHOICES, FORMATS, MISTYPED, PATTERNS
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.period import WRITTEN
from lif.model.sharing import Sharing

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_UNSAFE = re.compile(r"[:;${}|\\\\]+")
"""Characters that would end a placeholder in a snippet, or begin a field in YAML."""


class _InOrder(GenerateJsonSchema):
    """Keeps fields in the order of the canonical layout; pydantic sorts them by the alphabet."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Leave the order as it is."""
        del parent_key
        return value


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of a kind; fields that may be left out have no default to fill in."""
    schema = _as_written(kind.model.model_json_schema(schema_generator=_InOrder))
    return {"$schema": _DIALECT, **schema, "title": kind.name, "defaultSnippets": [_snippet(kind)]}


def _as_written(node: Any) -> Any:
    """The schema of what people write and editors read, where a plain `3` or `2019` is a number.

    `null` and defaults are taken out: what is not known is left out of a record, never written as nothing.
    """
    if isinstance(node, list):
        return [_as_written(item) for item in node]
    if not isinstance(node, dict):
        return node
    written = {key: _as_written(value) for key, value in node.items() if key != "default"}
    if "anyOf" in written:
        (choice,) = (choice for choice in written.pop("anyOf") if choice != {"type": "null"})
        return {**choice, **written}
    return _with_words(_with_numbers(written))


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
    """A new record with a placeholder for each required field, and for each simple field that it still owes."""
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
    """A placeholder: the choices, or what belongs there after a TODO, which `lif check` finds when it is left in.

    The choices for the sharing of a record begin with the safest.
    """
    number = next(places)
    words = [word.value for word in shape.words or ()] or (["yes", "no"] if shape.kind_of_value is bool else [])
    if shape.words is Sharing:
        words.reverse()
    if words:
        return f"${{{number}|{','.join(words)}|}}"
    says = _UNSAFE.sub(",", shape.about.says)
    return f"${{{number}:TODO {says[:1].lower()}{says[1:]}}}"
