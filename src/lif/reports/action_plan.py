"""Actions as an action plan shows them: reasons, owner, due date, moves, strength, measures and evidence of change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.action_state import ActionState, action_state
from lif.analysis.impact.shown_change import ShownChange, changes_on, is_outcome_shown, results_on
from lif.analysis.lines.lineage import text_of
from lif.model.kinds.action import Action, Measure
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Outcome, words
from lif.reports.change_lines import change_line
from lif.reports.chart import join_words
from lif.reports.charts.actions import state_names, state_of, strength_of
from lif.reports.cited_sentence import Line, sentence
from lif.reports.counts import readings_text
from lif.reports.sources_differ import sources_differ


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action in a plan; a text is empty where there is nothing to say, a list where nothing is recorded.

    `shown` is what shows a change or, where nothing does, what is better and is no change for a reason it gives.
    """

    action: Line
    why: tuple[Line, ...]
    who: str
    due: str
    moved: str
    strength: str
    measures: tuple[Line, ...]
    shown: tuple[Line, ...]
    outcome: str
    unintended: str


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The actions in one state."""

    state: str
    actions: tuple[PlannedAction, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many actions there are, how many are done or closed, and how many of those have evidence of a change.

    `said` gives the counts in a sentence; `finished` and `evidenced` hold the ids of the actions.
    """

    total: int
    finished: tuple[str, ...]
    evidenced: tuple[str, ...]
    said: Line


def planned_action(snapshot: Snapshot, entry: Entry[Action], audience: Sharing) -> PlannedAction:
    """One action with everything an action plan shows of it."""
    action = entry.record
    kind = f" ({words(action.action_kind)})" if action.action_kind else ""
    return PlannedAction(
        action=Line(action.marked(action.title, "title"), "", (entry.id,), below=sources_differ(entry)),
        why=tuple(
            Line(action.marked(text_of(snapshot, answered_id), "answers"), "", (answered_id,))
            for answered_id in action.answers
        ),
        who=owner_text(snapshot, action),
        due=action.marked(str(action.due), "due") if action.due else "",
        moved=moves_text(action),
        strength=action.marked(f"{strength_of(action)}{kind}", "action_kind"),
        measures=tuple(
            Line(measure_text(snapshot, entry.id, measure, audience), "", (entry.id,)) for measure in action.measures
        ),
        shown=tuple(change_line(snapshot, result, audience) for result in _told_results(snapshot, entry.id)),
        outcome=outcome_text(snapshot, entry),
        unintended=unintended_text(action),
    )


def _told_results(snapshot: Snapshot, action: str) -> tuple[ShownChange, ...]:
    """What shows a change or, where nothing does, what is better without showing one."""
    results = results_on(snapshot, action)
    return tuple(result for result in results if result.is_change) or results


def outcome_text(snapshot: Snapshot, entry: Entry[Action], *, with_reason: bool = True) -> str:
    """The outcome the group recorded, with the reason where asked: `achieved, because …`.

    Where nothing shows the change it claims, it never stands as a fact: `recorded as achieved, because …; what shows a
    change: not recorded`.
    """
    action = entry.record
    if action.outcome is None:
        return ""
    is_shown = is_outcome_shown(snapshot, entry)
    recorded = "" if is_shown else "recorded as "
    outcome = "partly achieved" if action.outcome is Outcome.PARTLY else words(action.outcome)
    because = f", because {action.outcome_because}" if with_reason and action.outcome_because else ""
    label = "no change shown" if results_on(snapshot, entry.id) else "what shows a change"
    unproven = "" if is_shown else f"; {label}: {_none_shown(snapshot, entry)}"
    return f"{recorded}{action.marked(outcome, 'outcome')}{because}{unproven}"


def unintended_text(action: Action) -> str:
    """The effects that were not intended, as a sentence; empty where none are recorded."""
    return sentence(f"Effects that were not intended: {action.unintended}") if action.unintended else ""


def _none_shown(snapshot: Snapshot, entry: Entry[Action]) -> str:
    results = results_on(snapshot, entry.id)
    return "; ".join(dict.fromkeys(result.verdict for result in results)) or str(snapshot.absent)


def owner_text(snapshot: Snapshot, action: Action) -> str:
    """`Council early help (head of service), together with Police`; empty where no owner is named."""
    role = f" ({action.owner.role})" if action.owner and action.owner.role else ""
    owner = f"{name_of(snapshot, action.owner.agency)}{role}" if action.owner else ""
    partners = tuple(name_of(snapshot, agency) for agency in action.joint_with)
    who = ", together with ".join(filter(None, (owner, join_words(partners) if partners else "")))
    return action.marked(who, "owner", "joint_with") if who else ""


def moves_text(action: Action) -> str:
    """How often the due date was moved, from which dates, and how often without a reason."""
    if not action.moved:
        return ""
    often = "once" if len(action.moved) == 1 else f"{len(action.moved)} times"
    without_reason = sum(move.reason is None for move in action.moved)
    reasons = "; ".join(move.reason for move in action.moved if move.reason)
    text = f"moved {often}, from {join_words(tuple(str(move.since) for move in action.moved))}"
    return (
        f"{text}{f': {reasons}' if reasons else ''}{f'; {without_reason} without a reason' if without_reason else ''}"
    )


def measure_text(snapshot: Snapshot, action: str, measure: Measure, audience: Sharing) -> str:
    """What is counted, what would be good enough, and how it was before and is now, as far as the audience may see."""
    then, now = readings_text(snapshot, action, (measure.baseline, measure.follow_up), audience)
    parts = (measure.target and f"good enough: {measure.target}", then and f"before {then}", now and f"now {now}")
    return "; ".join(filter(None, (measure.what, *parts)))


def actions_by_state(
    snapshot: Snapshot, actions: Iterable[Entry[Action]], day: date, audience: Sharing
) -> Iterator[StateGroup]:
    """The actions grouped by state, overdue ones first; in each group the soonest due date first."""
    ordered = sorted(actions, key=lambda entry: (str(entry.record.due or "9"), entry.id))
    states = {entry.id: state_of(entry.record, day, silence_means_no=snapshot.is_own) for entry in ordered}
    for state in dict.fromkeys(sorted(states.values(), key=state_names(silence_means_no=snapshot.is_own).index)):
        in_state = tuple(planned_action(snapshot, entry, audience) for entry in ordered if states[entry.id] == state)
        yield StateGroup(state, in_state)


def progress(snapshot: Snapshot, actions: Iterable[Entry[Action]], day: date) -> Progress:
    """`12 of 30 actions are done; of these, 5 show that anything changed`, as far as it was known on the day."""
    entries = tuple(actions)
    finished_states = {ActionState.DONE, ActionState.CLOSED}
    finished_ids = tuple(entry.id for entry in entries if action_state(entry.record, day) in finished_states)
    evidenced_before = tuple(entry.id for entry in entries if changes_on(snapshot, (entry.id,)))
    evidenced = tuple(record_id for record_id in finished_ids if record_id in evidenced_before)
    total = len(entries)
    if not entries:
        return Progress(0, (), (), Line(f"Actions: {snapshot.absent}.", "", ()))
    if not finished_ids and snapshot.can_withhold:
        actions_shown = "1 action" if total == 1 else f"{total} actions"
        return Progress(total, (), (), Line(f"{actions_shown}; done: {snapshot.absent}.", "", ()))
    are = "is" if 1 in {len(finished_ids), total} else "are"
    known = "" if snapshot.is_own else " known to be"
    percent = f" ({100 * len(finished_ids) / total:.0f}%)" if total >= snapshot.thresholds.percentages_from else ""
    text = f"{len(finished_ids)} of {total} {'action' if total == 1 else 'actions'}{percent} {are}{known} done"
    show = "shows" if len(evidenced) == 1 else "show"
    change = f"; of these, {len(evidenced) or 'none'} {show} that anything changed"
    others = len(evidenced_before) - len(evidenced)
    also = f"; {others} not done {'shows' if others == 1 else 'show'} a change already" if others else ""
    if not snapshot.silence_means_no and not evidenced:
        change = f"; what shows a change: {snapshot.absent}"
    return Progress(
        total,
        finished_ids,
        evidenced,
        Line(f"{text}{change if finished_ids else ''}{also}.", "", evidenced_before or finished_ids),
    )
