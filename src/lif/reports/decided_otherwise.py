"""Decisions in which the group did not follow what was proposed, and its reason: its decision stands (F4.4)."""

from collections.abc import Iterator

from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.decision import Decision
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, words
from lif.reports.cited_sentence import Line, current_label


def decided_otherwise(snapshot: Snapshot) -> Iterator[Line]:
    """The newest decision on each theme, where it is not what was proposed, newest first."""
    newest: dict[str, Entry[Decision]] = {}
    for entry in sorted(snapshot.of(Decision), key=lambda entry: (str(entry.record.date or ""), entry.id)):
        if entry.record.disposition:
            theme = current_theme(snapshot, entry.record.theme or "")
            newest.pop(theme, None)  # so that the newest stands last
            newest[theme] = entry
    for entry in reversed(newest.values()):
        decision = entry.record
        if decision.agrees_with_proposal is Answer.NO and decision.disposition:
            about = f"{current_label(snapshot, decision.theme)}: " if decision.theme else ""
            because = f", because {decision.because.rstrip('.')}" if decision.because else ""
            text = f"{about}{words(decision.disposition)}{because}"
            yield Line(decision.marked(text, "agrees_with_proposal"), str(decision.date or ""), (entry.id,))
