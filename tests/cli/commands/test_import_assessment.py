from pathlib import Path

import pytest

from support.returned import Returned
from support.ws import PARTNERSHIP, Ran, Workspace, workspace

POLICE = "The Police"
RETURN = "assessments/2026-police"
CYCLE = """\
scales:
  - key: scores
    name: Scores
    best: last
    not_applicable: 0
    grades:
      - key: 0
        label: Does not apply
      - key: 1
        label: Not met
      - key: 2
        label: Partly met
      - key: 3
        label: Met
standards_sets:
  - key: standards
    name: Standards
    scale: scores
    standards:
      - key: leadership
        text: A senior leader answers for safeguarding
      - key: recruitment
        text: People are recruited safely
      - key: children
        text: Children are heard
cycles:
  - key: 2025
    standards_set: standards
    asked: 2025-05-01
    agencies: [police]
  - key: 2026
    standards_set: standards
    asked: 2026-05-01
    due: 2026-07-31
    agencies: [police]
"""
BEFORE = """\
title: Return of the police
sharing: partnership
cycle: 2025
agency: police
returned: 2025-07
ratings:
  - standard: leadership
    own: 3
    evidence: A deputy
    moderated: 2
    moderated_because: The post was empty
"""
NOW = """\
title: Return of the police
sharing: partnership
cycle: 2026
agency: police
follows: assessments/2025-police
ratings:
  # from the last cycle
  - standard: leadership
    own: 3
    evidence: A deputy
    moderated: 2
    moderated_because: The post was empty
    carried_from: assessments/2025-police
  - standard: recruitment
    own: 2
    evidence: Checks are made
    moderated: 1
    moderated_because: Two were missing
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """Two returns of the police, on scores from 0, which is not applicable, to 3, which is best."""
    made = workspace(tmp_path / "ws")
    made.put("partnership", PARTNERSHIP + CYCLE)
    made.put("assessments/2025-police", BEFORE)
    made.put(RETURN, NOW)
    return made


def came_back(ws: Workspace) -> Returned:
    file = ws.root.parent / "returns.xlsx"
    ran = ws.lif("export", "assessment", "--output", str(file))
    assert ran.code == 0, ran.err
    return Returned.of(file)


def taken_in(ws: Workspace, book: Returned) -> Ran:
    return ws.lif("import", "assessment", str(book.save(ws.root.parent / "back.xlsx")), "--apply")


def test_an_answer_that_was_carried_over_is_the_agencys_own_once_it_is_changed(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, f"{RETURN}#leadership", Your_rating_now=2)
    assert taken_in(ws, book).code == 0
    kept = NOW.partition("  - standard: recruitment")[2]
    assert ws.text(RETURN).endswith(f"    own: 2\n    evidence: A deputy\n  - standard: recruitment{kept}")
    assert "# from the last cycle" in ws.text(RETURN)
    assert ws.text("assessments/2025-police") == BEFORE


def test_the_agencys_own_grade_changes_and_the_agreed_one_stays(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, f"{RETURN}#recruitment", Your_rating_now="met", Your_evidence_now="Checks are made each month")
    assert taken_in(ws, book).code == 0
    assert ws.text(RETURN) == NOW.replace(
        "own: 2\n    evidence: Checks are made\n    moderated: 1",
        "own: 3\n    evidence: Checks are made each month\n    moderated: 1",
    )


def test_a_standard_that_was_not_rated_yet_gets_its_rating(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, f"{RETURN}#children", Your_rating_now="Does not apply", Your_evidence_now="No children are seen")
    assert taken_in(ws, book).code == 0
    added = "  - standard: children\n    own: 0\n    evidence: No children are seen\n"
    assert ws.text(RETURN) == NOW + added


def test_a_grade_that_the_scale_does_not_have_and_a_row_of_ones_own_are_named(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, f"{RETURN}#leadership", Your_rating_now=4)
    book.put(POLICE, f"{RETURN}#recruitment", Your_rating_now=2.5)
    book.add(POLICE, {"Standard": "Another one", "Your rating now": "Met"})
    ran = taken_in(ws, book)
    told = " ".join(ran.err.split())
    assert ran.code == 1
    assert 'row 4, column F (Your rating now): holds "4", which is not among the choices' in told
    assert "Choose one of: 0, 1, 2, 3." in told
    assert "row 5, column F (Your rating now): holds the number 2.5" in told
    assert "row 7: has no reference, and a row of this sheet cannot be new" in told
    assert ws.text(RETURN) == NOW
