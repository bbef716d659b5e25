import pytest

from lif.diagnostics.location import Position
from lif.store.yaml.text import LARGEST, decode, position_at, without_invisible


def faults_in(data: bytes) -> list[tuple[str, Position | None]]:
    return [(fault.code.name, fault.position) for fault in decode(data)[1]]


def test_utf_8_is_read_as_it_is() -> None:
    assert decode("title: Café, “déjà vu”, naïve\n".encode()) == ("title: Café, “déjà vu”, naïve\n", ())


def test_one_byte_order_mark_is_passed_over() -> None:
    assert decode(b"\xef\xbb\xbftitle: x\n") == ("title: x\n", ())


def test_a_second_byte_order_mark_is_invisible_text() -> None:
    assert faults_in(b"\xef\xbb\xbf\xef\xbb\xbftitle: x\n") == [("LIF103", Position(1, 1))]


@pytest.mark.parametrize("blank", [b"", b"\n\n", b"   \n", b"\xef\xbb\xbf", b"\r\n"])
def test_a_file_with_nothing_in_it_is_empty(blank: bytes) -> None:
    assert faults_in(blank) == [("LIF101", Position(1, 1))]


def test_a_file_saved_in_an_older_encoding_is_refused_at_the_first_character_that_shows_it() -> None:
    assert faults_in("title: x\nsays: café".encode("latin-1")) == [("LIF102", Position(2, 10))]


def test_columns_of_a_wrong_encoding_count_characters_not_bytes() -> None:
    assert faults_in("says: ééé ".encode() + b"\xe9") == [("LIF102", Position(1, 11))]


def test_columns_of_a_wrong_encoding_do_not_count_the_byte_order_mark() -> None:
    assert faults_in(b"\xef\xbb\xbfab\xe9") == [("LIF102", Position(1, 3))]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_widths_of_unicode_are_refused_once(encoding: str) -> None:
    assert faults_in("title: x\nsharing: public\n".encode(encoding)) == [("LIF102", Position(1, 1))]


@pytest.mark.parametrize(
    "hidden",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\u00ad",
        "\u061c",
        "\u200b",
        "\u200f",
        "\u2028",
        "\u202e",
        "\u2066",
        "\ufe0f",
        "\ufeff",
        "\uffff",
        "\U000e0041",
    ],
)
def test_a_character_that_nobody_can_see_is_shown_by_its_number(hidden: str) -> None:
    _, faults = decode(f"title: on{hidden}e\n".encode())
    assert [(fault.code.name, fault.position) for fault in faults] == [("LIF103", Position(1, 10))]
    assert f"U+{ord(hidden):04X}" in faults[0].message
    assert hidden not in faults[0].message


def test_invisible_characters_are_said_once_a_line() -> None:
    assert faults_in("a\u200bb\u200b\nc\nd\u200b\n".encode()) == [
        ("LIF103", Position(1, 2)),
        ("LIF103", Position(3, 2)),
    ]


def test_windows_line_ends_are_accepted() -> None:
    assert decode(b"title: x\r\nsharing: public\r\n")[1] == ()


def test_a_carriage_return_that_ends_no_line_is_refused() -> None:
    assert faults_in(b"title: x\rsharing: public\r") == [("LIF103", Position(1, 9))]


def test_a_hundred_thousand_invisible_characters_do_not_hang() -> None:
    assert len(faults_in(b"\x01\n" * 100_000)) == 100_000


@pytest.mark.parametrize("sign", ["<<<<<<< HEAD", "=======", ">>>>>>> branch", "||||||| base"])
def test_a_merge_conflict_is_found_wherever_it_stands(sign: str) -> None:
    assert faults_in(f"says: |\n  one\n{sign}\n  two\n".encode()) == [("LIF109", Position(3, 1))]


def test_a_merge_conflict_inside_a_text_block_is_found() -> None:
    assert faults_in(b"says: |\n  one\n  <<<<<<< HEAD\n  two\n") == [("LIF109", Position(3, 1))]


@pytest.mark.parametrize("innocent", ["says: a<<<<<<<b", "======= =", "says: >>>>>>>", "says: |\n  ========"])
def test_signs_in_the_middle_of_a_text_are_no_conflict(innocent: str) -> None:
    assert decode(innocent.encode())[1] == ()


def test_a_file_over_the_limit_is_not_even_decoded() -> None:
    assert faults_in(b"\xff" * (LARGEST + 1)) == [("LIF113", Position(1, 1))]
    assert faults_in(b"x" * LARGEST) == []


def test_what_is_invisible_gives_way_to_a_stand_in_of_the_same_length() -> None:
    assert without_invisible("a\u200bb\x1bc\n") == "a\ufffdb\ufffdc\n"


def test_a_position_counts_lines_and_characters_from_one() -> None:
    text = "é\nàb\n"
    assert [position_at(text, index) for index in (0, 2, 3, 5)] == [
        Position(1, 1),
        Position(2, 1),
        Position(2, 2),
        Position(3, 1),
    ]
