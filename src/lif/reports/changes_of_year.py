"""What shows a change in a year: evaluations, and the measures of actions taken again."""

from lif.analysis.impact.shown_change import changes_shown, told_once
from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.reports.change_lines import is_in
from lif.reports.cited_sentence import Within


def changes_of_year(within: Within) -> tuple[Entry[Record], ...]:
    """The evaluations of the year that show a change, and the actions whose own measure, taken again, shows one."""
    of_year = (result for result in changes_shown(within.snapshot) if is_in(result, within.year))
    shown = (result.record for result in told_once(of_year))
    return tuple(within.snapshot.entries[record_id] for record_id in dict.fromkeys(shown))
