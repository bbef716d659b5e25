"""One table as CSV for spreadsheets: UTF-8 with a mark of order, so that Excel reads it, and no formula in any cell."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from lif.exchange.cell_text import cell_text
from lif.exchange.sheet import Export
from lif.exchange.value import Value

_BEGINS_A_FORMULA = ("=", "+", "-", "@")
"""Spreadsheet programs run a cell of a CSV file that begins so, whatever the quotes around it."""
ORDER_MARK = "\ufeff"


def csv_bytes(export: Export) -> bytes:
    """All rows of all sheets under one row of headings."""
    headings = [column.heading for column in export.layout.columns]
    return (ORDER_MARK + csv_text(headings, (row for sheet in export.sheets for row in sheet.rows))).encode()


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """The rows under their headings, without a mark of order: what a command prints in CSV."""
    into = StringIO()
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(value) for value in row] for row in rows)
    return into.getvalue()


def guarded(value: Value) -> str:
    """The text of a cell; text that a program would take for a formula gets an apostrophe before it."""
    text = cell_text(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_BEGINS_A_FORMULA) else text
