"""Follow-through: what was asked for can be done, is done, is looked at again, and is told to the group.

What is missing here is a duty of those who keep the records: where others compiled them, these rules say nothing.
"""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.chronology.stage import evaluates, first_reported
from lif.analysis.deadlines.stalled_actions import is_stalled, last_heard
from lif.analysis.lines.followed_by import following
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
from lif.model.vocabulary import Direction, ReviewKind, words
from lif.rules.rule import Found, Question, rule

_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


def _activities(question: Question) -> Iterator[Entry[Activity]]:
    """Reviews and audits of the partnership that are no drafts; a national review is nobody's here to follow."""
    national = ReviewKind.NATIONAL_REVIEW
    yield from (one for one in question.snapshot.of(Review) if one.record.review_kind is not national and _counts(one))
    yield from (one for one in question.snapshot.of(Audit) if _counts(one))


def _counts(entry: Entry[Record]) -> bool:
    """Whether it is asked what is missing: of a draft it is not."""
    return not entry.record.draft


def _age(when: When | None, question: Question) -> int:
    """Whole months that have certainly passed since; -1 where that is not known."""
    return months_between(when.latest, question.today) if when else -1


def _is_open(action: Action) -> bool:
    return action.done is None and action.closed is None


@rule(
    warning(
        "LIF542",
        "more recommendations than can be followed",
        "reviews and audits ask for more than can be followed",
        "F6.7",
        waits_for_drafts=True,
    )
)
def few_enough_to_follow(question: Question) -> Iterator[Found]:
    """A few recommendations that are followed do more than many that are not."""
    most = question.snapshot.thresholds.most_recommendations
    for entry in _activities(question):
        count = len(entry.record.recommendations)
        if count > most:
            says = f"{count} recommendations; this partnership means to follow {most} at most (`most_recommendations`)"
            hint = "Ask which few would make the others needless, and keep the rest as findings."
            yield Found(entry.id, ("recommendations",), says, hint)


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
def somebody_is_asked(question: Question) -> Iterator[Found]:
    """A recommendation is made to somebody: agencies here, or a body outside."""
    for entry in _activities(question) if question.snapshot.is_own else ():
        for index, one in enumerate(entry.record.recommendations):
            if not one.to and not one.outside:
                says = f"`{one.key}`: to whom it is made: {question.snapshot.absent}"
                hint = "Name the agencies under `to`, or a body that is none of them under `outside`."
                yield Found(entry.id, ("recommendations", index), says, hint)


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
def action_can_be_held_to(question: Question) -> Iterator[Found]:
    """Somebody sees to an action, by a day, and it is known how a difference will show."""
    for entry in question.snapshot.of(Action) if question.snapshot.is_own else ():
        action = entry.record
        missing = [name for name in ("owner", "due", "measures") if not getattr(action, name)]
        if missing and _is_open(action) and not action.draft:
            says = f"open, and {', '.join(f'`{name}`' for name in missing)}: {question.snapshot.absent}"
            hint = "Say which agency and role sees to it, by when, and what will be counted or heard before and after."
            yield Found(entry.id, (), says, hint)


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
def action_moves(question: Question) -> Iterator[Found]:
    """An action that is past its date is moving, was moved with a reason, or is talked about."""
    limit = question.snapshot.thresholds.stalled_after_months
    for entry in question.snapshot.of(Action) if question.snapshot.is_own else ():
        action = entry.record
        if is_stalled(action, question.today, limit):
            last = last_heard(action)
            told = f"last heard of {last}" if last else f"how far it came: {question.snapshot.absent}"
            says = f"due {action.due}, {_late(question, action)} ago, and {told}"
            hint = "Record under `progress` where it stands, move the date with a reason, or close it honestly."
            yield Found(entry.id, ("due",), says, hint)


def _late(question: Question, action: Action) -> str:
    days = (question.today - action.due).days if action.due else 0
    return "1 day" if days == 1 else f"{days} days"


@rule(
    warning(
        "LIF546",
        "impact never shared with the group",
        "results were never shared with the Quality Improvement Group",
        "F7.4",
        waits_for_drafts=True,
    )
)
def impact_is_shared(question: Question) -> Iterator[Found]:
    """What a review or audit found, and what an evaluation showed, reaches the Quality Improvement Group."""
    limit = question.snapshot.thresholds.share_within_months
    evaluations = (one for one in question.snapshot.of(Evaluation) if _counts(one))
    for entry in (*_activities(question), *evaluations) if question.snapshot.is_own else ():
        reported = _reported(entry.record)
        if getattr(entry.record, "shared_with_group", None) is None and _age(reported, question) >= limit:
            says = f"finished {reported}; when the Quality Improvement Group heard of it: {question.snapshot.absent}"
            hint = "Put it before the next meeting, and write the day under `shared_with_group`."
            yield Found(entry.id, (), says, hint)


def _reported(record: Record) -> When | None:
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
def effect_is_looked_at(question: Question) -> Iterator[Found]:
    """An activity is evaluated within the year, unless the work that answers it is still going on in time."""
    limit = question.snapshot.thresholds.evaluate_within_months
    learning = (one for one in question.snapshot.of(Learning) if _counts(one))
    activities = (one for one in _activities(question) if not _is_rapid(one.record))
    for entry in (*activities, *learning) if question.snapshot.is_own else ():
        first = first_reported(entry, question.today)
        months = _age(first, question)
        if months < limit or _is_looked_at_or_going_on(entry, question):
            continue
        says = f"{'passed on' if isinstance(entry.record, Learning) else 'reported'} {first}, {months} months ago; "
        says += f"an evaluation of it, or the outcome of an action that answers it: {question.snapshot.absent}"
        yield Found(entry.id, (), says, "Look again: lif new evaluation. That nothing changed is worth knowing too.")


def _is_rapid(record: Record) -> bool:
    return isinstance(record, Review) and record.review_kind is ReviewKind.RAPID_REVIEW


def _is_looked_at_or_going_on(entry: Entry[Record], question: Question) -> bool:
    if entry.id in question.cited_unread:
        return True
    today = question.today
    after = following(question.snapshot, entry.id)
    return any(evaluates(one, today) or _has_helped_or_goes_on(one.record, today) for one in after)


def _has_helped_or_goes_on(record: Record, today: date) -> bool:
    """Whether it is known what came of an action, or it is open and not past its day."""
    if not isinstance(record, Action):
        return False
    return record.outcome is not None or (_is_open(record) and record.due is not None and record.due >= today)


@rule(
    warning(
        "LIF548",
        "a finding that never informed what it was meant to",
        "findings were meant to inform something, and never did",
        "F5.6",
        waits_for_drafts=True,
    )
)
def finding_informs(question: Question) -> Iterator[Found]:
    """A finding that was meant to inform a policy, a procedure or the programme does so within the year."""
    limit = question.snapshot.thresholds.evaluate_within_months
    for entry in question.snapshot.of(Finding) if question.snapshot.is_own else ():
        found = placed(question.snapshot, entry.id) if entry.record.informs else None
        for index, one in enumerate(entry.record.informs):
            if one.done is None and _age(found, question) >= limit and not entry.record.draft:
                which = f", {one.which}" if one.which else ""
                says = f"found {found}, to inform: {words(one.what)}{which}; when it did: {question.snapshot.absent}"
                hint = "Write the day under `done`, or take it out if the group thinks otherwise now."
                yield Found(entry.id, ("informs", index), says, hint)


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
def what_comes_back_is_linked(question: Question) -> Iterator[Found]:
    """A concern on a theme that an action was closed on is offered as a recurrence; a person links it, or does not."""
    findings = question.snapshot.of(Finding)
    closed = _first_closed(question)
    linked = {(one.record.source, one.record.theme) for one in findings if one.record.recurrence_of}
    for entry in findings:
        finding = entry.record
        before = closed.get(finding.theme)
        found = placed(question.snapshot, entry.id)
        if before is None or found is None or not before[0].is_before(found) or finding.direction not in _CONCERNS:
            continue
        if finding.derived_from or finding.superseded_by or (finding.source, finding.theme) in linked:
            continue
        when, action, earlier = before
        says = f"found {found}, after {action} was closed {when} on the same theme ({earlier})"
        hint = f"If it has come back, write `recurrence_of: {earlier}`; if not, accept that under `allow`."
        yield Found(entry.id, (), says, hint)


def _first_closed(question: Question) -> dict[str, tuple[When, str, str]]:
    """For each theme, the first action that was closed on a concern of that theme: when, the action, the finding."""
    entries = question.snapshot.entries
    first: dict[str, tuple[When, str, str]] = {}
    for entry in question.snapshot.of(Action):
        closed = entry.record.closed
        for target in entry.record.answers if closed else ():
            finding = entries[target].record if target in entries else None
            if closed is None or not isinstance(finding, Finding) or finding.direction not in _CONCERNS:
                continue
            known = first.get(finding.theme)
            if known is None or closed.latest < known[0].latest:
                first[finding.theme] = (closed, entry.id, target)
    return first


RULES = (
    few_enough_to_follow,
    somebody_is_asked,
    action_can_be_held_to,
    action_moves,
    impact_is_shared,
    effect_is_looked_at,
    finding_informs,
    what_comes_back_is_linked,
)
