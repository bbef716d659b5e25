"""Where a figure comes from: who collects it, how often, and whether its target was set before the figures (F5.5)."""

from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.model.kinds.indicator import Indicator
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class FigureSource:
    """Who collects a figure and how often, the agency it is about, its target, and when that was set.

    A text is empty, and a date None, where the record does not say. `is_set_afterwards`: the target was certainly set
    after the newest figure.
    """

    collected_by: str
    every: str
    about: str
    target: str
    agreed: When | None
    is_set_afterwards: bool

    @property
    def said(self) -> str:
        """Who collects it and how often, and when its target was set, as sentences; empty where nothing is recorded."""
        return " ".join(filter(None, (self._collection, self._target)))

    @property
    def _collection(self) -> str:
        how = (f" each {self.every}" if self.every else "", f" by {self.collected_by}" if self.collected_by else "")
        own = "its own work" if self.about == self.collected_by else self.about
        about = f", about {own}" if self.about else ""
        return f"Collected{''.join(how)}{about}." if any(how) else ""

    @property
    def _target(self) -> str:
        if not self.target or self.agreed is None:
            return ""
        late = ", after the newest figure" if self.is_set_afterwards else ""
        return f"The target of {self.target} was set {self.agreed}{late}."


def figure_source(snapshot: Snapshot, entry: Entry[Indicator]) -> FigureSource:
    """Where the figure comes from, as far as the record says."""
    indicator = entry.record
    newest = max((point.at for point in indicator.series), key=lambda when: when.latest, default=None)
    agreed = indicator.target_agreed
    return FigureSource(
        collected_by=name_of(snapshot, indicator.collected_by) if indicator.collected_by else "",
        every=indicator.every or "",
        about=name_of(snapshot, indicator.agency) if indicator.agency else "",
        target="" if indicator.target is None else f"{indicator.target:g}{_unit(indicator)}",
        agreed=agreed,
        is_set_afterwards=agreed is not None and newest is not None and newest.latest < agreed.earliest,
    )


def _unit(indicator: Indicator) -> str:
    return f" {indicator.unit}" if indicator.unit and indicator.unit != "number" else ""
