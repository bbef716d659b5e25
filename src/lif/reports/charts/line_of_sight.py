"""The line of sight: how many records stand at each stage from need to impact, and where nothing stands."""

from dataclasses import dataclass

from lif.analysis.lines.lineage import STAGES, Thread
from lif.reports.chart import Chart, Columns, listed

_BESIDES = "other"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the line: its records or items with their titles, and how many of them nothing follows."""

    label: str
    titles: tuple[str, ...]
    open_ends: int


@dataclass(frozen=True, slots=True)
class LineOfSight(Chart):
    """The stages in order; `absent` is how an absence is put."""

    stages: tuple[Stage, ...]
    absent: str

    @property
    def says(self) -> str:
        """Whether every stage is filled, or which are not, and how many ends are open."""
        missing = tuple(stage.label for stage in self.stages if not stage.titles)
        there = ", ".join(f"{stage.label.lower()} {len(stage.titles)}" for stage in self.stages if stage.titles)
        ends = sum(stage.open_ends for stage in self.stages)
        broken = f" It breaks at: {listed(missing)} ({self.absent})." if missing else " No stage is empty."
        loose = f" Nothing follows {ends} of them." if ends else ""
        return f"{self.title}: {there}.{broken}{loose}"

    @property
    def table(self) -> Columns:
        """A stage in each row."""
        rows = (
            (stage.label, str(len(stage.titles)), str(stage.open_ends), "; ".join(stage.titles) or self.absent)
            for stage in self.stages
        )
        return Columns(("Stage", "Records", "Nothing follows", "Which"), tuple(rows), (1, 2))


def line_of_sight(name: str, about: str, thread: Thread, absent: str) -> LineOfSight:
    """The line through `about`, a theme or a record."""
    ends = [one for one, _ in thread.breaks if one]
    stages = (
        Stage(label, tuple(stop.title for stop in stops), sum(stop.id in ends for stop in stops))
        for stage, label in STAGES.items()
        if (stops := thread.at(stage)) or stage != _BESIDES
    )
    return LineOfSight(name, f"The line of sight of {about}", tuple(stages), absent)
