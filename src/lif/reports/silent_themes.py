"""Themes with evidence, and the kinds of evidence that are silent on each."""

from collections.abc import Iterator, Sequence
from datetime import date

from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line


def readings_of(snapshot: Snapshot, day: date, themes: frozenset[str] = frozenset()) -> tuple[ThemeReading, ...]:
    """The themes on which any kind of evidence has spoken, in order of the partnership's list, each read on `day`.

    Where `themes` are given, only these: of other themes a narrowed snapshot does not hold everything.
    """
    keys = (theme.key for theme in snapshot.themes.values() if not theme.replaced_by)
    readings = (read_theme(snapshot, key, day) for key in keys if not themes or key in themes)
    return tuple(reading for reading in readings if reading.has_evidence)


def silence_lines(readings: Sequence[ThemeReading]) -> Iterator[Line]:
    """Each kind of evidence with the themes it is silent on, children and families first.

    None is said to be silent in an edition that may withhold records.
    """
    for kind in SILENCE_ORDER:
        missing = [reading.label for reading in readings if kind in reading.silent]
        if missing:
            yield Line(
                f"{LABELS[kind]}: silent on {len(missing)} of {len(readings)} themes: {_labels(missing, readings)}",
                "",
                (),
            )


def _labels(missing: Sequence[str], readings: Sequence[ThemeReading]) -> str:
    """The labels of the missing themes; `all but` and the labels of the rest where most are missing."""
    present = [reading.label for reading in readings if reading.label not in missing]
    if not present:
        return "all of them"
    return " · ".join(missing) if len(missing) <= len(present) else f"all but {' · '.join(present)}"


def silent_kinds_text(reading: ThemeReading) -> str:
    """The kinds of evidence that are silent on one theme, children and families first; empty where none is.

    Empty too in an edition that may withhold records: there the typed absence stands instead.
    """
    return ", ".join(LABELS[kind] for kind in reading.silent)
