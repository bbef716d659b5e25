from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lif.diagnostics.location import FieldPath, Position
from lif.store.yaml.ambiguous_text import reads_otherwise
from lif.store.yaml.event_reader import DEEPEST, MOST_EVENTS, Tree
from lif.store.yaml.parse import marks, parse
from lif.store.yaml.text import LARGEST


def tree(text: str) -> dict[str, Tree] | None:
    parsed = parse(dedent(text).encode())
    assert parsed.faults == ()
    return parsed.tree


def faults(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else dedent(text).encode()
    return [
        f"{fault.code.name} {fault.position.line}:{fault.position.column}"
        for fault in parse(data).faults
        if fault.position
    ]


def test_every_value_stays_text() -> None:
    assert tree("""\
        title: 2019
        draft: no
        due: 2019-02-30
        value: 0x1F
        of: 010
        rate: .nan
        when: 1:30
        note: null
        """) == {
        "title": "2019",
        "draft": "no",
        "due": "2019-02-30",
        "value": "0x1F",
        "of": "010",
        "rate": ".nan",
        "when": "1:30",
        "note": "null",
    }


def test_fields_lists_and_fields_in_lists_are_read_as_they_stand() -> None:
    assert tree("""\
        owner:
          agency: health
        themes:
          - supervision
          - neglect
        moved:
          - since: 2026-01-01
            to: 2026-02-01
          - since: 2026-02-01
            to: 2026-03-01
        """) == {
        "owner": {"agency": "health"},
        "themes": ["supervision", "neglect"],
        "moved": [{"since": "2026-01-01", "to": "2026-02-01"}, {"since": "2026-02-01", "to": "2026-03-01"}],
    }


def test_a_short_list_of_ids_may_stand_between_brackets() -> None:
    assert tree("answers: [findings/2026-x, reviews/2025-y#key]\nthemes: []\n") == {
        "answers": ["findings/2026-x", "reviews/2025-y#key"],
        "themes": [],
    }


def test_text_blocks_keep_their_lines_and_folded_ones_join_them() -> None:
    assert tree("""\
        says: |
          First line.
          Second line.
        because: >
          First line,
          second line.
        """) == {"says": "First line.\nSecond line.\n", "because": "First line, second line.\n"}


def test_both_kinds_of_quotes_are_read() -> None:
    assert tree("""title: "Neglect: what we learned"\nsays: 'the child''s words'\n""") == {
        "title": "Neglect: what we learned",
        "says": "the child's words",
    }


def test_comments_and_empty_lines_are_no_part_of_a_record() -> None:
    assert tree("# why\n\ntitle: x  # here\n\n# the end\n") == {"title": "x"}


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = "title: x\nsays: |\n  one\n  two\nthemes:\n  - neglect\n"
    assert parse(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == parse(text.encode())


def test_tabs_inside_quotes_and_text_blocks_are_text() -> None:
    assert tree('title: "one\ttwo"\nsays: |\n  one\ttwo\n') == {"title": "one\ttwo", "says": "one\ttwo\n"}


@pytest.mark.parametrize(
    "text",
    [
        "title:\tx\n",
        "title: x\t\n",
        "title: one\ttwo\n",
        "owner:\n\tagency: health\n",
        "title: x #\tcomment\n",
        'title: x #\tcomment\nsays: "y"\n',
    ],
)
def test_a_tab_anywhere_else_is_a_fault(text: str) -> None:
    assert [fault.code.name for fault in parse(text.encode()).faults] == ["LIF104"]


def test_ten_thousand_quoted_tabs_in_as_many_fields_do_not_hang() -> None:
    lines = "".join(f'f{number}: "\t\t\t\t"\n' for number in range(9_000))
    assert faults(lines + "last: a\tb\n") == ["LIF104 9001:8"]


def test_two_equal_fields_are_told_with_both_their_lines() -> None:
    parsed = parse(b"title: x\nsharing: public\ntitle: y\n")
    assert [(fault.code.name, fault.position) for fault in parsed.faults] == [("LIF105", Position(3, 1))]
    assert "line 1" in parsed.faults[0].message
    assert parsed.tree == {"title": "x", "sharing": "public"}


def test_a_file_pasted_on_to_itself_many_times_does_not_hang() -> None:
    lines = "".join(f"f{number}: x\n" for number in range(4_000))
    assert len(parse((lines * 2).encode()).faults) == 4_000


def test_faults_of_several_kinds_in_one_file_are_all_told() -> None:
    assert faults("""\
        title: &name A title
        sharing: !public public
        due: 2026-01-01
        due: 2026-02-01
        2026: x
        owner: {agency: health}
        themes: [Neglect of teeth]
        says: "a\\u200bb"
        """) == [
        "LIF107 1:8",
        "LIF108 2:10",
        "LIF105 4:1",
        "LIF114 5:1",
        "LIF112 6:8",
        "LIF112 7:26",
        "LIF103 8:7",
    ]


def test_an_invisible_character_does_not_hide_a_fault_further_down() -> None:
    assert faults("title: a\u200bb\nsharing: x\nsharing: y\n") == ["LIF103 1:9", "LIF105 3:1"]


def test_a_merge_conflict_is_told_once_and_not_as_unreadable_text_as_well() -> None:
    assert faults("title: x\n<<<<<<< HEAD\ndue: 2026-01-01\n=======\ndue: 2026-02-01\n>>>>>>> b\n") == ["LIF109 2:1"]


def test_a_field_name_that_is_no_word_is_told_and_left_out() -> None:
    parsed = parse("titl\u0435: x\ntitle: y\n".encode())
    assert [fault.code.name for fault in parsed.faults] == ["LIF114"]
    assert "U+0435" in parsed.faults[0].message
    assert parsed.tree == {"title": "y"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "LIF101"),
        ("# nothing here\n", "LIF110"),
        ("- a\n- b\n", "LIF110"),
        ("just a sentence\n", "LIF110"),
        ("*alias\n", "LIF107"),
        ("title: x\n---\ntitle: y\n", "LIF106"),
        ("? [a, b]\n: x\n", "LIF114"),
        ("*alias : x\n", "LIF107"),
        ("title: x\n<<: y\n", "LIF114"),
        ('title: "never closed\n', "LIF111"),
        ("title: one: two\n", "LIF111"),
    ],
)
def test_what_is_no_record_gives_one_fault(text: str, code: str) -> None:
    assert [fault.code.name for fault in parse(text.encode()).faults] == [code]


def test_reading_that_had_to_stop_says_so() -> None:
    assert parse(b'title: x\nsays: "never closed\n').is_cut
    assert not parse(b"title: x\ntitle: y\n").is_cut


def deep(depth: int) -> str:
    return "".join(f"{' ' * step}f:\n" for step in range(depth)) + f"{' ' * depth}f: x\n"


def test_fields_may_stand_so_deep_and_no_deeper() -> None:
    assert faults(deep(DEEPEST - 1)) == []
    assert [fault.code.name for fault in parse(deep(DEEPEST).encode()).faults] == ["LIF113"]


def test_a_file_may_have_so_many_parts_and_no_more() -> None:
    assert faults("themes:\n" + "- a\n" * (MOST_EVENTS // 2)) == []
    assert [fault.code.name for fault in parse(b"themes:\n" + b"- a\n" * MOST_EVENTS).faults] == ["LIF113"]


def test_marks_give_the_place_of_every_field_and_item() -> None:
    found = marks(
        dedent("""\
        title: éà a title
        owner:
          agency: health
        moved:
          - since: 2026-01-01
            to: 2026-02-01
        themes: [neglect, child-voice]
        """).encode()
    )
    assert {path: tuple(mark.position) for path, mark in found.items()} == {
        ("title",): (1, 1),
        ("owner",): (2, 1),
        ("owner", "agency"): (3, 3),
        ("moved",): (4, 1),
        ("moved", 0): (5, 5),
        ("moved", 0, "since"): (5, 5),
        ("moved", 0, "to"): (6, 5),
        ("themes",): (7, 1),
        ("themes", 0): (7, 10),
        ("themes", 1): (7, 19),
    }


def test_marks_span_the_value_in_characters() -> None:
    text = 'title: "éà a title"\nthemes: [neglect]\n'
    found = marks(text.encode())
    path: FieldPath = ("title",)
    assert text[found[path].start : found[path].end] == '"éà a title"'
    assert text[found["themes",].start : found["themes",].end] == "[neglect]"


def test_marks_of_a_broken_file_reach_as_far_as_it_can_be_read() -> None:
    assert set(marks(b'title: x\nsharing: public\nsays: "never closed\n')) == {("title",), ("sharing",)}


def test_plain_words_that_other_programs_take_for_something_else_are_told_from_words() -> None:
    otherwise = ["2019", "No", "12:30", ".inf", "1e3", "0x1f", "2019-11-05", "~", "y", "-1.5"]
    words = ["Ofsted 2019", "", "yes and no", "-", "neglect"]
    assert [word for word in (*otherwise, *words) if reads_otherwise(word)] == otherwise


PIECES = st.sampled_from(
    [
        *("title: ", "x", "\n", "  ", "- ", "[", "]", "{", "}", "&a ", "*a", "!t ", "|\n", ">-\n", '"', "'", "#", ": "),
        *("\t", "\r", "\x00", "\x85", "\u2028", "\ufeff", "%YAML 1.1\n", "---\n", "...\n", "? ", "<<: ", "<<<<<<< a\n"),
        *("\\", "\\x00", "é", "\U0001f600", ",", "~", "2019-02-30", "@", "`", "\ufffe"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("*a: x\n")
@example("? - a\n: - b\n")
def test_no_text_whatever_stops_the_reader(text: str) -> None:
    parsed = parse(text.encode())
    assert parsed.faults or parsed.tree is not None
    assert all(fault.position is None or min(fault.position) >= 1 for fault in parsed.faults)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_stop_the_reader(data: bytes) -> None:
    parsed = parse(data)
    assert parsed.faults or parsed.tree is not None


def test_the_largest_file_is_read_to_its_end() -> None:
    text = 'title: "' + "x" * (LARGEST - 10) + '"\n'
    assert len(text) == LARGEST
    assert faults(text) == []
