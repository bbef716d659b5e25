"""Whose absences count: duties are owed by a partnership that keeps its own records, from the day they began."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from lif.analysis.chronology.record_date import placed
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.model.vocabulary import ReviewKind
from lif.rules.rule import Question

R = TypeVar("R", bound=Record)
DUTIES_BEGAN = date(2018, 7, 4)
"""The day of the guidance the framework rests on: what was done under the boards before is not held to it."""
_NOT_ITS_OWN = {ReviewKind.NATIONAL_REVIEW, ReviewKind.SERIOUS_CASE_REVIEW}


def owed_since(question: Question) -> date | None:
    """From when absences count; None in records compiled by others, where an absence is "not in the sources read"."""
    partnership = question.snapshot.partnership
    if partnership is None or not partnership.compiled.own:
        return None
    first_year = Period.year(partnership.first_year) if partnership.first_year else None
    return max(DUTIES_BEGAN, first_year.since) if first_year else DUTIES_BEGAN


def owing(question: Question, model: type[R]) -> Iterator[Entry[R]]:
    """The records of a kind that owe what they lack: those that do not certainly lie before the duties began."""
    since = owed_since(question)
    if since is None:
        return
    for entry in question.snapshot.of(model):
        when = placed(question.snapshot, entry.id)
        if when is None or when.latest >= since:
            yield entry


def years_owed(question: Question) -> Iterator[Period]:
    """The years from April to March since the first that the records cover, up to the one that today lies in.

    Without a first year nobody said from when the records are whole, and no year is owed.
    """
    since, partnership = owed_since(question), question.snapshot.partnership
    if since is None or partnership is None or partnership.first_year is None:
        return
    for start_year in range(since.year, question.today.year + 1):
        year = Period(date(start_year, 4, 1), date(start_year + 1, 3, 31), f"{start_year}-{(start_year + 1) % 100:02}")
        if since <= year.since <= question.today:
            yield year


def own_reviews(question: Question) -> Iterator[Entry[Review]]:
    """The partnership's own reviews under the guidance: no national review, and no serious case review of a board."""
    yield from (entry for entry in owing(question, Review) if entry.record.review_kind not in _NOT_ITS_OWN)


def listed(names: tuple[str, ...]) -> str:
    """Names as people say them: `terms and members`, `who, when and why`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
