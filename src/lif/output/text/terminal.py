"""Safe text for the terminal: text of a record cannot move the cursor, change colours or hide."""

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from textwrap import wrap

WIDTH = 100
_UNICODE = "17.0.0"
"""Unicode version of the widths. Without one, rich takes `UNICODE_VERSION` from the environment, or its newest."""
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]|(?<!\\S):(?=:)"
)


def safe_text(text: str) -> str:
    """Record text made safe for a terminal: control and invisible characters are written out as <U+001B>.

    The first of two colons that begin a word is written out too: some CI services would take a line that begins with
    them for a command.
    """
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def safe_line(text: str) -> str:
    """Record text on one safe line."""
    return safe_text(" ".join(text.split()))


def line_width(most: int = WIDTH) -> int:
    """How wide text is written: as wide as the terminal that it is printed on, but at most `most`."""
    if not sys.stdout.isatty():
        return most
    from shutil import get_terminal_size

    return min(most, get_terminal_size().columns)


def paragraph(text: str, *, indent: int = 0, hanging: int = 0, width: int = WIDTH) -> str:
    """Safe text, wrapped, at most `width` wide; later lines are indented by `hanging` more."""
    first, rest = " " * indent, " " * (indent + hanging)
    return (
        "\n".join(
            wrap(
                safe_line(text),
                line_width(width),
                initial_indent=first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        or first
    )


def cells_in(text: str) -> int:
    """How many cells of a terminal the text takes."""
    from rich.cells import cell_len

    return cell_len(text, _UNICODE)


def columns(rows: Iterable[Sequence[str]], *, indent: int = 0) -> str:
    """Rows in columns, aligned by the cells that a terminal shows; the last cell of a row is not padded."""
    safe = [[safe_line(cell) for cell in row] for row in rows]
    widths = [max(cells_in(cell) for cell in column) for column in zip_longest(*safe, fillvalue="")]
    lines = []
    for row in safe:
        cells = zip(row[:-1], widths, strict=False)
        padded = (cell + " " * (width - cells_in(cell)) for cell, width in cells)
        lines.append((" " * indent + "  ".join([*padded, row[-1]])).rstrip())
    return "\n".join(lines)


def count_noun(count: int, singular: str, plural: str = "") -> str:
    """A count with its noun: `1 record`, `2 records`."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"
