"""Gaps of a year: priorities without evidence of progress, overdue actions, and themes without evidence."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lif.analysis.audits.audit_chain import compare_standards
from lif.analysis.audits.audit_comparison import ChangeWord
from lif.analysis.chronology.action_events import actions_in
from lif.analysis.impact.action_state import is_overdue
from lif.analysis.impact.shown_change import changes_shown
from lif.analysis.lines.lineage import records_naming_theme
from lif.analysis.lines.themes_of import is_on
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.partnership import Partnership, Priority
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.reports.change_lines import is_in
from lif.reports.cited_sentence import Line, Within, quantity, theme_label
from lif.reports.priority import theme_keys

_LOOKING_KINDS = (Review, Audit, Assessment, Inspection, Feedback)


def little_progress(snapshot: Snapshot, partnership: Partnership, within: Within) -> Iterator[Line]:
    """Each priority of the year without evidence of progress in the year, with the work that was done on it."""
    for priority in priorities_in_force(partnership, within.year):
        themes = frozenset(current_theme(snapshot, theme) for theme in priority.themes)
        if _shows_progress(within, themes) or _has_improved(within, themes):
            continue
        actions = [entry.id for entry in actions_in(snapshot, within.year) if is_on(snapshot, entry.id, themes)]
        evaluations = [entry.id for entry in within.all(Evaluation) if is_on(snapshot, entry.id, themes)]
        work = f"{quantity(len(actions), 'action')} and {quantity(len(evaluations), 'evaluation')} in the year"
        yield Line(f"{priority.name}: little or no evidence of progress ({work})", "", (*actions, *evaluations))


def _shows_progress(within: Within, themes: frozenset[str]) -> bool:
    """Whether anything of the year shows a change, and is listed under one of the themes."""
    return any(
        is_in(change, within.year) and not change.themes.isdisjoint(themes) for change in changes_shown(within.snapshot)
    )


def _has_improved(within: Within, themes: frozenset[str]) -> bool:
    """Whether an audit of the year shows a clear improvement on one of the themes."""
    snapshot = within.snapshot
    standards = (standard for key in theme_keys(snapshot, themes) for standard in compare_standards(snapshot, key))
    return any(
        standard.compared.word is ChangeWord.IMPROVEMENT
        and standard.when_now is not None
        and standard.when_now.overlaps(within.year)
        for standard in standards
    )


def priorities_in_force(partnership: Partnership, year: Period) -> Iterator[Priority]:
    """The priorities with themes that were in force in some of the year; one without dates is always in force."""
    for priority in partnership.priorities:
        if priority.span.overlaps(year) and priority.themes:
            yield priority


def overdue_actions(within: Within, today: date) -> Iterator[Line]:
    """Actions that were due by the end of the year, or by today, and are neither done nor closed."""
    day = min(today, within.year.until)
    for entry in within.snapshot.of(Action):
        if is_overdue(entry.record, day):
            yield Line(f"{entry.record.title} (was due {entry.record.due}, not done by {day})", "", (entry.id,))


def themes_without_evidence(
    snapshot: Snapshot, partnership: Partnership, readings: Sequence[ThemeReading], within: Within
) -> Iterator[Line]:
    """Themes of a priority of the year, or with earlier findings, that no record of the year looks at."""
    readings_by_theme = {reading.theme: reading for reading in readings}
    of_priorities = dict.fromkeys(
        current_theme(snapshot, theme)
        for priority in priorities_in_force(partnership, within.year)
        for theme in priority.themes
    )
    for theme in dict.fromkeys((*of_priorities, *readings_by_theme)):
        if _is_looked_at(snapshot, theme, within):
            continue
        because = "a theme of a priority" if theme in of_priorities else "something was found on it before"
        yield Line(
            f"{theme_label(snapshot, theme)} ({because}){_last_date_text(readings_by_theme.get(theme))}",
            "",
            _newest_findings(readings_by_theme.get(theme)),
        )


def _is_looked_at(snapshot: Snapshot, theme: str, within: Within) -> bool:
    """Whether a record of the year looks at the theme: it names the theme, or is a finding on it."""
    keys = theme_keys(snapshot, frozenset({theme}))
    carriers: Iterable[Entry[Record]] = (
        snapshot.entries[record_id] for key in keys for record_id in records_naming_theme(snapshot, key)
    )
    return any(isinstance(entry.record, (*_LOOKING_KINDS, Finding)) and within.holds(entry.id) for entry in carriers)


def _last_date_text(reading: ThemeReading | None) -> str:
    newest = _newest_vote(reading)
    return f"; last {newest[0]}" if newest else "; never"


def _newest_findings(reading: ThemeReading | None) -> tuple[str, ...]:
    newest = _newest_vote(reading)
    return newest[1] if newest else ()


def _newest_vote(reading: ThemeReading | None) -> tuple[str, tuple[str, ...]] | None:
    """The date and the findings of the newest vote in a reading; None where no vote has a date."""
    votes = [vote for line in reading.lines for vote in line.votes if vote.when] if reading else []
    newest = max(votes, key=lambda vote: (str(vote.when), vote.source), default=None)
    return (str(newest.when), newest.findings) if newest else None
