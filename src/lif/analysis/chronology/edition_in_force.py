"""The edition of the guidance that applies to a record: the one in force at its date, never a later one."""

from datetime import date
from typing import NamedTuple

from lif.model.edition import Edition, no_edition
from lif.model.kinds.partnership import Name
from lif.model.period import When
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Body

IN_TIME_OF_BOARD = "in the time of the board, which worked to other rules"


class EditionInForce(NamedTuple):
    """The edition, and, where it sets no duties, why no duty of the guidance is judged.

    `unknown` is the edition that the partnership names and `lif` does not know; empty otherwise.
    """

    edition: Edition
    because: str = ""
    unknown: str = ""


def edition_for(snapshot: Snapshot, when: When | None) -> Edition:
    """The edition in force on a date; `none`, which sets no duties, before 2018-07-04 and in the time of a board.

    The partnership's own dates take precedence over those of the editions. A vague date counts as its earliest day, so
    that nothing is judged by a later edition.
    """
    return edition_in_force(snapshot, when).edition


def edition_in_force(snapshot: Snapshot, when: When | None) -> EditionInForce:
    """The edition in force on a date as `edition_for` gives it, with the reason where it sets no duties."""
    if when is None:
        return EditionInForce(_named(snapshot, "none"), f"date: {snapshot.absent}")
    if _may_be_in_time_of_board(snapshot, when):
        return EditionInForce(_named(snapshot, "none"), IN_TIME_OF_BOARD)
    name = _name_on(snapshot, when.earliest)
    edition = _named(snapshot, name)
    if edition.name != name:
        return EditionInForce(edition, f"under the edition {name}, which lif does not know", name)
    first = next((candidate for candidate in snapshot.guidance if not candidate.is_silent), None)
    return EditionInForce(edition, f"before {first.title} came into force" if edition.is_silent and first else "")


def _named(snapshot: Snapshot, name: str) -> Edition:
    by_name = {edition.name: edition for edition in snapshot.guidance}
    return by_name.get(name) or by_name.get("none") or no_edition()


def _name_on(snapshot: Snapshot, day: date) -> str:
    """The name of the edition in force on a day: by the partnership's dates, or else by those of the editions."""
    for guidance in snapshot.partnership.guidance if snapshot.partnership else ():
        if guidance.span.covers(day):
            return guidance.edition
    return next((edition.name for edition in snapshot.guidance if _covers(edition.since, edition.until, day)), "none")


def _covers(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


def _may_be_in_time_of_board(snapshot: Snapshot, when: When) -> bool:
    names = snapshot.partnership.names if snapshot.partnership else ()
    return any(_is_board(name, when) for name in names)


def _is_board(name: Name, when: When) -> bool:
    return name.body is Body.BOARD and name.span.overlaps(when)
