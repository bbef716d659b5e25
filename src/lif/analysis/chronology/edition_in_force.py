"""Which edition of the guidance judges a record: the one in force at its own date, never a later one."""

from dataclasses import dataclass
from datetime import date

from lif.model.edition import Edition, no_edition
from lif.model.kinds.partnership import Name
from lif.model.period import When
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Body

THE_BOARDS = "in the time of the board, which worked to other rules"


@dataclass(frozen=True, slots=True)
class InForce:
    """The edition, and where it is silent, why no duty of the guidance is judged."""

    edition: Edition
    because: str = ""


def edition_for(snapshot: Snapshot, when: When | None) -> Edition:
    """The edition that judges what happened then; `none`, which is silent, before 2018-07-04 and in a board's time.

    The partnership's own dates win over those of the editions. A date too vague to choose by counts as its earliest
    day, so that nothing is ever judged by a later edition.
    """
    return in_force(snapshot, when).edition


def in_force(snapshot: Snapshot, when: When | None) -> InForce:
    """The same, with the reason where it is silent."""
    if when is None:
        return InForce(_named(snapshot, "none"), f"date {snapshot.absent}")
    if _may_be_the_boards(snapshot, when):
        return InForce(_named(snapshot, "none"), THE_BOARDS)
    name = _name_on(snapshot, when.earliest)
    edition = _named(snapshot, name)
    if edition.name != name:
        return InForce(edition, f"under the edition {name}, which lif does not know")
    first = next((one for one in snapshot.guidance if not one.is_silent), None)
    return InForce(edition, f"before {first.title} came into force" if edition.is_silent and first else "")


def _named(snapshot: Snapshot, name: str) -> Edition:
    by_name = {edition.name: edition for edition in snapshot.guidance}
    return by_name.get(name) or by_name.get("none") or no_edition()


def _name_on(snapshot: Snapshot, day: date) -> str:
    """The name of the edition on a day: by the partnership's dates, or else by its own."""
    for one in snapshot.partnership.guidance if snapshot.partnership else ():
        since = one.since.earliest if one.since else None
        if _covers(since, one.until.latest if one.until else None, day):
            return one.edition
    return next((one.name for one in snapshot.guidance if _covers(one.since, one.until, day)), "none")


def _covers(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


def _may_be_the_boards(snapshot: Snapshot, when: When) -> bool:
    names = snapshot.partnership.names if snapshot.partnership else ()
    return any(_is_board(name, when) for name in names)


def _is_board(name: Name, when: When) -> bool:
    has_begun = name.since is None or name.since.earliest <= when.latest
    has_not_ended = name.until is None or when.earliest <= name.until.latest
    return name.body is Body.BOARD and has_begun and has_not_ended
