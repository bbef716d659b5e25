"""Facts on which the sources differ: both versions, printed below the line that tells of the record."""

from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.reports.cited_sentence import Detail, sentence


def sources_differ(entry: Entry[Record]) -> tuple[Detail, ...]:
    """Each fact of the record on which the sources differ, with what each of them says."""
    return tuple(Detail(difference, (entry.id,)) for difference in differences(entry.record))


def differences(record: Record) -> tuple[str, ...]:
    """One sentence for each such fact, with each version in quotation marks; none for a fact without versions."""
    return tuple(
        sentence(f"Sources differ. {disputed.fact.rstrip('.')}: {'; '.join(map(_quoted, disputed.versions))}")
        for disputed in record.disputed
        if disputed.versions
    )


def _quoted(version: str) -> str:
    return f"“{version.rstrip('.')}”"
