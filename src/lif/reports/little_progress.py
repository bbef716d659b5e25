"""What a year did not bring: priorities without evidence of progress, and themes nobody looked at."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lif.analysis.audits.audit_chain import standards_compared
from lif.analysis.audits.audit_comparison import Word, then_and_now
from lif.analysis.impact.evidenced import impact_of
from lif.analysis.lines.lineage import carrying, on_theme
from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.theme_reading import ThemeReading
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.partnership import Partnership, Priority, Theme
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Reading, Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Level
from lif.reports.cited_sentence import Line, Within
from lif.reports.priority import named_by

_LOOKING = (Review, Audit, Assessment, Inspection, Feedback)


def little_progress(snapshot: Snapshot, partnership: Partnership, within: Within) -> Iterator[Line]:
    """Each priority of the year on which nothing shows progress in it, with what was done for it."""
    for priority in in_force(partnership, within.year):
        themes = frozenset(successors(snapshot, theme) for theme in priority.themes)
        about = {one for key in named_by(snapshot, themes) for one in on_theme(snapshot, key)[0]}
        actions = [one for one in within.all(Action) if one.id in about or about & set(one.record.answers)]
        about |= {one.id for one in actions}
        evaluations = [one for one in within.all(Evaluation) if one.id in about or about & set(one.record.of)]
        if any(shows_progress(one) for one in evaluations) or _has_improved(within, themes):
            continue
        done = f"{_counted(len(actions), 'action')} and {_counted(len(evaluations), 'evaluation')} in the year"
        records = tuple(entry.id for entry in (*actions, *evaluations))
        yield Line(f"{priority.name}: little or no evidence of progress ({done})", "", records)


def shows_progress(entry: Entry[Evaluation]) -> bool:
    """Whether an evaluation is evidence that practice, or things for children, changed: not that people liked it.

    It reaches level 3 or 4 and lacks nothing; where it counts cases then and now, the improvement is clear.
    """
    evaluation = entry.record
    if evaluation.level not in {Level.PRACTICE, Level.CHILDREN_AND_FAMILIES} or not impact_of(entry).is_evidenced:
        return False
    then, now = _share(evaluation.baseline), _share(evaluation.follow_up)
    return then is None or now is None or then_and_now(then, now).word is Word.IMPROVEMENT


def _share(reading: Reading | None) -> tuple[int, int] | None:
    """Counts of cases, where they are counts of cases."""
    if reading is None or reading.met is None or reading.of is None or reading.met > reading.of:
        return None
    return reading.met, reading.of


def _has_improved(within: Within, themes: frozenset[str]) -> bool:
    """Whether an audit of the year shows a clear improvement on one of the themes."""
    snapshot = within.snapshot
    every = (one for key in named_by(snapshot, themes) for one in standards_compared(snapshot, key))
    return any(
        one.compared.word is Word.IMPROVEMENT and one.when_now is not None and one.when_now.overlaps(within.year)
        for one in every
    )


def in_force(partnership: Partnership, year: Period) -> Iterator[Priority]:
    """The priorities that held for some of the year and have themes; one without dates holds always."""
    for priority in partnership.priorities:
        began = priority.since is None or priority.since.earliest <= year.until
        ended = priority.until is not None and priority.until.latest < year.since
        if began and not ended and priority.themes:
            yield priority


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def overdue(within: Within, today: date) -> Iterator[Line]:
    """Actions that were due by the end of the year, or by today, and are neither done nor closed."""
    day = min(today, within.year.until)
    for entry in within.snapshot.of(Action):
        action = entry.record
        finished = [when for when in (action.done, action.closed) if when and when.earliest <= day]
        if action.due and action.due < day and not finished:
            yield Line(f"{action.title} (was due {action.due}, not done by {day})", "", (entry.id,))


def not_looked_at(
    snapshot: Snapshot, partnership: Partnership, readings: Sequence[ThemeReading], within: Within
) -> Iterator[Line]:
    """Themes of a priority of the year, or on which something was found before, that nobody looked at in it."""
    last = {reading.theme: reading for reading in readings}
    wanted = dict.fromkeys(
        successors(snapshot, theme) for one in in_force(partnership, within.year) for theme in one.themes
    )
    for theme in dict.fromkeys((*wanted, *last)):
        if _looked_at(snapshot, theme, within):
            continue
        found = snapshot.registers["theme"].get(theme)
        label = found.label if isinstance(found, Theme) else theme
        because = "a theme of a priority" if theme in wanted else "something was found on it before"
        yield Line(f"{label} ({because}){_last(last.get(theme))}", "", _newest(last.get(theme)))


def _looked_at(snapshot: Snapshot, theme: str, within: Within) -> bool:
    """Whether anything of the year looks at the theme: it names it, or something was found on it."""
    keys = named_by(snapshot, frozenset({theme}))
    carried: Iterable[Entry[Record]] = (snapshot.entries[one] for key in keys for one in carrying(snapshot, key))
    return any(isinstance(one.record, (*_LOOKING, Finding)) and within.holds(one.id) for one in carried)


def _last(reading: ThemeReading | None) -> str:
    newest = _newest_vote(reading)
    return f"; last {newest[0]}" if newest else "; never"


def _newest(reading: ThemeReading | None) -> tuple[str, ...]:
    newest = _newest_vote(reading)
    return newest[1] if newest else ()


def _newest_vote(reading: ThemeReading | None) -> tuple[str, tuple[str, ...]] | None:
    votes = [vote for line in reading.lines for vote in line.votes if vote.when] if reading else []
    newest = max(votes, key=lambda vote: (str(vote.when), vote.source), default=None)
    return (str(newest.when), newest.findings) if newest else None
