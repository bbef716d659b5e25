from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lif.store.reader import MOST_EVENTS, Reader
from lif.store.text import decode
from lif.store.tidy import tidy

ROOT = Path(__file__).parents[2]
SHIPPED = [*(ROOT / "records").rglob("*.yaml"), *(ROOT / "templates").rglob("*.yaml")]


def by_events(text: str) -> Reader:
    reader = Reader(text)
    reader.run()
    return reader


def test_every_shipped_record_is_tidy_and_means_what_its_events_mean() -> None:
    for path in SHIPPED:
        text = path.read_text(encoding="utf-8")
        reader = by_events(text)
        assert (tidy(text), reader.faults) == (reader.root, []), path


def test_each_thing_that_the_usual_layout_holds_is_taken() -> None:
    assert tidy("""\
# a comment
title: "Neglect: what we learned"

says: |
  First: line.

    # no comment
  Last line.

because: |-
  'x'
empty: ''
themes: [neglect, findings/2026-x#key]
none: []
owner:
  # a comment
  agency: health
  role:
    name: http://x#y
moved:
  - since: 2026-01-01
    why: |
      One.
      Two.
    to:
      - x y
      - |
        z
  - "- y"
""") == {
        "title": "Neglect: what we learned",
        "says": "First: line.\n\n  # no comment\nLast line.\n",
        "because": "'x'",
        "empty": "",
        "themes": ["neglect", "findings/2026-x#key"],
        "none": [],
        "owner": {"agency": "health", "role": {"name": "http://x#y"}},
        "moved": [{"since": "2026-01-01", "why": "One.\nTwo.\n", "to": ["x y", "z\n"]}, "- y"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# c\n",
        "title: x",
        "title:\n",
        "title:\nsays: x\n",
        "title: x\ntitle: y\n",
        "title: x\n  more\n",
        "title: x\n  says: y\n",
        "title: x  # c\n",
        "title:  x\n",
        "title: x \n",
        "title: x: y\n",
        "title: -x\n",
        "title:\tx\n",
        "title: x\ry",
        'title: "a\\u200bb"\n',
        "title: 'a''b'\n",
        "title: &a x\n",
        "title: !t x\n",
        "title: *a\n",
        "title: >\n  x\n",
        "title: |\n    x\n",
        "title: |\n  x\n y\n",
        "title: |\n  x\n \n  # y\n",
        "title: [Neglect of teeth]\n",
        "title: {a: b}\n",
        "2026: x\n",
        "x\n",
        "- x\n",
        "---\ntitle: x\n",
        "%YAML 1.2\ntitle: x\n",
        "themes:\n- x\n",
        "themes:\n    - x\n",
        "themes:\n  - x\n    - y\n",
        "themes:\n  - x\n  says: y\n",
        "themes:\n  - \n",
        "owner:\n  agency: x\n  - y\n",
        "owner:\n  agency: x\n role: y\n",
        "a: x\n" + "".join(f"f{number}: x\n" for number in range(MOST_EVENTS // 6)),
        "a:\n" + "".join(f"{' ' * step}a:\n" for step in range(2, 40, 2)) + f"{' ' * 40}a: x\n",
    ],
)
def test_whatever_is_laid_out_in_any_other_way_is_left_to_the_reader(text: str) -> None:
    assert tidy(text) is None


def test_windows_line_ends_change_nothing() -> None:
    text = "title: x\nsays: |\n  one\n\n  two\nthemes:\n  - neglect\n"
    assert tidy(text.replace("\n", "\r\n")) == tidy(text) == by_events(text).root


PIECES = st.sampled_from(
    [
        *(
            "a: b\n",
            "k:\n",
            "- a: b\n",
            "- |\n",
            "  - c\n",
            "    d: e\n",
            "k: |\n",
            "k: |-\n",
            "  text\n",
            "    text\n",
        ),
        *(
            "      more\n",
            "  # n\n",
            "\n",
            "\n\n",
            'k: "v"\n',
            "k: 'v'\n",
            "k: [a, b/c#d]\n",
            "a",
            "b c",
            "x-y",
            "é",
            "2",
        ),
        *(":", ": ", " ", "  ", "    ", "- ", "-", "|", "#", " #", "# c", '"', "'", "[", "]", ", ", "[]", "\\", "\xa0"),
        *("?", "...", "---", ">", "{", "}", "&", "*", "!", "%", "@", "`", "=", "<", "~", "\u3000", "\U0001fffe"),
    ]
)


@settings(max_examples=2_000)
@given(st.lists(PIECES, max_size=12).map("".join))
@example("k: |\n  text\n \n  # n\n")
@example("k: |\n  text\n\n    \n  # n \n")
@example("k:\n  - |\n    text\n    # n\n")
def test_what_is_taken_means_what_its_events_mean(text: str) -> None:
    text, faults = decode(text.encode())
    read = tidy(text) if not faults else None
    if read is not None:
        reader = by_events(text)
        assert (read, reader.faults) == (reader.root, [])
