"""Themes with evidence, and the kinds of evidence that are silent on each."""

from collections.abc import Iterator, Sequence
from datetime import date

from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line


def readings_until(snapshot: Snapshot, until: date, day: date) -> tuple[ThemeReading, ...]:
    """The themes with evidence up to `until`, in order of the partnership's list, each read on `day`."""
    span = Period(date.min, until, "")
    themes = (theme for theme in snapshot.themes.values() if not theme.replaced_by)
    readings = (read_theme(snapshot, theme.key, day, span) for theme in themes)
    return tuple(reading for reading in readings if reading.lines)


def silence_lines(readings: Sequence[ThemeReading]) -> Iterator[Line]:
    """Each kind of evidence with the themes it is silent on, children and families first."""
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
    """The kinds of evidence that are silent on one theme, children and families first; empty where none is."""
    return ", ".join(LABELS[kind] for kind in reading.silent)
