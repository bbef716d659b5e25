from enum import StrEnum
from typing import Any

import pytest

from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part, Wrong, WrongError, changed, fields_of, plain, read
from lif.model.parts.scalars import Count, Day, Text, YesNo
from lif.model.period import When
from lif.model.sharing import PUBLIC


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Inner(Part):
    what: Text = must(PUBLIC, "What")
    count: Count | None = may(PUBLIC, "How many")


class Outer(Part):
    colour: Colour = must(PUBLIC, "Which colour")
    since: When | None = may(PUBLIC, "From when")
    days: tuple[Day, ...] = many(PUBLIC, "On which days")
    colours: tuple[Colour, ...] = many(PUBLIC, "Which other colours")
    one: Inner | None = may(PUBLIC, "One")
    several: tuple[Inner, ...] = many(PUBLIC, "Several")
    yes: YesNo = False


class Wider(Outer):
    more: Text | None = None
    since: When = must(PUBLIC, "From when, always")


WHOLE: dict[str, Any] = {
    "colour": "red",
    "since": "2019-11",
    "days": ["2019-11-05"],
    "colours": ["blue"],
    "one": {"what": "A thing", "count": "3"},
    "several": [{"what": "Another"}],
    "yes": "yes",
}


def _wrong(tree: object) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(WrongError) as refused:
        read(Outer, tree)
    return [(problem.what, problem.at) for problem in refused.value.problems]


def test_what_is_read_is_written_as_it_stood_but_for_numbers() -> None:
    assert plain(read(Outer, WHOLE)) == {**WHOLE, "one": {"what": "A thing", "count": 3}}
    assert plain(read(Outer, {"colour": "red"})) == {"colour": "red"}
    assert plain(read(Outer, WHOLE), without={"one", "days", "several", "since", "colours"}) == {
        "colour": "red",
        "yes": "yes",
    }


def test_everything_that_is_wrong_is_named_at_once_where_it_stands() -> None:
    assert _wrong({"since": "soon", "days": ["2019-02-30", ["x"]], "surprise": "x", "one": {"count": "-1"}}) == [
        ("missing", ("colour",)),
        ("lif_when", ("since",)),
        ("lif_day", ("days", 0)),
        ("lif_text", ("days", 1)),
        ("missing", ("one", "what")),
        ("lif_count", ("one", "count")),
        ("unknown", ("surprise",)),
    ]


@pytest.mark.parametrize(
    ("field", "value", "what", "at"),
    [
        ("colour", "green", "choice", ()),
        ("colour", ["red"], "choice", ()),
        ("colour", {"red": "x"}, "choice", ()),
        ("colours", ["red", "green"], "choice", (1,)),
        ("colours", "red", "shape", ()),
        ("colours", {"red": "x"}, "shape", ()),
        ("one", "A thing", "shape", ()),
        ("one", [], "shape", ()),
        ("several", ["A thing"], "shape", (0,)),
        ("several", [{"what": " "}], "lif_empty", (0, "what")),
        ("since", ["2019"], "lif_when", ()),
        ("yes", "Yes", "lif_yes_no", ()),
    ],
)
def test_a_value_of_another_shape_or_form_is_refused(field: str, value: Any, what: str, at: tuple[Any, ...]) -> None:
    assert _wrong({"colour": "red", field: value})[0] == (what, (field, *at))


@pytest.mark.parametrize("tree", [[], "red", None])
def test_what_is_no_set_of_fields_is_no_part(tree: object) -> None:
    assert _wrong(tree) == [("shape", ())]


def test_what_is_wrong_says_where_and_what() -> None:
    wrong = WrongError((Wrong("missing", ("one", "what")), Wrong("lif_day", ("days", 0), "x", "x", "is not a day")))
    assert str(wrong) == "one.what: missing; days.0: is not a day"


def test_a_part_is_made_of_values_too_and_never_changes() -> None:
    inner = Inner(what="A thing", count=3)
    part = Outer(colour=Colour.RED, one=inner, several=(inner,), since=None)
    assert (part.one, part.several, part.since) == (inner, (inner,), None)
    with pytest.raises(ValueError, match="Instance is frozen"):
        inner.count = 4
    assert changed(inner, count=4) == Inner(what="A thing", count=4)
    assert inner.count == 3


def test_parts_are_equal_when_what_stands_in_them_is() -> None:
    part, same, other = Inner(what="A thing"), read(Inner, {"what": "A thing"}), Inner(what="Another")
    assert part == same
    assert part != other
    assert len({part, same, other}) == 2
    assert repr(part) == "Inner(what='A thing', count=None)"


def test_a_field_declared_anew_keeps_its_place() -> None:
    assert list(fields_of(Wider)) == ["colour", "since", "days", "colours", "one", "several", "yes", "more"]
    assert fields_of(Wider)["since"].is_required
    assert not fields_of(Outer)["since"].is_required
