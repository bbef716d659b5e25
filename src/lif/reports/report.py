"""A report: who it is for, what it is asked, its sections, and the pure function that decides what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from lif.disclosure.request import Request
from lif.errors import LifError
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot


class Ask(StrEnum):
    """What a report can be asked for, as it is written on the command line."""

    YEAR = "--year"
    PERIOD = "--period"
    AGENCY = "--agency"
    CYCLE = "--cycle"
    ABOUT = "ID"


THEME = "theme"
"""What stands among the kinds of a report that may be on a theme as well as on a record."""
AGENCY = "agency"
"""What stands among the kinds of a report that is on an agency of the partnership's list."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report that can be written alone: its name, and the heading its template must give it.

    The heading is empty where the records decide it. A section that is not kept `by_theme` says nothing of one
    priority, and is left out where one is asked for.
    """

    name: str
    heading: str
    by_theme: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """A report by the name users type; `build` returns plain frozen values for the template of the same name.

    `build` receives a snapshot that already holds only what the audience may see, and only what belongs to the
    priority where one is named. `needs` must be given, `takes` may be; `kinds` are those an `Ask.ABOUT` may name.
    Notes are `numbered` where the document is read aloud, and labelled by record otherwise. One that `is_judged` tells
    what `lif check` says. `reaches` is the widest audience it makes sense for: what it is about is closed
    to any wider one, and its absence would read as if nothing were there.
    """

    name: str
    says: str
    audience: Sharing
    build: Callable[[Snapshot, Request], Any]
    sections: tuple[Section, ...]
    needs: tuple[Ask, ...] = ()
    takes: tuple[Ask, ...] = ()
    kinds: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    numbered: bool = False
    is_judged: bool = False
    reaches: Sharing = Sharing.PUBLIC

    @property
    def headings(self) -> Mapping[str, str]:
        """Each section with its heading."""
        return {section.name: section.heading for section in self.sections}

    def wanted(self, asked: tuple[str, ...], *, by_priority: bool) -> tuple[str, ...]:
        """The sections to write: those asked for, or all; wrong use when one is unknown or has no priority."""
        known = {section.name: section for section in self.sections}
        for name in asked:
            if name not in known:
                raise LifError(f'{self.name} has no section "{name}".', self._which(name))
            if by_priority and not known[name].by_theme:
                raise LifError(f"The section {name} is not kept by priority.", "Leave --priority out.")
        chosen = [known[name] for name in known if not asked or name in asked]
        return tuple(one.name for one in chosen if one.by_theme or not by_priority)

    def _which(self, name: str) -> str:
        """The section that may be meant, by its name or its heading, and all there are."""
        by_words = {word: one.name for one in self.sections for word in (one.name, one.heading.lower()) if word}
        close = get_close_matches(name.lower(), by_words, n=1, cutoff=0.6)
        meant = f"Did you mean {by_words[close[0]]}? " if close else ""
        return f"{meant}Sections: {', '.join(one.name for one in self.sections)}"


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
