"""People's words in documents: which statements stand in a document, and what became of what was promised."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.statement import Commitment, Statement
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot

R = TypeVar("R", bound=Record)


def statements_on(snapshot: Snapshot, report: str, span: str) -> Iterator[Entry[Statement]]:
    """Every statement on a document, finished or not, in order of date; those without a date last."""
    found = (entry for entry in snapshot.of(Statement) if entry.record.report == report and entry.record.covers == span)
    yield from sorted(found, key=lambda entry: (entry.record.date is None, str(entry.record.date), entry.id))


def is_written(statement: Statement) -> bool:
    """Whether it says anything yet: only then does it stand in a document."""
    return bool(statement.text or statement.commitments)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, and what followed from it as far as the records show: actions, and evaluations of it or of them."""

    id: str
    commitment: Commitment
    actions: tuple[Entry[Action], ...]
    evaluations: tuple[Entry[Evaluation], ...]


def promises_in(snapshot: Snapshot, report: str, span: str) -> Iterator[Promise]:
    """Each commitment made in a document, with what followed from it in these records."""
    for entry in statements_on(snapshot, report, span):
        for commitment in entry.record.commitments:
            promise_id = entry.id_of(commitment.key)
            actions = tuple(_citing(snapshot, promise_id, Action))
            evaluations = dict.fromkeys(
                found.id
                for cited in (promise_id, *(action.id for action in actions))
                for found in _citing(snapshot, cited, Evaluation)
            )
            kept = tuple(entry for entry in snapshot.of(Evaluation) if entry.id in evaluations)
            yield Promise(promise_id, commitment, actions, kept)


def _citing(snapshot: Snapshot, cited: str, model: type[R]) -> Iterator[Entry[R]]:
    """The records of a kind that say they follow from what is cited."""
    for entry, citation in snapshot.cited_by.get(cited, ()):
        if isinstance(entry.record, model) and citation.at[0] == model.declares.follows_by:
            yield entry  # type: ignore[misc]
