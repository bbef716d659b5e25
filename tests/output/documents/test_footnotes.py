import pytest

from lif.output.documents.footnotes import add_footnotes, records_behind_line
from support.story import recommendation, review, snapshot_of

SNAPSHOT = snapshot_of({"reviews/2026-a": review(recommendations=[recommendation("tell")])})
TEXT = "\n\n[^reviews-2026-a]: `reviews/2026-a` A review\n"


@pytest.mark.parametrize(
    "line", ["- **A plan**[^reviews-2026-a]: The police", "- A plan[^reviews-2026-a]", "    - So[^reviews-2026-a]:"]
)
def test_a_mark_has_its_text_whatever_follows_it(line: str) -> None:
    with_footnotes = add_footnotes(f"{line}\n", SNAPSHOT)
    assert with_footnotes == f"{line}{TEXT}"
    behind = records_behind_line(with_footnotes, 1)
    assert behind is not None
    assert behind.records == ("reviews/2026-a",)


def test_a_mark_of_an_item_that_is_gone_names_its_record_and_one_of_a_record_that_is_gone_is_left_out() -> None:
    assert add_footnotes("Told[^reviews-2026-a--gone].\n", SNAPSHOT) == f"Told[^reviews-2026-a].{TEXT}"
    assert add_footnotes("Told[^reviews-2026-b].\n", SNAPSHOT) == "Told.\n"
    assert "`reviews/2026-a#tell`" in add_footnotes("Told[^reviews-2026-a--tell].\n", SNAPSHOT)


def test_the_text_of_a_footnote_is_no_mark() -> None:
    behind = records_behind_line(f"Told[^reviews-2026-a].{TEXT}", 3)
    assert behind is not None
    assert behind.text == "[^reviews-2026-a]: `reviews/2026-a` A review"
    assert behind.records == ("reviews/2026-a",)


def test_a_footnote_names_where_the_facts_of_its_record_were_read() -> None:
    source = {"title": "The report.", "publisher": "The partnership", "date": "2026-04-02",
              "address": "https://www.example.org/report"}  # fmt: skip
    told = {
        "reviews/2026-a": review(sources=[source]),
        "reviews/2026-b": review(sources=[{"title": f"Page {number}", "publisher": "P"} for number in range(4)]),
        "reviews/2026-c": review(),
    }
    text = add_footnotes("One[^reviews-2026-a] two[^reviews-2026-b] three[^reviews-2026-c]", snapshot_of(told))
    first, second, third = (line.replace("\\", "") for line in text.splitlines()[-3:])
    assert first.endswith("A review. Read in: The report (The partnership, 2026-04-02) https://www.example.org/report")
    assert second.endswith("A review. Read in: Page 0 (P); Page 1 (P); and 2 more")
    assert third.endswith("` A review")
