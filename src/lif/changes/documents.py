"""Documents that a change may have made out of date, because they name a changed record."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lif.changes.change import ChangeKind, Changes, RecordChange
from lif.model.registry import KINDS
from lif.model.snapshot import Snapshot

_ID = re.compile(rf"(?<![\w/-])(?:{'|'.join(kind.folder for kind in KINDS if kind.folder)})/[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class OutdatedDocument:
    """The path of a document, and the records it names that changed or that a new record cites.

    Only making the document again shows whether its content is different.
    """

    path: str
    names: tuple[str, ...]


def outdated_documents(
    changes: Changes, before: Snapshot, after: Snapshot, texts: Mapping[str, str]
) -> tuple[OutdatedDocument, ...]:
    """The documents that name records touched by the changes; all of them when the partnership record changed.

    `texts` are the documents by path.
    """
    touched = {record_id for change in changes.records for record_id in _touched(change, before, after)}
    if any(change.id == "partnership" for change in changes.records):
        return tuple(OutdatedDocument(path, ("partnership",)) for path in sorted(texts))
    named = ((path, sorted(touched & set(_ID.findall(text)))) for path, text in sorted(texts.items()))
    return tuple(OutdatedDocument(path, tuple(names)) for path, names in named if names)


def _touched(change: RecordChange, before: Snapshot, after: Snapshot) -> Iterable[str]:
    """The ids by which a document may depend on a changed record: its own, and those it cites where it is new to it."""
    yield change.was or change.id
    is_new = change.what is ChangeKind.ADDED or (
        change.what is not ChangeKind.REMOVED and change.touches("sharing", "draft")
    )
    for snapshot in (before, after) if is_new else ():
        entry = snapshot.find(change.id)
        yield from (citation.record for citation in entry.citations) if entry else ()
