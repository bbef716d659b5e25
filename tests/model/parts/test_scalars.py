from datetime import date
from typing import Any

import pytest

from lif.model.parts.part import Part, WrongError, plain
from lif.model.parts.part import read as read_part
from lif.model.parts.scalars import Address, Count, Day, Number, Slug, Text, Year, YesNo


class Held(Part):
    address: Address | None = None
    count: Count | None = None
    day: Day | None = None
    number: Number | None = None
    slug: Slug | None = None
    text: Text | None = None
    year: Year | None = None
    yes_no: YesNo | None = None


ACCEPTED: list[tuple[str, Any, Any]] = [
    ("address", "https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
    ("count", "0", 0),
    ("count", "007", 7),
    ("count", 12, 12),
    ("day", "2020-02-29", date(2020, 2, 29)),
    ("day", date(2020, 2, 29), date(2020, 2, 29)),
    ("number", "-12.5", -12.5),
    ("number", 3.5, 3.5),
    ("slug", "early-help-2", "early-help-2"),
    ("slug", "a" * 80, "a" * 80),
    ("text", " a line ", " a line "),
    ("year", "1999-00", "1999-00"),
    ("yes_no", "yes", True),
    ("yes_no", "no", False),
    ("yes_no", True, True),
]
REFUSED: list[tuple[str, Any]] = [
    ("address", "ftp://example.org"),
    ("address", "https://example.org/a b"),
    ("address", "javascript:alert(1)"),
    ("count", "-1"),
    ("count", "1.0"),
    ("count", "1e3"),
    ("count", "٣"),
    ("count", "1234567890"),
    ("count", ["1"]),
    ("day", "2019-02-29"),
    ("day", "2019-2-1"),
    ("day", "1989-12-31"),
    ("day", "20190101"),
    ("day", ""),
    ("number", "12,5"),
    ("number", "50%"),
    ("number", "nan"),
    ("number", "1e9"),
    ("slug", "Early-Help"),
    ("slug", "early_help"),
    ("slug", "-early"),
    ("slug", "early--help"),
    ("slug", "früh"),
    ("slug", "a" * 81),
    ("text", "   "),
    ("text", {"a": "b"}),
    ("year", "2018-20"),
    ("year", "2018/19"),
    ("yes_no", "Yes"),
    ("yes_no", "true"),
    ("yes_no", "off"),
]


@pytest.mark.parametrize(("name", "value", "read"), ACCEPTED)
def test_a_value_in_its_one_form_is_read(name: str, value: object, read: object) -> None:
    assert getattr(read_part(Held, {name: value}), name) == read


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_a_value_in_any_other_form_is_refused_by_lif_and_never_guessed_at(name: str, value: object) -> None:
    with pytest.raises(WrongError) as refused:
        read_part(Held, {name: value})
    assert {problem.what.partition("_")[0] for problem in refused.value.problems} == {"lif"}


def test_values_are_written_as_they_are_read() -> None:
    held = read_part(Held, {"day": "2020-02-29", "yes_no": "no", "count": "3"})
    assert plain(held) == {"day": "2020-02-29", "yes_no": "no", "count": 3}
