"""Search every cell of a file, and the texts beside its cells, for what could identify a person."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from lif.diagnostics.code import Severity
from lif.diagnostics.codes import EMAIL, HARD_CODES, PHONE
from lif.exchange.returned.cell_value import shown_text
from lif.exchange.returned.grid import CellPlace, Grid, SheetProblem
from lif.model.snapshot import Snapshot
from lif.privacy.headings import personal_headings
from lif.privacy.match import Match
from lif.privacy.scan import scan, scan_path
from lif.store.load.load import Loaded
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.sheets.read_sheets import SheetFile

_CERTAIN = {*HARD_CODES} - {EMAIL, PHONE}
"""What certainly identifies one person; names of authors stand in the properties of nearly every document."""
_OF_STAFF = ("a property of the document", "the author of a comment")
_BEFORE = "cell: "
"""Each text is searched as a field of its own, so that nothing is found in cells that only follow each other."""
_RECORD_ID = re.compile(r"[a-z]+/[a-z0-9-]+(#[a-z0-9/-]+)?", re.ASCII)
_HEAD_ROWS = 30
_FEWEST_DIGITS = 10**6
_HINT = "Take it out and say what matters without it: the records must not hold it."
Dropped = Callable[[Grid, int], bool]
"""Whether a column of a sheet is left unread, such as the names and addresses that a form collects."""


def nothing_dropped(grid: Grid, column: int) -> bool:
    """No column is left unread."""
    del grid, column
    return False


def personal_data(
    file: SheetFile, loaded: Loaded, shown: Snapshot, is_dropped: Dropped = nothing_dropped
) -> tuple[SheetProblem, ...]:
    """What in the file could identify a person, by its place; never the value.

    `shown` are the records that may be shown: what they hold by an exception may come back.
    """
    tables = [problem for grid in file.grids for problem in _tables(grid, is_dropped)]
    texts: dict[str, list[CellPlace | str]] = {}
    for place, text in _cells(file.grids, is_dropped):
        texts.setdefault(text, []).append(place)
    for what, text in file.beside:
        texts.setdefault(text, []).append(what)
    allowed = allowed_names_of(loaded.snapshot.partnership)
    excepted = {match.value for private in loaded.private if private.record in shown.entries for match in private.text}
    found = (
        (places, match)
        for places, match in _found(texts, shown)
        if not allowed.holds(match) and match.value not in excepted
    )
    return (*tables, *(problem for places, match in found for problem in _problems(places, match)))


def _cells(grids: Iterable[Grid], is_dropped: Dropped) -> Iterator[tuple[CellPlace, str]]:
    for grid in grids:
        widest = max((len(row) for row in grid.rows), default=0)
        dropped = {column for column in range(widest) if is_dropped(grid, column)}
        for number, row in enumerate(grid.rows, 1):
            for column, cell in enumerate(row):
                if column not in dropped and _can_identify(cell) and (text := shown_text(cell)):
                    yield CellPlace(grid.name, number, column), text


def _can_identify(cell: object) -> bool:
    """Whether a cell holds a text, or a number as long as those of people."""
    return isinstance(cell, str) or (isinstance(cell, int | float) and abs(cell) >= _FEWEST_DIGITS)


def _found(texts: dict[str, list[CellPlace | str]], shown: Snapshot) -> Iterator[tuple[list[CellPlace | str], Match]]:
    """The matches in each text, all of them searched in one go."""
    listed, starts, at = [], [], 0
    for text, places in texts.items():
        if _RECORD_ID.fullmatch(text):
            record, _, key = text.partition("#")
            unknown = key if record in shown.entries else text
            yield from ((places, match) for match in (scan_path(unknown) if unknown else ()))
            continue
        listed.append(text)
        starts.append(at)
        at += len(_BEFORE) + len(text) + 1
    for match in scan("\n".join(f"{_BEFORE}{text}" for text in listed)):
        yield texts[listed[bisect_right(starts, match.start) - 1]], match


def _problems(places: list[CellPlace | str], match: Match) -> Iterator[SheetProblem]:
    for place in places:
        if isinstance(place, CellPlace):
            if match.code.severity is Severity.ERROR:
                says = f"holds what looks like {match.kind} [{match.code.name}]"
                yield SheetProblem(place, says, _HINT)
        elif match.code in _CERTAIN or (match.code.severity is Severity.ERROR and place not in _OF_STAFF):
            yield SheetProblem(CellPlace(place, 0), f"holds what looks like {match.kind} [{match.code.name}]", _HINT)


def _tables(grid: Grid, is_dropped: Dropped) -> Iterator[SheetProblem]:
    for number, row in enumerate(grid.rows[:_HEAD_ROWS], 1):
        cells = [cell for column, cell in enumerate(row) if isinstance(cell, str) and not is_dropped(grid, column)]
        if headings := personal_headings(cells):
            says = f"has the columns of a table about people: {', '.join(headings[:5])}"
            yield SheetProblem(CellPlace(grid.name, number), says, "Take these columns out, then import the rest.")
