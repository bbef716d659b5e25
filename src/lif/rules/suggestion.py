"""Suggest a known name that is written almost like an unknown one."""

from collections.abc import Sequence

_CUTOFFS = (0.9, 0.6)
"""How similar a name must be to be suggested; the high cutoff comes first, because that search is faster."""


def suggest(written: str, known: Sequence[str]) -> str:
    """` Did you mean `police`?`, with a blank before it; empty where nothing known is alike."""
    from difflib import get_close_matches

    for cutoff in _CUTOFFS:
        if matches := get_close_matches(written, known, n=1, cutoff=cutoff):
            return f" Did you mean `{matches[0]}`?"
    return ""
