"""What waits for a decision of a group: themes, reviews, and recommendations without an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.deadlines.deadline import may_have_happened
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.review_decision import decision_to_review, is_answered
from lif.analysis.impact.recommendation_state import RecommendationState, progress_of
from lif.analysis.themes.evidence_age import evidence_behind
from lif.analysis.themes.recurrence import recommendations
from lif.analysis.themes.theme_reading import ThemeReading
from lif.model.kinds.decision import Decision
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Disposition, RecommendationForm, words
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line
from lif.reports.silent_themes import silent_kinds_text

_DISPOSITIONS = {
    "Created": Disposition.CREATE,
    "Changed": Disposition.CHANGE,
    "Stabilised": Disposition.STABILISE,
}
"""The disposition that the group would decide if it agreed with a proposal."""


@dataclass(frozen=True, slots=True)
class UndecidedTheme:
    """A theme that needs a decision: the proposal and its reason, the evidence, the silent kinds, the last decision.

    `decided` is empty where the group has not decided; `noted` is the newest decision on the theme that is neither.
    `is_to_discuss` where no proposal can be made.
    """

    theme: str
    proposal: str
    because: str
    says: tuple[Line, ...]
    not_heard: str
    decided: Line
    noted: Line
    is_to_discuss: bool


def undecided_themes(snapshot: Snapshot, readings: Iterable[ThemeReading]) -> Iterator[UndecidedTheme]:
    """Themes with a verdict and no decision on it, and those where newer evidence proposes other than was decided."""
    for reading in readings:
        if not reading.lines:
            continue
        decision = reading.disposed
        proposed = _DISPOSITIONS.get(reading.proposal.word)
        if decision is None:
            decided = Line("", "", ())
        elif not _has_flipped(reading, decision, proposed):
            continue
        else:
            text = f"{words(decision.record.disposition or '')}, because {decision.record.because or snapshot.absent}"
            decided = Line(text, str(decision.record.date or ""), (decision.id,))
        yield UndecidedTheme(
            theme=reading.label,
            proposal=words(proposed) if proposed else "discuss",
            because=f"{reading.proposal.reason}; {evidence_behind(reading, snapshot.thresholds.old_after_months)}",
            says=tuple(_vote_lines(reading)),
            not_heard=silent_kinds_text(reading),
            decided=decided,
            noted=_noted(reading),
            is_to_discuss=proposed is None,
        )


def _noted(reading: ThemeReading) -> Line:
    """The newest decision on the theme where it does not create, stabilise or change it; or an empty line."""
    decision = reading.decision
    if decision is None or decision is reading.disposed:
        return Line("", "", ())
    return Line(decision.record.says or decision.record.title, str(decision.record.date or ""), (decision.id,))


def _has_flipped(reading: ThemeReading, decision: Entry[Decision], proposed: Disposition | None) -> bool:
    """Whether there is evidence newer than the decision, and the proposal is not what was decided."""
    when = decision.record.date
    has_newer = any(
        when is not None and vote.when is not None and when.is_before(vote.when)
        for line in reading.lines
        for vote in line.votes
    )
    return has_newer and proposed is not decision.record.disposition


def _vote_lines(reading: ThemeReading) -> Iterator[Line]:
    verdicts = {"W": "working well", "N": "needs to improve", "G": "a gap", "M": "mixed"}
    for line in reading.lines:
        newest = max((vote.when for vote in line.votes if vote.when), key=_latest, default=None)
        records = tuple(dict.fromkeys(cited for vote in line.votes for cited in vote.rests_on))
        worse = "".join(f"; {said}" for vote in line.votes for said in vote.worse)
        when = f" (newest {newest})" if newest else ""
        yield Line(f"{line.label}: {verdicts[line.verdict]}{when}{worse}", "", records)
    for spoken in reading.without_verdict:
        yield Line(f"{spoken.label}: spoke, without saying whether it works", "", spoken.records)


def _latest(when: When) -> date:
    return when.latest


def undecided_reviews(snapshot: Snapshot, day: date) -> Iterator[Line]:
    """Reviews of the partnership without a recorded decision or beginning.

    Empty where others compiled the records: these do not show what was decided.
    """
    for entry in snapshot.of(Review) if snapshot.is_own else ():
        if awaits_a_decision(snapshot, entry, day):
            aware = entry.record.life.aware or entry.record.life.notified
            known = f"; the partners became aware {aware}" if aware else ""
            decision = f"; a decision on it: {snapshot.absent}" if snapshot.can_withhold else ""
            text = f"{entry.record.title}: whether to review, and why{known}{decision} (lif report review {entry.id})"
            yield Line(text, "", (entry.id,))


def awaits_a_decision(snapshot: Snapshot, entry: Entry[Review], day: date) -> bool:
    """Whether no decision is recorded; False for a review that began, or that others lead."""
    review = entry.record
    life = review.life
    later_steps = (life.commissioned, life.started, life.completed, life.published, life.withdrawn)
    decision = decision_to_review(snapshot, entry.id)
    is_decided = decision is not None and is_answered(decision)
    is_past = any(when is not None and may_have_happened(when, day) for when in later_steps)
    return not (is_decided or is_past or review.is_elsewhere)


def unanswered_recommendations(snapshot: Snapshot, day: date, to: frozenset[str] = frozenset()) -> Iterator[Line]:
    """Recommendations not yet accepted, declined or acted on; all of them, or those to these agencies."""
    for recommendation in recommendations(snapshot) if snapshot.is_own else ():
        item = recommendation.item
        if item.form is RecommendationForm.PRINCIPLE or (to and not to & set(item.to)):
            continue
        if (
            not may_have_happened(recommendation.when, day)
            or progress_of(snapshot, recommendation.id).state is not RecommendationState.OPEN
        ):
            continue
        whom = f" (to {join_words(tuple(name_of(snapshot, agency) for agency in item.to))})" if item.to else ""
        yield Line(f"{item.text}{whom}", str(recommendation.when or ""), (recommendation.id,))
