"""What shows a change in a year: evaluations, and the measures of actions taken again."""

from lif.analysis.impact.embedding import evidence_of_change
from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.reports.cited_sentence import Within
from lif.reports.little_progress import shows_progress


def changes_of_year(within: Within) -> tuple[Entry[Record], ...]:
    """The evaluations of the year that show a change, and the actions whose own measure, taken again, shows one."""
    evaluations = (entry for entry in within.all(Evaluation) if shows_progress(entry))
    actions = (entry for entry in within.all(Action) if evidence_of_change((entry,)))
    return (*evaluations, *actions)
