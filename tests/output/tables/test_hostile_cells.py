import json
from pathlib import Path

import pytest

from lif.exchange.hidden_sheet import read_base
from support.workbook import book_of
from support.ws import Workspace, workspace

HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+44",
    "-2+3",
    "0123",
    "1.10",
    "_x0041_ is no escape",
    "https://www.example.org/a?b=c&d",
    "{=1}",
    "'quoted",
    "\U0001f600 outside of the first plane",
    "two\nlines",
    "mailto:office",
    "internal:Sheet!A1",
    "01/02/2026",
    "TRUE",
    "#N/A",
    '"; DROP TABLE actions; --',
    "x" * 32_767,
)


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An action for each hostile text."""
    made = workspace(tmp_path / "ws")
    for number, text in enumerate(HOSTILE):
        made.put(f"actions/2026-{number:02}", f"title: {json.dumps(text, ensure_ascii=False)}\nsharing: partnership\n")
    return made


def test_every_hostile_text_is_the_same_text_in_its_cell_and_in_the_hidden_sheet(ws: Workspace) -> None:
    file = ws.root.parent / "hostile.xlsx"
    ran = ws.lif("export", "actions", "--output", str(file))
    assert ran.code == 0, ran.err
    book = book_of(file.read_bytes())
    (sheet,) = set(book.sheets) - {"Guide", "Lists", "_lif"}
    titles = [row[2] for row in book.sheets[sheet][3:] if row[0].removeprefix("actions/2026-").isdigit()]
    assert titles == list(HOSTILE)
    base, _ = read_base(book.sheets["_lif"])
    values = [row.values[0] for row in base.sheets[0].rows if row.id.removeprefix("actions/2026-").isdigit()]
    assert values == list(HOSTILE)
    assert all("<f>" not in text for name, text in book.xml.items() if "worksheets" in name)
    assert not any("hyperlink" in text for text in book.xml.values())
