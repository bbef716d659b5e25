"""Parses the YAML file of a record into a tree of text and the faults of the file."""

from collections.abc import Iterator
from typing import NamedTuple

from lif.diagnostics.codes import CONFLICT, CUT_OFF, TAB, UNREADABLE
from lif.diagnostics.location import FieldPath
from lif.store.load.fault import Fault
from lif.store.new.placeholder import may_hold_placeholder
from lif.store.yaml.event_reader import Mark, Reader, Tree
from lif.store.yaml.hints import TAB_HINT, TAB_MESSAGE
from lif.store.yaml.mistakes import cut_texts
from lif.store.yaml.text import decode, position_at, without_invisible


class Parsed(NamedTuple):
    """The tree of text in a file, and its faults.

    `is_cut` when the file could not be read to its end, so that missing fields may stand in the rest; `spoiled` are
    fields whose value could not be read; `has_placeholder` when a search for text left in by mistake is worthwhile.
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
    reader = Reader(without_invisible(text) if faults else text)
    reader.run()
    all_faults = (*faults, *_without_consequences(reader.faults, faults))
    if "\t" in text and not any(fault.code is TAB for fault in all_faults):
        all_faults = (*all_faults, *_stray_tabs(text, data))
    if " #" in text:
        all_faults = (*all_faults, *_cut_off(text, data))
    tree = reader.root if isinstance(reader.root, dict) else None
    return Parsed(tree, all_faults, reader.is_cut, tuple(reader.spoiled), may_hold_placeholder(data))


def marks(data: bytes) -> dict[FieldPath, Mark]:
    """Where each field of a file stands, as far as the file can be read; columns count characters."""
    text, _ = decode(data)
    reader = Reader(without_invisible(text), keep_marks=True)
    if text:
        reader.run()
    return reader.marks


def _cut_off(text: str, data: bytes) -> Iterator[Fault]:
    """Texts without quotes in which a number sign, with a word right after it, begins a comment nobody meant."""
    says = "the text ends here: a number sign after a space begins a comment, and what follows is not read"
    hint = "Put the whole text in double quotes. If it is meant as a comment, type a space after the number sign."
    ends = (mark.end for mark in marks(data).values() if mark.style is None)
    for position in sorted(set(cut_texts(text, ends))):
        yield Fault(CUT_OFF, says, hint, position)


def _without_consequences(faults: list[Fault], before: tuple[Fault, ...]) -> list[Fault]:
    """The faults without those that follow from a merge conflict: it explains everything unreadable after it."""
    has_conflict = any(fault.code is CONFLICT for fault in before)
    return [fault for fault in faults if not (has_conflict and fault.code is UNREADABLE)]


def _stray_tabs(text: str, data: bytes) -> tuple[Fault, ...]:
    """The first tab outside quotes and text blocks, where scanners differ on it."""
    index = 0
    for mark in sorted((mark for mark in marks(data).values() if mark.style), key=lambda mark: mark.start):
        if text.find("\t", index, mark.start) >= 0:
            break
        index = max(index, mark.end)
    stray = text.find("\t", index)
    return (Fault(TAB, TAB_MESSAGE, TAB_HINT, position_at(text, stray)),) if stray >= 0 else ()
