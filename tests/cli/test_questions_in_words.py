from datetime import date

import pytest

from lif.cli.prompts.explained import explanation
from lif.model.kind import Kind
from lif.model.parts.shape import shape_of
from lif.model.registry import KINDS
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.new.typed_value import TypedValueReader


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_explanation_ends_in_two_marks(kind: Kind) -> None:
    for shape in shape_of(kind.model).values():
        says, _, what_to_type = explanation(shape, {}, ())
        assert "?." not in f"{says}{what_to_type}"
        assert "…." not in f"{says}{what_to_type}"


def test_a_month_is_no_example_of_a_day_and_a_day_may_be_counted_in_words() -> None:
    due = shape_of(KINDS["action"].model)["due"]
    agreed = shape_of(KINDS["action"].model)["agreed"]
    assert ", March 2026" not in explanation(due, {}, ())[2]
    assert ", March 2026" in explanation(agreed, {}, ())[2]
    reader = TypedValueReader(load(Memory({})).snapshot, date(2026, 12, 1))
    assert reader.of(due, "1st March 2027") == "2027-03-01"
