import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from lif.diagnostics.code import Severity, error, note, warning
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import Location, Position
from lif.output.registry import FORMATS

ERROR = error("LIF991", "an error", "things are wrong")
WARNING = warning("LIF992", "a warning", "things could be better")
OTHER = warning("LIF993", "another warning", "other things could be better")
NOTE = note("LIF994", "a thing worth knowing")


def _found(code: object, record: str, message: str = "something", hint: str = "Put it right.") -> Diagnostic:
    known = {known_code.name: known_code for known_code in (ERROR, WARNING, OTHER, NOTE)}[str(code)]
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
        "   1 in audits/2026-a: only here [LIF993]\n"
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
    assert [diagnostic["severity"] for diagnostic in told["diagnostics"]] == [
        diagnostic.severity.value for diagnostic in FINDINGS
    ]
    assert FORMATS["json"].render(FINDINGS, 12, every=True) == FORMATS["json"].render(FINDINGS, 12)


def test_every_format_ends_in_one_new_line() -> None:
    for form in FORMATS:
        assert form.render(FINDINGS, 12).endswith("\n")
        assert not form.render((), 0).endswith("\n\n")


def test_severities_stand_in_the_order_of_how_much_they_matter() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2]


HOSTILE = "100% ::error::done\r\n::warning::x <script>alert(1)</script> @everyone ![x](http://example.org) \x1b[31m"
MANY = tuple(_found("LIF991", f"actions/2026-{number:02}") for number in range(14))


def test_github_shows_ten_of_each_and_says_how_many_more_there_are() -> None:
    lines = FORMATS["github"].render(MANY, 14).splitlines()
    assert lines[0] == (
        "::error file=records/actions/2026-00.yaml,line=3,col=5,title=LIF991 an error::something%0APut it right."
    )
    assert len(lines) == 11
    assert lines[-1] == (
        "::notice title=lif check::14 records checked; 4 more errors not shown here: see the summary of the run"
    )
    assert len(FORMATS["github"].render(MANY, 14, every=True).splitlines()) == 15


def test_github_is_told_when_nothing_is_wrong() -> None:
    assert FORMATS["github"].render((), 3) == "::notice title=lif check::3 records checked\n"


def test_nothing_a_record_says_becomes_a_command_to_github() -> None:
    lines = FORMATS["github"].render((_found("LIF991", "a,b:c", HOSTILE),), 1).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=records/a%2Cb%3Ac.yaml,line=3,")
    assert "100%25" in lines[0]
    assert "\x1b" not in lines[0]


def test_gitlab_reads_a_list_with_a_lasting_fingerprint_for_each() -> None:
    told = json.loads(FORMATS["gitlab"].render(FINDINGS[:1], 12))
    assert told == [
        {
            "description": "`ownr` is not a field. Rename it to `owner`.",
            "check_name": "LIF991",
            "fingerprint": FINDINGS[0].fingerprint,
            "severity": "critical",
            "location": {"path": "records/actions/2026-a.yaml", "lines": {"begin": 3}},
        }
    ]


def test_sarif_names_each_rule_once_and_each_place_by_its_address() -> None:
    run = json.loads(FORMATS["sarif"].render(FINDINGS, 12))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["LIF991", "LIF992", "LIF993", "LIF994"]
    assert len(run["results"]) == len(FINDINGS)
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "records/odd%20name.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize("found", [(), FINDINGS], ids=["nothing", "something"])
def test_sarif_is_valid_by_the_schema_of_the_standard(found: tuple[Diagnostic, ...]) -> None:
    schema = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    written = json.loads(FORMATS["sarif"].render(found, 12))
    assert [problem.message for problem in validator.iter_errors(written)] == []
    del written["runs"][0]["tool"]["driver"]["name"]
    assert list(validator.iter_errors(written))


def test_sarif_tells_two_of_a_kind_in_one_place_apart() -> None:
    results = json.loads(FORMATS["sarif"].render(FINDINGS, 12))["runs"][0]["results"]
    prints = [result["partialFingerprints"]["recordAndField/v1"] for result in results]
    assert len(set(prints)) == len(prints)


def test_sarif_keeps_its_fingerprints_when_lines_move() -> None:
    moved = tuple(
        replace(diagnostic, location=Location(diagnostic.location.path, Position(9, 1))) for diagnostic in FINDINGS
    )
    before, after = (json.loads(FORMATS["sarif"].render(each, 12))["runs"][0]["results"] for each in (FINDINGS, moved))
    assert [diagnostic["partialFingerprints"] for diagnostic in before] == [
        diagnostic["partialFingerprints"] for diagnostic in after
    ]


def test_junit_fails_the_rules_with_errors_and_passes_those_with_less() -> None:
    suites = ET.fromstring(FORMATS["junit"].render(FINDINGS, 12))  # noqa: S314 - our own
    assert (suites.get("tests"), suites.get("failures")) == ("4", "1")
    failed = [case.get("name") for case in suites.iter("testcase") if case.find("failure") is not None]
    assert failed == ["LIF991 an error"]
    told = suites.find("testsuite/system-out")
    assert told is not None
    assert told.text == "12 records · 2 errors · 5 warnings · 2 notes"


def test_junit_has_one_case_that_passes_when_nothing_is_wrong() -> None:
    suites = ET.fromstring(FORMATS["junit"].render((), 12))  # noqa: S314 - our own
    assert [case.get("name") for case in suites.iter("testcase")] == ["every rule"]
    assert suites.get("tests") == "1"


def test_markdown_opens_errors_and_folds_the_rest() -> None:
    told = FORMATS["markdown"].render(FINDINGS, 12)
    assert told.startswith("**12 records · 2 errors · 5 warnings · 2 notes**\n\n### To put right (2)\n")
    assert "<details open><summary>LIF991: an error (2)</summary>" in told
    assert "<details><summary>LIF992: a warning (4)</summary>" in told


def test_markdown_lists_thirty_of_a_rule_unless_each_is_asked_for_and_is_never_longer_than_a_comment() -> None:
    told = tuple(_found("LIF991", f"actions/2026-{number:02}") for number in range(40))
    assert "- and 10 more\n" in FORMATS["markdown"].render(told, 40)
    assert "more\n" not in FORMATS["markdown"].render(told, 40, every=True)
    much = tuple(
        replace(diagnostic, code=ERROR._replace(name=f"LIF{number}"), message="words " * 90)
        for number, diagnostic in enumerate(told * 5, start=100)
    )
    long = FORMATS["markdown"].render(much, 40)
    assert len(long) < 65_536
    assert long.endswith("\nMore was found than fits here; `lif check --all` lists it.\n")
    assert long.count("<details") == long.count("</details>")


@pytest.mark.parametrize("name", ["markdown", "junit"])
def test_nothing_a_record_says_is_live(name: str) -> None:
    told = FORMATS[name].render((_found("LIF991", "actions/2026-a", HOSTILE),), 1)
    assert "<script>" not in told
    assert "\x1b" not in told
    if name == "markdown":
        assert "![x](" not in told
        assert " @everyone" not in told
