"""Rules on learning from elsewhere: it says whose it is, and it is never joined with our own work."""

from collections.abc import Iterator
from itertools import chain

from lif.analysis.lines.whose_work import is_ours
from lif.diagnostics.code import error
from lif.model.elsewhere import FromElsewhere
from lif.model.kinds.audit import Audit
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.review import Review
from lif.model.vocabulary import ReviewKind
from lif.rules.rule import Question, RuleProblem, rule

_JOINS = {
    "part_of",
    "same_evidence_as",
    "same_cases_as",
    "reaudit_of",
    "recurrence_of",
    "repeat_of",
    "derived_from",
    "superseded_by",
    "takes_over",
}
"""The fields by which a record counts together with another, as the same thing come back, or in its place."""


@rule(
    error(
        "LIF313",
        "a record that does not say whose it is",
        "records from elsewhere do not say whose they are",
        "F5.1",
    )
)
def elsewhere_says_whose(question: Question) -> Iterator[RuleProblem]:
    """A national review says that it is national; what comes from another partnership names that partnership."""
    snapshot = question.snapshot
    for entry in snapshot.of(Review):
        is_national = entry.record.review_kind is ReviewKind.NATIONAL_REVIEW
        whose = entry.record.elsewhere
        if is_national and (whose is None or whose.whose is not FromElsewhere.NATIONAL):
            at = ("elsewhere", "whose") if whose else ("review_kind",)
            hint = "Write `elsewhere:` with `whose: national` and the name of the body."
            yield RuleProblem(entry.id, at, "a national review, and `elsewhere` does not say that it is national", hint)
    for record_id, held in chain(
        ((entry.id, entry.record.elsewhere) for entry in snapshot.of(Review)),
        ((entry.id, entry.record.elsewhere) for entry in snapshot.of(Audit)),
        ((entry.id, entry.record.elsewhere) for entry in snapshot.of(Inspection)),
    ):
        if held and held.whose is FromElsewhere.ANOTHER_PARTNERSHIP and not held.name:
            message = f"it is another partnership's, and which: {snapshot.absent}"
            yield RuleProblem(record_id, ("elsewhere",), message, "Write the name of the partnership under `name`.")


@rule(
    error(
        "LIF314",
        "our work joined with work from elsewhere",
        "records join our own work with work from elsewhere",
        "F5.1",
        "F6.4",
    )
)
def elsewhere_is_not_joined_with_ours(question: Question) -> Iterator[RuleProblem]:
    """What another partnership or a national body found is not part of our work, and does not come back here."""
    snapshot = question.snapshot
    for entry in snapshot.entries.values():
        for citation in entry.citations:
            field = next((step for step in citation.at if step in _JOINS), "")
            if field and citation.record in snapshot.entries:
                citing_is_ours = is_ours(snapshot, entry.id)
                if citing_is_ours is not is_ours(snapshot, citation.target):
                    other = "from elsewhere, and this is ours" if citing_is_ours else "ours, and this is from elsewhere"
                    message = f"`{field}` names {citation.target}, which is {other}"
                    hint = "Take it out. An action may answer what was recommended elsewhere: write it under `answers`."
                    yield RuleProblem(entry.id, citation.at, message, hint)


@rule(
    error(
        "LIF412",
        "an authority with a date",
        "names of authorities that knew a family hold dates",
        "F6.4",
    )
)
def authorities_hold_no_dates(question: Question) -> Iterator[RuleProblem]:
    """The authorities that knew a family are names only: dates would show how it moved, and so which family it is."""
    for entry in question.snapshot.of(Review):
        for index, name in enumerate(entry.record.authorities):
            if any(character.isdigit() for character in name):
                message = "the name of an authority holds a number: dates of moves identify a family"
                yield RuleProblem(entry.id, ("authorities", index), message, "Write the name of the authority alone.")


RULES = (
    elsewhere_says_whose,
    elsewhere_is_not_joined_with_ours,
    authorities_hold_no_dates,
)
