"""Report `actions`: the action plan, for each agency and for joint actions, with reasons, due dates and evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.action_strength import only_weaker
from lif.model.kinds.action import Action
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.model.view import View
from lif.reports.action_plan import StateGroup, actions_by_state, progress
from lif.reports.charts.actions import ActionsChart, actions_chart
from lif.reports.cited_sentence import Line
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section
from lif.reports.request import Request


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """The actions of one agency alone, by state; the name is empty for actions without an owner."""

    name: str
    groups: tuple[StateGroup, ...]


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The plan: counts first, then the actions of each agency alone, then joint actions."""

    head: Head
    agency: str
    progress: Line
    is_only_weaker: bool
    chart: ActionsChart | None
    single: tuple[AgencyPlan, ...]
    joint: tuple[StateGroup, ...]


def build(view: View, request: Request) -> ActionPlan:
    """Build the plan as it stands today, for one agency or for all."""
    snapshot = view.records
    today = view.day
    actions = tuple(
        action for action in snapshot.of(Action) if not request.agency or takes_part(action.record, request.agency)
    )
    kinds = [action.record.action_kind for action in actions]
    agency = name_of(snapshot, request.agency) if request.agency else ""
    return ActionPlan(
        head=head(view, request, f"Action plan, {agency}" if agency else "Action plan"),
        agency=agency,
        progress=progress(snapshot, actions, today).said,
        is_only_weaker=only_weaker(kinds),
        chart=actions_chart("actions", (action.record for action in actions), today, silence_means_no=snapshot.is_own),
        single=tuple(_agency_plans(view, actions)),
        joint=tuple(
            actions_by_state(snapshot, (action for action in actions if action.record.joint_with), today, view.audience)
        ),
    )


def takes_part(action: Action, agency: str) -> bool:
    """Whether the agency owns the action or is joint with its owner."""
    return agency in action.joint_with or (action.owner is not None and action.owner.agency == agency)


def _agency_plans(view: View, actions: Iterable[Entry[Action]]) -> Iterable[AgencyPlan]:
    """Each agency in the order of the partnership's list; last, actions without an owner."""
    snapshot = view.records
    single_agency_actions = [action for action in actions if not action.record.joint_with]
    for key in (*snapshot.agencies, ""):
        agency_actions = [
            action
            for action in single_agency_actions
            if (action.record.owner.agency if action.record.owner else "") == key
        ]
        if agency_actions:
            groups = actions_by_state(snapshot, agency_actions, view.day, view.audience)
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
