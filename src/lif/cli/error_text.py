"""The text of an error for the terminal: safe, and with names masked in the ids and keys that it suggests."""

from lif.errors import LifError
from lif.output.text.terminal import safe_text
from lif.privacy.mask import mask_names


def error_text(error: LifError) -> str:
    """The message and its hint, without an id, key or theme that could identify a person."""
    return mask_names(safe_text(f"{error.message} {error.hint}".rstrip()))
