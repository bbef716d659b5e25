"""Tidy tables as CSV with a `datapackage.json` that says what every column holds (Data Package 2.0)."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Any

from lif.disclosure.small_counts import HIDDEN
from lif.exchange.tidy import Tidy, TidyTable

DESCRIPTOR = "datapackage.json"


def csv_table(table: TidyTable) -> bytes:
    """One table as CSV: UTF-8, unix line ends, text as it is. It is for programs; spreadsheets get xlsx."""
    into = StringIO()
    writer = csv.writer(into, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_text(value) for value in row] for row in table.rows)
    return into.getvalue().encode()


def descriptor(tables: Sequence[TidyTable], *, name: str, title: str, says: str, day: date) -> bytes:
    """The description of all tables, their columns, keys and references."""
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name or "records",
        "title": title,
        "description": says,
        "created": f"{day}T00:00:00Z",
        "resources": list(_resources(tables)),
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resources(tables: Sequence[TidyTable]) -> Iterator[dict[str, Any]]:
    for table in tables:
        schema: dict[str, Any] = {
            "fields": [
                {
                    "name": column.name,
                    "type": column.type,
                    "description": column.says,
                    **({"constraints": {"required": True}} if column.is_required else {}),
                }
                for column in table.columns
            ],
            "missingValues": ["", HIDDEN],
            "primaryKey": list(table.key),
        }
        if table.parent:
            reference = {"resource": table.parent, "fields": list(table.parent_key)}
            own = list(table.key[: len(table.parent_key)])
            schema["foreignKeys"] = [{"fields": own, "reference": reference}]
        yield {
            "name": table.name,
            "type": "table",
            "path": f"{table.name}.csv",
            "title": table.says,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        }


def _text(value: Tidy) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
