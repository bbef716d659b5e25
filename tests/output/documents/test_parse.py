from dataclasses import replace
from datetime import date

import pytest

from lif.errors import LifError
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.output.documents.markdown import escape_markdown
from lif.output.documents.parse import parse
from lif.output.documents.tree import (
    Code,
    Figure,
    Heading,
    Listing,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    column_widths,
    plain_words,
)
from lif.output.templates.render import render
from lif.output.text.terminal import safe_line
from lif.reports.builders.annual import build
from lif.reports.charts.then_and_now import MeasuredPoint, StandardPanel, ThenAndNowChart
from lif.reports.request import Request
from output.texts import ALL
from support.asking import built
from support.documents import WHOLE
from support.story import review, snapshot_of


def test_a_document_has_its_title_its_parts_in_order_and_its_footnotes() -> None:
    document = parse(WHOLE)
    assert document.title == "The yearly report: Exampleshire"
    assert [type(block) for block in document.blocks] == [
        Quote, Heading, Listing, Listing, Heading, Paragraph, Table, Figure, Rule, Paragraph, Preformatted
    ]  # fmt: skip
    assert document.notes[0] == (Paragraph((Code("reviews/2025-a"), Text(" A review"))),)
    assert len(document.notes[1]) == 2
    assert document.citations == (2, 1)


def test_a_footnote_knows_its_number_which_citation_it_is_and_whether_it_follows_another() -> None:
    listing = parse(WHOLE).blocks[2]
    assert isinstance(listing, Listing)
    first, second = listing.items
    assert first == (Paragraph((Text("One"), Note(1, 1))),)
    assert second[0] == Paragraph((Text("Two"), Note(1, 2), Note(2, 1, follows=True)))


def test_lists_quotations_and_headings_keep_what_they_are() -> None:
    quote, first, bullets, numbers, second, *_ = parse(WHOLE).blocks
    assert quote == Quote((Paragraph((Text("Compiled by "), Strong((Text("the unit"),)), Text("."))),))
    assert (first, second) == (
        Heading(2, "1-what-changed", (Text("What changed"),)),
        Heading(3, "2-how-many-there-are", (Text("How many there are"),)),
    )
    assert isinstance(bullets, Listing)
    assert isinstance(numbers, Listing)
    assert (bullets.start, numbers.start) == (None, 3)


def test_a_table_is_about_its_heading_and_knows_its_columns_of_numbers() -> None:
    lead, table = parse(WHOLE).blocks[5:7]
    assert lead == Paragraph((Text("What there is:"),), leads=True)
    assert isinstance(table, Table)
    assert table.caption == "How many there are"
    assert [plain_words(cell) for cell in table.head] == ["What", "How many"]
    assert [[plain_words(cell) for cell in row] for row in table.rows] == [["Reviews | audits", "3"], ["Actions", "12"]]
    assert table.figures == {1}
    assert column_widths(table) == pytest.approx((16 / 24, 8 / 24))


def test_tables_under_one_heading_are_told_apart() -> None:
    table = "| A | B |\n|---|---|\n| a | b |\n"
    blocks = parse(f"# T\n\n## One\n\n{table}\n{table}\n## Two\n\n{table}").blocks
    assert [block.caption for block in blocks if isinstance(block, Table)] == ["One", "One, 2", "Two"]


def test_a_second_title_is_no_title() -> None:
    assert parse("# One\n\n# Two\n").blocks == (Heading(2, "1-two", (Text("Two"),)),)


def test_words_are_read_aloud_with_everything_inside_them() -> None:
    assert plain_words(parse("# T\n\n*a* **b** [c](https://d)  \ne[^x]\n\n[^x]: n\n").blocks[0].inside) == "a b c e"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("", "The document has no title."),
        ("Words first\n\n# Then a title\n", "The document has no title."),
        ("# T\n\na ![b](https://evil.example/b.png) c\n", "something that not every format can show: image."),
        ("# T\n\n![b](https://evil.example/b.png)\n", 'asks for the picture "https://evil.example/b.png"'),
        ("# T\n\n![b](/etc/passwd)\n", 'asks for the picture "/etc/passwd"'),
    ],
)
def test_what_no_format_can_show_is_refused_by_name(markdown: str, says: str) -> None:
    with pytest.raises(LifError) as refused:
        parse(markdown)
    assert says in refused.value.message
    assert refused.value.hint


def test_html_is_words() -> None:
    assert parse("# T\n\n<script>alert(1)</script>\n").blocks == (
        Paragraph((Text("<script>alert(1)</script>"),)),
    )  # fmt: skip


def test_a_character_that_no_xml_can_hold_is_written_out() -> None:
    assert parse("# T\n\na\ufffeb\x01c\n").blocks == (Paragraph((Text("a<U+FFFE>b<U+0001>c"),)),)


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_the_text_of_a_record_is_one_text_wherever_it_stands(text: str) -> None:
    safe = escape_markdown(text)
    said = safe_line(text)
    document = parse(f"# {safe}\n\n- {safe}[^x]\n\n| a | b |\n|---|---|\n| {safe} | b |\n\n[^x]: {safe}\n")
    assert document.title == said
    listing, table = document.blocks
    assert isinstance(listing, Listing)
    assert isinstance(table, Table)
    assert listing.items == ((Paragraph((*((Text(said),) if said else ()), Note(1, 1))),),)
    assert plain_words(table.rows[0][0]) == said
    assert document.notes in {((Paragraph((Text(said),)),),), ((),)}


def test_every_row_of_a_picture_stands_in_the_table_below_it() -> None:
    points = (MeasuredPoint("2024", "8 of 16", 0.5, (0.3, 0.7)), MeasuredPoint("2025", "10 of 14", 0.7, (0.4, 0.9)))
    panels = [StandardPanel(f"Standard {place}", "", points, "no clear change", ("no clear change",)) for place in "ab"]
    chart = ThenAndNowChart("audited-twice", "T", tuple(panels))
    snapshot = snapshot_of({"reviews/2025-a": review("2025-06-01")})
    report = built(build, snapshot, Request(date(2026, 1, 1), Period.year("2025-26")), Sharing.PUBLIC)
    blocks = parse(render("annual", replace(report, audited_twice=chart))).blocks
    figure = blocks.index(Figure("audited-twice", chart.says))
    table = blocks[figure + 1]
    assert isinstance(table, Table)
    assert [plain_words(cell) for cell in table.head] == list(chart.table.head)
    assert [[plain_words(cell) for cell in row] for row in table.rows] == [list(row) for row in chart.table.rows]


def _widths(markdown: str) -> list[int]:
    (table,) = (block for block in parse(f"# T\n\n{markdown}\n").blocks if isinstance(block, Table))
    return [round(90 * width) for width in column_widths(table)]


def test_the_columns_of_a_table_hold_their_longest_word_and_their_figures_unbroken() -> None:
    long = "What children say is asked for, recorded in their own words and shapes what is done, every time it can be"
    rows = f"| {long} | {long} | rating | 110 of 118 |"
    said = _widths(f"| Standard | Asked | Moderated | Agreed |\n|---|---|---|--:|\n{rows}")
    assert said[2] == len("Moderated") + 3
    assert said[3] == len("110 of 118") + 3
    assert said[0] == said[1] > 30
    assert sum(said) == pytest.approx(90, abs=2)


def test_a_table_of_short_words_is_shared_out_by_what_its_columns_say() -> None:
    first, second = _widths("| A | What there is of it |\n|---|---|\n| b | c |")
    assert first < second
    wide = "| " + " | ".join("Incomprehensibilities" for _ in range(6)) + " |"
    assert len(set(_widths(f"{wide}\n{'|---' * 6}|"))) == 1
