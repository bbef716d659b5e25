"""The tracker of actions: one row an action, one sheet an agency."""

from typing import cast

from lif.analysis.impact.action_state import action_state, state_words
from lif.analysis.lines.lineage import text_of
from lif.exchange.column import Column, ColumnType, computed, reference
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject
from lif.model.kinds.action import Action
from lif.reports.action_plan import measure_text, moves_text


def _action(subject: Subject) -> Action:
    return cast("Action", subject.part)


def _because(subject: Subject) -> str:
    return "\n".join(text_of(subject.view.records, answered) for answered in _action(subject).answers)


def _first_due(subject: Subject) -> object:
    action = _action(subject)
    return action.moved[0].since if action.moved else action.due


def _moves(subject: Subject) -> str:
    return moves_text(_action(subject))


def _measures(subject: Subject) -> str:
    view, entry = subject.view, subject.entry
    return "\n".join(
        measure_text(view.records, entry.id, measure, view.audience) for measure in _action(subject).measures
    )


def _steps(subject: Subject) -> str:
    return "\n".join(f"{step.date}: {step.said}" for step in _action(subject).progress)


def _state(subject: Subject) -> str:
    state = action_state(_action(subject), subject.view.day)
    return state_words(state, silence_means_no=subject.view.records.is_own)


ACTIONS = Layout(
    "actions",
    "Action tracker",
    "action",
    (
        reference(),
        computed("because", "Because of", _because, "What the action answers."),
        Column("title", "Action", ColumnType.TEXT, says="What is done, in a line."),
        Column("owner.agency", "Lead agency", ColumnType.CHOICE, choices="agencies", says="Who sees to it."),
        Column("owner.role", "Lead role", ColumnType.TEXT, says="A role, never a name."),
        Column("joint_with", "Together with", ColumnType.LIST, choices="agencies", says="Agencies by key, parted by ;"),
        Column("action_kind", "Kind of action", ColumnType.CHOICE, choices="ActionKind"),
        Column("themes", "Themes", ColumnType.LIST, choices="themes", says="Themes by key, parted by ;"),
        Column("agreed", "Agreed on", ColumnType.DATE),
        computed("first_due", "First due", _first_due, "The day it was due at first."),
        Column(
            "due",
            "Due now",
            ColumnType.DATE,
            says="If you change it, say why in the next column.",
            late_unless=("done", "closed"),
        ),
        Column("moved.+.reason", "Why it moves", ColumnType.TEXT, says="Only where you change the day it is due."),
        computed("moves", "Moved before", _moves),
        computed("measures", "How it will be known", _measures, "What is counted, before and now."),
        Column("started", "Begun on", ColumnType.DATE),
        computed("progress", "Steps so far", _steps),
        Column("progress.+.date", "New step: date", ColumnType.DATE),
        Column("progress.+.said", "New step: what was done", ColumnType.TEXT, says="What was done or reported."),
        Column("done", "Work done on", ColumnType.DATE, says="The day the work was done. That is not yet closed."),
        Column("closed", "Closed on", ColumnType.DATE, says="The day the group closed it."),
        Column("outcome", "Outcome", ColumnType.CHOICE, choices="Outcome"),
        Column("outcome_because", "On what that rests", ColumnType.TEXT),
        computed("state", "State when exported", _state),
    ),
    agency="owner.agency",
)
