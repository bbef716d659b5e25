"""The fingerprint of a value: it names the value in an exception without showing it."""

from hashlib import sha256

from lif.privacy.normalise import normalise

_DIGITS = 10


def value_fingerprint(value: str) -> str:
    """Ten hexadecimal digits that are the same however the value is spaced, broken over lines or capitalised."""
    return sha256(" ".join(normalise(value).text.split()).lower().encode()).hexdigest()[:_DIGITS]
