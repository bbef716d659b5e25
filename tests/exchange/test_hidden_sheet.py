import pytest

from lif.exchange.column import Column, ColumnType
from lif.exchange.hidden_sheet import Base, BaseRow, BaseSheet, BaseUnreadableError, base_rows, read_base

SHEET = BaseSheet(
    "Police",
    3,
    (
        Column("id", "Reference", ColumnType.ID, editable=False),
        Column("title", "Action", ColumnType.TEXT),
        Column("due", "Due now", ColumnType.DATE),
    ),
    (BaseRow("actions/2026-one", ("Ask twice", "2026-12-01")), BaseRow("actions/2026-two", ("=1+1", ""))),
)
BASE = Base("actions", "partnership", "3f2a91c0de", (SHEET,))


def test_what_is_written_is_read_back_with_its_content_id() -> None:
    assert read_base(base_rows(BASE)) == (BASE, BASE.content_id)


def test_rows_that_a_program_padded_or_cut_are_the_same_rows() -> None:
    padded = [[*row, "", "", ""] for row in base_rows(BASE)]
    cut = [[*row][: len(row) - (row[-1] == "")] for row in base_rows(BASE)]
    assert read_base([*padded, ["", ""]])[0] == read_base(cut)[0] == BASE


def test_the_content_id_follows_the_values_and_not_the_revision() -> None:
    elsewhere = Base("actions", "partnership", "", (SHEET,))
    public = Base("actions", "public", "", (SHEET,))
    assert BASE.content_id == elsewhere.content_id != public.content_id


def test_an_older_schema_is_named_and_not_read() -> None:
    old, content_id = read_base([("lif", "0", "actions", "abc", "public", ""), ("strange", "row")])
    assert (old.schema, old.sheets, content_id) == ("0", (), "abc")


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "row 1 does not begin"),
        ([("Action", "Owner")], "row 1 does not begin"),
        ([("lif", "1"), ("row", "actions/x")], "row 2 is none"),
        ([("lif", "1"), ("sheet", "A", "three")], "row 2 is none"),
        ([("lif", "1"), ("sheet", "A", "3"), ("column", "due", "Due", "whenever", "yes")], "row 3 is none"),
    ],
)
def test_a_sheet_that_is_not_ours_is_refused(rows: list[tuple[str, ...]], says: str) -> None:
    with pytest.raises(BaseUnreadableError, match=says):
        read_base(rows)
