"""Evidence grid: the verdict of each kind of evidence on each theme, and which kinds are silent."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.theme_reading import ThemeReading
from lif.analysis.themes.triangulation import VERDICT_WORDS
from lif.reports.chart import Chart, Columns, join_words

_SILENT_KINDS_NAMED = 2
"""The number of silent kinds that are named, children and families first; kinds with evidence are all named."""


@dataclass(frozen=True, slots=True)
class EvidenceGrid(Chart):
    """One row for each theme, with the verdict of each kind of evidence: W, N, G or M, empty where it is silent."""

    kinds: tuple[str, ...]
    themes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def says(self) -> str:
        """The number of themes on which each kind of evidence is heard, in words."""
        counts = (sum(bool(row[index]) for _, row in self.themes) for index in range(len(self.kinds)))
        heard = tuple(f"{kind} on {count or 'none'}" for kind, count in zip(self.kinds, counts, strict=True))
        themes = "1 theme" if len(self.themes) == 1 else f"{len(self.themes)} themes"
        return f"Who is heard on {themes} with evidence: {join_words(heard)}."

    @property
    def table(self) -> Columns:
        """The table: one row for each theme, with the kinds by verdict and the silent kinds."""
        return Columns(("Theme", "Who says what", "Not heard"), tuple(self._row(*theme) for theme in self.themes))

    def _row(self, label: str, verdicts: tuple[str, ...]) -> tuple[str, str, str]:
        kinds_by_verdict = {
            verdict: [kind for kind, kind_verdict in zip(self.kinds, verdicts, strict=True) if kind_verdict == verdict]
            for verdict in ("", *VERDICT_WORDS)
        }
        silent = kinds_by_verdict.pop("")
        summary = "; ".join(
            f"{VERDICT_WORDS[verdict]}: {', '.join(kinds)}" for verdict, kinds in kinds_by_verdict.items() if kinds
        )
        remaining = len(silent) - _SILENT_KINDS_NAMED
        silent_named = (*silent[:_SILENT_KINDS_NAMED], f"{remaining} others") if remaining > 1 else silent
        return label, summary, join_words(tuple(silent_named)) if silent else "none is silent"


def evidence_grid(name: str, readings: Sequence[ThemeReading]) -> EvidenceGrid | None:
    """Return the grid of the readings, children and families first; None when no reading has evidence."""
    themes = tuple(
        (reading.label, tuple(reading.verdicts.get(kind, "") for kind in SILENCE_ORDER))
        for reading in readings
        if reading.lines
    )
    kinds = tuple(LABELS[kind] for kind in SILENCE_ORDER)
    return EvidenceGrid(name, "What each kind of evidence says", kinds, themes) if themes else None
