from typing import Any

import pytest

from lif.model.fingerprint import fingerprint
from support.story import audit, finding, recommendation, review, snapshot_of

FINDING = "findings/2026-x"


def print_of(fields: dict[str, Any], name: str = FINDING) -> str:
    return fingerprint(snapshot_of({name: fields}).entries[name].record)


@pytest.mark.parametrize(
    "more",
    [
        {"source": "audits/2026-other-name"},
        {"theme": "child-voice"},
        {"agencies": ["council"]},
        {"draft": "yes"},
        {"sharing": "restricted"},
        {"notes": "Kept for later"},
    ],
)
def test_a_new_name_of_what_it_cites_and_how_it_is_kept_change_no_evidence(more: dict[str, Any]) -> None:
    before = finding("audits/2026-x", agencies=["police"], met="3", of="12")
    assert print_of({**before, **more}) == print_of(before)


@pytest.mark.parametrize(
    "more",
    [
        {"direction": "working-well"},
        {"met": "4"},
        {"says": "Other words"},
        {"agencies": ["police", "council"]},
        {"superseded_by": "findings/2026-y"},
    ],
)
def test_other_figures_words_or_citations_more_or_fewer_do(more: dict[str, Any]) -> None:
    before = finding("audits/2026-x", agencies=["police"], met="3", of="12")
    assert print_of({**before, **more}) != print_of(before)


def test_the_key_of_an_item_is_a_name_too() -> None:
    one, two = (review(recommendations=[recommendation(key)]) for key in ("first", "second"))
    assert print_of(one, "reviews/2026-x") == print_of(two, "reviews/2026-x")
    results = [{"key": "in-time", "met": 10, "of": 14}]
    better = [{**results[0], "met": 13}]
    assert print_of(audit(results=results), "audits/2026-x") != print_of(audit(results=better), "audits/2026-x")
