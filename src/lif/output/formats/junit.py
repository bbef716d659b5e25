"""Diagnostics as a JUnit report, which nearly every CI service can show: a test case for each rule."""

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format, count_by_severity
from lif.output.text.terminal import count_noun, safe_line, safe_text


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    del every
    counts = count_by_severity(diagnostics)
    by_code = groupby(
        sorted(diagnostics, key=lambda diagnostic: diagnostic.code.name), key=lambda diagnostic: diagnostic.code.name
    )
    groups = [list(group) for _, group in by_code]
    failed = sum(any(diagnostic.severity is Severity.ERROR for diagnostic in group) for group in groups)
    numbers = {"tests": str(max(len(groups), 1)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suites = ET.Element("testsuites", numbers)
    suite = ET.SubElement(suites, "testsuite", {"name": "lif check", **numbers})
    for group in groups:
        _add_case(suite, group)
    if not groups:
        ET.SubElement(suite, "testcase", {"classname": "lif check", "name": "every rule"})
    totals = [count_noun(records, "record"), *(count_noun(counts[severity], severity.value) for severity in Severity)]
    ET.SubElement(suite, "system-out").text = " · ".join(totals)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=False) + "\n"


def _add_case(suite: ET.Element, group: list[Diagnostic]) -> None:
    """Add the test case of a rule: an error fails it; warnings and notes are listed in it, and it passes."""
    code = group[0].code
    case = ET.SubElement(suite, "testcase", {"classname": "lif check", "name": f"{code.name} {code.title}"})
    text = "\n".join(_diagnostic_text(diagnostic) for diagnostic in group)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in group):
        ET.SubElement(case, "failure", {"type": code.name, "message": code.plain or code.title}).text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _diagnostic_text(diagnostic: Diagnostic) -> str:
    text = f"{safe_text(str(diagnostic.location))}: {diagnostic.severity.value}: {safe_line(diagnostic.message)}"
    return f"{text}\n    {safe_line(diagnostic.hint)}" if diagnostic.hint else text


JUNIT = Format("junit", _write)
