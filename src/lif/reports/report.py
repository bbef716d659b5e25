"""A report: who it is for, what it is asked, and the pure function that decides what it says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.errors import LifError
from lif.model.field import Sharing
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a report: the day, the audience, the year, and how many records this audience may not see."""

    today: date
    audience: Sharing
    year: Period | None = None
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A report by the name users type; `build` returns plain frozen values for the template of the same name.

    `build` receives a snapshot that already holds only what the audience may see.
    """

    name: str
    says: str
    audience: Sharing
    build: Callable[[Snapshot, Request], Any]
    duties: tuple[str, ...] = ()


def the_partnership(snapshot: Snapshot) -> Partnership:
    """The partnership record, without which there is nothing to report on."""
    if snapshot.partnership is None:
        raise LifError(
            "There is no readable records/partnership.yaml, so nothing can be reported.",
            "Run lif check, and put right what it says of that file.",
        )
    return snapshot.partnership


def year_asked(text: str | None) -> Period:
    """The year of a request; wrong use when it is not one."""
    if text is None:
        raise LifError("For which year?", "Say it: --year 2018-19")
    period = Period.year(text)
    if period is None:
        raise LifError(f'I don\'t know the year "{text}".', "A year runs from April to March and is written 2018-19.")
    return period
