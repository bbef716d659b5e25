"""The JSON Schema of a kind, as editors read it: fields in order, with what belongs in them."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from lif.model.kind import Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _InOrder(GenerateJsonSchema):
    """Keeps fields in the order of the canonical layout instead of the alphabet's."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        del parent_key
        return value


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of a kind; fields that may be left out have no default to fill in."""
    schema = _without_null(kind.model.model_json_schema(schema_generator=_InOrder))
    return {"$schema": _DIALECT, **schema, "title": kind.name}


def _without_null(node: Any) -> Any:
    """Take out `null` and defaults: what is not known is left out of a record, never written as nothing."""
    if isinstance(node, list):
        return [_without_null(one) for one in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _without_null(value) for key, value in node.items() if key != "default"}
    choices = plain.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [one for one in choices if one != {"type": "null"}]
        del plain["anyOf"]
        return {**rest[0], **plain} if len(rest) == 1 else {**plain, "anyOf": rest}
    return plain
