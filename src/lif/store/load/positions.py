"""Finds the line of a field in a record's file; only files with a fault or problem are read for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.diagnostics.location import TOP, FieldPath, Location, Position
from lif.model.reference import RecordRef
from lif.store.load.fault import Fault
from lif.store.load.most_told import MORE_HINT, first_of_each, more_message
from lif.store.load.other_files import SUFFIX, is_record_path
from lif.store.load.source import RECORDS, RawFile
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.privacy.masking import Masks
from lif.store.yaml.event_reader import Mark
from lif.store.yaml.parse import marks

if TYPE_CHECKING:
    from lif.store.load.load import Loaded


def path_of(record_id: str) -> str:
    """The path of a record's file, from the workspace: `records/findings/2019-x.yaml`. `#item` is left out."""
    return f"{RECORDS}/{RecordRef.parse(record_id).record}{SUFFIX}"


def id_of(path: str) -> str:
    """The id of the record in a file; empty for a file that is taken for no record."""
    return path.removeprefix(f"{RECORDS}/").removesuffix(SUFFIX) if is_record_path(path) else ""


def place_faults(raw: RawFile, record_id: str, faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Each fault as a diagnostic, at its position in the file."""
    listed, left_out = first_of_each(faults, lambda fault: fault.code)
    if not listed:
        return ()
    listed += [fault._replace(message=more_message(count), hint=MORE_HINT) for fault, count in left_out]
    marks_by_path = marks(raw.data) if any(fault.position is None for fault in listed) else {}
    return tuple(fault_diagnostic(raw.path, record_id, fault, marks_by_path) for fault in listed)


def fault_diagnostic(
    path: str, record_id: str, fault: Fault, marks_by_path: dict[FieldPath, Mark] | None = None
) -> Diagnostic:
    """A fault as a diagnostic, at its position as far as that is known."""
    position = fault.position or _position(marks_by_path or {}, fault.at)
    return Diagnostic(
        fault.code, fault.code.severity, fault.message, fault.hint, Location(path, position), record_id, fault.at
    )


def _position(marks_by_path: dict[FieldPath, Mark], at: FieldPath) -> Position:
    """The position of a field, or of the nearest field around it that exists."""
    for length in range(len(at), 0, -1):
        mark = marks_by_path.get(at[:length])
        if mark is not None:
            return mark.position
    return TOP


def place_problems(problems: Iterable[Problem], loaded: "Loaded") -> Iterator[Diagnostic]:
    """Each problem as a diagnostic with its line; only files with a problem are read again."""
    marks_by_file: dict[str, dict[FieldPath, Mark]] = {}
    masks = Masks(loaded.private, allowed_names_of(loaded.snapshot.partnership))
    told, left_out = first_of_each(problems, lambda problem: (problem.record, problem.code))
    told += [replace(problem, message=more_message(count), hint=MORE_HINT) for problem, count in left_out]
    for problem in told:
        path = path_of(problem.record)
        if path not in marks_by_file:
            marks_by_file[path] = marks(loaded.files[path]) if path in loaded.files else {}
        position = _position(marks_by_file[path], problem.at)
        code = problem.code
        location = Location(path, position)
        placed = Diagnostic(code, code.severity, problem.message, problem.hint, location, problem.record, problem.at)
        yield masks.on(placed)
