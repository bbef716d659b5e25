"""Gaps of a year: priorities without evidence of progress, overdue actions, and themes without evidence."""

from collections.abc import Iterator, Sequence
from datetime import date

from lif.analysis.audits.standard_chain import improved
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.chronology.action_events import actions_in
from lif.analysis.impact.action_state import is_overdue
from lif.analysis.impact.shown_change import changes_shown
from lif.analysis.lines.themes_of import is_on
from lif.analysis.themes.looked_at import is_looked_at_in, last_look, looks_at
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading
from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.partnership import Partnership, Priority
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.reports.change_lines import is_in
from lif.reports.cited_sentence import Line, Within, quantity, theme_label


def little_progress(snapshot: Snapshot, partnership: Partnership, within: Within) -> Iterator[Line]:
    """Each priority of the year without evidence of progress in the year, with the work that was done on it.

    None in an edition: evidence of progress may be withheld.
    """
    if snapshot.can_withhold:
        return
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
    """Whether an audit of the year shows a clear improvement on one of the themes, and no deterioration beside it."""
    snapshot = within.snapshot
    lines = (line for theme in themes for chain in standards_over_time(snapshot, theme) for line in chain.lines)
    return any(
        improved(line) and line.last is not None and (when := line.last.now.when) and when.overlaps(within.year)
        for line in lines
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
    """Themes of a priority of the year, or with earlier findings, that no record of the year looks at.

    None in an edition that may withhold records: one of them may have looked.
    """
    if snapshot.can_withhold:
        return
    of_priorities = dict.fromkeys(
        current_theme(snapshot, theme)
        for priority in priorities_in_force(partnership, within.year)
        for theme in priority.themes
    )
    found = (reading.theme for reading in readings if reading.lines or reading.not_counted)
    for theme in dict.fromkeys((*of_priorities, *found)):
        looks = looks_at(snapshot, theme)
        if is_looked_at_in(looks, within.year):
            continue
        because = "a theme of a priority" if theme in of_priorities else "something was found on it before"
        last = last_look(looks)
        when = f"last {last.when or 'without a date'}" if last else _never(snapshot)
        yield Line(f"{theme_label(snapshot, theme)} ({because}); {when}", "", (last.record,) if last else ())


def _never(snapshot: Snapshot) -> str:
    return "never" if snapshot.silence_means_no else f"an earlier look at it: {snapshot.absent}"
