"""Counts of children in a document: numbers where the audience may see them, words or `c` where it may not."""

from collections.abc import Mapping

from lif.analysis.audits.audit_comparison import AuditComparison
from lif.disclosure.small_counts import in_words, may_be_shown, suppress
from lif.model.record import Reading
from lif.model.sharing import Sharing


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


def share_text(met: int, of: int, audience: Sharing) -> str:
    """`8 of 16`; for the public a word where those who met, those who did not or all of them are 1 to 5.

    Where `met` is more than `of`, the numbers are printed unchanged: `lif check` reports them.
    """
    if audience is Sharing.PUBLIC and met <= of and not may_be_shown(met, of):
        return in_words(met, of)
    return f"{met} of {of}"


def comparison_text(comparison: AuditComparison, audience: Sharing) -> str:
    """An audit compared with its re-audit, with the counts in words where the public may not see one of them."""
    shares = (comparison.then, comparison.now)
    if audience is not Sharing.PUBLIC or all(may_be_shown(*counts) for counts in shares if counts.met <= counts.of):
        return comparison.sentence
    then, now = (in_words(*counts) for counts in shares)
    return f"then {then}, now {now}{comparison.verdict}"


def counts_for_audience(counts: Mapping[str, int], audience: Sharing) -> dict[str, str]:
    """Counts of children by an attribute; for the public with `c` in place of each that must not be shown."""
    shown: Mapping[str, int | str] = suppress(counts) if audience is Sharing.PUBLIC else counts
    return {name: str(count) for name, count in shown.items()}
