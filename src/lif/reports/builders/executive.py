"""The report to the Executive: particular risks and strengths, what was done and shown, what waits for a decision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.audit_chain import standards_compared
from lif.analysis.deadlines.deadline import has_begun
from lif.analysis.duties.challenges import challenge_log
from lif.analysis.duties.flags import FlagRead
from lif.analysis.duties.flags import flags as every_flag
from lif.analysis.themes.period_comparison import Moved, Movement, moved, the_period_before
from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.theme_reading import ThemeReading
from lif.analysis.themes.triangulation import WORDS
from lif.disclosure.request import Request
from lif.disclosure.whole_and_view import deadlines_for
from lif.errors import LifError
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import AgencyRole, FlagKind, RegularReport
from lif.reports import indicator_lines, sentences
from lif.reports.action_plan import progress
from lif.reports.charts.actions import ActionsChart, actions_chart
from lif.reports.cited_sentence import Line, Within
from lif.reports.counts import compared
from lif.reports.decisions_wanted import reviews, themes, unanswered
from lif.reports.findings_of_year import Learned, learned
from lif.reports.heading import Head, head
from lif.reports.little_progress import not_looked_at
from lif.reports.open_items import challenge, flag, overdue
from lif.reports.report import Ask, Report, Section, the_partnership
from lif.reports.silent_themes import readings_until, silent

_WORSE = {Movement.NEW, Movement.STILL_TO_DEVELOP}


@dataclass(frozen=True, slots=True)
class Executive:
    """Everything the report says; an empty tuple is an absence, which the template words.

    Counts stand as on `day`, the last of the period or today where that is sooner; what waits for somebody stands as it
    does today. `before` names the period that it is compared with.
    """

    head: Head
    day: str
    before: str
    last_report: Line
    flags: str
    risks: tuple[Line, ...]
    serious: tuple[Line, ...]
    came_since: tuple[Line, ...]
    strengths: tuple[Line, ...]
    learned: tuple[Learned, ...]
    better: tuple[Line, ...]
    worse: tuple[Line, ...]
    no_longer_seen: tuple[Line, ...]
    compared: tuple[Line, ...]
    figures: tuple[Line, ...]
    progress: Line
    done: tuple[Line, ...]
    chart: ActionsChart | None
    overdue: tuple[Line, ...]
    decisions: tuple[Line, ...]
    challenges: tuple[Line, ...]
    silent: tuple[Line, ...]
    not_looked_at: tuple[Line, ...]
    without_measure: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> Executive:
    """The report for the period of the request."""
    period = request.period
    if period is None:
        raise LifError("For which months?", "Say it: --period 2026-04/2026-09")
    partnership = the_partnership(snapshot)
    day = min(request.today, period.until)
    within = Within(snapshot, period, request.audience)
    readings = readings_until(snapshot, period.until, day)
    actions = tuple(one for one in snapshot.of(Action) if has_begun(one.record.agreed, day))
    raised = every_flag(snapshot, request.today)
    movement = moved(snapshot, (one.theme for one in readings), period, day)
    mine = [one for one in raised if _is_of(one, period)]
    return Executive(
        head=head(snapshot, request, f"Report to the Executive, {_months(period)}"),
        day=_day(day),
        before=_months(the_period_before(period)),
        last_report=_last_report(partnership, period.until),
        flags=_counted(snapshot, mine),
        risks=tuple(flag(snapshot, one) for one in mine if one.kind == FlagKind.RISK),
        serious=tuple(_serious(snapshot, readings)),
        came_since=tuple(flag(snapshot, one) for one in raised if _is_after(one, period)),
        strengths=tuple(flag(snapshot, one) for one in mine if one.kind == FlagKind.STRENGTH),
        learned=tuple(_learned(snapshot, within)),
        better=tuple(_moved(snapshot, one, period) for one in movement if one.movement is Movement.IMPROVING),
        worse=tuple(_moved(snapshot, one, period) for one in movement if one.movement in _WORSE),
        no_longer_seen=tuple(
            _moved(snapshot, one, period) for one in movement if one.movement is Movement.NO_LONGER_SEEN
        ),
        compared=tuple(_compared(snapshot, request, period)),
        figures=tuple(indicator_lines.told(indicator_lines.figures_of(snapshot, period))),
        progress=progress(snapshot, actions, day).said,
        done=tuple(sentences.action(within, one) for one in actions if _finished_in(one.record, period)),
        chart=actions_chart("actions", (one.record for one in actions), day, silence_means_no=snapshot.is_own),
        overdue=tuple(overdue(snapshot, deadlines_for(snapshot, request, request.today))),
        decisions=tuple(_decisions(snapshot, partnership, raised, request.today)),
        challenges=tuple(
            challenge(snapshot, one) for one in challenge_log(snapshot, request.today) if one.is_unanswered
        ),
        silent=tuple(silent(readings)),
        not_looked_at=() if request.themes else tuple(not_looked_at(snapshot, partnership, readings, within)),
        without_measure=tuple(
            Line(one.record.title, "", (one.id,)) for one in actions if not (one.record.measures or one.record.closed)
        ),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _months(period: Period) -> str:
    """`April to September 2026`, or its days where it does not run from the first of a month to the last of one."""
    if period.since.day != 1 or (period.until.month == (date.fromordinal(period.until.toordinal() + 1)).month):
        return f"{_day(period.since)} to {_day(period.until)}"
    same = period.since.year == period.until.year
    first = f"{period.since:%B}" if same else f"{period.since:%B %Y}"
    last = f"{period.until:%B %Y}"
    return last if last == f"{period.since:%B %Y}" else f"{first} to {last}"


def _last_report(partnership: Partnership, day: date) -> Line:
    """The newest report that the Executive certainly had by then."""
    made = [one for one in partnership.reports_made if one.what is RegularReport.EXECUTIVE and one.date.latest <= day]
    last = max(made, key=lambda one: one.date.latest, default=None)
    if last is None:
        return Line("", "", ())
    covers = f", on {last.covers}" if last.covers else ""
    return Line(f"{last.date}{covers}", "", ("partnership", *((last.record,) if last.record else ())))


def _is_of(one: FlagRead, period: Period) -> bool:
    """Whether a flag was raised in the period, answered in it, or was still open when it began."""
    if one.raised is None or one.raised.earliest > period.until:
        return one.raised is None
    return one.raised.overlaps(period) or one.answered is None or one.answered.latest >= period.since


def _is_after(one: FlagRead, period: Period) -> bool:
    return one.raised is not None and one.raised.earliest > period.until


def _counted(snapshot: Snapshot, mine: list[FlagRead]) -> str:
    """`2 flags: 1 acknowledged by all, 1 answered`."""
    if not mine:
        return f"Flags: {snapshot.absent}."
    heard = sum(bool(one.reached) and not one.unacknowledged for one in mine)
    answered = sum(one.answered is not None for one in mine)
    flags = "1 flag" if len(mine) == 1 else f"{len(mine)} flags"
    return f"{flags}; acknowledged by everybody it was put in front of: {heard} of {len(mine)}; answered: {answered}."


def _serious(snapshot: Snapshot, readings: Iterable[ThemeReading]) -> Iterator[Line]:
    """Findings marked as serious risk, whatever their age, as long as no later finding took their place (R8)."""
    within = Within(snapshot, Period(date.min, date.max, ""))
    for one in dict.fromkeys(one for reading in readings for one in reading.serious):
        entry = snapshot.entries[one]
        if not getattr(entry.record, "superseded_by", None):
            yield sentences.line(within, entry)


def _learned(snapshot: Snapshot, within: Within) -> Iterator[Learned]:
    """What was found in the period; what only repeats another finding is not told twice."""
    for theme in learned(snapshot, within):
        sides = (theme.strengths, theme.concerns)
        strengths, concerns = (tuple(line for line in side if not _repeats(snapshot, line)) for side in sides)
        if strengths or concerns:
            yield Learned(theme.theme, strengths, concerns, ())


def _repeats(snapshot: Snapshot, line: Line) -> bool:
    return any(getattr(snapshot.entries[one].record, "derived_from", None) for one in line.records)


def _moved(snapshot: Snapshot, one: Moved, period: Period) -> Line:
    """A theme with both verdicts, and the findings of both periods that they rest on."""
    before, now = (WORDS[verdict] if verdict else "nothing found" for verdict in (one.then, one.now))
    new = " (new)" if one.movement is Movement.NEW else ""
    both = Within(snapshot, Period(the_period_before(period).since, period.until, ""))
    records = tuple(
        entry.id
        for entry in both.all(Finding)
        if one.theme in {successors(snapshot, key) for key in (entry.record.theme, *entry.record.needs)}
    )
    return Line(f"{one.label}{new}: before, {before}; in this period, {now}", "", records)


def _compared(snapshot: Snapshot, request: Request, period: Period) -> Iterator[Line]:
    for one in standards_compared(snapshot):
        if one.when_now and one.when_now.overlaps(period):
            said = compared(one.compared, request.audience)
            yield Line(f"{one.standard}: {said}", str(one.when_now), (one.earlier, one.later))


def _finished_in(action: Action, period: Period) -> bool:
    return any(when is not None and when.overlaps(period) for when in (action.done, action.closed))


def _decisions(
    snapshot: Snapshot,
    partnership: Partnership,
    raised: Iterable[FlagRead],
    day: date,
) -> Iterator[Line]:
    """What only those who answer for the arrangements can settle, the most serious first."""
    for one in raised:
        if one.answered is None:
            yield Line(f"An answer to the flag: {one.title}", "", (one.id,))
    partners = frozenset(
        agency.key
        for agency in partnership.agencies
        if any(role.role is AgencyRole.SAFEGUARDING_PARTNER for role in agency.roles)
    )
    for asked in unanswered(snapshot, day, partners):
        yield Line(f"Accept or decline, with a reason: {asked.text}", "", asked.records)
    yield from reviews(snapshot, day)
    for theme in themes(snapshot, readings_until(snapshot, day, day), day):
        if theme.decided.records:
            records = (*theme.decided.records, *(one for line in theme.says for one in line.records))
            said = f"{theme.theme}: decided {theme.decided.text}; the evidence since proposes: {theme.proposal}"
            yield Line(said, "", tuple(dict.fromkeys(records)))


EXECUTIVE = Report(
    "executive",
    "The half-yearly report to the Executive: risks, strengths, what is done and shown, decisions wanted",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("short", "In short"),
        Section("decisions", "Decisions wanted"),
        Section("risks", "Particular risks"),
        Section("strengths", "Particular strengths"),
        Section("moved", "What got better, and what did not"),
        Section("actions", "Actions: done, and shown to have changed anything"),
        Section("overdue", "What is overdue"),
        Section("unknown", "What we do not know"),
    ),
    needs=(Ask.PERIOD,),
    reaches=Sharing.PARTNERSHIP,
    duties=("F7.5", "F7.6", "F3.4"),
)
