"""Every theme that anything was found on, and which kinds of evidence say nothing of it."""

from collections.abc import Iterator, Sequence
from datetime import date

from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.model.kinds.partnership import Theme
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line


def readings_until(snapshot: Snapshot, until: date, day: date) -> tuple[ThemeReading, ...]:
    """The themes on which there is any evidence up to a day, in order of the list, read on `day`."""
    span = Period(date.min, until, "")
    themes = (one for one in snapshot.registers["theme"].values() if isinstance(one, Theme) and not one.replaced_by)
    read = (read_theme(snapshot, theme.key, day, span) for theme in themes)
    return tuple(reading for reading in read if reading.lines)


def silent(readings: Sequence[ThemeReading]) -> Iterator[Line]:
    """Each kind of evidence with the themes on which it is silent, children and families first."""
    for kind in SILENCE_ORDER:
        missing = [reading.label for reading in readings if kind in reading.silent]
        if missing:
            yield Line(
                f"{LABELS[kind]}: silent on {len(missing)} of {len(readings)} themes: {_which(missing, readings)}",
                "",
                (),
            )


def _which(missing: Sequence[str], readings: Sequence[ThemeReading]) -> str:
    """Those that are missing; where they are most, the others."""
    there = [reading.label for reading in readings if reading.label not in missing]
    if not there:
        return "all of them"
    return " · ".join(missing) if len(missing) <= len(there) else f"all but {' · '.join(there)}"


def not_heard(reading: ThemeReading) -> str:
    """The kinds of evidence that are silent on one theme, children and families first; empty where none is."""
    return ", ".join(LABELS[kind] for kind in reading.silent)
