"""Suppression of small counts of children in tables, and words for shares too small to publish as numbers.

The rule (methods, section 3): counts from 1 to 5 are hidden, so is every percentage made from one, and then the next
smallest counts until no hidden one can be worked out from the totals; 0 is shown. `c` for confidential is the mark of
the Department for Education's statistics. Counts of the partnership's own work, reviews, audits and actions, are not
counts of children and are not suppressed. Two releases of one table can reveal a count by their difference: this
module does not detect that. `disclosure/few_children.py` finds counts in running text. How many children a review
names is never statistical.
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar, overload

from lif.disclosure.recoverable import Flow, protect

HIDDEN = "c"
LARGEST_HIDDEN = 5
Cell = int | float | str | None
_TOTAL = re.compile(r"(?<![a-z])totals?(?![a-z])")
_SEVERAL = 2
_LEFT, _FOOT = 0, 1
_Place = tuple[Hashable, Hashable]
_Table = Sequence[Mapping[Hashable, Cell]]
_T = TypeVar("_T")


@overload
def suppress(rows: Mapping[str, int]) -> dict[str, int | str]: ...
@overload
def suppress(rows: Sequence[int]) -> list[int | str]: ...
@overload
def suppress(rows: Sequence[Mapping[str, Cell]]) -> list[dict[str, Cell]]: ...
@overload
def suppress(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]: ...
def suppress(rows: object) -> object:
    """The table with `c` in place of every count that must not be shown.

    The table is a mapping of labels to counts, a sequence of counts, or a sequence of rows; a row is a mapping or a
    sequence of cells. Whole numbers are counts, text is a label, a number with a decimal point is a figure worked out
    from the counts of its row, None is a cell that does not apply. A row or column whose label holds the word `total`
    holds sums, and is hidden too where necessary. Totals that are not in the table are assumed to be known, so include
    them if they are published: only then can they be hidden. The order of rows does not matter.
    Raises ValueError for a negative count, totals that do not add up, or more than one row or column of totals.
    """
    if isinstance(rows, Mapping):
        hidden = _hidden([{0: label, 1: count} for label, count in rows.items()])
        return {label: HIDDEN if (at, 1) in hidden else count for at, (label, count) in enumerate(rows.items())}
    if not isinstance(rows, Sequence):
        raise TypeError("a table is a mapping or a sequence")
    if not any(isinstance(row, Mapping | Sequence) for row in rows):
        hidden = _hidden([{0: count} for count in rows])
        return [HIDDEN if (at, 0) in hidden else count for at, count in enumerate(rows)]
    if isinstance(rows[0], Mapping):
        hidden = _hidden([dict(row) for row in rows])
        return [{key: HIDDEN if (at, key) in hidden else row[key] for key in row} for at, row in enumerate(rows)]
    hidden = _hidden([dict(enumerate(row)) for row in rows])
    shown = ([HIDDEN if (at, key) in hidden else cell for key, cell in enumerate(row)] for at, row in enumerate(rows))
    return [tuple(cells) if isinstance(row, tuple) else cells for row, cells in zip(rows, shown, strict=True)]


def may_be_shown(met: int, of: int) -> bool:
    """Whether a share may be published as numbers: neither those who met, nor those who did not, nor all are 1 to 5."""
    return not any(1 <= count <= LARGEST_HIDDEN for count in (met, of - met, of))


def in_words(met: int, of: int) -> str:
    """A share in words for a public report: none, few, about half, most or all; no share of 5 cases or fewer.

    Few is up to a third, most from two thirds. Raises ValueError unless 0 <= met <= of.
    """
    if not 0 <= met <= of:
        raise ValueError(f"{met} of {of} is no share of cases")
    if of <= LARGEST_HIDDEN:
        return "too few cases to say"
    if met in {0, of}:
        return "all" if met else "none"
    if 3 * met <= of:
        return "few"
    return "most" if 3 * met >= 2 * of else "about half"


def _hidden(table: _Table) -> set[_Place]:
    """The places that must not be shown: counts, and figures worked out in the row of a hidden count."""
    flows = _flows(_Counts.of(table))
    places, counts = list(flows), list(flows.values())
    small = {at for at, flow in enumerate(counts) if 1 <= flow.count <= LARGEST_HIDDEN}
    hidden = {places[at] for at in protect(counts, small) if not counts[at].is_fixed}
    rows = {at for at, _ in hidden}
    cells = product(rows, {key for row in table for key in row})
    return hidden | {(at, key) for at, key in cells if isinstance(at, int) and isinstance(table[at].get(key), float)}


@dataclass(frozen=True, slots=True)
class _Counts:
    """The counts of a table by row and key, in an order independent of the order of rows, and the place of the sums."""

    counts: Mapping[_Place, int]
    rows: Sequence[int]
    keys: Sequence[Hashable]
    sum_row: int | None
    sum_key: Hashable | None

    @classmethod
    def of(cls, table: _Table) -> "_Counts":
        counts: dict[_Place, int] = {
            (at, key): cell for at, row in enumerate(table) for key, cell in row.items() if isinstance(cell, int)
        }
        if min(counts.values(), default=0) < 0:
            raise ValueError("a count is 0 or more")
        keys = sorted({key for row in table for key, cell in row.items() if isinstance(cell, int)}, key=str)
        labels = [" ".join(cell.lower() for cell in row.values() if isinstance(cell, str)) for row in table]
        rows = sorted(
            (at for at, row in enumerate(table) if any((at, key) in counts for key in row)),
            key=lambda at: (labels[at], [counts.get((at, key), -1) for key in keys], at),
        )
        headings = table[0] if counts and 0 not in rows else {}
        sum_row = _place_of_sums(rows, [labels[at] for at in rows])
        sum_key = _place_of_sums(keys, [f"{key} {headings.get(key, '')}".lower() for key in keys])
        inner_rows = [at for at in rows if at != sum_row]
        return cls(counts, inner_rows, [key for key in keys if key != sum_key], sum_row, sum_key)

    @property
    def is_flat(self) -> bool:
        """Whether the table is one row or column of counts with one sum."""
        is_column = self.sum_key is None and len(self.keys) < _SEVERAL
        return is_column or (self.sum_row is None and len(self.rows) < _SEVERAL)

    def sum(self, place: _Place, parts: Sequence[_Place], tail: int, head: int) -> dict[_Place, Flow]:
        """The sum of the parts as a flow; fixed where the sum is not in the table."""
        total = sum(self.counts.get(part, 0) for part in parts)
        given = self.counts.get(place)
        if given is not None and given != total:
            raise ValueError(f"the parts of a total of {given} add up to {total}")
        if given is None:
            return {("not in the table", place): Flow(tail, head, total, is_total=True, is_fixed=True)}
        return {place: Flow(tail, head, given, is_total=True)}


def _place_of_sums(places: Sequence[_T], labels: Sequence[str]) -> _T | None:
    """The row or column of sums; None where it would be the only row or column."""
    totals = [place for place, label in zip(places, labels, strict=True) if _TOTAL.search(label)]
    if len(totals) > 1:
        raise ValueError("a table has one row and one column of totals at most")
    return totals[0] if totals and len(places) > 1 else None


def _flows(table: _Counts) -> dict[_Place, Flow]:
    """Every count as a flow from its row to its column, and the sums as flows back from there."""
    if not table.counts:
        return {}
    is_flat = table.is_flat
    rows = {at: _LEFT if is_flat else _FOOT + 1 + place for place, at in enumerate(table.rows)}
    keys = {key: _FOOT if is_flat else _LEFT - 1 - place for place, key in enumerate(table.keys)}
    cells = [(at, key) for at, key in product(rows, keys) if (at, key) in table.counts]
    flows: dict[_Place, Flow] = {(at, key): Flow(rows[at], keys[key], table.counts[at, key]) for at, key in cells}
    whole: _Place = (table.sum_row, table.sum_key)
    if is_flat:
        whole = (table.sum_row, table.keys[0]) if table.sum_key is None else (table.rows[0], table.sum_key)
    else:
        for at, node in rows.items():
            flows |= table.sum((at, table.sum_key), [(at, key) for key in keys], _LEFT, node)
        for key, node in keys.items():
            flows |= table.sum((table.sum_row, key), [(at, key) for at in rows], node, _FOOT)
    return flows | table.sum(whole, cells, _FOOT, _LEFT)
