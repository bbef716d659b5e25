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


def test_on_every_line() -> None:
    different = [line for line in lines() if found(line, gated=True) != found(line, gated=False)]
    assert different == []


@given(st.text(alphabet=st.sampled_from("019 .-/:\n#@bornDOBaget CQMr'[]()xAZ"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_on_any_text(text: str) -> None:
    assert found(text, gated=True) == found(text, gated=False)
