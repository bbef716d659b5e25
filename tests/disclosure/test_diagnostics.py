import pytest

from lif.diagnostics.code import error
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath, Location
from lif.disclosure.diagnostics import diagnostics_for_audience
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from support.story import finding, review, snapshot_of

CODE = error("LIF991", "a date in the wrong order")
STORY = {
    "reviews/2026-open": review(),
    "reviews/2026-closed": review(sharing="restricted"),
    "findings/2026-from-closed": finding("reviews/2026-closed"),
    "reviews/2026-broken": {"title": "It has no kind", "sharing": "public"},
}


def _diagnostic_on(record: str, *at: str) -> Diagnostic:
    place = Location(f"records/{record or 'notes.yml'}.yaml")
    path: FieldPath = at
    return Diagnostic(CODE, CODE.severity, "what stands in the field", "Put it right.", place, record, path)


def _message_for(record: str, audience: Sharing, *at: str) -> str:
    return diagnostics_for_audience([_diagnostic_on(record, *at)], snapshot_of(STORY, may_be_broken=True), audience)[
        0
    ].message


@pytest.mark.parametrize(
    ("record", "at", "audience", "is_open"),
    [
        ("reviews/2026-open", ("title",), PUBLIC, True),
        ("reviews/2026-open", ("notes",), PARTNERSHIP, False),
        ("reviews/2026-open", ("notes",), RESTRICTED, True),
        ("reviews/2026-closed", ("title",), PARTNERSHIP, False),
        ("reviews/2026-closed", ("title",), RESTRICTED, True),
        ("findings/2026-from-closed", ("title",), PUBLIC, False),
        ("reviews/2026-broken", ("title",), PARTNERSHIP, False),
        ("reviews/2026-broken", (), RESTRICTED, True),
        ("reviews/2026-open", (), PUBLIC, True),
        ("", (), PUBLIC, True),
    ],
)
def test_a_message_is_told_only_to_those_who_may_see_what_it_speaks_of(
    record: str, at: tuple[str, ...], audience: Sharing, *, is_open: bool
) -> None:
    assert (_message_for(record, audience, *at) == "what stands in the field") is is_open


def test_the_place_the_code_and_the_fingerprint_stay() -> None:
    before = _diagnostic_on("reviews/2026-closed", "title")
    after = diagnostics_for_audience([before], snapshot_of(STORY, may_be_broken=True), PARTNERSHIP)[0]
    assert after.message == "a date in the wrong order"
    assert "lif explain LIF991" in after.hint
    assert (after.location, after.code, after.field, after.fingerprint) == (
        before.location, before.code, before.field, before.fingerprint,
    )  # fmt: skip
