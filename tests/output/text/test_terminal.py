import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.output.text.terminal import columns, count_noun, paragraph, safe_line, safe_text
from output.texts import ALL, HOSTILE

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_no_text_moves_the_cursor_hides_or_begins_a_command(text: str) -> None:
    for shown in (safe_text(text), safe_line(text), paragraph(text, width=20), columns([(text, text)])):
        assert not CONTROL.search(shown)
        assert not re.search(r"(?m)^\s*::", shown)


@pytest.mark.parametrize("name", ["001-rich-close-tag", "003-rich-redacted", "005-rich-link", "051-welsh-and-names"])
def test_text_that_another_program_takes_for_its_own_signs_is_shown_as_it_stands(name: str) -> None:
    assert safe_text(HOSTILE[name]) == HOSTILE[name]
    assert safe_line(HOSTILE[name]) == HOSTILE[name].strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a<U+001B>[31mred"),
        ("a\x1b]8;;https://evil.example\x07b", "a<U+001B>]8;;https://evil.example<U+0007>b"),
        ("\x9b2J", "<U+009B>2J"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
        ("a\rb", "a<U+000D>b"),
        ("a\tb", "a<U+0009>b"),
        ("half \ud83d", "half <U+D83D>"),
        ("hidden \U000e0041", "hidden <U+E0041>"),
        ("::error ::stop a::b", "<U+003A>:error <U+003A>:stop a::b"),
        ("two\nlines", "two\nlines"),
        ("é ü \u2013 文 🙂", "é ü \u2013 文 🙂"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert safe_text(text) == shown


def test_a_line_is_one_line_whatever_it_held() -> None:
    assert safe_line("  one\n\n two\r\nthree\t four\u2028five ") == "one two three four five"


@given(st.text())
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert safe_text(safe_text(text)) == safe_text(text)
    assert "\n" not in safe_line(text)


def test_a_paragraph_is_wrapped_and_stepped_in_and_never_cuts_a_word() -> None:
    text = "Plans were agreed before the child's own-account was in https://www.example.org/a-very-long-address"
    assert paragraph(text, indent=2, hanging=4, width=30).splitlines() == [
        "  Plans were agreed before the",
        "      child's own-account was",
        "      in",
        "      https://www.example.org/a-very-long-address",
    ]
    assert paragraph("", indent=3) == "   "


def test_columns_are_aligned_by_what_a_terminal_shows() -> None:
    assert columns([("a", "b", "c"), ("文字", "e\u0301", "third  column"), ("ab", "", "")]).splitlines() == [
        "a     b  c",
        "文字  e\u0301  third column",
        "ab",
    ]
    assert columns([("one",), ("longer", "two")], indent=2).splitlines() == ["  one", "  longer  two"]
    assert columns([]) == ""


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1234, "1,234 records")]
)
def test_a_count_stands_before_its_noun(count: int, words: str) -> None:
    assert count_noun(count, "record") == words


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert count_noun(1, "entry", "entries") == "1 entry"
    assert count_noun(3, "entry", "entries") == "3 entries"
