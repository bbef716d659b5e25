"""Columns, filters and the order of a register, as they are typed."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from math import inf
from typing import Any

from lif.analysis.chronology.register import DATE, ID, STATE, TITLE
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d+)?", re.ASCII)
_OWN = (DATE, STATE, ID, TITLE)


def known_columns(kinds: Sequence[Kind], typed: str | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that were typed, or the usual ones. Raises `LifError` for one that these kinds do not have."""
    if typed is None:
        return usual
    wanted = tuple(name.strip() for name in typed.split(",") if name.strip())
    for name in wanted:
        _require(kinds, name)
    if not wanted:
        raise LifError("--columns names no column.", f"Write them with commas: --columns {','.join(usual)}")
    return wanted


def places(kinds: Sequence[Kind], typed: Sequence[str]) -> list[tuple[str, str]]:
    """Each `field=text` as a column and the text to look for."""
    asked = []
    for one in typed:
        column, equals, text = one.partition("=")
        if not equals:
            raise LifError(f'"{one}" gives no text to look for.', "Write --where owner.agency=police.")
        _require(kinds, column.strip())
        asked.append((column.strip(), text.strip()))
    return asked


def told_rows(
    entries: Sequence[Any],
    rows: Sequence[tuple[str, ...]],
    columns: tuple[str, ...],
    asked: Sequence[tuple[str, str]],
    sort: str | None,
) -> tuple[list[Any], list[tuple[str, ...]]]:
    """The rows in which every text that was asked for stands, in the order that was asked for; empty cells last."""
    told = [
        (entry, row)
        for entry, row in zip(entries, rows, strict=True)
        if all(_spaced(text) in _spaced(row[columns.index(column)]) for column, text in asked)
    ]
    if sort:
        at = columns.index(sort.strip())
        told.sort(key=lambda pair: (not pair[1][at], _in_order(pair[1][at])))
    return [entry for entry, _ in told], [row for _, row in told]


def _spaced(text: str) -> str:
    """Text to look for and to look in: `needs-to-improve`, as files write it, is `needs to improve` in the register."""
    return text.casefold().replace("-", " ")


def _in_order(cell: str) -> tuple[float, str]:
    """Numbers by their size, before text."""
    return (float(cell), "") if _NUMBER.fullmatch(cell) else (inf, cell)


def _require(kinds: Sequence[Kind], name: str) -> None:
    known = [*_OWN, *dict.fromkeys(path for kind in kinds for path in _paths(kind.model))]
    if name not in known:
        close = get_close_matches(name, known, n=1, cutoff=0.6)
        guess = f"Did you mean {close[0]}?" if close else f"There are: {', '.join(known)}"
        raise LifError(f'"{name}" is no column of these records.', guess)


def _paths(model: type[Part]) -> list[str]:
    """The fields of a record, and those of its sets of fields; lists of sets have no single value to show."""
    paths = []
    for name, shape in shape_of(model).items():
        if shape.part is None:
            paths.append(name)
        elif not shape.is_list:
            paths += [f"{name}.{inner}" for inner, field in shape_of(shape.part).items() if field.part is None]
    return paths
