"""Counts of children in a document: numbers where the audience may see them, words or `c` where it may not."""

from collections.abc import Mapping

from lif.analysis.audits.chain_words import count_words
from lif.analysis.audits.measurement import Measurement
from lif.analysis.audits.standard_chain import MeasuredLine
from lif.disclosure.published import audience_of_counts
from lif.disclosure.small_counts import in_words, may_be_shown, suppress
from lif.model.record import Reading
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot

Readings = tuple[Reading | None, Reading | None]


def reading_text(reading: Reading | None, audience: Sharing) -> str:
    """`8 of 16`, or the figure, `3.4 of 6` where its scale is known; empty without a reading.

    For the public `about half` where the counts are small.
    """
    if reading is None:
        return ""
    if reading.met is not None and reading.of is not None:
        return share_text(reading.met, reading.of, audience)
    scale = f" of {reading.of}" if reading.of is not None else ""
    return f"{reading.value:g}{scale}" if reading.value is not None else ""


def readings_text(snapshot: Snapshot, record_id: str, readings: Readings, audience: Sharing) -> tuple[str, str]:
    """Two readings of a measure that a record holds; numbers that it, or the record they come from, has published."""
    before, after = (
        reading_text(reading, audience_of_counts(snapshot, audience, record_id, reading.record if reading else None))
        for reading in readings
    )
    return before, after


def share_text(met: int, of: int, audience: Sharing) -> str:
    """`8 of 16`; for the public a word where those who met, those who did not or all of them are 1 to 5.

    Where `met` is more than `of`, the numbers are printed unchanged: `lif check` reports them.
    """
    if audience is Sharing.PUBLIC and met <= of and not may_be_shown(met, of):
        return in_words(met, of)
    return f"{met} of {of}"


def measured_text(snapshot: Snapshot, line: MeasuredLine, measured: Measurement, audience: Sharing) -> str:
    """One measurement of a standard, `8 of 16`; in words where the public may not see the counts."""
    if measured.counts is None or not is_in_words(snapshot, measured, audience):
        return count_words(snapshot, line, measured)
    return share_text(*measured.counts, audience_of_counts(snapshot, audience, measured.audit))


def is_in_words(snapshot: Snapshot, measured: Measurement, audience: Sharing) -> bool:
    """Whether the counts of a measurement are put in words for the audience."""
    if measured.counts is None:
        return False
    shown = share_text(*measured.counts, audience_of_counts(snapshot, audience, measured.audit))
    return shown != f"{measured.counts.met} of {measured.counts.of}"


def counts_for_audience(counts: Mapping[str, int], audience: Sharing) -> dict[str, str]:
    """Counts of children by an attribute; for the public with `c` in place of each that must not be shown."""
    shown: Mapping[str, int | str] = suppress(counts) if audience is Sharing.PUBLIC else counts
    return {name: str(count) for name, count in shown.items()}
