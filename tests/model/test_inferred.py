from typing import Any

import pytest

from lif.model.inferred import mark_as_our_reading
from lif.model.kinds.review import Review
from lif.model.parts.part import WrongError, read
from lif.model.record import Record
from support.story import review


def _review(*inferred: str, **more: Any) -> Record:
    return read(Review, review("2026-03-05", inferred=list(inferred), **more))


def test_a_field_that_the_record_lists_is_our_reading_and_no_other_is() -> None:
    record = _review("part_of", part_of="reviews/2026-whole")
    assert record.is_inferred("part_of")
    assert record.is_inferred("takes_over", "part_of")
    assert not record.is_inferred("takes_over")
    assert not record.is_inferred("part")
    assert not _review().is_inferred("part_of")


@pytest.mark.parametrize(
    ("listed", "asked", "is_ours"),
    [
        ("life", "life.published", True),
        ("life.published", "life", True),
        ("life.published", "life.completed", False),
        ("recommendations#ask", "recommendations", True),
        ("recommendations", "recommendations#ask", True),
        ("recommendations#ask", "recommendations#asked", False),
    ],
)
def test_a_part_is_our_reading_with_the_whole_and_the_whole_with_a_part(
    listed: str, asked: str, *, is_ours: bool
) -> None:
    assert _review(listed).is_inferred(asked) is is_ours


@pytest.mark.parametrize("wrong", ["Agencies", "life..published", "answers#", "#ask", "agencies police", "0"])
def test_what_is_no_name_of_a_field_is_refused_when_it_is_read(wrong: str) -> None:
    with pytest.raises(WrongError, match="is not the name of a field"):
        _review(wrong)


def test_the_mark_stands_once_and_before_the_full_stop() -> None:
    record = _review("title")
    assert record.marked("It came late.", "title") == "It came late (our reading)."
    assert record.marked("It came late", "title") == "It came late (our reading)"
    assert record.marked("It came late.", "part_of") == "It came late."
    assert record.marked_by_field("It came late.", "title", "part_of") == "It came late (our reading)."
    assert record.marked_by_field("It came late.", "part_of") == "It came late."
    parts = _review("part_of", "life.published")
    marked = parts.marked_by_field("It came late.", "title", "part_of", "life.published")
    assert marked == "It came late (part of, life published: our reading)."
    assert mark_as_our_reading("It came late (our reading).") == "It came late (our reading)."
