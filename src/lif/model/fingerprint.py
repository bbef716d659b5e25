"""The fingerprint of a record or of an item in it: a citation stores it, so that a later change is noticed.

It does not depend on names. A record, agency, group or theme that is renamed, with every citation of it, is still what
it was, and so is the evidence. Of a citation it holds that there is one, not what it is called; of an item no key. What
a citation leads to is compared by `lif diff`, which follows renames.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from lif.model.parts.part import Part, plain
from lif.model.parts.shape import shape_of

_LENGTH = 12
_ABOUT_THE_FILE = {"draft", "sharing", "retention_review", "allow", "notes", "inferred"}
"""Fields about keeping the record and not about its subject: changing them changes no evidence."""
_CITED = "cited"
"""Stands for what a citation names."""


def fingerprint(part: Part) -> str:
    """Twelve hexadecimal digits that change when the content of the part changes, not when the layout of its file does.

    Fields that were never filled are left out, so that a new field of a kind leaves old fingerprints as they are.
    """
    content = without_names(type(part), plain(part, without=_ABOUT_THE_FILE))
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:_LENGTH]


def without_names(model: type[Part] | None, tree: Mapping[str, Any]) -> dict[str, Any]:
    """The plain values of a part without the names that a renaming changes: its key, and what its citations name."""
    return dict(_without_names(model, tree))


def _without_names(model: type[Part] | None, tree: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    shape = shape_of(model) if model else {}
    for name, value in tree.items():
        field = shape.get(name)
        if name == "key":
            continue
        if field is not None and field.ref is not None:
            yield name, [_CITED] * len(value) if isinstance(value, list) else _CITED
        else:
            part = field.part if field else None
            values = value if isinstance(value, list) else [value]
            plain_values = [without_names(part, item) if isinstance(item, Mapping) else item for item in values]
            yield name, plain_values if isinstance(value, list) else plain_values[0]
