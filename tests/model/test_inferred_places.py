from lif.model.inferred_places import without_closed_places
from lif.model.kinds.review import Review
from lif.model.parts.part import changed, read
from support.story import review

PLACES = ["part_of", "life.published", "intended#sooner", "intended"]


def test_the_name_of_what_was_left_out_goes_with_it() -> None:
    record = read(
        Review,
        review(
            "2026-03-05",
            part_of="reviews/2026-whole",
            intended=[{"key": "sooner", "outcome": "Help comes sooner"}],
            inferred=PLACES,
        ),
    )
    assert without_closed_places(record) is record
    assert without_closed_places(changed(record, part_of=None)).inferred == tuple(PLACES[1:])
    undated = changed(record, life=changed(record.life, published=None))
    assert without_closed_places(undated).inferred == ("part_of", "intended#sooner", "intended")
    other = changed(record, intended=(changed(record.intended[0], key="later"),))
    assert without_closed_places(other).inferred == ("part_of", "life.published", "intended")
    assert without_closed_places(changed(record, intended=())).inferred == ("part_of", "life.published")
