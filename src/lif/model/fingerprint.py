"""The fingerprint of a record or of an item in it: what a citation keeps of what it saw."""

import json
from hashlib import sha256

from lif.model.parts.part import Part, plain

_LENGTH = 12
_ABOUT_THE_FILE = {"draft", "sharing", "retention_review", "allow", "notes"}
"""Fields that say how a record is kept, not what it tells: changing them changes no evidence."""


def fingerprint(part: Part) -> str:
    """Twelve hexadecimal digits that change when what the part tells changes, not when its file is laid out anew.

    Fields that were never filled do not enter, so that a new field of a kind leaves old fingerprints as they are.
    """
    told = plain(part, without=_ABOUT_THE_FILE)
    return sha256(json.dumps(told, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:_LENGTH]
