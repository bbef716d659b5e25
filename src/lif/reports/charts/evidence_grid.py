"""Evidence grid: the verdict of each kind of evidence on each theme, and which kinds are silent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.theme_reading import ThemeReading
from lif.analysis.themes.triangulation import VERDICT_WORDS
from lif.reports.chart import Chart, Columns, join_words

_SILENT_KINDS_NAMED = 2
"""The number of silent kinds that are named, children and families first; kinds with evidence are all named."""


SPOKE = "S"
"""The cell of a kind that has spoken without saying whether it works."""
_CELL_WORDS = {**VERDICT_WORDS, SPOKE: "spoke, without saying whether it works"}


@dataclass(frozen=True, slots=True)
class EvidenceGrid(Chart):
    """One row for each theme, with the cell of each kind of evidence: W, N, G or M, S where it only spoke, or empty.

    `absent` is empty where an empty cell means that the kind is silent; otherwise the words for what may be withheld.
    """

    kinds: tuple[str, ...]
    themes: tuple[tuple[str, tuple[str, ...]], ...]
    absent: str = ""

    @property
    def says(self) -> str:
        """The number of themes on which each kind of evidence is heard, in words."""
        counts = (sum(bool(row[index]) for _, row in self.themes) for index in range(len(self.kinds)))
        heard = tuple(
            f"{kind} on {count or 'none'}"
            for kind, count in zip(self.kinds, counts, strict=True)
            if count or not self.absent
        )
        themes = "1 theme" if len(self.themes) == 1 else f"{len(self.themes)} themes"
        return f"Who is heard on {themes} with evidence: {join_words(heard)}."

    @property
    def table(self) -> Columns:
        """The table: one row for each theme, with the kinds by what they say, and the silent ones unless withheld."""
        head = ("Theme", "Who says what") if self.absent else ("Theme", "Who says what", "Not heard")
        return Columns(head, tuple(self._row(*theme) for theme in self.themes))

    def _row(self, label: str, cells: tuple[str, ...]) -> tuple[str, ...]:
        kinds_by_cell = {
            cell: [kind for kind, kind_cell in zip(self.kinds, cells, strict=True) if kind_cell == cell]
            for cell in ("", *_CELL_WORDS)
        }
        silent = kinds_by_cell.pop("")
        summary = "; ".join(
            f"{_CELL_WORDS[cell]}: {', '.join(kinds)}" for cell, kinds in kinds_by_cell.items() if kinds
        )
        if self.absent:
            return label, summary
        remaining = len(silent) - _SILENT_KINDS_NAMED
        silent_named = (*silent[:_SILENT_KINDS_NAMED], f"{remaining} others") if remaining > 1 else silent
        return label, summary, join_words(tuple(silent_named)) if silent else "none is silent"


def evidence_grid(name: str, readings: Sequence[ThemeReading], absent: str = "") -> EvidenceGrid | None:
    """Return the grid of the readings, children and families first; None when no kind of evidence speaks in any.

    `absent` is given where records may be withheld, so that an empty cell does not mean silence.
    """
    themes = tuple((reading.label, tuple(_cells(reading))) for reading in readings if reading.has_evidence)
    kinds = tuple(LABELS[kind] for kind in SILENCE_ORDER)
    return EvidenceGrid(name, "What each kind of evidence says", kinds, themes, absent) if themes else None


def _cells(reading: ThemeReading) -> Iterator[str]:
    cells = {spoken.kind: spoken.verdict or SPOKE for spoken in reading.spoken}
    for kind in SILENCE_ORDER:
        yield reading.verdicts.get(kind) or cells.get(kind, "")
