"""Themes by kinds of evidence: what each kind says of each theme, and who was not heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.theme_reading import ThemeReading
from lif.analysis.themes.triangulation import WORDS
from lif.reports.chart import Chart, Columns, listed

_NAMED = 2
"""So many silent kinds are named, children and families before all; who speaks is always named."""


@dataclass(frozen=True, slots=True)
class EvidenceGrid(Chart):
    """A theme in each row with the verdict of each kind of evidence: W, N, G or M, empty where it is silent."""

    kinds: tuple[str, ...]
    themes: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def says(self) -> str:
        """On how many of the themes each kind of evidence is heard."""
        counts = (sum(bool(row[at]) for _, row in self.themes) for at in range(len(self.kinds)))
        heard = tuple(f"{kind} on {count or 'none'}" for kind, count in zip(self.kinds, counts, strict=True))
        themes = "1 theme" if len(self.themes) == 1 else f"{len(self.themes)} themes"
        return f"Who is heard on {themes} with evidence: {listed(heard)}."

    @property
    def table(self) -> Columns:
        """A theme in each row: who says what of it, and who is not heard."""
        return Columns(("Theme", "Who says what", "Not heard"), tuple(self._row(*theme) for theme in self.themes))

    def _row(self, label: str, verdicts: tuple[str, ...]) -> tuple[str, str, str]:
        said = {
            verdict: [kind for kind, one in zip(self.kinds, verdicts, strict=True) if one == verdict]
            for verdict in ("", *WORDS)
        }
        silent = said.pop("")
        told = "; ".join(f"{WORDS[one]}: {', '.join(kinds)}" for one, kinds in said.items() if kinds)
        more = len(silent) - _NAMED
        named = (*silent[:_NAMED], f"{more} others") if more > 1 else silent
        return label, told, listed(tuple(named)) if silent else "none is silent"


def evidence_grid(name: str, readings: Sequence[ThemeReading]) -> EvidenceGrid | None:
    """The grid of these readings, children and families first; None where nothing was read."""
    themes = tuple(
        (one.label, tuple(one.verdicts.get(kind, "") for kind in SILENCE_ORDER)) for one in readings if one.lines
    )
    kinds = tuple(LABELS[kind] for kind in SILENCE_ORDER)
    return EvidenceGrid(name, "What each kind of evidence says", kinds, themes) if themes else None
