"""A cycle of standards assessments: agencies side by side by standard, and nothing added up, averaged or ranked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.deadlines.returns import Return, State
from lif.analysis.duties.standards import Cell, CycleReading, StandardRow, read_cycle
from lif.disclosure.request import Request
from lif.errors import LifError
from lif.model.kinds.partnership import Scale, StandardsSet
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line, counted_of
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section, the_partnership

_ABREAST = 4
"""As many agencies as a page can hold side by side; the others follow in a table of their own."""
_AS_LAST_TIME = "as last time"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One standard with the returns that rate it, and what stands there for each agency of the table."""

    standard: Line
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Some of the agencies, side by side."""

    agencies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One agency that was asked for a return, and what became of it."""

    says: Line
    due: str
    returned: str
    state: str


@dataclass(frozen=True, slots=True)
class HeardBeside:
    """A question to practitioners beside their agency's own rating."""

    standard: str
    agency: Line
    rating: str
    asked: str
    agreed: int
    answered: int


@dataclass(frozen=True, slots=True)
class AssessmentCycle:
    """Everything the report says; an empty tuple is an absence, which the template words.

    `hidden` is how many assessments this audience may not see: one of them may be a return that seems to be missing.
    """

    head: Head
    cycle: str
    standards: str
    asked: str
    due: str
    hidden: int
    returns: tuple[Asked, ...]
    owed: tuple[str, ...]
    matrices: tuple[Matrix, ...]
    carried: tuple[Line, ...]
    strengths: tuple[Line, ...]
    moderated: tuple[Line, ...]
    survey: tuple[HeardBeside, ...]
    apart: tuple[Line, ...]
    questioned: tuple[Line, ...]
    not_questioned: tuple[Line, ...]
    changed: tuple[Line, ...]
    unchanged: int
    not_comparable: int
    beside: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> AssessmentCycle:
    """The cycle of the request."""
    the_partnership(snapshot)
    reading = read_cycle(snapshot, request.cycle, request.today)
    if reading is None:
        known = ", ".join(snapshot.registers["cycle"]) or "none yet"
        example = next(reversed(list(snapshot.registers["cycle"])), "2025")
        raise LifError(
            f'The partnership has no cycle "{request.cycle}".',
            f"Cycles: {known}. Say it: lif report assessment --cycle {example}",
        )
    cells = [(row, cell) for row in reading.rows for cell in row.cells]
    compared = [(row, cell) for row, cell in cells if cell.since_last and not cell.carried_from]
    return AssessmentCycle(
        head=head(snapshot, request, f"Organisational standards, cycle {reading.key}"),
        cycle=reading.key,
        standards=reading.standards,
        asked=str(reading.asked or ""),
        due=str(reading.due or ""),
        hidden=dict(request.withheld.kinds).get("assessments", 0),
        returns=tuple(_asked(one, is_own=snapshot.is_own) for one in reading.returns),
        owed=tuple(_owed(reading.returns)) if snapshot.is_own else (),
        matrices=tuple(_matrices(reading)),
        carried=tuple(_line(row, cell, "") for row, cell in cells if cell.carried_from),
        strengths=tuple(_strengths(snapshot, reading)),
        moderated=tuple(
            _line(row, cell, f"{cell.own or 'no rating of its own'} → {cell.moderated}{_because(cell)}")
            for row, cell in cells
            if cell.moderated and cell.moderated != cell.own
        ),
        survey=tuple(
            HeardBeside(row.text, Line(cell.name, "", (cell.record,)), cell.own, one.asked, one.agreed, one.answered)
            for row, cell in cells
            for one in cell.heard
        ),
        apart=tuple(_line(row, cell, cell.apart) for row, cell in cells if cell.apart),
        questioned=tuple(_questioned(reading)),
        not_questioned=tuple(_not_questioned(reading)),
        changed=tuple(_line(row, cell, cell.since_last) for row, cell in compared if cell.since_last != _AS_LAST_TIME),
        unchanged=sum(cell.since_last == _AS_LAST_TIME for _, cell in compared),
        not_comparable=sum(not cell.since_last for _, cell in cells),
        beside=tuple(_beside(reading.rows)),
    )


def _line(row: StandardRow, cell: Cell, says: str) -> Line:
    return Line(f"{cell.name}, {row.text}{': ' if says else ''}{says}", "", (cell.record,))


def _because(cell: Cell) -> str:
    return f", because: {cell.moderated_because}" if cell.moderated_because else ""


def _asked(one: Return, *, is_own: bool) -> Asked:
    """A return by its agency, a commissioned service with the agency that commissions it.

    That one is missing from records others compiled does not make it late.
    """
    is_known = is_own or one.returned is not None
    by = f" (commissioned by {one.commissioned_by})" if one.commissioned_by else ""
    commissioned = by or (" (commissioned service)" if one.is_commissioned else "")
    records = (one.record,) if one.record else ()
    return Asked(
        Line(f"{one.name}{commissioned}", "", records),
        str(one.due or ""),
        str(one.returned or ""),
        one.state.value if is_known else "",
    )


def _owed(returns: Iterable[Return]) -> Iterator[str]:
    """Who owes a return, as sure as that is."""
    for one in returns:
        if one.state is State.LATE:
            yield f"{one.name}: due {one.due}, and late"
        elif one.state is State.AWAITED:
            yield f"{one.name}: due {one.due}, awaited"


def _matrices(reading: CycleReading) -> Iterator[Matrix]:
    """The matrix with a standard in each row, a few agencies a table, in the order they were asked."""
    rated = dict.fromkeys((cell.record, cell.name) for row in reading.rows for cell in row.cells)
    order = {one.record: place for place, one in enumerate(reading.returns)}
    columns = sorted(rated, key=lambda column: order.get(column[0], len(order)))
    for first in range(0, len(columns), _ABREAST):
        mine = columns[first : first + _ABREAST]
        rows = tuple(_matrix_row(row, [record for record, _ in mine]) for row in reading.rows)
        yield Matrix(tuple(name for _, name in mine), rows)


def _matrix_row(row: StandardRow, columns: list[str]) -> MatrixRow:
    rated = tuple(cell.record for cell in row.cells if cell.record in columns)
    return MatrixRow(Line(row.text, "", rated), tuple(_stands(row, record) for record in columns))


def _stands(row: StandardRow, record: str) -> str:
    """`met → partly met`; the own rating alone where it was not moderated or the panel agreed with it."""
    cell = next((one for one in row.cells if one.record == record), None)
    if cell is None or not cell.stands:
        return ""
    moved = cell.moderated and cell.moderated != cell.own
    said = f"{cell.own or '?'} → {cell.moderated}" if moved else f"{cell.stands}{' (agreed)' if cell.moderated else ''}"
    return f"{said}, not yet re-judged" if cell.carried_from else said


def _strengths(snapshot: Snapshot, reading: CycleReading) -> Iterator[Line]:
    """Standards that stand at the best grade of the scale with evidence, and that nobody points away from."""
    for row in reading.rows:
        for cell in row.cells:
            is_best = cell.stands and cell.stands == _best(snapshot, reading.standards)
            if is_best and cell.evidence and not cell.apart and not cell.carried_from:
                yield _line(row, cell, f"{cell.stands}: {cell.evidence}")


def _best(snapshot: Snapshot, name: str) -> str:
    """The best grade of the set's scale in words; empty where no scale is known."""
    sets = (one for one in snapshot.registers["standards-set"].values() if isinstance(one, StandardsSet))
    scales = [snapshot.registers["scale"].get(one.scale or "") for one in sets if one.name == name]
    grades = [one.grades for one in scales if isinstance(one, Scale)]
    return grades[0][0].label.lower() if grades and grades[0] else ""


def _questioned(reading: CycleReading) -> Iterator[Line]:
    for one in reading.questioned:
        by = f" by {', '.join(one.by)}" if one.by else ""
        asked = f": {one.asked}" if one.asked else ""
        outcome = f" What came of it: {one.outcome}" if one.outcome else ""
        yield Line(f"{one.agency}, challenged{by}{asked}{outcome}", str(one.date or ""), (one.record,))


def _not_questioned(reading: CycleReading) -> Iterator[Line]:
    """Returns that came, and that nobody is known to have challenged."""
    challenged = {one.record for one in reading.questioned}
    for one in reading.returns:
        if one.record and one.record not in challenged:
            yield Line(one.name, "", (one.record,))


def _beside(rows: Iterable[StandardRow]) -> Iterator[Line]:
    """For each standard the newest findings from elsewhere on its themes."""
    for row in rows:
        if row.beside:
            newest = row.beside[:_SHOWN]
            said = "; ".join(f"{one.title} ({one.direction})" for one in newest)
            more = f"; and {len(row.beside) - _SHOWN} more" if len(row.beside) > _SHOWN else ""
            count = counted_of(len(row.beside), "finding")
            yield Line(f"{row.text}: {count}: {said}{more}", "", tuple(one.record for one in newest))


ASSESSMENT = Report(
    "assessment",
    "A cycle of standards assessments: agencies side by side, challenge, and what practitioners say; no ranks",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("returns", "Who was asked, and who owes a return"),
        Section("matrix", "Agencies side by side, standard by standard"),
        Section("strengths", "Good practice to share"),
        Section("moderated", "What moderation changed"),
        Section("survey", "What practitioners say beside their agency's own rating"),
        Section("challenge", "How returns were challenged"),
        Section("changed", "What changed since the last cycle"),
        Section("beside", "Other evidence on the same standards"),
    ),
    needs=(Ask.CYCLE,),
    duties=("F4.9", "F4.10", "F4.11", "F5.4"),
    reaches=Sharing.PARTNERSHIP,
)
