"""Propose a map for a partnership's own tracker: from its headings, and from what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from lif.exchange.returned.cell_error import CellError
from lif.exchange.returned.cell_value import ColumnReader, shown_text
from lif.exchange.returned.column_map import folded
from lif.exchange.returned.grid import Grid
from lif.exchange.returned.tracker_rows import Headings, is_of_form

_CALLED: Mapping[str, tuple[str, ...]] = {
    "title": ("action", "recommendation", "activity", "task", "what", "audit", "challenge", "title", "issue"),
    "owner.agency": ("lead agency", "lead", "owner", "agency", "organisation", "responsible", "led by"),
    "owner.role": ("lead officer", "lead role", "role", "responsible officer", "who"),
    "due": ("due", "due date", "target date", "deadline", "by when", "timescale", "completion date", "when"),
    "agreed": ("agreed", "date agreed", "date set", "date raised", "date of meeting"),
    "started": ("start date", "started", "begun"),
    "done": ("date completed", "completed", "done", "completed on"),
    "closed": ("date closed", "closed", "sign off", "signed off"),
    "outcome": ("outcome", "rag", "rag rating", "status", "impact"),
    "outcome_because": ("evidence of impact", "evidence", "impact evidence"),
    "themes": ("theme", "themes", "topic", "priority"),
    "joint_with": ("with", "partners", "other agencies", "supporting agencies"),
    "progress.+.said": ("progress", "update", "updates", "comments", "latest update", "commentary"),
    "raised": ("raised", "date raised"),
    "programme_year": ("year", "programme"),
    "led_by": ("lead", "led by", "auditor"),
}
"""What people call a field, the surest name first."""
_CLOSE, _READABLE, _MOST_SEEN, _MOST_WORDS = 0.8, 0.8, 200, 12


class Sureness(StrEnum):
    """How sure a proposal is."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Guess:
    """A heading and the field it seems to hold; `unread` are words in its cells that the field does not take."""

    heading: str
    field: str
    sureness: Sureness
    readable: int
    filled: int
    unread: tuple[str, ...] = ()


def guesses(
    grid: Grid, headings: Headings, readers: Mapping[str, ColumnReader]
) -> tuple[tuple[Guess, ...], tuple[str, ...]]:
    """A guess for each column that seems to hold a field, each field once, and the headings that fit none."""
    candidates = []
    for column, heading in headings.by_column.items():
        if is_of_form(grid, column):
            continue
        cells = [row[column] for row in grid.rows[headings.row + 1 :] if column < len(row) and shown_text(row[column])]
        for key, reader in readers.items():
            if likeness := _likeness(heading, reader):
                readable, unread = _readable(reader, cells[:_MOST_SEEN])
                seen = min(len(cells), _MOST_SEEN)
                score = likeness + (readable / seen if seen else 0)
                guess = Guess(heading, key, _sureness(likeness, readable, seen), readable, seen, unread)
                candidates.append((score, column, guess))
    chosen: dict[int, Guess] = {}
    taken: set[str] = set()
    for _, column, guess in sorted(candidates, key=lambda each: (-each[0], each[1])):
        if column not in chosen and guess.field not in taken:
            chosen[column] = guess
            taken.add(guess.field)
    left = [
        text for column, text in headings.by_column.items() if column not in chosen and not is_of_form(grid, column)
    ]
    return tuple(chosen[column] for column in sorted(chosen)), tuple(left)


def _likeness(heading: str, reader: ColumnReader) -> float:
    """How much a heading is like the names of a field, from 0 to 1."""
    text = folded(heading.rpartition("/")[2])
    names = (folded(reader.column.heading), reader.column.key, *_CALLED.get(reader.column.key, ()))
    if text in names:
        return 1.0 - 0.02 * names.index(text)
    best = max(SequenceMatcher(None, text, name).ratio() for name in names)
    return best * 0.8 if best >= _CLOSE else 0.0


def _readable(reader: ColumnReader, cells: Sequence[object]) -> tuple[int, tuple[str, ...]]:
    """How many cells the field takes as they are, and the short words of the others."""
    count = 0
    unread: dict[str, None] = {}
    for cell in cells:
        try:
            reader.read(cell, "")
            count += 1
        except CellError:
            unread[shown_text(cell)] = None
    return count, tuple(unread)[:_MOST_WORDS]


def _sureness(likeness: float, readable: int, filled: int) -> Sureness:
    if likeness < _CLOSE:
        return Sureness.UNSURE
    if filled and readable >= _READABLE * filled:
        return Sureness.SURE
    return Sureness.LIKELY if readable * 2 >= filled and filled else Sureness.UNSURE
