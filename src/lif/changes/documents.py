"""Documents that name what changed: written anew, they may say something else."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lif.changes.change import Changes, RecordChange, What
from lif.model.registry import KINDS
from lif.model.snapshot import Snapshot

_ID = re.compile(rf"(?<![\w/-])(?:{'|'.join(kind.folder for kind in KINDS if kind.folder)})/[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Aged:
    """A document, by its path, and those records it names that changed, or that what is new is about.

    Whether it says something else now is known only when it is written anew.
    """

    path: str
    names: tuple[str, ...]


def aged(changes: Changes, before: Snapshot, after: Snapshot, texts: Mapping[str, str]) -> tuple[Aged, ...]:
    """Those of the documents that rest on what changed, as far as both snapshots show it; all, on the partnership."""
    touched = {one for change in changes.records for one in _touched(change, before, after)}
    if any(change.id == "partnership" for change in changes.records):
        return tuple(Aged(path, ("partnership",)) for path in sorted(texts))
    named = ((path, sorted(touched & set(_ID.findall(text)))) for path, text in sorted(texts.items()))
    return tuple(Aged(path, tuple(names)) for path, names in named if names)


def _touched(change: RecordChange, before: Snapshot, after: Snapshot) -> Iterable[str]:
    """What documents may name that tell of a record: itself; what it is about, where they could not name it so far."""
    yield change.was or change.id
    is_new = change.what is What.ADDED or (change.what is not What.REMOVED and change.touches("sharing", "draft"))
    for snapshot in (before, after) if is_new else ():
        entry = snapshot.find(change.id)
        yield from (one.target.partition("#")[0] for one in entry.citations) if entry else ()
