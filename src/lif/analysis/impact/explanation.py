"""What an evaluation says besides its figures: why it worked, in what context, what else explains it, who collected it.

"What works, why and in what contexts" is what evaluations are for (F3.7). The words are those of the record.
"""

from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.evidenced import NEEDS_PROOF
from lif.model.kinds.evaluation import Evaluation
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an evaluation says of why and where something worked; a text is empty where the record says nothing.

    `collected_by` is the name of the agency that collected the evidence. `is_independent`, of those who did the work,
    and `families_speak` are None where the record does not say. `families_speak` is asked only of claims on practice
    or on children and families; `voices` are the ids of the feedback in which they speak.

    No named tuple: `lif triangulate --format json` shows its fields by name.
    """

    record: str
    mechanism: str
    context: str
    outcome: str
    qualitative: str
    other_explanations: str
    collected_by: str
    is_independent: bool | None
    families_speak: bool | None
    voices: tuple[str, ...]


_YES_OR_NO = {Answer.YES: True, Answer.NO: False}


def explanation_of(snapshot: Snapshot, entry: Entry[Evaluation]) -> Explanation:
    """What the evaluation says besides its figures; its inferred texts are marked as our reading."""
    record = entry.record
    named = name_of(snapshot, record.collected_by) if record.collected_by else ""
    needs_voices = record.level in NEEDS_PROOF
    return Explanation(
        record=entry.id,
        mechanism=record.marked(record.mechanism or "", "mechanism"),
        context=record.marked(record.context or "", "context"),
        outcome=record.marked(record.outcome or "", "outcome"),
        qualitative=record.marked(record.qualitative or "", "qualitative"),
        other_explanations=record.marked(record.other_explanations or "", "other_explanations"),
        collected_by=record.marked(named, "collected_by") if named else "",
        is_independent=_YES_OR_NO.get(record.independent) if record.independent else None,
        families_speak=_YES_OR_NO.get(record.own_account) if record.own_account and needs_voices else None,
        voices=record.voices if record.own_account is Answer.YES and needs_voices else (),
    )
