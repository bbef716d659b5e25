import re
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.output.documents.markdown import escape_markdown, to_plain_values
from lif.output.templates.render import render
from lif.output.text.terminal import safe_line
from lif.privacy.scan import scan
from lif.reports.builders.annual import build
from lif.reports.request import Request
from output.texts import ALL
from support.asking import built
from support.story import action, feedback, finding, partnership, recommendation, review, snapshot_of

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
PLACES = ("{}", "- {}", "- 2019-02: {}", "# {}", "> {}", "**{}.**", "| {} | b |\n|---|---|\n| c | d |", "1. {}[^x]")


def _kinds(markdown: str) -> list[str]:
    """Every kind of token, from the top of the document down."""
    return [token.type for token in _every(READER.parse(markdown))]


def _every(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *_every(token.children or []))]


def _plain_text(markdown: str) -> str:
    """What a person reads of it."""
    return "".join(token.content for token in _every(READER.parse(markdown)) if token.type.startswith("text"))


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_a_text_stays_a_text_and_is_read_as_it_was_written(text: str) -> None:
    assert set(_kinds(escape_markdown(text))) <= PLAIN
    assert _plain_text(escape_markdown(text)) == safe_line(text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_a_text_changes_nothing_of_the_place_it_stands_in(text: str, place: str) -> None:
    expected = [kind for kind in _kinds(place.format("plain")) if not kind.startswith("text")]
    found = [kind for kind in _kinds(place.format(escape_markdown(text))) if not kind.startswith("text")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("thanks @everyone", r"thanks \@everyone"),
        ("see #12", r"see \#12"),
        ("https://evil.example", r"https\://evil.example"),
        ("www.evil.example", r"www\.evil.example"),
        ("Child Q - a review (2019)", "Child Q - a review (2019)"),
        ("An apostrophe's use, 50% & more", r"An apostrophe's use, 50% \& more"),
    ],
)
def test_mentions_numbers_and_addresses_are_set_apart_and_plain_words_are_not(text: str, safe: str) -> None:
    assert escape_markdown(text) == safe


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_no_address_is_left_that_a_site_would_turn_into_a_link(text: str) -> None:
    assert not re.search(r"(?i)https?://|www\.|(?<!\\)@\w|(?<![\w\\])#\d", escape_markdown(text))


@given(st.text(alphabet=st.sampled_from("ab1.)(#+-*_`~<>[]!&;:/\\|=@$ \n\t\"'"), max_size=30))
def test_whatever_signs_a_text_is_made_of_it_stays_a_text(text: str) -> None:
    assert set(_kinds(f"x {escape_markdown(text)}")) <= PLAIN
    assert set(_kinds(escape_markdown(text))) <= PLAIN
    assert _plain_text(f"x {escape_markdown(text)}").split() == f"x {safe_line(text)}".split()


@dataclass(frozen=True)
class Part:
    text: str
    count: int
    inner: tuple[str, ...]


def test_a_template_sees_only_plain_values_and_safe_text() -> None:
    assert to_plain_values(Part("*a*", 2, ("b", "[c]"))) == {"text": r"\*a\*", "count": 2, "inner": ["b", r"\[c\]"]}
    assert to_plain_values((None, True, 1.5)) == [None, True, 1.5]


IN_A_RECORD = [text for text in ALL.values() if text.isprintable() and not scan(text)]
"""Those that a record can hold: an address to write to is refused before it comes as far as a report."""


@pytest.mark.parametrize("text", IN_A_RECORD)
def test_no_link_image_heading_or_code_of_a_record_comes_out_of_the_yearly_report(text: str) -> None:
    def report(said: str) -> str:
        story = {
            "partnership": partnership(
                title=said,
                compiled={"by": said, "own": False, "basis": said, "complete": said},
                names=[{"name": said, "body": "safeguarding-children-board"}],
                agencies=[{"key": "council", "name": said, "roles": [{"role": "relevant-agency"}]}],
                themes=[{"key": "early-help", "label": said, "axis": "practice"}],
            ),
            "reviews/2025-a": review("2025-06-01", title=said, recommendations=[recommendation("do-it", said)]),
            "findings/2025-a": finding("reviews/2025-a", says=said),
            "findings/2025-b": finding("reviews/2025-a", title=said, direction="mixed"),
            "actions/2025-a": action(title=said, agreed="2025-06-02"),
            "feedback/2025-a": feedback(said=[said], date="2025-06-03"),
        }
        return render(
            "annual",
            built(build, snapshot_of(story), Request(date(2026, 1, 1), Period.year("2025-26")), Sharing.PUBLIC),
        )

    expected = [kind for kind in _kinds(report("plain")) if not kind.startswith("text")]
    assert [kind for kind in _kinds(report(text)) if not kind.startswith("text")] == expected
