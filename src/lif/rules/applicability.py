"""Which records owe what they lack: duties bind a partnership that keeps its own records, from the day they began."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from lif.analysis.chronology.record_date import record_date
from lif.analysis.lines.whose_work import is_ours
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.model.vocabulary import ReviewKind
from lif.rules.rule import Question

R = TypeVar("R", bound=Record)
DUTIES_BEGAN = date(2018, 7, 4)
"""The date of the guidance the framework rests on. Work done under the earlier boards is not held to it."""


def duties_apply_since(question: Question) -> date | None:
    """The date from which absences count; None where others compiled the records: "not in the sources read"."""
    partnership = question.snapshot.partnership
    if partnership is None or not partnership.compiled.own:
        return None
    first_year = Period.year(partnership.first_year) if partnership.first_year else None
    return max(DUTIES_BEGAN, first_year.since) if first_year else DUTIES_BEGAN


def records_under_duty(question: Question, model: type[R]) -> Iterator[Entry[R]]:
    """The records of a kind that the duties apply to: our own, if not certainly dated before the duties began."""
    since = duties_apply_since(question)
    if since is None:
        return
    for entry in question.snapshot.of(model):
        when = record_date(question.snapshot, entry.id)
        if (when is None or when.latest >= since) and is_ours(question.snapshot, entry.id):
            yield entry


def years_owed(question: Question) -> Iterator[Period]:
    """The years from April to March, from the first year that the records cover to the year of today.

    Without a first year it is not known from when the records are complete, and no year is owed.
    """
    since, partnership = duties_apply_since(question), question.snapshot.partnership
    if since is None or partnership is None or partnership.first_year is None:
        return
    for start_year in range(since.year, question.today.year + 1):
        year = Period(date(start_year, 4, 1), date(start_year + 1, 3, 31), f"{start_year}-{(start_year + 1) % 100:02}")
        if since <= year.since <= question.today:
            yield year


def own_reviews(question: Question) -> Iterator[Entry[Review]]:
    """The partnership's own reviews under the guidance, without a board's serious case reviews."""
    historic = ReviewKind.SERIOUS_CASE_REVIEW
    yield from (entry for entry in records_under_duty(question, Review) if entry.record.review_kind is not historic)


def join_names(names: tuple[str, ...]) -> str:
    """Join names into a phrase: `terms and members`, `who, when and why`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
