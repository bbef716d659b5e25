"""One file to the tree of its text, or to everything that is wrong with it."""

from dataclasses import dataclass

from lif.diagnostics.codes import TAB
from lif.diagnostics.location import FieldPath
from lif.store.fault import Fault
from lif.store.hints import A_TAB, TABS
from lif.store.reader import Mark, Reader, Tree
from lif.store.text import decode, position_at


@dataclass(frozen=True, slots=True)
class Parsed:
    """What stands in a file: the tree of its text, its faults, and plain texts that other programs read otherwise."""

    tree: dict[str, Tree] | None
    faults: tuple[Fault, ...]
    ambiguous: tuple[FieldPath, ...] = ()


def parse(data: bytes) -> Parsed:
    """Read one file. Never raises for bad data."""
    text, faults = decode(data)
    if not text:
        return Parsed(None, faults)
    reader = Reader(text)
    reader.run()
    every = (*faults, *reader.faults)
    if "\t" in text and not any(fault.code is TAB for fault in every):
        every = (*every, *_stray_tabs(text, data))
    tree = reader.root if isinstance(reader.root, dict) else None
    return Parsed(tree, every, tuple(reader.ambiguous))


def marks(data: bytes) -> dict[FieldPath, Mark]:
    """Where each field of a file stands, as far as it can be read; columns count characters."""
    text, _ = decode(data)
    reader = Reader(text, keep_marks=True)
    if text:
        reader.run()
    return reader.marks


def _stray_tabs(text: str, data: bytes) -> tuple[Fault, ...]:
    """A tab is fine inside quotes and text blocks, and nowhere else: scanners differ on it."""
    spans = [(mark.start, mark.end) for mark in marks(data).values() if mark.style]
    for index, character in enumerate(text):
        if character == "\t" and not any(start <= index < end for start, end in spans):
            return (Fault(TAB, A_TAB, TABS, position_at(text, index)),)
    return ()
