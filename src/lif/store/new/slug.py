"""A short name for a new record, from its title and the year of its own date."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lif.model.kind import Kind
from lif.model.parts.scalars import is_slug

ON_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that no file can have on Windows."""
_LONGEST = 60
_MOST_WORDS = 7
_SMALL = re.compile(
    "a|an|and|at|by|for|from|in|into|is|it|its|of|on|or|our|that|the|their|this|to|was|were|with",
)
_DATES = ("date", "raised", "agreed", "made", "year", "received", "returned", "started", "completed", "published")
_YEAR = re.compile(r"\d{4}(?:-\d{2})?(?![\d])", re.ASCII)


def can_name_a_file(text: str) -> bool:
    """Whether a record may have this for its short name, on every system."""
    return is_slug(text) and not ON_WINDOWS.fullmatch(text)


def slug(text: str, *, without: frozenset[str] = frozenset()) -> str:
    """Up to seven telling words of a text, joined by hyphens; empty when no letter of it is Latin."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if not _SMALL.fullmatch(word) and word not in without] or words
    kept = "-".join(telling[:_MOST_WORDS])
    return kept if len(kept) <= _LONGEST else kept[:_LONGEST].rpartition("-")[0] or kept[:_LONGEST]


def slug_of(kind: Kind, tree: dict[str, Any]) -> str:
    """`2026-missing-education`: the year of the record's own date, never today's, and the words of its title."""
    repeated = frozenset([kind.name, *re.findall("[a-z]+", str(tree.get(f"{kind.name}_kind", "")))])
    words = slug(str(tree.get("title", "")), without=repeated)
    year = next(_years(tree), "")
    return words if not year or words.startswith(year) else f"{year}-{words}".rstrip("-")


def _years(tree: dict[str, Any]) -> Iterator[str]:
    """Years of the dates a record may be known by, the likeliest first; of a year from April to March, the whole."""
    for name in _DATES:
        if isinstance(tree.get(name), str) and (found := _YEAR.match(tree[name])):
            yield found[0] if name == "year" else found[0][:4]
    for date in (tree.get("life") or {}).values():
        yield str(date)[:4]
    for intended in tree.get("intended") or ():
        if intended.get("agreed"):
            yield str(intended["agreed"])[:4]
    if found := _YEAR.match(str(tree.get("source", "")).rpartition("/")[2]):
        yield found[0][:4]
