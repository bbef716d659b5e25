"""Records that are being made, and what was written of them."""

from dataclasses import dataclass
from typing import Any

from lif.cli.prompts.interview import Interview
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.kind import Kind
from lif.model.parts.shape import citations
from lif.model.reference import RecordRef
from lif.model.registry import KINDS
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.store.new.scaffold import SAFEST_SHARING


@dataclass(frozen=True, slots=True)
class Written:
    """A record that was written: where, what it still owes, what was assumed, and the next commands.

    `findings` are the ids of those that were written together with it.
    """

    id: str
    path: str
    sharing: str
    owed: tuple[dict[str, str], ...]
    assumed: str
    following: tuple[str, ...]
    warnings: tuple[Diagnostic, ...]
    has_findings: bool = False
    findings: tuple[str, ...] = ()


@dataclass
class NewRecord:
    """A record that is being made: its kind, its tree, the fields that are given, and the questions about it."""

    kind: Kind
    tree: dict[str, Any]
    given: frozenset[str] = frozenset()
    interview: Interview | None = None
    id: str = ""


def new_finding(tree: dict[str, Any], given: frozenset[str] = frozenset()) -> NewRecord:
    """A finding that is being made."""
    return NewRecord(KINDS["finding"], tree, given)


def usual_sharing(snapshot: Snapshot, new: NewRecord) -> str:
    """How far a record travels unless a person says otherwise: to all who can open the folder anyway.

    It never travels further than what it comes from.
    """
    readers = snapshot.partnership.readers if snapshot.partnership else None
    cited = (RecordRef.parse(citation.target).record for citation in citations(new.kind.model, new.tree))
    levels = [entry.record.sharing for record_id in cited if (entry := snapshot.entries.get(record_id))]
    levels.append(readers.level if readers else Sharing(SAFEST_SHARING))
    return max(levels, key=list(Sharing).index).value
