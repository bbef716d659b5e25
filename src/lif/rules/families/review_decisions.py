"""Rules on the decision to review: that it is recorded, with the eight influences, in order of time, and only once."""

from collections.abc import Iterator

from lif.analysis.duties.review_decision import (
    answers_to_influences,
    contradictions,
    decided_on,
    decision_to_review,
    is_answered,
    reviews_decided_on,
)
from lif.diagnostics.code import error, warning
from lif.diagnostics.location import FieldPath
from lif.model.kinds.decision import Decision
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.snapshot import Entry
from lif.model.vocabulary import Influence, ReviewKind, words
from lif.rules.applicability import join_names, own_reviews
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    warning(
        "LIF746",
        "a review without its decision",
        "reviews do not say who decided on them, when and why",
        "F6.2",
        is_duty=True,
    )
)
def decision_is_recorded(question: Question) -> Iterator[RuleProblem]:
    """A decision says of each review whether there is to be one, who decided that, when and why."""
    for entry in _decided_reviews(question):
        decision = decision_to_review(question.snapshot, entry.id)
        if decision is None:
            message = f"whether to review, who decided, when and why: {question.snapshot.absent}"
            hint = f"See what the records show: lif decide {entry.id}; record it: lif new decision --from {entry.id}"
            yield RuleProblem(entry.id, (), message, hint)
            continue
        missing = _missing_parts(decision)
        if missing:
            message = f"{join_names(tuple(missing))}: {question.snapshot.absent}"
            hint = f"Say in this decision on {entry.id} who decided, when, whether to review, and why."
            yield RuleProblem(decision.id, next(iter(missing.values())), message, hint)


def _missing_parts(decision: Entry[Decision]) -> dict[str, FieldPath]:
    """What the decision does not say, each with the field that it belongs in."""
    record = decision.record
    parts: dict[str, tuple[bool, FieldPath]] = {
        "whether to review": (is_answered(decision), ("review_decision", "to_review")),
        "who decided": (record.group is not None, ("group",)),
        "when": (record.date is not None, ("date",)),
        "why": (record.because is not None, ("because",)),
    }
    return {what: at for what, (is_said, at) in parts.items() if not is_said}


def _decided_reviews(question: Question) -> Iterator[Entry[Review]]:
    """Reviews that must have had a decision: those decided on, commissioned, started, completed or published."""
    for entry in own_reviews(question):
        life = entry.record.life
        is_decided = decision_to_review(question.snapshot, entry.id) is not None
        if is_decided or life.commissioned or life.started or life.completed or life.published:
            yield entry


@rule(
    warning(
        "LIF747",
        "influences that were not considered",
        "reviews were decided on without looking at all eight influences",
        "F6.4",
        "F6.5",
        is_duty=True,
    )
)
def influences_are_considered(question: Question) -> Iterator[RuleProblem]:
    """The decision says of each of the eight possible influences whether it influenced the decision to review."""
    for entry in _decided_reviews(question):
        decision = decision_to_review(question.snapshot, entry.id)
        considered = answers_to_influences(decision.record.review_decision if decision else None)
        missing = tuple(words(influence) for influence in Influence if influence not in considered)
        if not missing:
            continue
        names = f" ({join_names(missing)})" if considered else ""
        message = (
            f"{len(missing)} of the {len(Influence)} influences on the decision{names}: {question.snapshot.absent}"
        )
        hint = f"See what the records show: lif decide {entry.id}; "
        if decision is None:
            yield RuleProblem(entry.id, (), message, f"{hint}then record it: lif new decision --from {entry.id}")
        else:
            hint += "then answer each in this decision; where the answer is not-known, say why."
            yield RuleProblem(decision.id, ("review_decision", "influences"), message, hint)


@rule(
    warning(
        "LIF748",
        "two decisions on a review that contradict each other",
        "two decisions say yes and no to the same review",
        "F6.2",
    )
)
def decisions_do_not_contradict(question: Question) -> Iterator[RuleProblem]:
    """Where two decisions on a review say yes and no, the newer one supersedes the older."""
    for review, newer, older in contradictions(question.snapshot):
        held, before = newer.record.review_decision, older.record.review_decision
        if held is None or before is None:
            continue
        message = f"to review {review}: {words(held.to_review)}, and {older.id} says {words(before.to_review)}"
        hint = f"If this one replaces it, write `supersedes: {older.id}`; if not, correct one of the two."
        yield RuleProblem(newer.id, ("review_decision", "to_review"), message, hint)


@rule(
    error(
        "LIF749",
        "a decision to review that names no review",
        "decisions on whether to review do not say which review",
        "F6.2",
    )
)
def decision_names_its_review(question: Question) -> Iterator[RuleProblem]:
    """A decision with `review_decision` names the review under `about`; otherwise nothing can read it."""
    unread = question.snapshot.broken
    for entry in question.snapshot.of(Decision):
        if entry.record.review_decision is None or reviews_decided_on(question.snapshot, entry):
            continue
        if not any(cited in unread for cited in entry.record.about):
            message = "it decides whether to review, and `about` names no review"
            yield RuleProblem(entry.id, ("review_decision",), message, "Write the id of the review under `about`.")


@rule(
    error(
        "LIF411",
        "a decision to review in an order that cannot be",
        "decisions to review and the dates of the reviews are in an order that cannot be",
        "F6.2",
        "F6.7",
    )
)
def decision_is_in_order(question: Question) -> Iterator[RuleProblem]:
    """A review is decided on once the partners are aware, and before it begins; a rapid review ends in a decision."""
    for entry in question.snapshot.of(Review):
        decided = decided_on(question.snapshot, entry.id)
        decision = decision_to_review(question.snapshot, entry.id)
        if decided is None or decision is None:
            continue
        for what, when, is_before in _dates_around(entry.record):
            if decided.is_before(when) if is_before else when.is_before(decided):
                order = "before" if is_before else "after"
                message = f"decided on {decided}, {order} {entry.id} was {what} {when}"
                hint = "Correct the one that is wrong; where only a month or a year is known, write no more than that."
                yield RuleProblem(decision.id, ("date",), message, hint)


def _dates_around(review: Review) -> Iterator[tuple[str, When, bool]]:
    """The dates of a review beside the decision: what happened, when, and True where that comes before the decision."""
    life = review.life
    is_rapid = review.review_kind is ReviewKind.RAPID_REVIEW
    before = [("known to the partners", life.aware)] + ([("begun", life.started)] if is_rapid else [])
    after = [] if is_rapid else [("commissioned", life.commissioned), ("begun", life.started)]
    for is_before, steps in ((True, before), (False, after)):
        yield from ((what, when, is_before) for what, when in steps if when is not None)


RULES = (
    decision_is_recorded,
    influences_are_considered,
    decisions_do_not_contradict,
    decision_names_its_review,
    decision_is_in_order,
)
