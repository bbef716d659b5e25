"""One file to the tree of its text, or to everything that is wrong with it."""

from dataclasses import dataclass

from lif.diagnostics.codes import CONFLICT, TAB, UNREADABLE
from lif.diagnostics.location import FieldPath
from lif.store.load.fault import Fault
from lif.store.new.placeholder import suspected
from lif.store.yaml.event_reader import Mark, Reader, Tree
from lif.store.yaml.hints import A_TAB, TABS
from lif.store.yaml.text import decode, legible, position_at


@dataclass(frozen=True, slots=True)
class Parsed:
    """What stands in a file: the tree of its text, and its faults.

    `is_cut` when it could not be read to its end, so that nothing can be said of what is missing; `spoiled` are fields
    of whose value nothing can be said; `has_placeholder` when it is worth looking for text left in by mistake.
    """

    tree: dict[str, Tree] | None
    faults: tuple[Fault, ...]
    is_cut: bool = False
    spoiled: tuple[FieldPath, ...] = ()
    has_placeholder: bool = False


def parse(data: bytes) -> Parsed:
    """Read one file. Never raises for bad data."""
    text, faults = decode(data)
    if not text:
        return Parsed(None, faults)
    reader = Reader(legible(text) if faults else text)
    reader.run()
    every = (*faults, *_not_explained(reader.faults, faults))
    if "\t" in text and not any(fault.code is TAB for fault in every):
        every = (*every, *_stray_tabs(text, data))
    tree = reader.root if isinstance(reader.root, dict) else None
    return Parsed(tree, every, reader.is_cut, tuple(reader.spoiled), suspected(data))


def marks(data: bytes) -> dict[FieldPath, Mark]:
    """Where each field of a file stands, as far as it can be read; columns count characters."""
    text, _ = decode(data)
    reader = Reader(legible(text), keep_marks=True)
    if text:
        reader.run()
    return reader.marks


def _not_explained(found: list[Fault], before: tuple[Fault, ...]) -> list[Fault]:
    """A merge conflict explains whatever cannot be read after it."""
    has_conflict = any(fault.code is CONFLICT for fault in before)
    return [fault for fault in found if not (has_conflict and fault.code is UNREADABLE)]


def _stray_tabs(text: str, data: bytes) -> tuple[Fault, ...]:
    """A tab is fine inside quotes and text blocks, and nowhere else: scanners differ on it."""
    here = 0
    for mark in sorted((mark for mark in marks(data).values() if mark.style), key=lambda mark: mark.start):
        if text.find("\t", here, mark.start) >= 0:
            break
        here = max(here, mark.end)
    stray = text.find("\t", here)
    return (Fault(TAB, A_TAB, TABS, position_at(text, stray)),) if stray >= 0 else ()
