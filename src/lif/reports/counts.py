"""Counts of children in a document: as they are where its readers may see them, in words where they may not."""

from collections.abc import Mapping

from lif.analysis.audits.audit_comparison import ThenAndNow
from lif.disclosure.small_counts import in_words, may_be_shown, suppress
from lif.model.record import Reading
from lif.model.sharing import Sharing


def share(reading: Reading | None, audience: Sharing) -> str:
    """`8 of 16`, or the figure; for the public `about half` where the counts are small. Empty where nothing is."""
    if reading is None:
        return ""
    if reading.met is not None and reading.of is not None:
        return counted(reading.met, reading.of, audience)
    return f"{reading.value:g}" if reading.value is not None else ""


def counted(met: int, of: int, audience: Sharing) -> str:
    """`8 of 16`; for the public a word where those who met, those who did not or all of them are 1 to 5.

    Counts that are no share of each other stay what they are: `lif check` says so of them.
    """
    if audience is Sharing.PUBLIC and met <= of and not may_be_shown(met, of):
        return in_words(met, of)
    return f"{met} of {of}"


def compared(one: ThenAndNow, audience: Sharing) -> str:
    """An audit beside its re-audit, its counts in words where the public may not see one of them."""
    shares = (one.then, one.now)
    if audience is not Sharing.PUBLIC or all(may_be_shown(*share) for share in shares if share.met <= share.of):
        return one.sentence
    then, now = (in_words(*share) for share in shares)
    return f"then {then}, now {now}{one.verdict}"


def table(counts: Mapping[str, int], audience: Sharing) -> dict[str, str]:
    """Counts of children by an attribute; for the public with `c` in place of every one that must not be shown."""
    shown: Mapping[str, int | str] = suppress(counts) if audience is Sharing.PUBLIC else counts
    return {name: str(count) for name, count in shown.items()}
