"""What an action shows of a change, what it lacks before it can be closed, and what its record lacks (F7.2, F7.4).

`lif check` refuses the closing of an action by the same answer by which `lif set` says what is owed (LIF512 to LIF514,
LIF553).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF
from lif.analysis.impact.measure_result import counts_activity
from lif.analysis.lines.whose_work import is_ours
from lif.model.declaration import LineStage
from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.record import EvidenceOfChange
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Outcome


class ShownBy(StrEnum):
    """What kind of thing is to show that something changed."""

    LOOK = "a look at practice, or at children and families"
    ACTIVITY = "what was done"
    UNNAMED = "names no record"


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that an action rests its closing on: what kind of thing, and its words."""

    by: ShownBy
    text: str


def shown_to_close(snapshot: Snapshot, entry: Entry[Action]) -> tuple[Shown, ...]:
    """What is to show the change: measures taken again, evidence, evaluations of the action.

    Evidence that names no record can be looked up by no reader, and never counts; where its words speak of attendance
    or delivery it is activity.
    """
    return (*_by_measures(entry.record), *_by_evidence(snapshot, entry.record), *_by_evaluations(snapshot, entry))


def missing_to_close(snapshot: Snapshot, entry: Entry[Action]) -> tuple[str, ...]:
    """What stands in the way of closing, in words, each with its field; empty when the action can be closed.

    With the outcome "cannot tell" only the reason is needed. One look at practice is enough, also where not every
    measure was taken again. An evaluation that cannot be read may be such a look.
    """
    action = entry.record
    if action.outcome is Outcome.CANNOT_TELL:
        return () if action.outcome_because else (_BECAUSE,)
    shown = {one.by for one in shown_to_close(snapshot, entry)}
    is_enough = ShownBy.LOOK in shown or (shown and action.outcome is Outcome.NOT_ACHIEVED)
    if is_enough or entry.id in snapshot.cited_unread.records:
        return ()
    return tuple(_follow_ups(action)) or ("evidence from practice or for children: evidence, or a measure",)


def missing_besides(action: Action) -> tuple[str, ...]:
    """What the record of an action that may be closed still lacks: follow-ups, the outcome, on what that rests."""
    outcome = () if action.outcome else ("what came of it: outcome=achieved, partly, not-achieved or cannot-tell",)
    because = () if action.outcome_because else (_BECAUSE,)
    return because if action.outcome is Outcome.CANNOT_TELL else (*_follow_ups(action), *outcome, *because)


_BECAUSE = "on what that rests: outcome_because"


def _follow_ups(action: Action) -> Iterator[str]:
    for index, measure in enumerate(action.measures):
        if measure.follow_up is None:
            yield f'how it is now, with date and source: measures[{index}].follow_up of "{measure.what}"'


def _by_measures(action: Action) -> Iterator[Shown]:
    for measure in action.measures:
        if measure.follow_up:
            by = ShownBy.ACTIVITY if counts_activity(measure.what) else ShownBy.LOOK
            yield Shown(by, f'"{measure.what}" counts what was done')


def _by_evidence(snapshot: Snapshot, action: Action) -> Iterator[Shown]:
    for evidence in action.evidence:
        if evidence.record:
            yield _by_record(evidence, snapshot)
        else:
            words = evidence.unnamed or evidence.note or ""
            is_activity = bool(evidence.unnamed) and counts_activity(f"{words}: {evidence.note or ''}")
            yield Shown(ShownBy.ACTIVITY if is_activity else ShownBy.UNNAMED, f'"{words}"')


def _by_record(evidence: EvidenceOfChange, snapshot: Snapshot) -> Shown:
    cited = snapshot.entries.get(RecordRef.parse(evidence.record or "").record)
    if cited is None:
        return Shown(ShownBy.LOOK, "")
    if isinstance(cited.record, Evaluation):
        return _by_level(cited.id, cited.record)
    if not is_ours(snapshot, cited.id):
        return Shown(ShownBy.ACTIVITY, f"{cited.id} is learning from elsewhere, and tells nothing of practice here")
    is_activity = cited.kind.declares.line_stage in {LineStage.LEARNING, LineStage.ACTION}
    return Shown(ShownBy.ACTIVITY if is_activity else ShownBy.LOOK, f"{cited.id} tells what was passed on or done")


def _by_evaluations(snapshot: Snapshot, entry: Entry[Action]) -> Iterator[Shown]:
    for citing, citation in snapshot.cited_by.get(entry.id, ()):
        if isinstance(citing.record, Evaluation) and citation.at[0] == "of":
            yield _by_level(citing.id, citing.record)


def _by_level(evaluation_id: str, evaluation: Evaluation) -> Shown:
    level = evaluation.level
    by = ShownBy.LOOK if level in NEEDS_PROOF else ShownBy.ACTIVITY
    return Shown(by, f"{evaluation_id} reaches level {level.value}, {LEVEL_WORDS[level]}")
