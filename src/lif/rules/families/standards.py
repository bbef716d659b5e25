"""Rules on standards and contributions: agencies send what they owe, and ratings have evidence and reasons."""

import re
from collections.abc import Iterator
from datetime import date

from lif.analysis.deadlines.returns import Return, ReturnState, assessments_by_cycle, returns_of_cycle
from lif.analysis.duties.agencies import agencies_on
from lif.analysis.duties.standards import cells_of
from lif.diagnostics.code import warning
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.contribution import Contribution
from lif.model.period import Period
from lif.model.snapshot import Entry
from lif.model.vocabulary import AgencyRole
from lif.rules.applicability import duties_apply_since, join_names, records_under_duty, years_owed
from lif.rules.rule import Question, RuleProblem, rule

_TOPICS = {
    "supervision": re.compile(r"supervis", re.IGNORECASE),
    "learning opportunities": re.compile(r"learning|training", re.IGNORECASE),
    "induction": re.compile(r"induct", re.IGNORECASE),
}
"""The topics that F4.9 and F4.10 require among the standards, each with the pattern that recognises it."""
_CONTRIBUTE = frozenset({AgencyRole.SAFEGUARDING_PARTNER, AgencyRole.RELEVANT_AGENCY})


@rule(
    warning(
        "LIF730",
        "returns of standards that never came",
        "cycles of standards are due, and returns are missing",
        "F4.11",
        is_duty=True,
    )
)
def every_return_is_sent(question: Question) -> Iterator[RuleProblem]:
    """Once a cycle is due, every agency and commissioned service that was asked has sent a return."""
    since, partnership = duties_apply_since(question), question.snapshot.partnership
    if since is None or partnership is None:
        return
    returns_by_cycle = assessments_by_cycle(question.snapshot)
    for index, cycle in enumerate(partnership.cycles):
        if cycle.due is not None and cycle.due.latest < since:
            continue
        expected = returns_of_cycle(question.snapshot, cycle, returns_by_cycle, question.today)
        late = tuple(agency_return for agency_return in expected if agency_return.state is ReturnState.LATE)
        if any(not _has_own_deadline(question, agency_return) for agency_return in late):
            message = (
                f"{len(late)} of {len(expected)} returns are missing: {join_names(tuple(map(_agency_name, late)))}"
            )
            hint = "Ask for them; when one comes, record it: lif new assessment"
            yield RuleProblem("partnership", ("cycles", index), message, hint)


def _has_own_deadline(question: Question, agency_return: Return) -> bool:
    """Whether the return has a record with its own due date: the rules in `clocks` report those."""
    entry = question.snapshot.entries.get(agency_return.record)
    return entry is not None and getattr(entry.record, "due", None) is not None


def _agency_name(agency_return: Return) -> str:
    commissioner = f" (commissioned by {agency_return.commissioned_by})" if agency_return.commissioned_by else ""
    return f"{agency_return.name}{commissioner}"


def _returned(question: Question) -> Iterator[Entry[Assessment]]:
    """Assessments that were returned; those still being filled in owe nothing yet."""
    yield from (entry for entry in records_under_duty(question, Assessment) if entry.record.returned)


@rule(warning("LIF731", "a rating without evidence", "standards were rated without evidence", "F4.11", is_duty=True))
def rating_has_evidence(question: Question) -> Iterator[RuleProblem]:
    """A rating has evidence."""
    for entry in _returned(question):
        for index, rating in enumerate(entry.record.ratings):
            if rating.own and not rating.evidence:
                message = f"`{rating.standard}` is rated {rating.own.replace('-', ' ')}, without evidence"
                yield RuleProblem(
                    entry.id, ("ratings", index), message, "Say under `evidence` what shows it, or rate it again."
                )


@rule(
    warning(
        "LIF732",
        "moderated without a reason",
        "ratings were moderated, and the reason is not recorded",
        "F4.11",
        is_duty=True,
    )
)
def moderation_has_a_reason(question: Question) -> Iterator[RuleProblem]:
    """A rating that moderation changed has a reason."""
    for entry in records_under_duty(question, Assessment):
        for index, rating in enumerate(entry.record.ratings):
            if rating.own and rating.moderated and rating.own != rating.moderated and not rating.moderated_because:
                was, now = (grade.replace("-", " ") for grade in (rating.own, rating.moderated))
                message = f"`{rating.standard}` was moderated from {was} to {now}; why: {question.snapshot.absent}"
                yield RuleProblem(
                    entry.id, ("ratings", index, "moderated"), message, "Say it under `moderated_because`."
                )


@rule(
    warning(
        "LIF733",
        "an answer carried over and never judged again",
        "answers were carried over from the last cycle and sent without being judged again",
        "F4.11",
        is_duty=True,
    )
)
def carried_answers_are_judged_again(question: Question) -> Iterator[RuleProblem]:
    """An answer carried over from the last cycle is judged again before the assessment is returned."""
    for entry in _returned(question):
        for index, rating in enumerate(entry.record.ratings):
            if rating.carried_from:
                message = f"`{rating.standard}` still stands as it was carried over from {rating.carried_from}"
                hint = "Judge it again, correct it, and take `carried_from` and the earlier moderation out."
                yield RuleProblem(entry.id, ("ratings", index, "carried_from"), message, hint)


@rule(
    warning(
        "LIF734",
        "practitioners say otherwise",
        "practitioners point another way than their agency's rating, and nothing is said to that",
        "F5.4",
        "F4.11",
        is_duty=True,
    )
)
def practitioner_survey_is_answered(question: Question) -> Iterator[RuleProblem]:
    """Where practitioners contradict their agency's rating, moderation records its reason."""
    for entry in records_under_duty(question, Assessment):
        for index, cell in enumerate(cells_of(question.snapshot, entry)):
            if cell.apart and not cell.moderated_because:
                message = f"`{cell.standard}`: {cell.apart}"
                hint = "Put it to the moderation, and record what came of it: `moderated` and `moderated_because`."
                yield RuleProblem(entry.id, ("ratings", index), message, hint)


@rule(
    warning(
        "LIF735",
        "standards without supervision, learning or induction",
        "sets of standards leave out supervision, learning or induction",
        "F4.9",
        "F4.10",
        is_duty=True,
    )
)
def standards_cover_supervision_and_induction(question: Question) -> Iterator[RuleProblem]:
    """There is a set of standards, and each set in use covers supervision, learning opportunities and induction."""
    since, partnership = duties_apply_since(question), question.snapshot.partnership
    if since is None or partnership is None:
        return
    used_sets = {cycle.standards_set for cycle in partnership.cycles if not cycle.due or cycle.due.latest >= since}
    used_sets |= {
        assessment.record.standards_set
        for assessment in records_under_duty(question, Assessment)
        if not assessment.record.of_partnership
    }
    if not partnership.standards_sets:
        message = f"standards for agencies, on supervision and induction among them: {question.snapshot.absent}"
        hint = "Write a set under `standards_sets`; `lif init` writes one to start from into a new workspace."
        yield RuleProblem("partnership", (), message, hint)
    for index, standards_set in enumerate(partnership.standards_sets):
        texts = " ".join(f"{standard.key} {standard.text}" for standard in standards_set.standards)
        missing = tuple(topic for topic, word in _TOPICS.items() if not word.search(texts))
        if standards_set.key in used_sets and missing:
            message = f"agencies are assessed by this set, and no standard in it is about {join_names(missing)}"
            yield RuleProblem(
                "partnership", ("standards_sets", index), message, "Add the standards, with what is expected."
            )


@rule(
    warning(
        "LIF736",
        "contributions to a year that never came",
        "agencies sent no contribution to a year's report",
        "F4.12",
        "F7.7",
        is_duty=True,
    )
)
def every_agency_contributes(question: Question) -> Iterator[RuleProblem]:
    """Every safeguarding partner and relevant agency contributes to the year's report, by the day that was set.

    Where no day was set, a contribution is due by the end of the following year.
    """
    contributions_by_year: dict[str, list[Contribution]] = {}
    for entry in question.snapshot.of(Contribution):
        contributions_by_year.setdefault(entry.record.year, []).append(entry.record)
    for year in years_owed(question):
        contributions = contributions_by_year.get(year.name, [])
        due = max(
            (contribution.due.latest for contribution in contributions if contribution.due), default=_a_year_after(year)
        )
        received = {contribution.agency for contribution in contributions if contribution.received}
        agencies = agencies_on(question.snapshot, year.until, _CONTRIBUTE)
        missing = tuple(agency.name for agency in agencies if agency.key not in received)
        if due < question.today and missing:
            message = (
                f"{year.name}: {len(missing)} of {len(agencies)} agencies sent no contribution: {join_names(missing)}"
            )
            hint = "Ask for it, or record it when it comes: lif new contribution"
            yield RuleProblem("partnership", (), message, hint)


def _a_year_after(year: Period) -> date:
    return year.until.replace(year=year.until.year + 1)


@rule(
    warning(
        "LIF737",
        "a contribution without impact",
        "contributions tell of activity, and not of what changed for children",
        "F4.12",
        "F7.7",
        is_duty=True,
    )
)
def contribution_says_what_changed(question: Question) -> Iterator[RuleProblem]:
    """A contribution says what changed because of the agency's activity, not only what the agency did."""
    for entry in records_under_duty(question, Contribution):
        if entry.record.received and not entry.record.impact:
            message = f"it came {entry.record.received}; what changed for children because of it: not recorded"
            yield RuleProblem(
                entry.id, ("impact",), message, "Ask the agency; that it cannot yet be told is an answer too."
            )


RULES = (
    every_return_is_sent,
    rating_has_evidence,
    moderation_has_a_reason,
    carried_answers_are_judged_again,
    practitioner_survey_is_answered,
    standards_cover_supervision_and_induction,
    every_agency_contributes,
    contribution_says_what_changed,
)
