import json

import pytest

from lif.diagnostics.code import Severity, error, note, warning
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import Location, Position
from lif.output.registry import FORMATS

ERROR = error("LIF991", "an error", "things are wrong")
WARNING = warning("LIF992", "a warning", "things could be better")
OTHER = warning("LIF993", "another warning", "other things could be better")
NOTE = note("LIF994", "a thing worth knowing")


def _found(code: object, record: str, message: str = "something", hint: str = "Put it right.") -> Diagnostic:
    known = {one.name: one for one in (ERROR, WARNING, OTHER, NOTE)}[str(code)]
    path = f"records/{record}.yaml" if record else "records/odd name.yaml"
    place = Location(path, Position(3, 5))
    return Diagnostic(known, known.severity, message, hint, place, record, ("title",) if record else ())


FINDINGS = (
    _found("LIF991", "actions/2026-a", "`ownr` is not a field", "Rename it to `owner`."),
    _found("LIF991", "", "odd \x1b[31m name", ""),
    *(_found("LIF992", f"audits/2026-{letter}") for letter in "abcd"),
    _found("LIF993", "audits/2026-a", "only here"),
    *(_found("LIF994", "audits/2026-a", f"known {number}") for number in range(2)),
)


def test_text_tells_errors_one_by_one_and_the_rest_by_rule_with_three_examples() -> None:
    assert FORMATS["text"].render(FINDINGS, 12) == (
        "records/actions/2026-a.yaml:3:5: error: `ownr` is not a field  [LIF991]\n"
        "    Rename it to `owner`.\n"
        "records/odd name.yaml:3:5: error: odd <U+001B>[31m name  [LIF991]\n"
        "\n"
        "Worth a look (5)\n"
        "   4 things could be better.  [LIF992]\n"
        "     e.g. audits/2026-a, audits/2026-b, audits/2026-c, …\n"
        "   1 audits/2026-a: only here [LIF993]\n"
        "     lif check --all lists each · lif explain LIF992 says why it matters\n"
        "\n"
        "Worth knowing (2)\n"
        "   2 a thing worth knowing.  [LIF994]\n"
        "     e.g. audits/2026-a\n"
        "     lif check --all lists each · lif explain LIF994 says why it matters\n"
        "\n"
        "12 records · 2 errors · 5 warnings · 2 notes\n"
    )


def test_text_lists_each_where_that_is_asked() -> None:
    told = FORMATS["text"].render(FINDINGS, 12, every=True)
    assert told.count("\n    Put it right.") == 7
    assert "Worth a look" not in told
    assert told.endswith("\n\n12 records · 2 errors · 5 warnings · 2 notes\n")


@pytest.mark.parametrize(("records", "line"), [(0, "0 records"), (1, "1 record"), (1200, "1,200 records")])
def test_text_on_sound_records_is_one_line(records: int, line: str) -> None:
    assert FORMATS["text"].render((), records) == f"{line} · 0 errors · 0 warnings · 0 notes\n"


def test_json_holds_every_diagnostic_with_its_place_and_a_lasting_fingerprint() -> None:
    told = json.loads(FORMATS["json"].render(FINDINGS, 12))
    assert told["version"] == 1
    assert told["summary"] == {"records": 12, "errors": 2, "warnings": 5, "notes": 2}
    assert told["diagnostics"][0] == {
        "code": "LIF991",
        "severity": "error",
        "message": "`ownr` is not a field",
        "hint": "Rename it to `owner`.",
        "path": "records/actions/2026-a.yaml",
        "line": 3,
        "column": 5,
        "record": "actions/2026-a",
        "field": "title",
        "fingerprint": FINDINGS[0].fingerprint,
    }
    assert [one["severity"] for one in told["diagnostics"]] == [one.severity.value for one in FINDINGS]
    assert FORMATS["json"].render(FINDINGS, 12, every=True) == FORMATS["json"].render(FINDINGS, 12)


def test_every_format_ends_in_one_new_line() -> None:
    for form in FORMATS:
        assert form.render(FINDINGS, 12).endswith("\n")
        assert not form.render((), 0).endswith("\n\n")


def test_severities_stand_in_the_order_of_how_much_they_matter() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2]
