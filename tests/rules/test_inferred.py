import pytest

from rules.base import BASE
from support.memory import brief, checked, errors, records

REVIEW = """\
title: Learning review on handovers
sharing: public
part_of: reviews/2026-whole
review_kind: learning-review
life:
  published: 2026-03
intended:
  - key: sooner
    outcome: Help comes sooner
"""
WHOLE = "title: Thematic review\nsharing: public\nreview_kind: thematic-review\n"


def problems(*inferred: str) -> list[str]:
    """The errors for a review that lists these places, as `message | hint`."""
    text = REVIEW + "inferred:\n" + "".join(f"  - {place}\n" for place in inferred)
    files = {**BASE, **records(reviews__2026_part=text, reviews__2026_whole=WHOLE)}
    found = errors(checked(files))
    assert brief(found) == [f"LIF211 reviews/2026-part inferred[{index}]" for index in range(len(found))]
    return [f"{diagnostic.message} | {diagnostic.hint}" for diagnostic in found]


def test_what_the_record_holds_may_be_inferred() -> None:
    assert problems("part_of", "life.published", "life", "intended", "intended#sooner") == []


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("part_off", "`part_off` is not a field of a review. Did you mean `part_of`?"),
        ("takes_over", "`takes_over` is empty in this record"),
        ("draft", "`draft` is empty in this record"),
        ("life.completed", "`completed` is empty in this record"),
        ("life.publishd", "`publishd` is not a field of `life`. Did you mean `published`?"),
        ("definition", "`definition` is empty in this record"),
        ("intended#soner", "`intended` has no item with the key `soner`. Did you mean `sooner`?"),
        ("intended.outcome", "`intended` is a list | Name the whole list."),
        ("title.words", "`title` holds no fields"),
        ("part_of#whole", "`part_of` has no items with keys of their own | Name the whole field: part_of."),
    ],
)
def test_what_the_record_does_not_hold_is_an_error_and_the_nearest_name_is_offered(place: str, says: str) -> None:
    (problem,) = problems(place)
    assert says in problem
