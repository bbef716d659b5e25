"""Makes the slug of a new record from its title and the year of its own date."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lif.model.kind import Kind
from lif.model.parts.scalars import is_slug

WINDOWS_NAMES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""File names that Windows does not allow."""
_LONGEST = 60
_MOST_WORDS = 7
_STOP_WORDS = re.compile(
    "a|an|and|at|by|for|from|in|into|is|it|its|of|on|or|our|that|the|their|this|to|was|were|with",
)
_DATES = ("date", "raised", "agreed", "made", "year", "received", "returned", "started", "completed", "published")
_YEAR = re.compile(r"\d{4}(?:-\d{2})?(?![\d])", re.ASCII)


def can_name_a_file(text: str) -> bool:
    """Whether the text can be the slug of a record, on every operating system."""
    return is_slug(text) and not WINDOWS_NAMES.fullmatch(text)


def why_no_name(text: str) -> tuple[str, str]:
    """Why the text cannot be the slug of a record, and what to write."""
    if WINDOWS_NAMES.fullmatch(text):
        return f'No file can be called "{text}" on Windows.', f"Add a word: {text}-2026."
    return f'"{text}" cannot be the name of a record.', "Write small letters, digits and hyphens."


def make_slug(text: str, *, without: frozenset[str] = frozenset()) -> str:
    """Up to seven significant words of a text, joined by hyphens; empty when it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    significant = [word for word in words if not _STOP_WORDS.fullmatch(word) and word not in without] or words
    joined = "-".join(significant[:_MOST_WORDS])
    return joined if len(joined) <= _LONGEST else joined[:_LONGEST].rpartition("-")[0] or joined[:_LONGEST]


def record_slug(kind: Kind, tree: dict[str, Any]) -> str:
    """`2026-missing-education`: the year of the record's own date, never today's, and the words of its title."""
    repeated = frozenset([kind.name, *re.findall("[a-z]+", str(tree.get(f"{kind.name}_kind", "")))])
    words = make_slug(str(tree.get("title", "")), without=repeated)
    if "-" not in words:
        words = make_slug(str(tree.get("title", "")), without=frozenset([kind.name]))
    year = next(_years(kind, tree), "")
    return words if not year or words.startswith(year) else f"{year}-{words}".rstrip("-")


def _years(kind: Kind, tree: dict[str, Any]) -> Iterator[str]:
    """Years from the dates of a record, the likeliest first; a year from April to March is given whole."""
    for name in _DATES:
        if isinstance(tree.get(name), str) and (match := _YEAR.match(tree[name])):
            yield match[0] if name == "year" else match[0][:4]
    life, intended = tree.get("life"), tree.get("intended")
    dates = [*(life.values() if isinstance(life, dict) else ())]
    dates += [item.get("agreed") for item in (intended if isinstance(intended, list) else ()) if isinstance(item, dict)]
    yield from (match[0][:4] for date in dates if (match := _YEAR.match(str(date))))
    for path in kind.declares.dated_by:
        if match := _YEAR.match(str(_value_at(tree, path))):
            yield match[0][:4]
    if match := _YEAR.match(str(tree.get("source", "")).rpartition("/")[2]):
        yield match[0][:4]


def _value_at(tree: Any, path: str) -> Any:
    """What is written at a path in the tree, an index for an item of a list; None where nothing stands there."""
    for step in path.split("."):
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and tree and step.lstrip("-").isdigit():
            tree = tree[int(step)]
        else:
            return None
    return tree
