"""Report `framework`: the yearly review of the framework, duty by duty, with what was not done and what changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lif.analysis.deadlines.deadline import Deadline
from lif.analysis.deadlines.every_deadline import deadlines
from lif.model.kinds.decision import Decision
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period, When, months_after
from lif.model.sharing import Sharing
from lif.model.view import View
from lif.model.vocabulary import RegularReport
from lif.reports import sentences
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.duties_of_year import DutyYear, counts_by_duty, duty_years, missed_deadlines
from lif.reports.duty_chapters import Chapter, chapters
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section, partnership_of
from lif.reports.request import Request
from lif.reports.sources_differ import differences

_PARTNERSHIP = ("partnership",)


@dataclass(frozen=True, slots=True)
class FrameworkReview:
    """The content of the review. The template words the absence where a tuple is empty."""

    head: Head
    time: str
    framework: tuple[Line, ...]
    last_review: str
    duties: tuple[DutyYear, ...]
    chapters: tuple[Chapter, ...]
    without_records: tuple[str, ...]
    impact: tuple[Line, ...]
    evidenced: int
    nothing: tuple[Line, ...]
    missed: tuple[Line, ...]
    decisions: tuple[Line, ...]
    more: tuple[Line, ...]
    less: tuple[Line, ...]


def build(view: View, request: Request) -> FrameworkReview:
    """Build the review of the year of the request, or of the twelve months up to today."""
    snapshot = view.records
    partnership = partnership_of(snapshot)
    time = request.year or _twelve_months(view.day)
    view = replace(view, period=time)
    within = Within(snapshot, time, view.audience)
    all_deadlines = deadlines(snapshot, view.day)
    duties = duty_years(within, request.diagnostics, all_deadlines)
    last = _last_review(partnership, min(time.until, view.day))
    counts_before = counts_by_duty(Within(snapshot, _year_before(time), view.audience))
    results = tuple(sentences.impact_lines(within))
    return FrameworkReview(
        head=head(view, request, f"Review of the framework, {time.name}"),
        time=time.name,
        framework=tuple(_framework_lines(partnership, all_deadlines)),
        last_review=str(last) if last else "",
        duties=duties,
        chapters=tuple(chapters(duty for duty in duties if duty.is_told)),
        without_records=tuple(duty.name for duty in duties if not duty.is_told),
        impact=results,
        evidenced=sum(line.is_evidenced for line in results),
        nothing=tuple(Line(f"{duty.name}: {duty.says}", "", ()) for duty in duties if _is_empty(duty)),
        missed=tuple(missed_deadlines(all_deadlines, within)),
        decisions=tuple(_decisions(within, last, view.day)),
        more=tuple(_changed_duties(duties, counts_before, is_new=True)),
        less=tuple(_changed_duties(duties, counts_before, is_new=False)),
    )


def _is_empty(duty: DutyYear) -> bool:
    """Whether nothing is recorded on the duty: neither in the records of the time nor in the partnership record.

    False for duties that are met elsewhere than in fields.
    """
    return not (duty.elsewhere or duty.recorded or any(line.records == _PARTNERSHIP for line in duty.shown))


def _twelve_months(today: date) -> Period:
    return Period(months_after(today, -12) + timedelta(days=1), today, f"the twelve months to {today}")


def _year_before(time: Period) -> Period:
    return Period(months_after(time.since, -12), time.since - timedelta(days=1), "")


def _framework_lines(partnership: Partnership, deadlines: Iterable[Deadline]) -> Iterator[Line]:
    """The framework document, its approval, its past reviews and its next review."""
    document = partnership.framework
    if document is not None:
        yield Line(document.title, "", _PARTNERSHIP)
        if document.approved:
            yield Line("approved", str(document.approved), _PARTNERSHIP)
    for difference in differences(partnership):
        yield Line(difference, "", _PARTNERSHIP)
    for report in partnership.reports_made:
        if report.what is RegularReport.FRAMEWORK_REVIEW:
            records = (report.record,) if report.record else _PARTNERSHIP
            yield Line(f"reviewed{f': {report.covers}' if report.covers else ''}", str(report.date), records)
    for deadline in deadlines:
        if deadline.kind == "framework-review":
            due_date = f"due {deadline.due}, " if deadline.due else ""
            state = deadline.state.value.replace("-", " ")
            yield Line(
                f"next review: {due_date}{state}{f' ({deadline.why})' if deadline.why else ''}", "", _PARTNERSHIP
            )


def _last_review(partnership: Partnership, day: date) -> When | None:
    """The date of the last review before the day, or else of the approval; a review on the day does not count."""
    review_dates = [report.date for report in partnership.reports_made if report.what is RegularReport.FRAMEWORK_REVIEW]
    approved = partnership.framework.approved if partnership.framework else None
    known = [when for when in (*review_dates, approved) if when is not None and when.latest < day]
    return max(known, key=lambda when: when.latest, default=None)


def _decisions(within: Within, last: When | None, today: date) -> Iterator[Line]:
    """Decisions since the last review, up to the end of the time or today, whichever is earlier."""
    if last is None:
        return
    until = min(within.year.until, today)
    since = Within(within.snapshot, Period(last.earliest, until, ""), within.audience)
    for entry in since.all(Decision):
        yield sentences.record_line(since, entry)


def _changed_duties(duties: Iterable[DutyYear], counts_before: dict[str, int], *, is_new: bool) -> Iterator[Line]:
    """Duties with records now and none the year before (`is_new`), or with records only the year before."""
    for duty in duties:
        recorded_before = counts_before[duty.name]
        if is_new and duty.recorded and not recorded_before:
            yield Line(f"{duty.name}: {duty.says} ({quantity(duty.recorded, 'record')}; the year before 0)", "", ())
        if not is_new and recorded_before and not duty.recorded:
            yield Line(f"{duty.name}: {duty.says} (0; the year before {quantity(recorded_before, 'record')})", "", ())


FRAMEWORK = Report(
    "framework",
    "The review of the framework itself: what the records show of each duty, never a score",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("document", "The framework and its review", by_theme=False),
        Section("impact", "What difference it made"),
        Section("not-done", "What was not done, or is not recorded", by_theme=False),
        Section("changed", "What changed since the last review", by_theme=False),
        Section("short", "The duties at a glance"),
        Section("duties", "What the records show, duty by duty"),
    ),
    takes=(Ask.YEAR,),
    duties=("F8.1",),
    is_judged=True,
    every="framework_months",
)
