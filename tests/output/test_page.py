import re
from html.parser import HTMLParser

import pytest

from lif.errors import LifError
from lif.output.documents.formats.html_ import HTML
from lif.output.documents.formats.markdown_ import MARKDOWN
from lif.output.documents.markdown import escape_markdown
from output.texts import ALL
from support.documents import CHART, MADE, WHOLE

EMPTY = {"meta", "br", "hr"}


class Page(HTMLParser):
    """Every element of a page with its attributes; complains of one that is not closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def _page(markdown: str) -> Page:
    return Page(HTML.of(markdown, MADE).decode())


PAGE = _page(WHOLE)


def test_a_page_says_its_language_its_title_and_where_its_content_is() -> None:
    assert PAGE.all("html") == [{"lang": "en-GB"}]
    assert PAGE.all("main")[0]["id"] == "content"
    assert {"class": "skip", "href": "#content"} in PAGE.all("a")
    assert HTML.of(WHOLE, MADE).decode().count("The yearly report: Exampleshire") == 2
    assert len(PAGE.all("h1")) == 1


def test_tables_have_a_caption_and_say_what_their_headings_are_for() -> None:
    assert [cell["scope"] for cell in PAGE.all("th")] == ["col", "col", "row", "row"]
    assert len(PAGE.all("caption")) == 1
    assert PAGE.all("td") == [{"class": "figure"}, {"class": "figure"}]


def test_footnotes_lead_there_and_back_and_say_so() -> None:
    links = {link["id"]: link for link in PAGE.all("a") if link.get("role") == "doc-noteref"}
    assert list(links) == ["cited-1-1", "cited-1-2", "cited-2-1"]
    assert {link["aria-label"] for link in links.values()} == {"note 1", "note 2"}
    back = {link["href"]: link["aria-label"] for link in PAGE.all("a") if link.get("role") == "doc-backlink"}
    assert back == {
        "#cited-1-1": "back 1: to where note 1 is cited, place 1 of 2",
        "#cited-1-2": "back 2: to where note 1 is cited, place 2 of 2",
        "#cited-2-1": "back: to where note 2 is cited",
    }


def test_every_link_of_the_page_leads_to_something_that_is_there_once() -> None:
    names = [attributes["id"] for _, attributes in PAGE.found if "id" in attributes]
    assert len(names) == len(set(names))
    inside = [str(link["href"])[1:] for link in PAGE.all("a") if str(link["href"]).startswith("#")]
    assert set(inside) <= set(names)


def test_a_picture_is_in_the_page_with_its_name_and_its_message() -> None:
    svg = PAGE.all("svg")[0]
    assert svg["role"] == "img"
    assert svg["aria-labelledby"] == "done-title done-message"
    assert CHART.says in PAGE.words


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    text = HTML.of(WHOLE, MADE).decode()
    assert "default-src 'none'" in text
    assert not PAGE.all("script")
    assert not [
        attributes
        for _, attributes in PAGE.found
        for name in attributes
        if name in {"src", "style"} or name.startswith("on")
    ]
    assert not re.search(r"url\(|@import", text)


def test_the_same_page_is_the_same_bytes() -> None:
    assert HTML.of(WHOLE, MADE) == HTML.of(WHOLE, MADE)


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_no_text_of_a_record_becomes_an_element(text: str) -> None:
    def elements(said: str) -> list[str]:
        markdown = (
            f"# {said}\n\n## {said}\n\n- x {said}[^x]\n\n| a | b |\n|---|---|\n| {said} | b |\n\n[^x]: x {said}\n"
        )
        return [name for name, _ in _page(markdown).found]

    assert elements(escape_markdown(text)) == elements("plain")


def test_markdown_is_text_only_and_keeps_the_table_below_a_picture() -> None:
    said = MARKDOWN.of(WHOLE, MADE).decode()
    assert "\n\nThe message: 4 of 12 before\n\n" in said
    assert "![" not in said
    assert said.replace("The message", "") == WHOLE.replace("![The message", "").replace("](picture:done)", "")


def test_a_picture_the_report_does_not_have_is_named() -> None:
    with pytest.raises(LifError, match=r'^The report has no picture "other"\.$') as refused:
        HTML.of("# T\n\n![x](picture:other)\n", MADE)
    assert refused.value.hint == "Correct the template. It has: done"
