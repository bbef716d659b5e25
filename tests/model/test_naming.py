import pytest

from lif.errors import LifError
from lif.model.naming import named

IDS = (
    "reviews/2019-child-q",
    "reviews/2019-child-y",
    "findings/2019-early-help",
    "findings/2024-early-help",
    "actions/2024-early-help-again",
    "learning/2024-early-help",
    "partnership",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("reviews/2019-child-q", "reviews/2019-child-q"),
        ("records/reviews/2019-child-q.yaml", "reviews/2019-child-q"),
        ("./records/reviews/2019-child-q.yaml", "reviews/2019-child-q"),
        ("child-y", "reviews/2019-child-y"),
        ("  Child-Q  ", "reviews/2019-child-q"),
        ("2019-early-help", "findings/2019-early-help"),
        ("again", "actions/2024-early-help-again"),
        ("learning/2024", "learning/2024-early-help"),
        ("partner", "partnership"),
    ],
)
def test_any_part_that_only_one_id_has_is_enough(typed: str, meant: str) -> None:
    assert named(IDS, typed) == meant
    assert named(reversed(IDS), typed) == meant


def test_a_part_that_several_ids_have_is_wrong_use_and_lists_them() -> None:
    with pytest.raises(LifError) as refused:
        named(IDS, "child")
    assert refused.value.message == '"child" could be reviews/2019-child-q, reviews/2019-child-y.'
    assert refused.value.hint == "Write enough of it to mean only one."
    assert refused.value.exit_code == 2


def test_a_long_list_of_what_could_be_meant_is_cut_with_a_count() -> None:
    many = [f"reviews/2019-{letter}" for letter in "abcdefghijk"]
    with pytest.raises(LifError, match=r"reviews/2019-h and 3 more\.$"):
        named(many, "reviews")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("child-x-2019", "`lif list KIND` shows what there is."),
        ("2019-chld-q", "Did you mean reviews/2019-child-q or reviews/2019-child-y?"),
        ("review/2019-child-q", "Did you mean reviews/2019-child-q or reviews/2019-child-y?"),
        ("", "`lif list KIND` shows what there is."),
    ],
)
def test_a_part_that_no_id_has_finds_nothing_and_says_what_may_have_been_meant(typed: str, hint: str) -> None:
    with pytest.raises(LifError) as refused:
        named(IDS, typed)
    assert refused.value.message == f'No record is called "{typed}".'
    assert refused.value.hint.startswith(hint)
    assert refused.value.exit_code == 1
