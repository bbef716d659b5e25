"""What waits for a decision of a group: themes, reviews, and recommendations that nobody has answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.deadlines.deadline import has_begun
from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.recommendation_state import AskedState, state_of
from lif.analysis.themes.recurrence import recommendations
from lif.analysis.themes.theme_reading import ThemeReading
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Disposition, RecommendationForm, ReviewKind, words
from lif.reports.chart import listed
from lif.reports.cited_sentence import Line
from lif.reports.silent_themes import not_heard

_DISPOSITIONS = {
    "Created": Disposition.CREATE,
    "Changed": Disposition.CHANGE,
    "Stabilised": Disposition.STABILISE,
}
"""What the group would decide if it agreed with a proposal."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A theme that wants a decision: what is proposed and why, who says what, who was not heard, what was decided.

    `decided` is empty where the group has not decided; `is_to_discuss` where no proposal can be made.
    """

    theme: str
    proposal: str
    because: str
    says: tuple[Line, ...]
    not_heard: str
    decided: Line
    is_to_discuss: bool


def themes(snapshot: Snapshot, readings: Iterable[ThemeReading], day: date) -> Iterator[Undecided]:
    """Themes without a decision, and those on which the evidence since proposes something other than was decided."""
    for reading in readings:
        decision = reading.decision
        if decision is not None and not has_begun(decision.record.date, day):
            decision = None
        wanted = _DISPOSITIONS.get(reading.proposal.word)
        if decision is None:
            decided = Line("", "", ())
        elif not _has_flipped(reading, wanted):
            continue
        else:
            said = f"{words(decision.record.disposition or '')}, because {decision.record.because or snapshot.absent}"
            decided = Line(said, str(decision.record.date or ""), (decision.id,))
        yield Undecided(
            theme=reading.label,
            proposal=words(wanted) if wanted else "discuss",
            because=reading.proposal.reason,
            says=tuple(_votes(reading)),
            not_heard=not_heard(reading),
            decided=decided,
            is_to_discuss=wanted is None,
        )


def _has_flipped(reading: ThemeReading, wanted: Disposition | None) -> bool:
    """Whether evidence newer than the decision is there, and what it all proposes is not what was decided."""
    decision = reading.decision
    when = decision.record.date if decision else None
    newer = any(
        when is not None and vote.when is not None and when.is_before(vote.when)
        for line in reading.lines
        for vote in line.votes
    )
    return decision is not None and newer and wanted is not decision.record.disposition


def _votes(reading: ThemeReading) -> Iterator[Line]:
    verdicts = {"W": "working well", "N": "needs to improve", "G": "a gap", "M": "mixed"}
    for line in reading.lines:
        newest = max((vote.when for vote in line.votes if vote.when), key=_latest, default=None)
        records = tuple(dict.fromkeys(one for vote in line.votes for one in vote.findings or (vote.source,)))
        yield Line(f"{line.label}: {verdicts[line.verdict]}{f' (newest {newest})' if newest else ''}", "", records)


def _latest(when: When) -> date:
    return when.latest


def reviews(snapshot: Snapshot, day: date) -> Iterator[Line]:
    """Reviews of the partnership on which nobody is recorded to have decided, nor to have begun.

    Where others compiled the records, nobody can say what was decided; nothing waits then that the records show.
    """
    for entry in snapshot.of(Review) if snapshot.is_own else ():
        if awaits_a_decision(entry, day):
            aware = entry.record.life.aware or entry.record.life.notified
            known = f"; the partners became aware {aware}" if aware else ""
            told = f"{entry.record.title}: whether to review, and why{known} (lif report review {entry.id})"
            yield Line(told, "", (entry.id,))


def awaits_a_decision(entry: Entry[Review], day: date) -> bool:
    """Whether nothing shows that it was decided on; one that began, or that others lead, is past that."""
    review = entry.record
    life = review.life
    past = (life.decided, life.commissioned, life.started, life.completed, life.published, life.withdrawn)
    decided = review.decision is not None and review.decision.to_review is not None
    is_past = any(one is not None and has_begun(one, day) for one in past)
    return not (decided or is_past or review.review_kind is ReviewKind.NATIONAL_REVIEW)


def unanswered(snapshot: Snapshot, day: date, to: frozenset[str] = frozenset()) -> Iterator[Line]:
    """Recommendations that nobody has accepted, declined or begun to act on; those to these agencies, or all."""
    for asked in recommendations(snapshot) if snapshot.is_own else ():
        if asked.item.form is RecommendationForm.PRINCIPLE or (to and not to & set(asked.item.to)):
            continue
        if not has_begun(asked.when, day) or state_of(snapshot, asked.id).state is not AskedState.OPEN:
            continue
        whom = f" (to {listed(tuple(name_of(snapshot, one) for one in asked.item.to))})" if asked.item.to else ""
        yield Line(f"{asked.item.text}{whom}", str(asked.when or ""), (asked.id,))
