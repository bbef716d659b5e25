"""Chart of standards audited twice: the cases that met each then and now, and the interval of the change."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.audits.audit_chain import StandardComparison
from lif.analysis.audits.audit_comparison import Met
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.chart import Chart, Columns, join_words
from lif.reports.counts import shares_text

_MOST_LISTED = 3
"""Up to this many standards are described one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class ComparedStandard:
    """One standard: its counts in words, the conclusion, and the difference of the shares, now minus then.

    `difference` and `interval` are None where they cannot be worked out or may not be shown.
    """

    standard: str
    then: str
    now: str
    word: str
    difference: float | None = None
    interval: tuple[float, float] | None = None

    @property
    def says(self) -> str:
        """`Weekly contact: 4 of 12 before, 11 of 12 now; clear improvement`."""
        return f"{self.standard}: {self.then} before, {self.now} now; {self.word}"


@dataclass(frozen=True, slots=True)
class ThenAndNowChart(Chart):
    """The standards that were audited again, in the order given."""

    rows: tuple[ComparedStandard, ...]

    @property
    def says(self) -> str:
        """The counts of each standard or, for many standards, the number with each conclusion."""
        if len(self.rows) <= _MOST_LISTED:
            return f"{'. '.join(row.says for row in self.rows)}."
        counts = Counter(row.word for row in self.rows)
        summary = join_words(tuple(f"{count} {word}" for word, count in counts.items()))
        return f"Of {len(self.rows)} standards audited twice: {summary}."

    @property
    def table(self) -> Columns:
        """The table: one row for each standard."""
        rows = tuple((row.standard, row.then, row.now, row.word) for row in self.rows)
        return Columns(("Standard", "Then", "Now", "What can be said"), rows)

    @property
    def draws(self) -> bool:
        """Whether any standard has an interval to draw."""
        return any(row.interval for row in self.rows)


def then_and_now_chart(
    name: str, snapshot: Snapshot, standards: Sequence[StandardComparison], audience: Sharing
) -> ThenAndNowChart | None:
    """Return the chart of the standards; None without standards.

    For the public, counts that could identify a child are put in words and are not drawn.
    """
    rows = tuple(_compare(snapshot, standard, audience) for standard in standards)
    return ThenAndNowChart(name, "Standards audited twice, then and now", rows) if rows else None


def _compare(snapshot: Snapshot, standard: StandardComparison, audience: Sharing) -> ComparedStandard:
    comparison = standard.compared
    word = str(comparison.word or comparison.barrier)
    then, now = shares_text(snapshot, standard, audience)
    is_open = (then, now) == (_count_text(comparison.then), _count_text(comparison.now))
    if comparison.interval is None or not is_open:
        return ComparedStandard(standard.standard, then, now, word)
    difference = comparison.now.met / comparison.now.of - comparison.then.met / comparison.then.of
    return ComparedStandard(standard.standard, then, now, word, difference, comparison.interval)


def _count_text(share: Met) -> str:
    return f"{share.met} of {share.of}"
