"""The fingerprint of a record or of an item in it: a citation stores it, so that a later change is noticed."""

import json
from hashlib import sha256

from lif.model.parts.part import Part, plain

_LENGTH = 12
_ABOUT_THE_FILE = {"draft", "sharing", "retention_review", "allow", "notes"}
"""Fields about keeping the record and not about its subject: changing them changes no evidence."""


def fingerprint(part: Part) -> str:
    """Twelve hexadecimal digits that change when the content of the part changes, not when the layout of its file does.

    Fields that were never filled are left out, so that a new field of a kind leaves old fingerprints as they are.
    """
    content = plain(part, without=_ABOUT_THE_FILE)
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:_LENGTH]
