"""An action as a plan tells it: what, why, who, by when, how often moved, how strong, and what shows a change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.embedding import Shown, shown_by
from lif.analysis.lines.followed_by import directly_after
from lif.analysis.lines.lineage import text_of
from lif.model.kinds.action import Action, Measure
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words
from lif.reports.chart import listed
from lif.reports.charts.actions import state_of, states_in, strength_of
from lif.reports.cited_sentence import Line
from lif.reports.counts import share


@dataclass(frozen=True, slots=True)
class Planned:
    """One action; a text is empty where there is nothing to say, and a list where nothing is recorded."""

    action: Line
    why: tuple[Line, ...]
    who: str
    due: str
    moved: str
    strength: str
    measures: tuple[Line, ...]
    shown: tuple[Line, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Group:
    """The actions in one state."""

    state: str
    actions: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many actions there are, how many are done or closed, and of how many of those something shows a change.

    `said` gives the counts in a sentence; `finished` and `evidenced` name the actions.
    """

    total: int
    finished: tuple[str, ...]
    evidenced: tuple[str, ...]
    said: Line


def planned(snapshot: Snapshot, entry: Entry[Action], audience: Sharing) -> Planned:
    """One action with all that a plan says of it."""
    action = entry.record
    kind = f" ({words(action.action_kind)})" if action.action_kind else ""
    because = f", because {action.outcome_because}" if action.outcome_because else ""
    return Planned(
        action=Line(action.title, "", (entry.id,)),
        why=tuple(Line(text_of(snapshot, one), "", (one,)) for one in action.answers),
        who=who(snapshot, action),
        due=str(action.due or ""),
        moved=moved(action),
        strength=f"{strength_of(action)}{kind}",
        measures=tuple(Line(_measure(one, audience), "", (entry.id,)) for one in action.measures),
        shown=tuple(Line(one.what, str(one.when or ""), (one.record,)) for one in shown_of(snapshot, entry, date.max)),
        outcome=f"{words(action.outcome)}{because}" if action.outcome else "",
    )


def who(snapshot: Snapshot, action: Action) -> str:
    """`Council early help (head of service), together with Police`; empty where nobody is named."""
    role = f" ({action.owner.role})" if action.owner and action.owner.role else ""
    owner = f"{name_of(snapshot, action.owner.agency)}{role}" if action.owner else ""
    others = tuple(name_of(snapshot, one) for one in action.joint_with)
    return ", together with ".join(filter(None, (owner, listed(others) if others else "")))


def moved(action: Action) -> str:
    """How often its day was moved, from which days, and how often without a reason."""
    if not action.moved:
        return ""
    often = "once" if len(action.moved) == 1 else f"{len(action.moved)} times"
    bare = sum(one.reason is None for one in action.moved)
    reasons = "; ".join(one.reason for one in action.moved if one.reason)
    said = f"moved {often}, from {listed(tuple(str(one.since) for one in action.moved))}"
    return f"{said}{f': {reasons}' if reasons else ''}{f'; {bare} without a reason' if bare else ''}"


def _measure(measure: Measure, audience: Sharing) -> str:
    then, now = (share(reading, audience) for reading in (measure.baseline, measure.follow_up))
    parts = (measure.target and f"good enough: {measure.target}", then and f"before {then}", now and f"now {now}")
    return "; ".join(filter(None, (measure.what, *parts)))


def shown_of(snapshot: Snapshot, entry: Entry[Action], day: date) -> tuple[Shown, ...]:
    """What shows that it changed anything, by the day: its measure taken again, or an evaluation that is evidenced."""
    after = (one for one in directly_after(snapshot, entry.id) if one.kind.name == "evaluation")
    found = shown_by((entry, *after))
    return tuple(one for one in found if one.when is None or one.when.earliest <= day)


def by_state(snapshot: Snapshot, actions: Iterable[Entry[Action]], day: date, audience: Sharing) -> Iterator[Group]:
    """The actions in each state that has any, those past their day first; the soonest due first in each."""
    ordered = sorted(actions, key=lambda one: (str(one.record.due or "9"), one.id))
    states = {one.id: state_of(one.record, day, silence_means_no=snapshot.is_own) for one in ordered}
    for state in dict.fromkeys(sorted(states.values(), key=states_in(silence_means_no=snapshot.is_own).index)):
        mine = tuple(planned(snapshot, one, audience) for one in ordered if states[one.id] == state)
        yield Group(state, mine)


def progress(snapshot: Snapshot, actions: Iterable[Entry[Action]], day: date) -> Progress:
    """`12 of 30 actions are done; of these, 5 show that anything changed`, as far as it was known on the day."""
    every = tuple(actions)
    states = {one.id: state_of(one.record, day, silence_means_no=True) for one in every}
    finished = tuple(one for one in every if states[one.id] in {"done", "closed"})
    evidenced = tuple(one.id for one in finished if shown_of(snapshot, one, day))
    total, names = len(every), tuple(one.id for one in finished)
    if not every:
        return Progress(0, (), (), Line(f"Actions: {snapshot.absent}.", "", ()))
    are = "is" if 1 in {len(names), total} else "are"
    known = "" if snapshot.is_own else " known to be"
    percent = f" ({100 * len(names) / total:.0f}%)" if total >= snapshot.thresholds.percentages_from else ""
    said = f"{len(names)} of {total} {'action' if total == 1 else 'actions'}{percent} {are}{known} done"
    those = f"; of these, {len(evidenced) or 'none'} {'shows' if len(evidenced) == 1 else 'show'} that anything changed"
    return Progress(total, names, evidenced, Line(f"{said}{those if names else ''}.", "", evidenced or names))
