"""The first sheet of a workbook: what it is, for whom, how to fill it in, and what its columns and keys mean."""

from collections.abc import Iterator, Mapping

from lif.exchange.column import ColumnType
from lif.exchange.sheet import Export
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot

MARKS = {
    Sharing.PUBLIC: "This workbook may be published.",
    Sharing.PARTNERSHIP: "This workbook is for the agencies of the partnership. Do not pass it on to others.",
    Sharing.RESTRICTED: "This workbook is restricted, and not for onward sharing. Keep it where few can open it.",
}
"""For whom a workbook is, in a sentence."""
_HOW = (
    "Change what you like in the other sheets, and send the workbook back. You may sort, and add rows at the end.",
    "Leave the column Reference as it is. In a new row leave it empty.",
    "A row that you delete is reported, and its record stays.",
    "A day may be written as 5/11/2026. If only the month is known, write 2026-11.",
    "Do not write names of children, families or workers.",
)


def guide_lines(export: Export) -> Iterator[str]:
    """The lines of the guide to a workbook that comes back."""
    yield from _head(export)
    yield ""
    yield from _HOW
    worked_out = [column.heading for column in export.layout.columns if column.type is ColumnType.COMPUTED]
    if worked_out:
        yield f"These columns are worked out, and what you type there is not taken over: {', '.join(worked_out)}."
    yield ""
    yield "The columns"
    for column in export.layout.columns:
        if column.says:
            yield f"{column.heading}: {column.says}"
    for title, names in _registers(export.view.records, export.lists).items():
        yield ""
        yield title
        yield from (f"{key}: {name}" for key, name in names.items())


def cover_lines(export: Export) -> Iterator[str]:
    """The lines of the cover of a workbook that is published: contents, notes, and what an empty cell means."""
    yield from _head(export)
    yield ""
    yield "Contents"
    yield from (f"{sheet.name}: {sheet.title}, {_rows(len(sheet.rows))}" for sheet in export.sheets)
    yield ""
    yield "Notes"
    yield f"An empty cell means: {export.view.records.absent}."
    if export.view.audience is Sharing.PUBLIC:
        yield "c: a count that is not shown, because it, or what is left when it is taken away, is 1 to 5."
    yield from (f"[note {number}] {says}" for number, says in enumerate(notes_of(export).values(), 1))


def notes_of(export: Export) -> Mapping[str, str]:
    """The notes on the columns of a published table that are worked out, by the key of the column, in order."""
    return {
        column.key: column.says
        for column in export.layout.columns
        if column.type is ColumnType.COMPUTED and column.says
    }


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


def _head(export: Export) -> Iterator[str]:
    partnership = export.view.records.partnership
    yield export.layout.title
    yield partnership.title if partnership else ""
    yield MARKS[export.view.audience]
    yield export.mark


def _registers(snapshot: Snapshot, lists: Mapping[str, tuple[str, ...]]) -> Mapping[str, Mapping[str, str]]:
    """What the keys of agencies and themes stand for."""
    known = {
        "agencies": ("The agencies", {key: agency.name for key, agency in snapshot.agencies.items()}),
        "themes": ("The themes", {key: theme.label for key, theme in snapshot.themes.items()}),
        "groups": ("The groups", {key: group.name for key, group in snapshot.groups.items()}),
    }
    return dict(known[name] for name in known if name in lists)
