"""The mistakes people make in a file, each named at its place, with a remedy that works when it is done."""

import pytest

from lif.diagnostics.codes import CUT_OFF, UNREADABLE
from lif.store.yaml.parse import parse

SOUND = "title: Who does what\nsharing: public\nsays: Plans did not say it\nraised: 2026-01-15\n"


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("sharing: public", "sharing:public", 2, "no space follows the colon"),
        ("sharing: public", "sharing public", 2, "a field name without a colon stands here"),
        ("raised: 2026", "raised:\u00a0 2026", 4, "a space that must not break (U+00A0)"),
        ("raised: 2026", "raised:\u00a02026", 4, "a space that must not break (U+00A0)"),
        ("sharing: public", " sharing: public", 2, "a field is stepped in further than the one before it"),
        ("Who does what", "\u201cWho does: what\u201d", 1, "begins with a curly quotation mark"),
        ("Who does what", '"Who "does" what"', 1, "quotes stand inside quotes of the same kind"),
        ("Who does what", "'Who isn't there'", 1, "quotes stand inside quotes of the same kind"),
        ("Plans did", "Plans: did", 3, "a colon stands in text that has no quotes"),
    ],
)
def test_a_mistake_is_named_where_it_was_made(before: str, after: str, line: int, says: str) -> None:
    (fault,) = parse(SOUND.replace(before, after).encode()).faults
    assert fault.code is UNREADABLE
    assert says in fault.message
    assert fault.position is not None
    assert fault.position.line == line


def test_a_text_that_a_number_sign_cuts_off_is_told_and_a_comment_is_not() -> None:
    (fault,) = parse(SOUND.replace("did not", "in standard #3 did not").encode()).faults
    assert fault.code is CUT_OFF
    assert fault.position == (3, 25)
    for sound in ("did not # as the audit says", "did not  # why", "did#not", "did not\n#note"):
        assert parse(SOUND.replace("did not say it", sound).encode()).faults == ()
    assert parse(SOUND.replace("Plans did not say it", '"In standard #3"').encode()).faults == ()
    assert parse(SOUND.replace("Plans did not say it", "|\n  In standard #3").encode()).faults == ()


def test_what_stands_in_a_block_of_text_is_no_mistake() -> None:
    text = SOUND.replace("Plans did not say it", "|\n  note:this\n  \u201cno\u201d") + "sharing\n"
    (fault,) = parse(text.encode()).faults
    assert "a field name without a colon" in fault.message
    assert fault.position is not None
    assert fault.position.line == 7
