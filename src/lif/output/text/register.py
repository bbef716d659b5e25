"""A register as text: with headings, whole where it is piped on, and as wide as the terminal where it is looked at."""

from collections.abc import Sequence

from lif.output.text.terminal import cells_in, safe_line

_GAP = "  "
_LEAST_TITLE = 24
_ID, _TITLE = "id", "title"
_LAST_TO_GO = (_TITLE, "due", "date", "state", "owner.agency")
"""The columns that are left when there is no room, the first the last to go."""


def register_text(
    headings: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[str], width: int | None
) -> str:
    """The rows under their headings; `width` is that of the terminal, None where nothing is cut.

    On a terminal without room for all the ids stand on lines of their own; then columns are left out, and the title is
    cut at last. An id never is.
    """
    table = [[heading.upper() for heading in headings], *[[safe_line(cell) for cell in row] for row in rows]]
    kept = list(range(len(columns)))
    below = None
    if width is not None and _needed(table, kept, columns) > width and _ID in columns and len(kept) > 1:
        below = columns.index(_ID)
        kept.remove(below)
    while width is not None and _needed(table, kept, columns) > width and len(kept) > 1:
        kept.remove(_next_to_go(kept, columns))
    widths = [max(cells_in(row[at]) for row in table) for at in kept]
    short = min(0, width - sum(widths) - len(_GAP) * (len(kept) - 1)) if width is not None else 0
    lines = []
    for row in table:
        sizes = (size + short if columns[at] == _TITLE else size for at, size in zip(kept, widths, strict=True))
        cells = [_fitted(row[at], size) for at, size in zip(kept, sizes, strict=True)]
        lines.append(_GAP.join(cells).rstrip())
        if below is not None and row is not table[0]:
            lines.append(f"{_GAP}{row[below]}")
    return "".join(f"{line}\n" for line in lines)


def _needed(table: Sequence[Sequence[str]], kept: Sequence[int], columns: Sequence[str]) -> int:
    """The cells that the columns take, the title at its shortest."""
    longest = {at: max(cells_in(row[at]) for row in table) for at in kept}
    sizes = (min(_LEAST_TITLE, longest[at]) if columns[at] == _TITLE else longest[at] for at in kept)
    return sum(sizes) + len(_GAP) * (len(kept) - 1)


def _next_to_go(kept: Sequence[int], columns: Sequence[str]) -> int:
    """The column to leave out next: the last of those that people can do without, or the one they need least."""
    others = [at for at in kept if columns[at] not in _LAST_TO_GO]
    return others[-1] if others else max(kept, key=lambda at: _LAST_TO_GO.index(columns[at]))


def _fitted(cell: str, size: int) -> str:
    """The cell, filled up or cut to this many cells of the terminal."""
    if cells_in(cell) > size:
        while cell and cells_in(cell) > size - 1:
            cell = cell[:-1]
        cell = f"{cell}…"
    return cell + " " * (size - cells_in(cell))
