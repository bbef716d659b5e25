"""What children, families and practitioners said: how they were heard, what they heard back, what came of it (F3.8)."""

from collections.abc import Iterable, Iterator

from lif.analysis.duties.agencies import name_of
from lif.analysis.lines.what_came_of import what_came_of
from lif.disclosure.published import audience_of_counts
from lif.disclosure.small_counts import HIDDEN, in_words
from lif.model.kinds.feedback import Feedback
from lif.model.record import Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Detail, Line, Within, quantity
from lif.reports.counts import counts_for_audience, share_text
from lif.reports.guidance_answer import ids_of
from lif.reports.sentences import line_with, record_line
from lif.reports.what_works import labelled


def feedback_lines(within: Within) -> Iterator[Line]:
    """The feedback of the year: who spoke, how many answered, what they said, and below what came of it.

    The counts of the year are one table: the public sees no count from 1 to 5, nor one from which such a count follows.
    """
    entries = within.all(Feedback)
    audiences = {entry.id: audience_of_counts(within.snapshot, within.audience, entry.id) for entry in entries}
    answered = {entry.id: entry.record.answered for entry in entries if entry.record.answered is not None}
    hidden = {record: count for record, count in answered.items() if audiences[record] is within.audience}
    shown = {record: str(count) for record, count in answered.items()} | counts_for_audience(hidden, within.audience)
    for entry in entries:
        feedback = entry.record
        how_many = f" ({_how_many(feedback, shown[entry.id], audiences[entry.id])})" if entry.id in shown else ""
        said = "; ".join(feedback.said) or feedback.title
        whose = words(feedback.whose).capitalize()
        yield line_with(record_line(within, entry, f"{whose}{how_many}: {said}"), _told_back(within.snapshot, entry))


def _how_many(feedback: Feedback, shown: str, audience: Sharing) -> str:
    """`22 of 40 asked`, or the number who answered; words where the public may not see the count."""
    if feedback.answered is not None and feedback.asked is not None:
        asked = max(feedback.asked, feedback.answered)
        answered = feedback.answered
        return f"{in_words(answered, asked) if shown == HIDDEN else share_text(answered, asked, audience)} asked"
    return "how many is not shown" if shown == HIDDEN else shown


def _told_back(snapshot: Snapshot, entry: Entry[Feedback]) -> Iterator[Detail]:
    """How they were heard and who was not reached; what they heard back; what was decided or done because of it."""
    feedback = entry.record
    who_asked = name_of(snapshot, feedback.agency) if feedback.agency else ""
    missed = "; ".join(limit.rstrip(".") for limit in feedback.limitations)
    about = tuple(subject for cited in feedback.about if (subject := snapshot.entries.get(cited)))
    heard = labelled(
        (
            ("How they were heard", feedback.gathered or ""),
            ("Who asked", who_asked),
            ("What it was about", join_words(titles_of(about)) if about else ""),
            ("Who was not reached", missed),
        )
    )
    if heard:
        yield Detail(feedback.marked(heard, "gathered", "agency", "about", "limitations"), (entry.id, *ids_of(about)))
    if feedback.told_back:
        yield Detail(
            feedback.marked(labelled((("What they heard back", feedback.told_back),)), "told_back"), (entry.id,)
        )
    came_of_it = what_came_of(snapshot, entry)
    if came_of_it:
        yield Detail(f"What came of it: {join_words(titles_of(came_of_it))}.", ids_of(came_of_it))


def titles_of(entries: Iterable[Entry[Record]]) -> tuple[str, ...]:
    """The titles of the records, each in quotation marks."""
    return tuple(f"“{entry.record.title}”" for entry in entries)


def voices_in_short(within: Within) -> Line | None:
    """How many pieces of feedback there are, after how many people heard back, and from how many something came.

    None without feedback. Where silence does not mean no, as in an edition, there are no totals and no zero.
    """
    heard = within.all(Feedback)
    if not heard:
        return None
    told = [entry for entry in heard if entry.record.told_back]
    used = [entry for entry in heard if what_came_of(within.snapshot, entry)]
    says = (
        quantity(len(heard), "piece of feedback", "pieces of feedback"),
        _counted(within, "those who spoke heard back what came of it", len(told), len(heard)),
        _counted(within, "a decision, an action or learning rests on it", len(used), len(heard)),
    )
    return Line("; ".join(filter(None, says)), "", ids_of(heard))


def _counted(within: Within, what: str, count: int, total: int) -> str:
    """`what: 2 of 3`; nothing for none where silence does not mean no."""
    if not within.snapshot.silence_means_no:
        return f"{what}: {count}" if count else ""
    return f"{what}: {count} of {total}"
