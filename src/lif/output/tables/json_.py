"""The rows of a subject as JSON, with its columns and for whom it is."""

from lif.exchange.sheet import Export
from lif.output.plain_json import as_json


def json_bytes(export: Export) -> bytes:
    """The columns, and each row by the keys of its columns."""
    columns = export.layout.columns
    described = [
        {"key": column.key, "heading": column.heading, "type": column.type, "editable": column.editable}
        for column in columns
    ]
    rows = [
        {column.key: value for column, value in zip(columns, row, strict=True)}
        for sheet in export.sheets
        for row in sheet.rows
    ]
    return as_json(
        what=export.layout.what,
        audience=export.view.audience,
        today=export.view.day,
        content=export.base.content_id,
        withheld=export.view.withheld,
        columns=described,
        rows=rows,
    ).encode()
