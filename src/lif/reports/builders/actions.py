"""The action plan: for each agency, and for what several do together: what, why, by when, and what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.action_strength import only_weaker
from lif.disclosure.request import Request
from lif.model.kinds.action import Action
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.reports.action_plan import Group, by_state, progress
from lif.reports.charts.actions import ActionsChart, actions_chart
from lif.reports.cited_sentence import Line
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """What one agency does alone, by state; the name is empty for actions that nobody owns."""

    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan: counts first, then what each agency does alone, and what several do together."""

    head: Head
    agency: str
    progress: Line
    is_only_weaker: bool
    chart: ActionsChart | None
    single: tuple[AgencyPlan, ...]
    joint: tuple[Group, ...]


def build(snapshot: Snapshot, request: Request) -> Plan:
    """The plan as it stands today, of one agency or of all."""
    today = request.today
    actions = tuple(one for one in snapshot.of(Action) if not request.agency or has_a_part(one.record, request.agency))
    kinds = [one.record.action_kind for one in actions]
    agency = name_of(snapshot, request.agency) if request.agency else ""
    return Plan(
        head=head(snapshot, request, f"Action plan, {agency}" if agency else "Action plan"),
        agency=agency,
        progress=progress(snapshot, actions, today).said,
        is_only_weaker=only_weaker(kinds),
        chart=actions_chart("actions", (one.record for one in actions), today, silence_means_no=snapshot.is_own),
        single=tuple(_single(snapshot, actions, request)),
        joint=tuple(by_state(snapshot, (one for one in actions if one.record.joint_with), today, request.audience)),
    )


def has_a_part(action: Action, agency: str) -> bool:
    """Whether the agency owns the action or shares it."""
    return agency in action.joint_with or (action.owner is not None and action.owner.agency == agency)


def _single(snapshot: Snapshot, actions: Iterable[Entry[Action]], request: Request) -> Iterable[AgencyPlan]:
    """Each agency in the order of the partnership's list; last, what nobody owns."""
    alone = [one for one in actions if not one.record.joint_with]
    for key in (*snapshot.registers["agency"], ""):
        mine = [one for one in alone if (one.record.owner.agency if one.record.owner else "") == key]
        if mine:
            groups = by_state(snapshot, mine, request.today, request.audience)
            yield AgencyPlan(name_of(snapshot, key) if key else "", tuple(groups))


ACTIONS = Report(
    "actions",
    "The action plan of each agency, and of what several do together",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("short", "In short"),
        Section("single", "What each agency does"),
        Section("joint", "What several do together"),
    ),
    takes=(Ask.AGENCY,),
    duties=("F4.2", "F7.1", "F7.2"),
)
