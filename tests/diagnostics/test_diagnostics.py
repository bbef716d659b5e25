from itertools import pairwise

import pytest

from lif.diagnostics.code import Severity, error, note, warning
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath, Location, Position, spelled

LATE = warning("LIF998", "something late", "things came late", "F3.2")


def diagnostic(message: str = "late", at: FieldPath = ("due",), line: int = 4, record: str = "actions/x") -> Diagnostic:
    where = Location("records/actions/x.yaml", Position(line, 1))
    return Diagnostic(LATE, LATE.severity, message, "Hurry.", where, record, at)


def test_an_error_matters_more_than_a_warning_and_a_warning_more_than_a_note() -> None:
    assert all(first.rank < other.rank for first, other in pairwise(Severity))
    assert [make("LIF999", "x").severity for make in (error, warning, note)] == list(Severity)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), ""),
        (("title",), "title"),
        (("moved", 0, "to"), "moved[0].to"),
        (("cases", 2, "grades", 1, "grade"), "cases[2].grades[1].grade"),
    ],
)
def test_a_field_path_is_written_as_people_write_it(path: FieldPath, written: str) -> None:
    assert spelled(path) == written


def test_a_place_is_written_so_that_editors_can_jump_to_it() -> None:
    assert str(Location("records/actions/x.yaml", Position(14, 3))) == "records/actions/x.yaml:14:3"
    assert str(Location("records/actions/x.yaml")) == "records/actions/x.yaml:1:1"


def test_a_fingerprint_stays_the_same_when_lines_move() -> None:
    assert diagnostic(line=4).fingerprint == diagnostic(line=40).fingerprint


def test_a_fingerprint_stays_the_same_when_a_value_in_the_message_changes() -> None:
    assert diagnostic("late by 3 days").fingerprint == diagnostic("late by 4 days").fingerprint


def test_fingerprints_of_two_fields_or_two_records_differ() -> None:
    assert diagnostic(at=("due",)).fingerprint != diagnostic(at=("closed",)).fingerprint
    assert diagnostic(record="actions/x").fingerprint != diagnostic(record="actions/y").fingerprint


def test_two_faults_without_a_field_are_told_apart_by_what_they_say() -> None:
    assert diagnostic("a tab", at=()).fingerprint != diagnostic("a tag", at=()).fingerprint


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    assert len(diagnostic().fingerprint) == 16
    assert int(diagnostic().fingerprint, 16) >= 0


def test_diagnostics_are_read_from_the_top_of_each_file_down() -> None:
    listed = [diagnostic(line=12), diagnostic(line=3), diagnostic("b", line=3)]
    assert [
        diagnostic.location.position.line for diagnostic in sorted(listed, key=lambda diagnostic: diagnostic.order)
    ] == [3, 3, 12]


def test_a_diagnostic_names_its_field_as_people_write_it() -> None:
    assert diagnostic(at=("moved", 0, "to")).field == "moved[0].to"
