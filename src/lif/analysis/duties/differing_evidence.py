"""Where the evidence on a standard differs: own rating, moderation, practitioners, other findings (F5.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.duties.cycle_evidence import RelatedFinding
from lif.analysis.duties.grades import is_above_middle, is_in_better_half, scale_of
from lif.analysis.duties.standards import Cell, StandardRow, is_contradicted
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.partnership import Scale
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Direction

_STRENGTHS = {Direction.WORKING_WELL}
_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


@dataclass(frozen=True, slots=True)
class Difference:
    """The ways in which the evidence on one agency's standard differs, and the records that show it."""

    row: StandardRow
    cell: Cell
    says: tuple[str, ...]
    records: tuple[str, ...]


def differences(snapshot: Snapshot, row: StandardRow) -> Iterator[Difference]:
    """Yield each agency's rating of the standard with which some other evidence does not agree.

    An answer carried over from the cycle before is compared as it stood then, with what practitioners and others say in
    this cycle. A finding counts where it names the agency or no agency.
    """
    for cell in row.cells:
        others = tuple(_findings_against(snapshot, row, cell))
        says = (*_moderation(cell), *_practitioners(snapshot, cell), *_others(cell, others))
        if says:
            yield Difference(row, cell, says, (cell.record, *(finding.record for finding in others)))


def _moderation(cell: Cell) -> Iterator[str]:
    if cell.own and cell.moderated and cell.moderated != cell.own and not cell.carried_from:
        yield f"its own rating is {cell.own}, moderation ended with {cell.moderated}"


def _practitioners(snapshot: Snapshot, cell: Cell) -> Iterator[str]:
    """Yield what practitioners say against the own rating, or else against the one that moderation ended with."""
    (own, moderated), scale = _grades(snapshot, cell), _scale(snapshot, cell)
    ratings = ((own, f"its own rating {cell.own}"), (moderated, f"the moderated rating {cell.moderated}"))
    for answers in cell.heard:
        against = (said for grade, said in ratings if is_contradicted(is_in_better_half(scale, grade), answers))
        if rating := next(against, ""):
            yield f"{answers.said} ({answers.asked.rstrip('.')}), which does not fit {rating}"


def _others(cell: Cell, findings: tuple[RelatedFinding, ...]) -> Iterator[str]:
    if findings:
        titles = "; ".join(f"{finding.title} ({finding.direction})" for finding in findings)
        yield f"it stands as {cell.stands}, and other evidence says otherwise: {titles}"


def _findings_against(snapshot: Snapshot, row: StandardRow, cell: Cell) -> Iterator[RelatedFinding]:
    """Yield concerns where the rating that stands is above the middle of its scale, strengths where it is below."""
    own, moderated = _grades(snapshot, cell)
    is_high = is_above_middle(_scale(snapshot, cell), moderated or own)
    against = _CONCERNS if is_high else _STRENGTHS
    for finding in row.beside if is_high is not None else ():
        if finding.judged in against and (not finding.agencies or cell.agency in finding.agencies):
            yield finding


def _grades(snapshot: Snapshot, cell: Cell) -> tuple[str | None, str | None]:
    record = snapshot.entries[cell.record].record
    ratings = record.ratings if isinstance(record, Assessment) else ()
    rating = next((rating for rating in ratings if rating.standard == cell.standard), None)
    return (rating.own, rating.moderated) if rating else (None, None)


def _scale(snapshot: Snapshot, cell: Cell) -> Scale | None:
    record = snapshot.entries[cell.record].record
    return scale_of(snapshot, record) if isinstance(record, Assessment) else None
