from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.disclosure.small_number_words import small_numbers

LISTS = Path(__file__).parent / "small_numbers"
SMALL = (LISTS / "small.txt").read_text(encoding="utf-8").splitlines()
INNOCENT = (LISTS / "innocent.txt").read_text(encoding="utf-8").splitlines()


def test_nine_in_ten_phrasings_of_practice_are_found_and_few_others() -> None:
    missed = [text for text in SMALL if not small_numbers(text)]
    alarms = [text for text in INNOCENT if small_numbers(text)]
    assert len(missed) <= len(SMALL) / 10, missed
    assert len(alarms) <= len(INNOCENT) / 50, alarms


@pytest.mark.parametrize(
    "text",
    [
        "1 child",
        "3/7 children",
        "3 in 7 pupils",
        "2 vulnerable young people",
        "three sisters",
        "all but one child",
        "43% of the seven pupils",
        "40 children, of whom 38 were boys",
    ],
)
def test_what_an_attack_got_past_is_found_in_a_sentence(text: str) -> None:
    sentence = f"The audit shows that {text} had been seen."
    assert any(
        text in sentence[start:end] or sentence[start:end] in text for start, end in small_numbers(sentence).items()
    )


@given(rest=st.integers(0, 60), part=st.integers(0, 60))
def test_a_share_of_children_is_small_when_its_part_rest_or_whole_is(part: int, rest: int) -> None:
    whole = part + rest
    is_small = any(1 <= count <= 5 for count in (part, whole - part, whole))
    assert bool(small_numbers(f"seen were {part} of {whole} children")) == is_small
