"""From a record and a field to the place in a file: only files in which something is wrong are read for it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.diagnostics.location import TOP, FieldPath, Location, Position
from lif.store.load.fault import Fault
from lif.store.load.source import RECORDS, SUFFIX, RawFile
from lif.store.privacy.files import without_values
from lif.store.yaml.event_reader import Mark
from lif.store.yaml.parse import marks

if TYPE_CHECKING:
    from lif.store.load.load import Loaded


def path_of(record_id: str) -> str:
    """The file of a record, from the workspace: `records/findings/2019-x.yaml`."""
    return f"{RECORDS}/{record_id.partition('#')[0]}{SUFFIX}"


def id_of(path: str) -> str:
    """The record in a file."""
    return path.removeprefix(f"{RECORDS}/").removesuffix(SUFFIX)


def place_faults(raw: RawFile, record_id: str, faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Each fault at its place in the file it was found in."""
    listed = tuple(faults)
    if not listed:
        return ()
    where = marks(raw.data) if any(fault.position is None for fault in listed) else {}
    return tuple(diagnostic(raw.path, record_id, fault, where) for fault in listed)


def diagnostic(path: str, record_id: str, fault: Fault, where: dict[FieldPath, Mark] | None = None) -> Diagnostic:
    """One fault at its place, as far as that is known."""
    position = fault.position or _position(where or {}, fault.at)
    return Diagnostic(
        fault.code, fault.code.severity, fault.message, fault.hint, Location(path, position), record_id, fault.at
    )


def _position(where: dict[FieldPath, Mark], at: FieldPath) -> Position:
    """The place of a field, or of the nearest field around it that is there."""
    for length in range(len(at), 0, -1):
        mark = where.get(at[:length])
        if mark is not None:
            return mark.position
    return TOP


def place(problems: Iterable[Problem], loaded: "Loaded") -> Iterator[Diagnostic]:
    """Find the line of each problem; only files that have one are read again."""
    known: dict[str, dict[FieldPath, Mark]] = {}
    for problem in problems:
        path = path_of(problem.record)
        if path not in known:
            known[path] = marks(loaded.files[path]) if path in loaded.files else {}
        position = _position(known[path], problem.at)
        code = problem.code
        where = Location(path, position)
        found = Diagnostic(code, code.severity, problem.message, problem.hint, where, problem.record, problem.at)
        yield without_values(found, loaded.private)
