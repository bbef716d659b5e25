"""Report `executive`: risks, strengths, actions and their evidence, and decisions wanted from the executive group."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.action_events import actions_in
from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.deadlines.flag_clocks import flag_clocks_in_words
from lif.analysis.duties.challenges import challenge_log
from lif.analysis.duties.flags import FlagReading, flag_log
from lif.analysis.duties.groups import group_name
from lif.analysis.impact.action_state import ActionState, action_state
from lif.analysis.themes.period_comparison import Movement, ThemeMovement, preceding_period, theme_movements
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading
from lif.analysis.themes.triangulation import VERDICT_WORDS
from lif.errors import LifError
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.model.vocabulary import AgencyRole, FlagKind, GroupTask, RegularReport
from lif.reports import indicator_lines, sentences
from lif.reports.action_plan import progress
from lif.reports.charts.actions import ActionsChart, actions_chart
from lif.reports.cited_sentence import Line, Within
from lif.reports.decisions_wanted import unanswered_recommendations, undecided_reviews, undecided_themes
from lif.reports.findings_of_year import ThemeFindings, year_findings_by_theme
from lif.reports.flags_of_period import belongs_to_period, flag_counts
from lif.reports.heading import Head, head, long_date
from lif.reports.little_progress import themes_without_evidence
from lif.reports.open_items import challenge_line, flag_line, overdue_lines
from lif.reports.periods import newest_period
from lif.reports.report import Ask, Report, Section, partnership_of
from lif.reports.request import Request
from lif.reports.signal_lines import worsening_figure_lines
from lif.reports.silent_themes import readings_of, silence_lines
from lif.reports.since_then import since_then_lines
from lif.reports.standards_told import deterioration_lines, repeat_audit_lines

_WORSE = {Movement.NEW, Movement.STILL_TO_DEVELOP}


@dataclass(frozen=True, slots=True)
class ExecutiveReport:
    """The content of the report. The template words the absence where a tuple is empty.

    Counts are as on `day`: the last day of the period, or today where that is earlier. Open items are as of today.
    `before` names the period it is compared with.
    """

    head: Head
    day: str
    before: str
    last_report: Line
    flags: str
    clocks: str
    risks: tuple[Line, ...]
    serious: tuple[Line, ...]
    deteriorated: tuple[Line, ...]
    worsening: tuple[Line, ...]
    strengths: tuple[Line, ...]
    learned: tuple[ThemeFindings, ...]
    better: tuple[Line, ...]
    only_said: tuple[Line, ...]
    worse: tuple[Line, ...]
    no_longer_seen: tuple[Line, ...]
    compared: tuple[Line, ...]
    figures: tuple[Line, ...]
    progress: Line
    done: tuple[Line, ...]
    worked_on: tuple[Line, ...]
    changes: tuple[Line, ...]
    no_change: tuple[Line, ...]
    since_then: tuple[Line, ...]
    chart: ActionsChart | None
    overdue: tuple[Line, ...]
    decisions: tuple[Line, ...]
    challenges: tuple[Line, ...]
    silent: tuple[Line, ...]
    not_looked_at: tuple[Line, ...]
    without_measure: tuple[Line, ...]


def build(view: View, request: Request) -> ExecutiveReport:
    """Build the report for the period of the request.

    Raises `LifError` when the request has no period.
    """
    snapshot = view.records
    period = request.period
    partnership = partnership_of(snapshot)
    if period is None:
        newest = newest_period(partnership.report_periods, request.today)
        raise LifError("For which months?", f"Say it: --period {newest}")
    day = view.day
    within = Within(snapshot, period, view.audience)
    readings = readings_of(snapshot, day, request.themes)
    actions = snapshot.of(Action)
    in_period = actions_in(snapshot, period)
    finished = [action for action in in_period if _finished_in(action.record, period)]
    results = tuple(sentences.impact_lines(within))
    all_flags = flag_log(snapshot, day)
    movements = theme_movements(snapshot, (reading.theme for reading in readings), period, day)
    period_flags = [raised_flag for raised_flag in all_flags if belongs_to_period(raised_flag, period)]
    return ExecutiveReport(
        head=head(
            view,
            request,
            f"Report to {group_name(partnership, GroupTask.EXECUTIVE, day)}, {_months_in_words(period)}",
        ),
        day=long_date(day),
        before=_months_in_words(preceding_period(period)),
        last_report=_last_report(partnership, period.until),
        flags=flag_counts(snapshot, period_flags),
        clocks=flag_clocks_in_words(snapshot.thresholds),
        risks=tuple(
            flag_line(snapshot, raised_flag) for raised_flag in period_flags if raised_flag.kind == FlagKind.RISK
        ),
        serious=tuple(_serious_risks(snapshot, readings)),
        deteriorated=tuple(deterioration_lines(snapshot, view.audience, request.themes)),
        worsening=tuple(worsening_figure_lines(snapshot, day)),
        strengths=tuple(
            flag_line(snapshot, raised_flag) for raised_flag in period_flags if raised_flag.kind == FlagKind.STRENGTH
        ),
        learned=tuple(_new_findings(snapshot, within)),
        better=tuple(_movement_lines(snapshot, movements, period, {Movement.IMPROVING})),
        only_said=tuple(_movement_lines(snapshot, movements, period, {Movement.ONLY_SAID})),
        worse=tuple(_movement_lines(snapshot, movements, period, _WORSE)),
        no_longer_seen=tuple(_movement_lines(snapshot, movements, period, {Movement.NO_LONGER_SEEN})),
        compared=tuple(repeat_audit_lines(snapshot, period, view.audience)),
        figures=tuple(
            indicator_lines.figure_lines(snapshot, indicator_lines.figures_of(snapshot, period), view.audience)
        ),
        progress=progress(snapshot, actions, day).said,
        done=tuple(sentences.action_line(within, action) for action in finished),
        worked_on=tuple(sentences.action_line(within, action) for action in in_period if action not in finished),
        changes=tuple(line for line in results if line.is_evidenced),
        no_change=tuple(line for line in results if not line.is_evidenced),
        since_then=tuple(since_then_lines(view, view.at(request.today), period)),
        chart=actions_chart("actions", (action.record for action in actions), day, silence_means_no=snapshot.is_own),
        overdue=tuple(overdue_lines(snapshot, deadlines(snapshot, day))),
        decisions=tuple(_decisions(snapshot, partnership, all_flags, view.day)),
        challenges=tuple(
            challenge_line(snapshot, logged) for logged in challenge_log(snapshot, view.day) if logged.is_unanswered
        ),
        silent=tuple(silence_lines(readings)),
        not_looked_at=() if request.themes else tuple(themes_without_evidence(snapshot, partnership, readings, within)),
        without_measure=tuple(
            Line(action.record.title, "", (action.id,))
            for action in actions
            if not action.record.measures and action_state(action.record, day) is not ActionState.CLOSED
        ),
    )


def _months_in_words(period: Period) -> str:
    """Format the period as `April to September 2026`, or by its days where it does not consist of whole months."""
    if period.since.day != 1 or (period.until.month == (date.fromordinal(period.until.toordinal() + 1)).month):
        return f"{long_date(period.since)} to {long_date(period.until)}"
    same = period.since.year == period.until.year
    first = f"{period.since:%B}" if same else f"{period.since:%B %Y}"
    last = f"{period.until:%B %Y}"
    return last if last == f"{period.since:%B %Y}" else f"{first} to {last}"


def _last_report(partnership: Partnership, day: date) -> Line:
    """The newest report that the executive group certainly had by the day."""
    reports = [
        report
        for report in partnership.reports_made
        if report.what is RegularReport.EXECUTIVE and report.date.latest <= day
    ]
    last = max(reports, key=lambda report: report.date.latest, default=None)
    if last is None:
        return Line("", "", ())
    covers = f", on {last.covers}" if last.covers else ""
    return Line(f"{last.date}{covers}", "", ("partnership", *((last.record,) if last.record else ())))


def _serious_risks(snapshot: Snapshot, readings: Iterable[ThemeReading]) -> Iterator[Line]:
    """Findings marked as serious risk, of any age, unless a later finding supersedes them (R8)."""
    within = Within(snapshot, Period(date.min, date.max, ""))
    for record_id in dict.fromkeys(record_id for reading in readings for record_id in reading.serious):
        entry = snapshot.entries[record_id]
        if not getattr(entry.record, "superseded_by", None):
            yield sentences.record_line(within, entry)


def _new_findings(snapshot: Snapshot, within: Within) -> Iterator[ThemeFindings]:
    """Findings of the period by theme, without findings that are derived from another one."""
    for theme in year_findings_by_theme(snapshot, within):
        sides = (theme.strengths, theme.concerns)
        strengths, concerns = (tuple(line for line in side if not _repeats_a_finding(snapshot, line)) for side in sides)
        if strengths or concerns:
            yield ThemeFindings(theme.theme, strengths, concerns, ())


def _repeats_a_finding(snapshot: Snapshot, line: Line) -> bool:
    return any(getattr(snapshot.entries[record_id].record, "derived_from", None) for record_id in line.records)


def _movement_lines(
    snapshot: Snapshot, movements: Iterable[ThemeMovement], period: Period, wanted: Container[Movement]
) -> Iterator[Line]:
    return (_movement_line(snapshot, moved, period) for moved in movements if moved.movement in wanted)


def _movement_line(snapshot: Snapshot, moved_theme: ThemeMovement, period: Period) -> Line:
    """A theme with the verdicts of both periods, and the findings they rest on."""
    no_verdict = "no verdict" if snapshot.silence_means_no else snapshot.absent
    before, now = (VERDICT_WORDS[verdict] if verdict else no_verdict for verdict in (moved_theme.then, moved_theme.now))
    new = " (new)" if moved_theme.movement is Movement.NEW and snapshot.silence_means_no else ""
    both_periods = Within(snapshot, Period(preceding_period(period).since, period.until, ""))
    records = tuple(
        entry.id
        for entry in both_periods.all(Finding)
        if moved_theme.theme in {current_theme(snapshot, key) for key in (entry.record.theme, *entry.record.needs)}
    )
    return Line(f"{moved_theme.label}{new}: before, {before}; in this period, {now}", "", records)


def _finished_in(action: Action, period: Period) -> bool:
    return any(when is not None and when.overlaps(period) for when in (action.done, action.closed))


def _decisions(
    snapshot: Snapshot,
    partnership: Partnership,
    raised_flags: Iterable[FlagReading],
    day: date,
) -> Iterator[Line]:
    """Decisions that only those responsible for the arrangements can make, the most serious first."""
    for raised_flag in raised_flags:
        if raised_flag.answered is None:
            yield Line(f"An answer to the flag: {raised_flag.title}", "", (raised_flag.id,))
    partners = frozenset(
        agency.key
        for agency in partnership.agencies
        if any(role.role is AgencyRole.SAFEGUARDING_PARTNER for role in agency.roles)
    )
    for recommendation in unanswered_recommendations(snapshot, day, partners):
        yield Line(f"Accept or decline, with a reason: {recommendation.text}", "", recommendation.records)
    yield from undecided_reviews(snapshot, day)
    for theme in undecided_themes(snapshot, readings_of(snapshot, day)):
        if theme.decided.records:
            records = (*theme.decided.records, *(record for line in theme.says for record in line.records))
            text = f"{theme.theme}: decided {theme.decided.text}; the evidence since proposes: {theme.proposal}"
            yield Line(text, "", tuple(dict.fromkeys(records)))


EXECUTIVE = Report(
    "executive",
    "The report to the partnership's executive group: risks, strengths, what is done and shown, decisions wanted",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("short", "In short"),
        Section("decisions", "Decisions wanted"),
        Section("risks", "Particular risks"),
        Section("strengths", "Particular strengths"),
        Section("moved", "What got better, and what did not"),
        Section("actions", "Actions: done, and shown to have changed anything"),
        Section("since-then", ""),
        Section("overdue", "What is overdue"),
        Section("unknown", "What we do not know"),
    ),
    needs=(Ask.PERIOD,),
    reaches=Sharing.PARTNERSHIP,
    every="executive_months",
    duties=("F7.5", "F7.6", "F3.4", "F5.5"),
)
