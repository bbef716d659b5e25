from typing import Any

import pytest

from lif.model.registry import KINDS
from lif.store.yaml.emit import one_line, record_text


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF", "null", "~", "2019", "1.10", "2019-11-05", "12:30", "true"])
def test_text_that_others_read_as_something_else_is_quoted(word: str) -> None:
    assert one_line(word, is_text=True) == f'"{word}"'


@pytest.mark.parametrize("word", ["yes", "2019-11-05", "12", "12.5"])
def test_real_dates_counts_and_answers_stay_plain(word: str) -> None:
    assert one_line(word, is_text=False) == word


@pytest.mark.parametrize(
    "text",
    ["Neglect: what we learned", "- not a list", "what #1 said", 'she said "no" #', "", " x", "x:", "[redacted]"],
)
def test_what_plain_text_cannot_hold_is_quoted(text: str) -> None:
    assert one_line(text, is_text=True).startswith('"')


@pytest.mark.parametrize(
    "text", ["It's late", 'The "front door"', "a:b", "C#", "(Created)", "£10", "Él", "don't; and/or"]
)
def test_quotes_stand_only_where_needed(text: str) -> None:
    assert one_line(text, is_text=True) == text


def test_a_record_stands_in_the_order_of_its_kind() -> None:
    tree: dict[str, Any] = {
        "due": "2026-03-01",
        "measures": [{"target": "9 of 10", "what": "yes"}],
        "owner": {"role": "Head", "agency": "police"},
        "notes": "one\ntwo\n",
        "answers": ["needs/a"],
        "title": "A title",
    }
    assert record_text(tree, KINDS["action"].model) == (
        "title: A title\n"
        "notes: |\n"
        "  one\n"
        "  two\n"
        "answers:\n"
        "  - needs/a\n"
        "owner:\n"
        "  agency: police\n"
        "  role: Head\n"
        "due: 2026-03-01\n"
        "measures:\n"
        '  - what: "yes"\n'
        "    target: 9 of 10\n"
    )
