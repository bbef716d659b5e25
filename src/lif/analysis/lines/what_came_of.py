"""What came of a record: the decisions, actions and learning that rest on it, or on a finding of it."""

from collections.abc import Iterable, Iterator

from lif.model.kinds.action import Action
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot


def what_came_of(snapshot: Snapshot, entry: Entry[Record]) -> tuple[Entry[Record], ...]:
    """The decisions, actions and learning that cite the record, an item of it, or a finding of it, in order of id."""
    ids = (*entry.citable_ids, *(finding.id for finding in findings_of(snapshot, (entry,))))
    citing = {one.id: one for cited in ids for one, _ in snapshot.cited_by.get(cited, ())}
    return tuple(
        citing[record_id]
        for record_id in sorted(citing)
        if isinstance(citing[record_id].record, Decision | Action | Learning)
    )


def findings_of(snapshot: Snapshot, entries: Iterable[Entry[Record]]) -> Iterator[Entry[Record]]:
    """The findings whose source is one of the records, or an item of it."""
    for entry in entries:
        for cited in entry.citable_ids:
            for citing, citation in snapshot.cited_by.get(cited, ()):
                if isinstance(citing.record, Finding) and citation.at[0] == "source":
                    yield citing
