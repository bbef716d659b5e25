"""Chart of standards measured more than once: a panel for each, with the share that met it at every audit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.audits.audit_comparison import Barrier
from lif.analysis.audits.chain_words import conclusions, whose_audits
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain
from lif.analysis.statistics.proportions import wilson
from lif.model.declaration import EvidenceKind
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.chart import Chart, Columns, join_words
from lif.reports.cited_sentence import months_of
from lif.reports.counts import is_in_words, measured_text

_MOST_LISTED = 3
"""Up to this many standards are described one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class MeasuredPoint:
    """One audit of a panel: its date and counts in words, the share that met it, and the 95 % interval of the share.

    `share` and `interval` are None where the standard was not measured, or the counts may not be shown. `is_joined`:
    it can be compared with the measurement before it.
    """

    when: str
    counts: str
    share: float | None = None
    interval: tuple[float, float] | None = None
    is_joined: bool = True

    @property
    def said(self) -> str:
        """`8 of 16 (March 2024)`."""
        return f"{self.counts} ({self.when})"


@dataclass(frozen=True, slots=True)
class StandardPanel:
    """One standard by one sort of audit: its points, oldest first, and what can be said of the change."""

    standard: str
    whose: str
    points: tuple[MeasuredPoint, ...]
    verdict: str
    said: tuple[str, ...]

    @property
    def says(self) -> str:
        """`Weekly contact: 4 of 12 (May 2024), 11 of 12 (May 2025); last step: clear improvement …`."""
        counts = ", ".join(point.said for point in self.points)
        return f"{self.title}: {counts}; {'; '.join(self.said)}"

    @property
    def says_briefly(self) -> str:
        """`Weekly contact, May 2024 to May 2025: last step: clear improvement …`: the drawing has the counts."""
        return f"{self.title}, {self.points[0].when} to {self.points[-1].when}: {'; '.join(self.said)}"

    @property
    def title(self) -> str:
        """The standard, with whose audits these are where one agency's are counted apart."""
        return f"{self.standard} ({self.whose})" if self.whose else self.standard

    @property
    def is_drawn(self) -> bool:
        """Whether there are two shares or more to draw."""
        return sum(point.share is not None for point in self.points) > 1


@dataclass(frozen=True, slots=True)
class ThenAndNowChart(Chart):
    """The standards that were measured more than once, in the order given."""

    panels: tuple[StandardPanel, ...]

    @property
    def says(self) -> str:
        """What can be said of each standard, of one with its counts; of many, the number with each verdict."""
        if len(self.panels) == 1:
            return f"{self.panels[0].says}."
        if len(self.panels) <= _MOST_LISTED:
            return f"{'. '.join(panel.says_briefly for panel in self.panels)}."
        counts = Counter(panel.verdict for panel in self.panels)
        summary = join_words(tuple(f"{count} {verdict}" for verdict, count in counts.items()))
        return f"Of {len(self.panels)} standards measured more than once, in the last step: {summary}."

    @property
    def table(self) -> Columns:
        """The table: one row for each measurement of each standard, with the conclusions in the last of them."""
        rows = [
            (panel.title, point.when, point.counts, "; ".join(panel.said) if place == len(panel.points) else "")
            for panel in self.panels
            for place, point in enumerate(panel.points, 1)
        ]
        return Columns(("Standard", "Audit", "Met", "What can be said"), tuple(rows))

    @property
    def draws(self) -> bool:
        """Whether any panel has shares to draw."""
        return any(panel.is_drawn for panel in self.panels)


def then_and_now_chart(
    name: str, snapshot: Snapshot, chains: Sequence[StandardChain], audience: Sharing
) -> ThenAndNowChart | None:
    """Return the chart of the standards; None without one that was measured more than once.

    For the public, counts that could identify a child are put in words, and their panel is not drawn.
    """
    panels = tuple(
        _panel(snapshot, chain, line, audience) for chain in chains for line in chain.lines if len(line.measured) > 1
    )
    return ThenAndNowChart(name, "Standards measured more than once, audit by audit", panels) if panels else None


def _panel(snapshot: Snapshot, chain: StandardChain, line: MeasuredLine, audience: Sharing) -> StandardPanel:
    hidden = any(is_in_words(snapshot, measured, audience) for measured in line.measurements)
    joined = {step.now.audit for step in line.steps if step.barrier in {None, Barrier.TOO_FEW}}
    points = tuple(
        MeasuredPoint(
            months_of(measured.when) if measured.when else "no date",
            measured_text(snapshot, line, measured, audience),
            None if hidden or not measured.counts else measured.counts.met / measured.counts.of,
            None if hidden or not measured.counts else wilson(*measured.counts),
            measured.audit in joined,
        )
        for measured in line.measurements
    )
    whose = "" if line.sort is EvidenceKind.AUDIT_MULTI else whose_audits(snapshot, line)
    verdict = line.last.verdict if line.last else ""
    return StandardPanel(chain.text, whose, points, verdict, conclusions(snapshot, line))
