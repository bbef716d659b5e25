"""On which themes a change can bear, so that the evidence on all others need not be read twice."""

from collections.abc import Iterator

from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.sources import pieces_of_work
from lif.changes.change import Changes
from lif.model.kinds.finding import Finding
from lif.model.record import Record
from lif.model.snapshot import Broken, Entry, Snapshot

_JOINS = ("sharing", "draft", "part_of", "same_evidence_as", "reaudit_of")
"""Fields that decide whether and with what other records count: their findings may be on any theme."""


def themes_touched(before: Snapshot, after: Snapshot, changes: Changes) -> frozenset[str]:
    """The themes that stand now and on which what is heard may differ; all of them where that cannot be narrowed.

    They are those of the records that changed, and of the findings that cite one of these or what is one piece of work
    with it.
    """
    every = frozenset({**before.registers["theme"], **after.registers["theme"]})
    ids = {one for change in changes.records for one in (change.id, change.was) if one} | {*changes.following}
    if "partnership" in ids or any(change.touches(*_JOINS) and change.before for change in changes.records):
        return every
    found = set()
    for snapshot in (before, after):
        pieces = pieces_of_work(snapshot)
        whole = {pieces[one] for one in ids if one in pieces}
        near = ids | {one for one, piece in pieces.items() if piece in whole}
        changed = (one for one in map(snapshot.find, ids) if one is not None)
        citing = (one for one in snapshot.of(Finding) if any(_of(cited.target) in near for cited in one.citations))
        named = (theme for one in (*changed, *citing) for theme in _themes(one))
        found |= {successors(after, theme) for theme in named}
    return frozenset(found & every)


def _themes(one: Entry[Record] | Broken) -> Iterator[str]:
    return (cited.target for cited in one.citations if "theme" in cited.ref.to)


def _of(target: str) -> str:
    return target.partition("#")[0]
