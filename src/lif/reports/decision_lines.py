"""The decision to review in sentences: who decided what, when and why, by which method, and who saw it differently."""

from collections.abc import Iterator

from lif.analysis.duties.review_decision import decision_to_review, is_answered
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.reports.cited_sentence import Line


def decision_lines(snapshot: Snapshot, review: str) -> Iterator[Line]:
    """The decision to review that stands; nothing where none is recorded."""
    decision = decision_to_review(snapshot, review)
    if decision is None or decision.record.review_decision is None:
        return
    record, held = decision.record, decision.record.review_decision
    group = snapshot.group(record.group)
    by = f"by {group.name if group is not None else record.group}" if record.group else ""
    because = f"because {record.because.rstrip('.')}" if record.because else ""
    whether = words(held.to_review) if is_answered(decision) else f"not decided yet ({words(held.to_review)})"
    text = ", ".join(filter(None, (f"to review: {whether}", by, because)))
    yield Line(record.marked_by_field(text, "group", "because"), str(record.date or ""), (decision.id,))
    if held.method:
        yield Line(f"The method that was decided on: {held.method}", "", (decision.id,))
    if held.dissent:
        yield Line(f"Seen differently: {held.dissent}", "", (decision.id,))
