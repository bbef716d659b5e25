import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.lines.circles import circles

IDS = "abcdef"


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ({"a": ["b"], "b": ["c"]}, ()),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, ()),
        ({"a": ["a"]}, (("a",),)),
        ({"b": ["c"], "c": ["b"], "a": ["b"]}, (("b", "c"),)),
        ({"c": ["a"], "b": ["c"], "a": ["b"]}, (("a", "b", "c"),)),
        ({"a": ["b"], "b": ["a"], "x": ["y"], "y": ["x"]}, (("a", "b"), ("x", "y"))),
    ],
)
def test_each_circle_is_told_once_from_its_first_id(
    links: dict[str, list[str]], found: tuple[tuple[str, ...], ...]
) -> None:
    assert circles(links) == found


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), unique=True)))
def test_without_its_circles_nothing_leads_back(links: dict[str, list[str]]) -> None:
    left = {start: list(targets) for start, targets in links.items()}
    while found := circles(left):
        for circle in found:
            for start, target in zip(circle, (*circle[1:], circle[0]), strict=True):
                assert target in left[start]
            left[circle[0]].remove((*circle, circle[0])[1])
    reached = {start: {start} for start in left}
    for _ in IDS:
        reached = {s: {t for seen in reached[s] for t in left.get(seen, ())} for s in reached}
        assert not any(start in seen for start, seen in reached.items())


@pytest.mark.parametrize("last", [[], ["0"]])
def test_a_chain_or_a_ring_of_many_records_takes_a_moment(last: list[str]) -> None:
    links = {str(number): [str(number + 1)] for number in range(20_000)} | {"20000": last}
    start = time.perf_counter()
    assert len(circles(links)) == len(last)
    assert time.perf_counter() - start < 2
