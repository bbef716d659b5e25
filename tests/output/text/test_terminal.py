import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

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
    ("text", "cells"),
    [
        ("文字", 4),
        ("e\u0301", 1),
        ("x\u0488", 1),
        ("\u0915\u093f", 1),
        ("\u1112\u1161\u11ab", 2),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("👍🏽", 2),
        ("☰", 2),
        ("\u0378", 1),
        ("👩\u200d🚒", 12),
        ("[redacted] :smile: [/x]", 23),
    ],
)
def test_widths_are_those_of_unicode_17(text: str, cells: int) -> None:
    assert columns([(text, "|"), ("", "|")]).splitlines()[1] == " " * (cells + 2) + "|"


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_the_second_column_begins_below_the_one_above_and_no_cell_is_changed(rows: list[tuple[str, str]]) -> None:
    safe = [(safe_line(first), safe_line(second)) for first, second in rows]
    width = max(cell_len(first, "17.0.0") for first, _ in safe)
    expected = [f"{first}{' ' * (width - cell_len(first, '17.0.0'))}  {second}".rstrip() for first, second in safe]
    assert columns(rows) == "\n".join(expected)


def test_the_environment_does_not_change_what_a_pipe_gets() -> None:
    program = (
        "import lif.output.text.terminal as t; print(t.columns([('\U0001fae0 文', 'x'), ('abcdef', 'y')]).encode())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, **environment},
        ).stdout
        for environment in ({}, {"UNICODE_VERSION": "4.1.0", "FORCE_COLOR": "1", "COLUMNS": "5"})
    }
    assert printed == {f"{'🫠 文   x'.encode() + bytes([10]) + b'abcdef  y'!r}\n"}


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1234, "1,234 records")]
)
def test_a_count_stands_before_its_noun(count: int, words: str) -> None:
    assert count_noun(count, "record") == words


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert count_noun(1, "entry", "entries") == "1 entry"
    assert count_noun(3, "entry", "entries") == "3 entries"
