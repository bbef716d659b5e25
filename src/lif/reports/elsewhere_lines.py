"""Learning from elsewhere in sentences: whose it is, and what of it was taken up here."""

from collections.abc import Iterator

from lif.analysis.themes.learning_elsewhere import LearningElsewhere, all_from_elsewhere
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line, Within


def elsewhere_lines(within: Within) -> Iterator[Line]:
    """What came from elsewhere in the year, and what the partnership took up in it, whenever it came."""
    for learning in all_from_elsewhere(within.snapshot):
        is_taken_up_now = any(within.holds(record) for record in learning.taken_up)
        if within.holds(learning.record) or is_taken_up_now:
            yield elsewhere_line(within.snapshot, learning)


def elsewhere_line(snapshot: Snapshot, learning: LearningElsewhere) -> Line:
    """The title and whose it is, with the records of ours that take it up."""
    titles = (snapshot.entries[record].record.title for record in learning.taken_up)
    taken_up = f"; taken up here: {'; '.join(titles)}" if learning.taken_up else ""
    text = f"{learning.title} ({learning.whose}){taken_up}"
    sentence = snapshot.entries[learning.record].record.marked_by_field(text, "title", "elsewhere")
    return Line(sentence, str(learning.when or ""), (learning.record, *learning.taken_up))
