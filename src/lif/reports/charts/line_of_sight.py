"""Chart of the line of sight: the number of records at each stage from need to impact, and the empty stages."""

from dataclasses import dataclass

from lif.analysis.lines.lineage import STAGES, TracedLine
from lif.reports.chart import Chart, Columns, join_words

_OTHER_STAGE = "other"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the line: the titles of its records or items, and how many of them nothing follows."""

    label: str
    titles: tuple[str, ...]
    open_ends: int


@dataclass(frozen=True, slots=True)
class LineOfSight(Chart):
    """The stages in order; `absent` is the wording for an empty stage."""

    stages: tuple[Stage, ...]
    absent: str

    @property
    def says(self) -> str:
        """The number of records at each stage, the empty stages and the number of open ends, in words."""
        empty_stages = tuple(stage.label for stage in self.stages if not stage.titles)
        filled_stages = ", ".join(f"{stage.label.lower()} {len(stage.titles)}" for stage in self.stages if stage.titles)
        open_ends = sum(stage.open_ends for stage in self.stages)
        broken = f" {join_words(empty_stages)}: {self.absent}." if empty_stages else " No stage is empty."
        loose = f" Nothing follows {open_ends} of them." if open_ends else ""
        return f"{self.title}: {filled_stages}.{broken}{loose}"

    @property
    def table(self) -> Columns:
        """The table: one row for each stage."""
        rows = (
            (stage.label, str(len(stage.titles)), str(stage.open_ends), "; ".join(stage.titles) or self.absent)
            for stage in self.stages
        )
        return Columns(("Stage", "Records", "Nothing follows", "Which"), tuple(rows), (1, 2))


def line_of_sight(name: str, about: str, thread: TracedLine, absent: str) -> LineOfSight:
    """Return the chart of the line through `about`, a theme or a record."""
    open_ends = [stop_id for stop_id, _ in thread.breaks if stop_id]
    stages = (
        Stage(label, tuple(stop.title for stop in stops), sum(stop.id in open_ends for stop in stops))
        for stage, label in STAGES.items()
        if (stops := thread.at(stage)) or stage != _OTHER_STAGE
    )
    return LineOfSight(name, f"The line of sight of {about}", tuple(stages), absent)
