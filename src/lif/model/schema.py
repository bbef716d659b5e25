"""The JSON Schema of a kind, as editors read it: fields in order, with what belongs in them."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from lif.model.kind import Kind
from lif.model.period import WRITTEN
from lif.model.scalars import FIRST_YEAR, LAST_YEAR, SLUG

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _InOrder(GenerateJsonSchema):
    """Keeps fields in the order of the canonical layout instead of the alphabet's."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        del parent_key
        return value


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of a kind; fields that may be left out have no default to fill in."""
    schema = _as_written(kind.model.model_json_schema(schema_generator=_InOrder))
    return {"$schema": _DIALECT, **schema, "title": kind.name}


def _as_written(node: Any) -> Any:
    """The schema for what people write and editors read, in which a plain `3` or `2019` is a number.

    `null` and defaults go: what is not known is left out of a record, never written as nothing.
    """
    if isinstance(node, list):
        return [_as_written(one) for one in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _as_written(value) for key, value in node.items() if key != "default"}
    if "anyOf" in plain:
        (one,) = (choice for choice in plain.pop("anyOf") if choice != {"type": "null"})
        return {**one, **plain}
    return _with_numbers(plain)


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
