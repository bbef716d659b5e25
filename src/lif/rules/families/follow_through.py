"""Rules on follow-through: recommendations and actions can be done, are done, evaluated and shared with the group.

Most of these duties bind only a partnership that keeps its own records; where others compiled them, no absence counts.
"""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.chronology.stage import first_report_date, is_evaluation_by
from lif.analysis.deadlines.stalled_actions import is_stalled, last_activity_date
from lif.analysis.duties.groups import group_name
from lif.analysis.impact.action_state import is_open
from lif.analysis.lines.followed_by import unsorted_followers
from lif.analysis.lines.whose_work import ours, own_activities
from lif.diagnostics.code import note, warning
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.kinds.review import Review
from lif.model.period import When, months_between
from lif.model.record import Activity, Record
from lif.model.snapshot import Entry
from lif.model.vocabulary import Direction, GroupTask, ReviewKind, words
from lif.rules.rule import Question, RuleProblem, rule

_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


def _activities(question: Question) -> Iterator[Entry[Activity]]:
    """Our own reviews and audits that are not drafts: what is from elsewhere is not ours to follow up."""
    yield from (entry for entry in own_activities(question.snapshot) if _is_final(entry))


def _is_final(entry: Entry[Record]) -> bool:
    """Whether what is missing counts: in a draft it does not."""
    return not entry.record.draft


def _months_since(when: When | None, question: Question) -> int:
    """Whole months that have certainly passed since then; -1 if the date is not known."""
    return months_between(when.latest, question.today) if when else -1


@rule(
    warning(
        "LIF542",
        "more recommendations than can be followed",
        "reviews and audits ask for more than can be followed",
        "F6.7",
        waits_for_drafts=True,
    )
)
def recommendations_are_few_enough(question: Question) -> Iterator[RuleProblem]:
    """A review or audit makes no more recommendations than the partnership can follow."""
    most = question.snapshot.thresholds.most_recommendations
    for entry in _activities(question):
        count = len(entry.record.recommendations)
        if count > most:
            message = (
                f"{count} recommendations; this partnership means to follow {most} at most (`most_recommendations`)"
            )
            hint = "Ask which few would make the others needless, and keep the rest as findings."
            yield RuleProblem(entry.id, ("recommendations",), message, hint)


@rule(
    warning(
        "LIF543",
        "a recommendation to nobody",
        "recommendations do not say who is to act",
        "F4.2",
        "F6.7",
        waits_for_drafts=True,
    )
)
def recommendation_names_an_addressee(question: Question) -> Iterator[RuleProblem]:
    """A recommendation names the agencies, or the body outside, that it is made to."""
    for entry in _activities(question) if question.snapshot.is_own else ():
        for index, recommendation in enumerate(entry.record.recommendations):
            if not recommendation.to and not recommendation.outside:
                message = f"`{recommendation.key}`: to whom it is made: {question.snapshot.absent}"
                hint = "Name the agencies under `to`, or a body that is none of them under `outside`."
                yield RuleProblem(entry.id, ("recommendations", index), message, hint)


@rule(
    warning(
        "LIF544",
        "an action without owner, date or measure",
        "open actions have no owner, date or measure",
        "F4.2",
        "F7.3",
        waits_for_drafts=True,
    )
)
def action_has_owner_date_and_measure(question: Question) -> Iterator[RuleProblem]:
    """An open action has an owner, a due date and measures."""
    for entry in question.snapshot.of(Action) if question.snapshot.is_own else ():
        action = entry.record
        missing = [name for name in ("owner", "due", "measures") if not getattr(action, name)]
        if missing and is_open(action) and not action.draft:
            message = f"open, and {', '.join(f'`{name}`' for name in missing)}: {question.snapshot.absent}"
            hint = "Say which agency and role sees to it, by when, and what will be counted or heard before and after."
            yield RuleProblem(entry.id, (), message, hint)


@rule(
    warning(
        "LIF545",
        "a stalled action",
        "actions are past their date, and nothing moves",
        "F4.2",
        "F7.2",
        waits_for_drafts=True,
    )
)
def action_is_not_stalled(question: Question) -> Iterator[RuleProblem]:
    """An action past its due date has recent progress, or its date was moved with a reason."""
    limit = question.snapshot.thresholds.stalled_after_months
    for entry in question.snapshot.of(Action) if question.snapshot.is_own else ():
        action = entry.record
        if is_stalled(action, question.today, limit):
            last = last_activity_date(action)
            progress_text = f"last heard of {last}" if last else f"how far it came: {question.snapshot.absent}"
            message = f"due {action.due}, {_days_late(question, action)} ago, and {progress_text}"
            hint = "Record under `progress` where it stands, move the date with a reason, or close it honestly."
            yield RuleProblem(entry.id, ("due",), message, hint)


def _days_late(question: Question, action: Action) -> str:
    days = (question.today - action.due).days if action.due else 0
    return "1 day" if days == 1 else f"{days} days"


@rule(
    warning(
        "LIF546",
        "impact never shared with the group",
        "results were never shared with the group that oversees learning",
        "F7.4",
        waits_for_drafts=True,
    )
)
def impact_is_shared(question: Question) -> Iterator[RuleProblem]:
    """The results of reviews, audits and evaluations are shared with the group that oversees learning."""
    snapshot, limit = question.snapshot, question.snapshot.thresholds.share_within_months
    hint = "Put it before the next meeting, and write the day under `shared_with_group`."
    group = group_name(snapshot.partnership, GroupTask.LEARNING, question.today)
    evaluations = (evaluation for evaluation in snapshot.of(Evaluation) if _is_final(evaluation))
    for entry in (*_activities(question), *evaluations) if snapshot.is_own else ():
        finished = _finished_on(entry.record)
        if getattr(entry.record, "shared_with_group", None) is None and _months_since(finished, question) >= limit:
            message = f"finished {finished}; when {group} heard of it: {snapshot.absent}"
            yield RuleProblem(entry.id, (), message, hint)


def _finished_on(record: Record) -> When | None:
    if isinstance(record, Review):
        return record.life.completed or record.life.published
    if isinstance(record, Audit):
        return record.life.reported or record.life.completed
    return record.date if isinstance(record, Evaluation) else None


@rule(
    warning(
        "LIF547",
        "nobody looked whether it helped",
        "reviews, audits and learning were finished, and nobody looked whether they helped",
        "F3.7",
        "F7.2",
        waits_for_drafts=True,
    )
)
def effect_is_evaluated(question: Question) -> Iterator[RuleProblem]:
    """Reviews, audits and learning are evaluated in time, or an action on them has an outcome or is still in time."""
    limit = question.snapshot.thresholds.evaluate_within_months
    learning_records = (learning for learning in question.snapshot.of(Learning) if _is_final(learning))
    activities = (activity for activity in _activities(question) if not _is_rapid(activity.record))
    for entry in (*activities, *learning_records) if question.snapshot.is_own else ():
        reported = first_report_date(entry, question.today)
        months = _months_since(reported, question)
        if months < limit or _is_evaluated_or_in_progress(entry, question):
            continue
        message = (
            f"{'passed on' if isinstance(entry.record, Learning) else 'reported'} {reported}, {months} months ago; "
        )
        message += f"an evaluation of it, or the outcome of an action that answers it: {question.snapshot.absent}"
        yield RuleProblem(
            entry.id, (), message, "Look again: lif new evaluation. That nothing changed is worth knowing too."
        )


def _is_rapid(record: Record) -> bool:
    return isinstance(record, Review) and record.review_kind is ReviewKind.RAPID_REVIEW


def _is_evaluated_or_in_progress(entry: Entry[Record], question: Question) -> bool:
    if entry.id in question.cited_unread:
        return True
    today = question.today
    followers = unsorted_followers(question.snapshot, entry.id)
    return any(
        is_evaluation_by(follower, today) or _has_outcome_or_is_in_time(follower.record, today)
        for follower in followers
    )


def _has_outcome_or_is_in_time(record: Record, today: date) -> bool:
    """Whether the record is an action with an outcome, or an open action not past its due date."""
    if not isinstance(record, Action):
        return False
    return record.outcome is not None or (is_open(record) and record.due is not None and record.due >= today)


@rule(
    warning(
        "LIF548",
        "a finding that never informed what it was meant to",
        "findings were meant to inform something, and never did",
        "F5.6",
        waits_for_drafts=True,
    )
)
def finding_informs_what_it_was_meant_to(question: Question) -> Iterator[RuleProblem]:
    """A finding informs the policy, procedure or programme it was meant to inform, in time."""
    snapshot, limit = question.snapshot, question.snapshot.thresholds.evaluate_within_months
    for entry in snapshot.of(Finding) if snapshot.is_own else ():
        found_on = record_date(snapshot, entry.id) if entry.record.informs else None
        for index, target in enumerate(entry.record.informs):
            if target.done is None and _months_since(found_on, question) >= limit and not entry.record.draft:
                which = f", {target.which}" if target.which else ""
                message = f"found {found_on}, to inform: {words(target.what)}{which}; when it did: {snapshot.absent}"
                hint = "Write the day under `done`, or take it out if the group thinks otherwise now."
                yield RuleProblem(entry.id, ("informs", index), message, hint)


@rule(
    note(
        "LIF549",
        "a theme that is back after an action was closed",
        "concerns came after an action on the same theme was closed, and nobody has said whether they came back",
        "F4.7",
        "F6.4",
        waits_for_drafts=True,
    )
)
def recurrence_is_linked(question: Question) -> Iterator[RuleProblem]:
    """A concern on the theme of a closed action is offered as a recurrence, for a person to link or dismiss."""
    findings = tuple(ours(question.snapshot, question.snapshot.of(Finding)))
    closed_by_theme = _first_closed_by_theme(question)
    linked = {(entry.record.source, entry.record.theme) for entry in findings if entry.record.recurrence_of}
    for entry in findings:
        finding = entry.record
        closing = closed_by_theme.get(finding.theme)
        dated = record_date(question.snapshot, entry.id)
        if closing is None or dated is None or not closing[0].is_before(dated) or finding.direction not in _CONCERNS:
            continue
        if finding.derived_from or finding.superseded_by or (finding.source, finding.theme) in linked:
            continue
        closed_on, action_id, earlier = closing
        message = f"found {dated}, after {action_id} was closed {closed_on} on the same theme ({earlier})"
        hint = f"If it has come back, write `recurrence_of: {earlier}`; if not, accept that under `allow`."
        yield RuleProblem(entry.id, (), message, hint)


def _first_closed_by_theme(question: Question) -> dict[str, tuple[When, str, str]]:
    """For each theme, the first action closed on a concern of that theme: its date, its id, the finding's id."""
    entries = question.snapshot.entries
    first_by_theme: dict[str, tuple[When, str, str]] = {}
    for entry in question.snapshot.of(Action):
        if (closed := entry.record.closed) is None:
            continue
        for target in entry.record.answers:
            finding = entries[target].record if target in entries else None
            if not isinstance(finding, Finding) or finding.direction not in _CONCERNS:
                continue
            earliest = first_by_theme.get(finding.theme)
            if earliest is None or closed.latest < earliest[0].latest:
                first_by_theme[finding.theme] = (closed, entry.id, target)
    return first_by_theme


RULES = (
    recommendations_are_few_enough,
    recommendation_names_an_addressee,
    action_has_owner_date_and_measure,
    action_is_not_stalled,
    impact_is_shared,
    effect_is_evaluated,
    finding_informs_what_it_was_meant_to,
    recurrence_is_linked,
)
