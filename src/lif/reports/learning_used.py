"""Learning passed on: who received it, what they did with it, and whether it could take root (F4.3, F4.5, F4.6)."""

from collections.abc import Iterator, Mapping, Sequence

from lif.model.kinds.learning import Condition, Did, Learning, Received
from lif.model.snapshot import Entry
from lif.model.vocabulary import Answer
from lif.reports.cited_sentence import Detail, Line, Within, quantity
from lif.reports.guidance_answer import ids_of
from lif.reports.sentences import line_with, record_line
from lif.reports.what_works import labelled, where_to_read

_IN_PLACE = {Answer.YES: "in place", Answer.NO: "not in place", Answer.NOT_KNOWN: "not known"}


def learning_lines(within: Within, names: Mapping[str, str]) -> Iterator[Line]:
    """The learning passed on in the year and who received it; below, what they did with it, and its conditions."""
    for entry in within.all(Learning):
        reached = "; ".join(filter(None, (receipt_text(receipt, names) for receipt in entry.record.received)))
        line = record_line(within, entry, f"{entry.record.title}{': ' if reached else ''}{reached}")
        yield line_with(line, (Detail(text, (entry.id,)) for text in _use_texts(entry.record, names) if text))


def receipt_text(receipt: Received, names: Mapping[str, str]) -> str:
    """`received by 46 (team managers of the council)`, as far as it is known."""
    agency = names.get(receipt.agency, receipt.agency) if receipt.agency else ""
    who = " of ".join(filter(None, (receipt.role, agency)))
    number = f"received by {receipt.number}{f' ({who})' if who else ''}" if receipt.number is not None else ""
    said = f"{who}: {receipt.said}" if who and receipt.said and not number else receipt.said or ""
    return ", ".join(filter(None, (number, said))) or (who and f"received by {who}")


def _use_texts(learning: Learning, names: Mapping[str, str]) -> Iterator[str]:
    used = "; ".join(response_text(did, names) for did in learning.what_they_did)
    told = labelled((("What people did with it", used), ("Could it take root", conditions_text(learning.conditions))))
    yield learning.marked(told, "what_they_did", "conditions") if told else ""
    lead = lead_text(learning, names)
    yield learning.marked(labelled((("Led by", lead),)), "lead") if lead else ""
    yield where_to_read(learning.links)


def response_text(did: Did, names: Mapping[str, str]) -> str:
    """`The council: talked through in team meetings (2025-11)`."""
    who = names.get(did.agency, did.agency) if did.agency else ""
    return f"{f'{who}: ' if who else ''}{did.what.rstrip('.')}{f' ({did.date})' if did.date else ''}"


def conditions_text(conditions: Sequence[Condition]) -> str:
    """`of 5 conditions, 3 in place; 1 not in place (managers make time); 1 not known (…)`; empty without conditions."""
    if not conditions:
        return ""
    return f"of {quantity(len(conditions), 'condition')}, {'; '.join(_counted_conditions(conditions))}"


def _counted_conditions(conditions: Sequence[Condition]) -> Iterator[str]:
    for answer, label in _IN_PLACE.items():
        texts = [condition.condition.rstrip(".") for condition in conditions if condition.in_place is answer]
        if texts:
            which = f" ({'; '.join(texts)})" if answer is not Answer.YES else ""
            yield f"{len(texts)} {label}{which}"


def lead_text(learning: Learning, names: Mapping[str, str]) -> str:
    """`The council, training officer`; empty where no lead is named."""
    lead = learning.lead
    return ", ".join(filter(None, (names.get(lead.agency, lead.agency), lead.role))) if lead else ""


def learning_in_short(within: Within) -> Line | None:
    """How many pieces of learning were passed on, of how many it is known what people did, and their conditions.

    None without learning. Where silence does not mean no, as in an edition, only what there is, is counted.
    """
    entries = within.all(Learning)
    if not entries:
        return None
    used = [entry for entry in entries if entry.record.what_they_did]
    conditions = [condition for entry in entries for condition in entry.record.conditions]
    in_place = sum(condition.in_place is Answer.YES for condition in conditions)
    says = (
        quantity(len(entries), "piece of learning", "pieces of learning"),
        _used_text(within, used, len(entries)),
        f"conditions for it to take root: {in_place} of {len(conditions)} in place" if in_place else "",
    )
    return Line("; ".join(filter(None, says)), "", ids_of(entries))


def _used_text(within: Within, used: Sequence[Entry[Learning]], total: int) -> str:
    if not within.snapshot.silence_means_no:
        return f"what people did with it is told of {len(used)}" if used else ""
    return f"what people did with it is told of {len(used)} of {total}"
