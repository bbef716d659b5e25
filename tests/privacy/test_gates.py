"""What spares most texts the search changes no answer: the scan with its gates finds what it finds without them."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.privacy.scan import scan
from privacy.texts import lines, mixed


def found(text: str, *, gated: bool) -> list[tuple[str, int, int]]:
    return [(match.code.name, match.start, match.end) for match in scan(text, gated=gated)]


@pytest.mark.parametrize("seed", range(8))
def test_on_mixed_texts(seed: int) -> None:
    for text in islice(mixed(seed), 60):
        assert found(text, gated=True) == found(text, gated=False), text


@pytest.mark.parametrize(
    "text",
    [
        "bir\n  thday is on the fourteenth of March",
        "note: >-\n  bir\n\nthday is on the fourteenth of March\n",
        "birthda\u00a0y is on the fourteenth of March",
        "note: >-\n  bo\n  r\n  n on 3 May 2012",
        "note: |\n  bo\n  rn: on 3 May 2012",
        "Child A was moved on 06/06\n# /20",
        "Child A was moved on 3\n/2/18",
        "post code is CRO 9\n# ZZ",
        "Baby Nx was born early",
        "TESTERTON, Jasminx",
        "The boy was hurt on the fourteenth of March.",
        "write to a.b at example d\n  ot test",
    ],
)
def test_what_a_break_cuts_is_found_behind_the_gates_too(text: str) -> None:
    assert found(text, gated=False)
    assert found(text, gated=True) == found(text, gated=False)


def test_an_ordinal_is_no_mistyped_postcode() -> None:
    assert found("Text 85258: moved to another school in his 7th year", gated=True) == []


def test_on_every_line() -> None:
    different = [line for line in lines() if found(line, gated=True) != found(line, gated=False)]
    assert different == []


@given(st.text(alphabet=st.sampled_from("019 .-/:\n#@bornDOBaget CQMr'[]()xAZ"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_on_any_text(text: str) -> None:
    assert found(text, gated=True) == found(text, gated=False)
