"""The definition of a report: its audience, its options, its sections, and the pure function that builds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from lif.errors import LifError
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.reports.request import Request


class Ask(StrEnum):
    """The options and arguments of a report, as they are written on the command line."""

    YEAR = "--year"
    PERIOD = "--period"
    AGENCY = "--agency"
    CYCLE = "--cycle"
    ABOUT = "ID"


THEME = "theme"
"""In `Report.kinds`: the report may be on a theme as well as on a record."""
AGENCY = "agency"
"""In `Report.kinds`: the report is on an agency of the partnership's list."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report that can be written alone: its name, and the heading that its template must give it.

    The heading is empty where the records decide it. A section that `is_of_words` holds nothing but what people say in
    their own words, and is there only where there are such words. A section that is not `by_theme` cannot be
    narrowed to one priority, and is left out of a report on a priority.
    """

    name: str
    heading: str
    by_theme: bool = True
    is_of_words: bool = False


@dataclass(frozen=True, slots=True)
class Owed:
    """A statement that every document of a report should hold: what people call it, its section and who says it.

    `beside` are the sections whose facts its writer needs; `replies_to` the section of the statement it replies to.
    """

    what: str
    section: str
    role: str
    beside: tuple[str, ...] = ()
    replies_to: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report by the name users type; `build` returns plain frozen values for the template of the same name.

    `build` receives a view of the records, narrowed to the priority where one is named. `needs` are options that must
    be given, `takes` those that may be; `kinds` are the kinds of record that an `Ask.ABOUT` may name. Notes are
    `numbered` where the document is read aloud, and labelled by record otherwise. A report that `is_judged` shows
    diagnostics of `lif check`. `reaches` is the widest audience it makes sense for: its subject is closed to any wider
    one, and an empty report would look as if there were no such records.
    `owes` are the statements that its documents should hold.
    `every` is the setting of `report_periods` with the months between two of them; empty where there is none.
    """

    name: str
    says: str
    audience: Sharing
    build: Callable[[View, Request], Any]
    sections: tuple[Section, ...]
    needs: tuple[Ask, ...] = ()
    takes: tuple[Ask, ...] = ()
    kinds: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    numbered: bool = False
    is_judged: bool = False
    every: str = ""
    reaches: Sharing = Sharing.PUBLIC
    owes: tuple[Owed, ...] = ()

    @property
    def headings(self) -> Mapping[str, str]:
        """Each section with the heading that its template gives it."""
        return {section.name: "" if section.is_of_words else section.heading for section in self.sections}

    @property
    def sections_for_replies(self) -> tuple[str, ...]:
        """The sections in which every statement replies to another."""
        return tuple(owed.section for owed in self.owes if owed.replies_to)

    def wanted(self, asked: tuple[str, ...], *, by_priority: bool) -> tuple[str, ...]:
        """The names of the sections to write: those asked for, or all.

        Raises LifError when a section is unknown, or cannot be narrowed to a priority.
        """
        known = {section.name: section for section in self.sections}
        for name in asked:
            if name not in known:
                raise LifError(f'{self.name} has no section "{name}".', self._suggestion(name))
            if by_priority and not known[name].by_theme:
                raise LifError(f"The section {name} is not kept by priority.", "Leave --priority out.")
        chosen = [known[name] for name in known if not asked or name in asked]
        return tuple(section.name for section in chosen if section.by_theme or not by_priority)

    def _suggestion(self, name: str) -> str:
        """The section with the closest name or heading, and the names of all sections."""
        by_words = {
            word: section.name for section in self.sections for word in (section.name, section.heading.lower()) if word
        }
        close = get_close_matches(name.lower(), by_words, n=1, cutoff=0.6)
        meant = f"Did you mean {by_words[close[0]]}? " if close else ""
        return f"{meant}Sections: {', '.join(section.name for section in self.sections)}"


def partnership_of(snapshot: Snapshot) -> Partnership:
    """The partnership record. Raises LifError when there is none: no report can be made without it."""
    if snapshot.partnership is None:
        raise LifError(
            "There is no readable records/partnership.yaml, so nothing can be reported.",
            "Run lif check, and put right what it says of that file.",
        )
    return snapshot.partnership


def parse_year(text: str | None) -> Period:
    """Read the year of a request. Raises LifError when it is missing or is not a year."""
    if text is None:
        raise LifError("For which year?", "Say it: --year 2018-19")
    period = Period.year(text.replace("/", "-"))
    if period is None:
        raise LifError(f'Unknown year "{text}".', "A year runs from April to March and is written 2018-19.")
    return period
