"""What would change a proposal: each source left out in turn, and what would be proposed without it.

A proposal that hangs on one source is weaker than one that stands without any of them. The idea is leave-one-out
sensitivity, as in López and Bowers, arXiv 2310.13826 (2023); here a source is a piece of work with a vote.
"""

from datetime import date
from typing import NamedTuple

from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.analysis.themes.triangulation import Proposal
from lif.model.period import Period
from lif.model.snapshot import Snapshot


class WithoutSource(NamedTuple):
    """A source, by the id under which it votes, its title, and the proposal without it."""

    source: str
    title: str
    proposal: Proposal


def what_would_change(
    snapshot: Snapshot, reading: ThemeReading, today: date, period: Period | None = None
) -> tuple[WithoutSource, ...]:
    """The sources without which another word would be proposed, in the order of the lines of evidence.

    Empty where the proposal stands without any one of them, and where there is a single source, of which that is plain.
    """
    votes = [vote for line in reading.lines for vote in line.votes]
    if len(votes) < 2:  # noqa: PLR2004 - without the only source there is nothing to propose
        return ()
    found = []
    for vote in votes:
        sources = frozenset((vote.source, *vote.together, *(part.source for part in vote.parts)))
        without = read_theme(snapshot, reading.theme, today, period, leaving_out=sources).proposal
        if without.word != reading.proposal.word:
            found.append(WithoutSource(vote.source, vote.title, without))
    return tuple(found)
