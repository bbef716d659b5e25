import pytest

from rules.duties import messages, places_of
from support.memory import checked, errors, records

SAID = (
    "title: Foreword\nsharing: partnership\nreport: {report}\ncovers: {covers}\nsection: {section}\n"
    "by:\n  role: {role}\ntext:\n  - Something changed\n"
)


def _said(report: str = "annual", covers: str = "2025-26", section: str = "foreword", role: str = "Partners") -> str:
    return SAID.format(report=report, covers=covers, section=section, role=role)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        (_said(), []),
        (_said("executive", "2026-04/2026-09", "risks"), []),
        (_said("executive", "2025-26", "risks"), []),
        (_said("yearly"), ["report"]),
        (_said("actions", section="plan"), ["report", "section"]),
        (_said(covers="2026-04/2026-09"), ["covers"]),
        (_said(section="afterword"), ["section"]),
    ],
)
def test_a_statement_stands_in_a_section_of_a_report_for_a_time(said: str, at: list[str]) -> None:
    expected = [f"statements/2026-x {field}" for field in at]
    assert places_of("LIF770", statements__2026_x=said) == expected


@pytest.mark.parametrize("covers", ["2025", "2025/26", "2026-04/2026-03", "2026-13", "26-27", "2026-04/2026-04"])
def test_a_time_that_is_no_year_and_no_months_is_refused(covers: str) -> None:
    found = errors(checked(records(statements__2026_x=_said(covers=covers))))
    assert [diagnostic.field for diagnostic in found if diagnostic.field] == ["covers"]


def test_a_role_speaks_once_in_a_section_however_it_is_written() -> None:
    again = _said(role="  partners ")
    assert places_of("LIF771", statements__2026_a=_said(), statements__2026_b=again) == ["statements/2026-b by"]
    for other in (_said(section="figures"), _said(covers="2024-25"), _said(role="Chair"), _said("position")):
        assert places_of("LIF771", statements__2026_a=_said(), statements__2026_b=other) == []
    of_the_police = _said(role="Partners\n  agency: police")
    assert places_of("LIF771", statements__2026_a=_said(), statements__2026_b=of_the_police) == []


def test_a_reply_names_a_statement_of_the_same_document() -> None:
    scrutineer, reply = _said(section="scrutineer"), _said(section="reply")
    assert places_of("LIF772", statements__2026_b=reply) == ["statements/2026-b section"]
    to = reply + "replies_to: statements/2026-a\n"
    assert places_of("LIF772", statements__2026_a=scrutineer, statements__2026_b=to) == []
    earlier = _said(section="scrutineer", covers="2024-25")
    (message,) = messages("LIF772", statements__2026_a=earlier, statements__2026_b=to)
    assert message == "statements/2026-a stands in annual 2024-25, which is another document"
    comment = _said(section="figures") + "replies_to: statements/2026-a\n"
    assert places_of("LIF772", statements__2026_a=scrutineer, statements__2026_b=comment) == []
