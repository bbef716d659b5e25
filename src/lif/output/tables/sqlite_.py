"""Tidy tables as one SQLite file: STRICT tables with their keys, and the same bytes for the same records."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from lif.disclosure.small_counts import HIDDEN
from lif.exchange.tidy import Tidy, TidyColumn, TidyTable

DATABASE = "records.sqlite"
_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT", "string": "TEXT"}


def sqlite_bytes(tables: Iterable[TidyTable]) -> bytes:
    """The database, made in memory. Dates are text (2026-11-05), yes and no are 1 and 0, hidden counts are NULL."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create(table))
            marks = ", ".join("?" for _ in table.columns)
            rows = ([_stored(column, value) for column, value in _pairs(table, row)] for row in table.rows)
            connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)  # noqa: S608 - our names
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _pairs(table: TidyTable, row: Sequence[Tidy]) -> Iterable[tuple[TidyColumn, Tidy]]:
    return zip(table.columns, row, strict=True)


def _create(table: TidyTable) -> str:
    lines = [
        f"{_quoted(column.name)} {_TYPES[column.type]}{' NOT NULL' if column.is_required else ''}"
        for column in table.columns
    ]
    lines.append(f"PRIMARY KEY ({_listed(table.key)})")
    if table.parent:
        own = table.key[: len(table.parent_key)]
        lines.append(f"FOREIGN KEY ({_listed(own)}) REFERENCES {_quoted(table.parent)} ({_listed(table.parent_key)})")
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(lines)}) STRICT, WITHOUT ROWID"


def _stored(column: TidyColumn, value: Tidy) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return None if value == HIDDEN and column.type in {"integer", "number"} else value


def _quoted(name: str) -> str:
    return f'"{name}"'


def _listed(names: Iterable[str]) -> str:
    return ", ".join(_quoted(name) for name in names)
