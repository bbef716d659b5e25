"""Standards over the years as text: every measurement in a row of its own, then what can be said of them."""

from collections.abc import Iterable, Iterator

from lif.analysis.audits.chain_words import (
    chain_notes,
    conclusions,
    count_words,
    keys_in_words,
    register_notes,
    whose_audits,
)
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.output.text.terminal import columns, paragraph


def standards_text(snapshot: Snapshot, chains: Iterable[StandardChain], indent: int = 2) -> Iterator[str]:
    """Blocks of lines, one for each standard and each line of audits; nothing without a standard."""
    for chain in chains:
        keys = keys_in_words(snapshot, chain)
        yield paragraph(f"{chain.text}{f' [{keys}]' if keys else ''}", indent=indent, hanging=2)
        for note in register_notes(snapshot, chain):
            yield paragraph(_sentence(note), indent=indent + 2, hanging=2)
        for line in chain.lines:
            yield from _line(snapshot, chain, line, indent + 2)


def _line(snapshot: Snapshot, chain: StandardChain, line: MeasuredLine, indent: int) -> Iterator[str]:
    yield paragraph(f"{whose_audits(snapshot, line)}:", indent=indent, hanging=2)
    rows = [
        (
            str(measured.when or "no date"),
            count_words(snapshot, line, measured),
            words(measured.selection) if measured.selection else f"how chosen: {snapshot.absent}",
            measured.audit,
        )
        for measured in line.measurements
    ]
    yield columns(rows, indent=indent + 2)
    for said in conclusions(snapshot, line):
        yield paragraph(_sentence(said), indent=indent + 2, hanging=2)
    for note in chain_notes(chain, line):
        yield paragraph(_sentence(note), indent=indent + 2, hanging=2)
    for cases in _sampling(line):
        yield paragraph(cases, indent=indent + 2, hanging=2)


def _sampling(line: MeasuredLine) -> Iterator[str]:
    """Who chose the cases and how, once where that was the same in every audit."""
    told = {measured.audit: measured.sampling for measured in line.measurements}
    if len(told) > 1 and len(set(told.values())) == 1 and (same := next(iter(told.values()))):
        yield f"Cases of every audit: {same}."
        return
    for audit, sampling in told.items():
        if sampling:
            yield f"Cases of {audit}: {sampling}."


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."
