"""Report `assessment`: a cycle of standards assessments, agencies side by side; no sums, averages or ranks."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.deadlines.returns import Return, ReturnState
from lif.analysis.duties.differing_evidence import Difference, differences
from lif.analysis.duties.standards import Cell, CycleReading, StandardRow, read_cycle
from lif.errors import LifError
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.reports.cited_sentence import Line, quantity, sentence
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section, partnership_of
from lif.reports.request import Request
from lif.reports.returns_summed_up import summary_lines

_AGENCIES_PER_TABLE = 4
"""The number of agencies that fit side by side on a page; further agencies follow in another table."""
_AS_LAST_TIME = "as last time"
_MOST_FINDINGS = 3


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One standard with the returns that rate it, and the text of the cell of each agency in the table."""

    standard: Line
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One table of the matrix, with up to `_AGENCIES_PER_TABLE` agencies side by side."""

    agencies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class RequestedReturn:
    """One agency that was asked for a return, with its due date and state."""

    says: Line
    due: str
    returned: str
    state: str


@dataclass(frozen=True, slots=True)
class PractitionerAnswers:
    """The answers of practitioners to one question, beside their agency's own rating."""

    standard: str
    agency: Line
    rating: str
    asked: str
    agreed: int
    answered: int


@dataclass(frozen=True, slots=True)
class AssessmentCycle:
    """The content of the report. The template words the absence where a tuple is empty."""

    head: Head
    cycle: str
    standards: str
    asked: str
    due: str
    returns: tuple[RequestedReturn, ...]
    owed: tuple[str, ...]
    summed_up: tuple[Line, ...]
    matrices: tuple[Matrix, ...]
    carried: tuple[Line, ...]
    strengths: tuple[Line, ...]
    moderated: tuple[Line, ...]
    survey: tuple[PractitionerAnswers, ...]
    differs: tuple[Line, ...]
    questioned: tuple[Line, ...]
    not_questioned: tuple[Line, ...]
    changed: tuple[Line, ...]
    unchanged: int
    not_comparable: int
    beside: tuple[Line, ...]


def build(view: View, request: Request) -> AssessmentCycle:
    """Build the report on the cycle of the request.

    Raises `LifError` when the partnership does not have that cycle.
    """
    snapshot = view.records
    partnership_of(snapshot)
    reading = read_cycle(snapshot, request.cycle, view.day)
    if reading is None:
        known = ", ".join(snapshot.cycles) or "none yet"
        example = next(reversed(list(snapshot.cycles)), "2025")
        raise LifError(
            f'The partnership has no cycle "{request.cycle}".',
            f"Cycles: {known}. Say it: lif report assessment --cycle {example}",
        )
    cells = [(row, cell) for row in reading.rows for cell in row.cells]
    differing = [difference for row in reading.rows for difference in differences(snapshot, row)]
    compared_cells = [(row, cell) for row, cell in cells if cell.since_last and not cell.carried_from]
    return AssessmentCycle(
        head=head(view, request, f"Organisational standards, cycle {reading.key}"),
        cycle=reading.key,
        standards=reading.standards,
        asked=str(reading.asked or ""),
        due=str(reading.due or ""),
        returns=tuple(_requested_return(agency_return, is_own=snapshot.is_own) for agency_return in reading.returns),
        owed=tuple(_outstanding_returns(reading.returns)) if snapshot.is_own else (),
        summed_up=tuple(summary_lines(snapshot, request.cycle)),
        matrices=tuple(_matrices(reading)),
        carried=tuple(_carried_line(row, cell) for row, cell in cells if cell.carried_from),
        strengths=tuple(_strengths(snapshot, reading, [difference.cell for difference in differing])),
        moderated=tuple(
            _cell_line(row, cell, f"{cell.own or 'no rating of its own'} → {cell.moderated}{_moderation_reason(cell)}")
            for row, cell in cells
            if cell.moderated and cell.moderated != cell.own and not cell.carried_from
        ),
        survey=tuple(
            PractitionerAnswers(
                row.text, Line(cell.name, "", (cell.record,)), cell.own, answers.asked, answers.agreed, answers.answered
            )
            for row, cell in cells
            for answers in cell.heard
        ),
        differs=tuple(_difference_line(difference) for difference in differing),
        questioned=tuple(_challenges(reading)),
        not_questioned=tuple(_unchallenged_returns(reading)),
        changed=tuple(
            _cell_line(row, cell, cell.since_last) for row, cell in compared_cells if cell.since_last != _AS_LAST_TIME
        ),
        unchanged=sum(cell.since_last == _AS_LAST_TIME for _, cell in compared_cells),
        not_comparable=sum(not cell.since_last for _, cell in cells),
        beside=tuple(_findings_from_elsewhere(reading.rows)),
    )


def _cell_line(row: StandardRow, cell: Cell, says: str) -> Line:
    return Line(f"{cell.name}, {row.text}{': ' if says else ''}{says}", "", (cell.record,))


def _difference_line(difference: Difference) -> Line:
    """An agency's standard with every way in which the evidence on it differs."""
    says = "; ".join(difference.says)
    return Line(f"{difference.cell.name}, {difference.row.text}: {says}", "", difference.records)


def _carried_line(row: StandardRow, cell: Cell) -> Line:
    """An answer of the cycle before, as it stood after moderation."""
    moderation = f" ({cell.own} → {cell.moderated} then)" if cell.moderated and cell.moderated != cell.own else ""
    says = f"{cell.stands}{moderation}" if cell.stands else ""
    return Line(_cell_line(row, cell, says).text, "", (cell.record, cell.carried_from))


def _moderation_reason(cell: Cell) -> str:
    return f", because: {cell.moderated_because}" if cell.moderated_because else ""


def _requested_return(agency_return: Return, *, is_own: bool) -> RequestedReturn:
    """A return by its agency; a commissioned service with the agency that commissions it.

    In records compiled by others a missing return has no state: it may have been sent without being recorded.
    """
    is_known = is_own or agency_return.returned is not None
    commissioner = f" (commissioned by {agency_return.commissioned_by})" if agency_return.commissioned_by else ""
    commissioned = commissioner or (" (commissioned service)" if agency_return.is_commissioned else "")
    records = (agency_return.record,) if agency_return.record else ()
    return RequestedReturn(
        Line(f"{agency_return.name}{commissioned}", "", records),
        str(agency_return.due or ""),
        str(agency_return.returned or ""),
        agency_return.state.value if is_known else "",
    )


def _outstanding_returns(returns: Iterable[Return]) -> Iterator[str]:
    """The agencies whose return is late or awaited."""
    for agency_return in returns:
        if agency_return.state is ReturnState.LATE:
            yield f"{agency_return.name}: due {agency_return.due}, and late"
        elif agency_return.state is ReturnState.AWAITED:
            yield f"{agency_return.name}: due {agency_return.due}, awaited"


def _matrices(reading: CycleReading) -> Iterator[Matrix]:
    """The matrix, split into tables of a few agencies, in the order they were asked; one row for each standard."""
    returns_and_names = dict.fromkeys((cell.record, cell.name) for row in reading.rows for cell in row.cells)
    order = {agency_return.record: position for position, agency_return in enumerate(reading.returns)}
    columns = sorted(returns_and_names, key=lambda column: order.get(column[0], len(order)))
    for first in range(0, len(columns), _AGENCIES_PER_TABLE):
        table_columns = columns[first : first + _AGENCIES_PER_TABLE]
        rows = tuple(_matrix_row(row, [record for record, _ in table_columns]) for row in reading.rows)
        yield Matrix(tuple(name for _, name in table_columns), rows)


def _matrix_row(row: StandardRow, columns: list[str]) -> MatrixRow:
    rating_returns = tuple(cell.record for cell in row.cells if cell.record in columns)
    return MatrixRow(Line(row.text, "", rating_returns), tuple(_cell_text(row, record) for record in columns))


def _cell_text(row: StandardRow, record: str) -> str:
    """Format a rating as `met → partly met`, or as the own rating alone where moderation did not change it."""
    cell = next((candidate for candidate in row.cells if candidate.record == record), None)
    if cell is None or not cell.stands:
        return ""
    is_moderated = cell.moderated and cell.moderated != cell.own
    text = (
        f"{cell.own or '?'} → {cell.moderated}"
        if is_moderated
        else f"{cell.stands}{' (agreed)' if cell.moderated else ''}"
    )
    return f"{text}, not yet re-judged" if cell.carried_from else text


def _strengths(snapshot: Snapshot, reading: CycleReading, differing: Collection[Cell]) -> Iterator[Line]:
    """Standards at the best grade of the scale, with evidence, with which no other evidence differs."""
    for row in reading.rows:
        for cell in row.cells:
            is_best = cell.stands and cell.stands == _best_grade(snapshot, reading.standards)
            if is_best and cell.evidence and cell not in differing and not cell.carried_from:
                yield _cell_line(row, cell, f"{cell.stands}: {cell.evidence}")


def _best_grade(snapshot: Snapshot, name: str) -> str:
    """The best grade of the scale of the set of standards with that name; empty where no scale is known."""
    sets = snapshot.standards_sets.values()
    scales = [snapshot.scale(standards_set.scale) for standards_set in sets if standards_set.name == name]
    grades = [scale.best_first for scale in scales if scale is not None]
    return grades[0][0].label.lower() if grades and grades[0] else ""


def _challenges(reading: CycleReading) -> Iterator[Line]:
    for challenge in reading.questioned:
        challengers = f" by {', '.join(challenge.by)}" if challenge.by else ""
        question = f": {challenge.asked}" if challenge.asked else ""
        asked = f"{challenge.agency}, challenged{challengers}{question}"
        outcome = f"{sentence(asked)} What came of it: {challenge.outcome}" if challenge.outcome else asked
        yield Line(
            outcome,
            str(challenge.date or ""),
            (challenge.record,),
        )


def _unchallenged_returns(reading: CycleReading) -> Iterator[Line]:
    """Returns that were received and have no recorded challenge."""
    challenged = {challenge.record for challenge in reading.questioned}
    for agency_return in reading.returns:
        if agency_return.record and agency_return.record not in challenged:
            yield Line(agency_return.name, "", (agency_return.record,))


def _findings_from_elsewhere(rows: Iterable[StandardRow]) -> Iterator[Line]:
    """For each standard, the newest findings from other sources on its themes."""
    for row in rows:
        if row.beside:
            newest = row.beside[:_MOST_FINDINGS]
            summary = "; ".join(f"{finding.title} ({finding.direction})" for finding in newest)
            more = f"; and {len(row.beside) - _MOST_FINDINGS} more" if len(row.beside) > _MOST_FINDINGS else ""
            count = quantity(len(row.beside), "finding")
            yield Line(f"{row.text}: {count}: {summary}{more}", "", tuple(finding.record for finding in newest))


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
        Section("differs", "Where ratings, practitioners and other evidence differ"),
        Section("challenge", "How returns were challenged"),
        Section("changed", "What changed since the last cycle"),
        Section("beside", "Other evidence on the same standards"),
    ),
    needs=(Ask.CYCLE,),
    duties=("F4.9", "F4.10", "F4.11", "F5.4"),
    reaches=Sharing.PARTNERSHIP,
)
