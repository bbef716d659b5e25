"""Write the answer of any reading command as JSON with a version."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from lif.model.parts.part import Part, plain
from lif.model.period import When
from lif.model.snapshot import Entry

VERSION = 1


def as_json(**answer: Any) -> str:
    """The fields as a JSON object, `{"version": 1, …}`, ending in a new line."""
    return json.dumps({"version": VERSION, **_plain(answer)}, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Entry):
        return {"id": value.id, "kind": value.kind.name, **_plain(value.record)}
    if isinstance(value, Part):
        return plain(value)
    if isinstance(value, When):
        return value.text
    if isinstance(value, (date, Enum)):
        return str(value)
    if is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, dict):
        return {" and ".join(key) if isinstance(key, tuple) else str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        value = sorted(value)
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
