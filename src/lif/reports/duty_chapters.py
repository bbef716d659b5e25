"""The duties of the framework by its chapters, so that a person can read what a year shows of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.reports.cited_sentence import Line
from lif.reports.duties_of_year import DutyYear

_CHAPTERS = {
    "F1": "One system, in the open",
    "F2": "The yearly position, and priorities",
    "F3": "The principles of reviews and audits",
    "F4": "How agencies learn, and hold one another to it",
    "F5": "What drives learning, and how it is planned",
    "F6": "Practice reviews",
    "F7": "Improvement and impact",
    "F8": "The review of the framework",
    "FA": "The groups",
}


@dataclass(frozen=True, slots=True)
class ToldDuty:
    """One duty with all that is recorded on it in one line, and below it what needs a look."""

    name: str
    says: str
    recorded: Line
    duty: DutyYear


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the framework with its duties."""

    says: str
    duties: tuple[ToldDuty, ...]


def chapters(duties: Iterable[DutyYear]) -> Iterator[Chapter]:
    """The chapters in the order of the framework, each with those of the duties that belong to it."""
    told = [_told(duty) for duty in duties]
    for key, says in _CHAPTERS.items():
        own = tuple(duty for duty in told if duty.name.partition(".")[0] == key)
        if own:
            yield Chapter(f"{key}. {says}", own)


def _told(duty: DutyYear) -> ToldDuty:
    text = "; ".join(line.text for line in duty.shown)
    records = tuple(dict.fromkeys(record for line in duty.shown for record in line.records))
    return ToldDuty(duty.name, duty.says, Line(text, "", records), duty)
