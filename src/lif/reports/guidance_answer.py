"""How far the records answer an item of the guidance's list: the answer, what it rests on, and what is missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.reports.cited_sentence import Line, Within, quantity


class Standing(StrEnum):
    """How far an item is answered. `ABSENT` is worded by the absence of the report, never by this word."""

    ANSWERED = "answered"
    PARTLY = "partly answered"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the records of a year say to one item.

    `says` tells what there is, `records` are the ids it rests on, `missing` names what is not there. Where `says` is
    filled and the standing is absent, it tells of what does not count. `below` are lines that stand in no section;
    `section` is the section of the report in which the records stand, where it is not the usual one of the item.
    """

    standing: Standing
    says: str = ""
    records: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    below: tuple[Line, ...] = ()
    section: str = ""


Judge = Callable[[Within], Judgement]
"""Judges one item by the content of the records of a year."""


def judgement(
    says: Iterable[str],
    records: Iterable[str],
    missing: Sequence[str],
    *,
    counts: bool = True,
    below: Iterable[Line] = (),
    section: str = "",
) -> Judgement:
    """The judgement on what there is and what is missing; `counts` is False where what there is answers nothing."""
    text = "; ".join(part for part in says if part)
    standing = Standing.ABSENT if not counts else Standing.PARTLY if missing else Standing.ANSWERED
    return Judgement(standing, text, tuple(dict.fromkeys(records)), tuple(missing), tuple(below), section)


def out_of(within: Within, count: int, total: int, what: str, more: str = "") -> str:
    """`2 of 3 safeguarding partners`; in an edition, which may not show all, `2 safeguarding partners`."""
    if within.snapshot.can_withhold:
        return quantity(count, what, more)
    return f"{count} of {quantity(total, what, more)}"


def only(within: Within, what: str) -> str:
    """`practitioners only`; in an edition, in which there may be more that is withheld, `practitioners`."""
    return what if within.snapshot.can_withhold else f"{what} only"


def ids_of(entries: Iterable[Entry[Record]]) -> tuple[str, ...]:
    """The ids of the records."""
    return tuple(entry.id for entry in entries)
