"""What the returns of a cycle of standards assessments showed, in the words of their authors (F4.11)."""

from collections.abc import Iterator

from lif.analysis.duties.agencies import name_of
from lif.model.kinds.assessment import Assessment
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line, sentence
from lif.reports.sources_differ import sources_differ


def summary_lines(snapshot: Snapshot, cycle: str) -> Iterator[Line]:
    """A line for each return of the cycle that is summed up, with what the sources differ on below it."""
    for entry in snapshot.of(Assessment):
        record = entry.record
        if record.cycle == cycle and record.summary:
            whose = f"{name_of(snapshot, record.agency)}: " if record.agency else ""
            text = record.marked(sentence(f"{whose}{record.summary}"), "summary")
            yield Line(text, str(record.returned or ""), (entry.id,), below=sources_differ(entry))
