"""What agencies see coming, theme by theme, in a report (F4.12)."""

from collections.abc import Iterator

from lif.analysis.themes.emerging import emerging_themes
from lif.model.inferred import mark_as_our_reading
from lif.model.kinds.contribution import Contribution
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line, Within, current_label


def emerging_lines(within: Within) -> Iterator[Line]:
    """A line for each theme that the contributions to the year see coming, with the agencies that name it."""
    for emerging in emerging_themes(within.known, within.named(Contribution)):
        text = f"{current_label(within.known, emerging.theme)}: {join_words(emerging.agencies)}"
        yield Line(mark_as_our_reading(text) if emerging.is_our_reading else text, "", emerging.records)
