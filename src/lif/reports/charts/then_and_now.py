"""Standards audited twice: how many cases met each then and now, and how far the true change may reach."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.audits.audit_chain import Standard
from lif.analysis.audits.audit_comparison import Met
from lif.disclosure import small_counts
from lif.reports.chart import Chart, Columns, listed

_FEW = 3
"""So many standards are told one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One standard: its counts as they may be shown, what can be said, and now minus then as shares where it may."""

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
    """Every standard that was audited again, in the order given."""

    rows: tuple[Compared, ...]

    @property
    def says(self) -> str:
        """The counts of each, or what became of how many."""
        if len(self.rows) <= _FEW:
            return f"{'. '.join(row.says for row in self.rows)}."
        found = Counter(row.word for row in self.rows)
        told = listed(tuple(f"{count} {word}" for word, count in found.items()))
        return f"Of {len(self.rows)} standards audited twice: {told}."

    @property
    def table(self) -> Columns:
        """A standard in each row."""
        rows = tuple((row.standard, row.then, row.now, row.word) for row in self.rows)
        return Columns(("Standard", "Then", "Now", "What can be said"), rows)

    @property
    def draws(self) -> bool:
        """Whether there is an interval to draw."""
        return any(row.interval for row in self.rows)


def then_and_now_chart(name: str, standards: Sequence[Standard], *, is_public: bool) -> ThenAndNowChart | None:
    """The chart of these standards; None where there is nothing to draw.

    For the public, counts that could give a child away stand in words, and nothing is drawn from them.
    """
    rows = tuple(_compared(one, is_public=is_public) for one in standards)
    return ThenAndNowChart(name, "Standards audited twice, then and now", rows) if rows else None


def _compared(one: Standard, *, is_public: bool) -> Compared:
    both = one.compared
    word = str(both.word or both.barrier)
    if is_public and not all(small_counts.may_be_shown(*share) for share in (both.then, both.now)):
        return Compared(one.standard, small_counts.in_words(*both.then), small_counts.in_words(*both.now), word)
    then, now = _counted(both.then), _counted(both.now)
    if both.interval is None:
        return Compared(one.standard, then, now, word)
    difference = both.now.met / both.now.of - both.then.met / both.then.of
    return Compared(one.standard, then, now, word, difference, both.interval)


def _counted(share: Met) -> str:
    return f"{share.met} of {share.of}"
