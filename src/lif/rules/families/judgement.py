"""Rules on judgement: conclusions fit the counts, and confidence is no higher than the evidence allows."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.as_at import as_at
from lif.analysis.impact.action_strength import only_weaker
from lif.analysis.lines.whose_work import own_activities
from lif.analysis.themes.confidence import ceiling
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.analysis.themes.votes import findings_by_theme
from lif.changes.suspect import suspects
from lif.diagnostics.code import error, warning
from lif.model.kinds.action import Action
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Direction, words
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    warning(
        "LIF521",
        "a direction that the count contradicts",
        "findings point another way than their count",
        "F3.4",
        waits_for_drafts=True,
    )
)
def direction_fits_the_count(question: Question) -> Iterator[RuleProblem]:
    """The direction of a finding fits its count: a standard met in every case hardly needs to improve."""
    for entry in question.snapshot.of(Finding):
        finding = entry.record
        if not finding.of or finding.met is None:
            continue
        too_critical = finding.direction in {Direction.NEEDS_TO_IMPROVE, Direction.GAP} and finding.met == finding.of
        too_favourable = finding.direction is Direction.WORKING_WELL and finding.met == 0
        if too_critical or too_favourable:
            cases = f"all {finding.of} cases" if too_critical else f"none of {finding.of} cases"
            hint = "Look again: is it the direction, the count, or another standard?"
            yield RuleProblem(
                entry.id, ("direction",), f"{words(finding.direction)}, with the standard met in {cases}", hint
            )


@rule(
    error(
        "LIF522",
        "confidence higher than the evidence allows",
        "decisions are surer than the evidence allows",
        "F4.7",
        waits_for_drafts=True,
    )
)
def confidence_stays_under_its_ceiling(question: Question) -> Iterator[RuleProblem]:
    """Confidence is under the ceiling that lines of evidence, disagreement, age and serious concerns set.

    The evidence is read as of the day of the decision, or of today where that day is not known.
    """
    snapshot = question.snapshot
    thresholds = snapshot.thresholds
    stood: dict[date, Snapshot] = {}
    for entry in snapshot.of(Decision):
        decision = entry.record
        if decision.confidence is None or decision.theme is None:
            continue
        day = decision.date.latest if decision.date else question.today
        reading = _known_then(snapshot, decision.theme, day, stood)
        if not reading.lines:
            continue
        limit = ceiling(
            reading.verdicts,
            reading.newest_months,
            decision.confidence,
            thresholds.old_after_months,
            doubtful=reading.doubtful,
        )
        if not limit.holds(decision.confidence.overall):
            message = (
                f"confidence is set to {words(decision.confidence.overall)}; "
                f"it can be no higher than {words(limit.confidence)}: {'; '.join(limit.reasons)}"
            )
            hint = f"Set `overall` to {limit.confidence.value} or lower, or record the evidence that is missing."
            yield RuleProblem(entry.id, ("confidence", "overall"), message, hint)


def _known_then(snapshot: Snapshot, theme: str, day: date, stood: dict[date, Snapshot]) -> ThemeReading:
    """What was known on the theme on the day of the decision; `stood` keeps the records of each day asked for."""
    current = current_theme(snapshot, theme)
    found = findings_by_theme(snapshot).get(current, ())
    if all(sourced.when is not None and sourced.when.latest <= day for sourced in found):
        return read_theme(snapshot, current, day)
    if day not in stood:
        stood[day] = as_at(snapshot, day)
    return read_theme(stood[day], current, day)


@rule(
    warning(
        "LIF541",
        "answered by weaker actions only",
        "reviews and audits were answered by weaker actions only",
        "F3.2",
        "F4.6",
        waits_for_drafts=True,
    )
)
def answered_by_more_than_training(question: Question) -> Iterator[RuleProblem]:
    """A review or audit is not answered by training, policies and reminders alone: they rarely change practice."""
    snapshot = question.snapshot
    sources = {entry.id: entry.record.source for entry in snapshot.of(Finding)}
    actions_by_activity: dict[str, list[Action]] = {}
    for action in snapshot.of(Action):
        answered_ids = {RecordRef.parse(target).record for target in action.record.answers}
        for activity_id in {sources.get(target, target) for target in answered_ids}:
            actions_by_activity.setdefault(activity_id, []).append(action.record)
    for entry in own_activities(snapshot):
        actions = actions_by_activity.get(entry.id, [])
        if (
            actions
            and all(action.action_kind for action in actions)
            and only_weaker(action.action_kind for action in actions)
        ):
            kinds_text = ", ".join(sorted({words(action.action_kind) for action in actions if action.action_kind}))
            count_text = "1 action answers" if len(actions) == 1 else f"{len(actions)} actions answer"
            hint = (
                "Ask what would make the right thing easier to do: a pathway, a simpler process, leaders who take part."
            )
            yield RuleProblem(entry.id, (), f"{count_text} it, and nothing stronger than {kinds_text}", hint)


@rule(
    warning(
        "LIF551",
        "evidence whose source changed",
        "pieces of evidence are no longer what was seen when they were cited",
        "F1.2",
        waits_for_drafts=True,
    )
)
def cited_evidence_is_unchanged(question: Question) -> Iterator[RuleProblem]:
    """A cited source is unchanged since it was cited: a citation keeps a fingerprint of it."""
    for suspect in suspects(question.snapshot):
        message = f"{suspect.target} has changed since it was cited here, so nobody knows whether this still holds"
        hint = f"Read it again. If it still holds: lif accept {suspect.record}; if not, correct what rests on it."
        yield RuleProblem(suspect.record, (*suspect.at, "seen"), message, hint)


RULES = (
    direction_fits_the_count,
    confidence_stays_under_its_ceiling,
    answered_by_more_than_training,
    cited_evidence_is_unchanged,
)
