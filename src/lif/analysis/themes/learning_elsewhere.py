"""What was learned elsewhere on a theme, by another partnership or nationally, and what was taken up of it here.

It is shown as its own line. It votes on nothing, and counts neither as an earlier look nor as a concern raised here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import record_date
from lif.analysis.lines.followed_by import direct_followers
from lif.analysis.lines.whose_work import elsewhere_of, whose_in_words
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.action import Action
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.period import Period, When
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Answer, words


@dataclass(frozen=True, slots=True)
class LearningElsewhere:
    """A piece of work from elsewhere: whose it is, what it found in words, and our records that take it up."""

    record: str
    title: str
    whose: str
    when: When | None
    found: tuple[str, ...]
    findings: tuple[str, ...]
    taken_up: tuple[str, ...]


@once
def all_from_elsewhere(snapshot: Snapshot) -> tuple[LearningElsewhere, ...]:
    """Every piece of work from elsewhere, in order of id."""
    return tuple(
        _learning(snapshot, entry, tuple(_findings(snapshot, entry.id)))
        for entry in snapshot.entries.values()
        if entry.record.is_elsewhere
    )


def learning_from_elsewhere(
    snapshot: Snapshot, theme: str, period: Period | None = None
) -> tuple[LearningElsewhere, ...]:
    """What was learned elsewhere on the theme, or on a theme that it replaced, with what it found on it; oldest first.

    In a period, what may lie in it.
    """
    on_theme = []
    for learning in all_from_elsewhere(snapshot):
        entry = snapshot.entries[learning.record]
        findings = tuple(finding for finding in _findings(snapshot, entry.id) if theme in _themes(snapshot, finding))
        if findings or theme in _themes(snapshot, entry):
            on_theme.append(_learning(snapshot, entry, findings))
    in_period = (one for one in on_theme if period is None or (one.when is not None and one.when.overlaps(period)))
    return tuple(sorted(in_period, key=lambda one: (str(one.when or ""), one.record)))


def serious_elsewhere(snapshot: Snapshot, theme: str) -> tuple[str, ...]:
    """The findings from elsewhere on the theme that people here marked as a serious risk: these are always named."""
    return tuple(
        finding.id
        for learning in all_from_elsewhere(snapshot)
        for finding in _findings(snapshot, learning.record)
        if finding.record.serious_risk and theme in _themes(snapshot, finding)
    )


def _themes(snapshot: Snapshot, entry: Entry[Record]) -> set[str]:
    named = (citation.target for citation in entry.citations if "theme" in citation.ref.to)
    return {current_theme(snapshot, theme) for theme in named}


def _findings(snapshot: Snapshot, source: str) -> Iterator[Entry[Finding]]:
    for entry, citation in snapshot.cited_by.get(source, ()):
        if isinstance(entry.record, Finding) and citation.at == ("source",):
            yield Entry(entry.id, entry.kind, entry.record, entry.citations, entry.items)


def _learning(snapshot: Snapshot, entry: Entry[Record], findings: tuple[Entry[Finding], ...]) -> LearningElsewhere:
    elsewhere = elsewhere_of(snapshot, entry.id)
    cited = (*entry.citable_ids, *(finding.id for finding in _findings(snapshot, entry.id)))
    followers = {
        follower.id: None
        for target in cited
        for follower in direct_followers(snapshot, target)
        if _takes_up(follower.record)
    }
    return LearningElsewhere(
        record=entry.id,
        title=entry.record.title,
        whose=whose_in_words(elsewhere) if elsewhere else "",
        when=record_date(snapshot, entry.id),
        found=tuple(dict.fromkeys(words(finding.record.direction) for finding in findings)),
        findings=tuple(finding.id for finding in findings),
        taken_up=tuple(sorted(followers)),
    )


def _takes_up(record: Record) -> bool:
    """Whether a record takes up what it follows from: an action, learning, or a decision unless it declines."""
    is_declined = isinstance(record, Decision) and record.accepts is Answer.NO
    return isinstance(record, (Action, Decision, Learning)) and not is_declined
