"""What is searched is what a reader sees: no way to break, space or escape a hard identifier hides it."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lif.privacy.scan import scan
from privacy.identifiers import HARD

DIGITS = str.maketrans("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
INSERTED = ("\n  ", "\u00ad", "\u00a0", "\u200b", "&nbsp;", "&shy;", "%C2%A0", "\\_")
BEGINS_A_FIELD = re.compile(r"[\w.-]+:(?= |$)")
"""What YAML takes for another field at the beginning of a line, unless the value is written after `>` or `|`."""
LAYOUTS = ("says: >-\n  {}\n", "says: |\n  {}\nnext: 1\n", "says: {}\n", "# {}\n", "- {}\n", "{}")


def codes(text: str) -> set[str]:
    return {match.code.name for match in scan(text)}


@given(
    case=st.sampled_from(HARD),
    where=st.floats(0, 1),
    inserted=st.sampled_from(INSERTED),
    layout=st.sampled_from(LAYOUTS),
)
@settings(max_examples=600, deadline=None)
def test_whatever_is_inserted_at_any_point_changes_nothing(
    case: tuple[str, str], where: float, inserted: str, layout: str
) -> None:
    text, code = case
    at = int(where * len(text))
    assume("\n" not in inserted or layout in LAYOUTS[:2] or not BEGINS_A_FIELD.match(text[at:]))
    assert code in codes(layout.format(text[:at] + inserted + text[at:]))


@given(case=st.sampled_from(HARD), where=st.floats(0, 1), layout=st.sampled_from(LAYOUTS))
@settings(max_examples=300, deadline=None)
def test_a_line_break_or_a_second_blank_in_place_of_a_blank_changes_nothing(
    case: tuple[str, str], where: float, layout: str
) -> None:
    text, code = case
    blanks = [index for index, character in enumerate(text) if character == " "]
    at = blanks[int(where * (len(blanks) - 1))]
    for instead in ("\n  ", "  ", "\u00a0", "\n\n  ", "%20", "&#32;"):
        assume("\n" not in instead or layout in LAYOUTS[:2] or not BEGINS_A_FIELD.match(text[at + 1 :]))
        assert code in codes(layout.format(text[:at] + instead + text[at + 1 :])), instead


@given(case=st.sampled_from(HARD), where=st.floats(0, 0.999))
@settings(max_examples=300, deadline=None)
def test_a_character_written_as_an_escape_changes_nothing(case: tuple[str, str], where: float) -> None:
    text, code = case
    at = int(where * len(text))
    for written in (
        f"&#{ord(text[at])};",
        f"&#x{ord(text[at]):x};",
        f"%{ord(text[at]):02X}",
        f"\\x{ord(text[at]):02x}",
    ):
        assert code in codes(text[:at] + written + text[at + 1 :]), written


@pytest.mark.parametrize(("text", "code"), HARD)
def test_digits_of_another_script_change_nothing(text: str, code: str) -> None:
    assert code in codes(text.translate(DIGITS))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("phones:\n  - 07700\n  - 900123\n", "LIF606"),
        ("seen:\n- born 7\n- March\n- 2014\n", "LIF604"),
        ("says: >-\n  the date of\n  birth: 7 March\n  2014\n", "LIF604"),
        ("says: >-\n  the case\n  number: 4512\n", "LIF608"),
        ("source: reviews/2024-mrs-testerton\n", "LIF613"),
        ("mrs_testerton_07700900123: seen\n", "LIF606"),
        ("# He was murdered at home on 09/03/2021", "LIF604"),
        ("Child A was seen on 07/03/21\n", "LIF611"),
        ("a.b [at] example.org", "LIF607"),
        ("see https://www.example.org/news/page\nand mrs-testerton-letter.docx", "LIF613"),
    ],
)
def test_what_an_attack_got_past_is_found(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_match_across_lines_has_the_place_and_the_value_of_the_text_as_written() -> None:
    text = "title: x\nsays: >-\n  ring 07700\n  900123 today\n"
    (found,) = scan(text)
    assert (found.line, found.column, found.value) == (3, 8, "07700\n  900123")


def test_a_key_ends_what_is_read_together() -> None:
    assert scan("title: The child was seen\ndate: 2019-02-14\n") == ()


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "templates" / "example" / "records").rglob("*.yaml"))[::9]
)
def test_a_value_is_found_wherever_it_stands_in_a_record(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for text, code in HARD:
        for at in (0, len(lines) // 2, len(lines) - 1):
            assert code in codes("\n".join([*lines[:at], f"note: {text}", *lines[at:]]))
