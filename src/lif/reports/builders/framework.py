"""The yearly review of the framework itself: what a year shows of each duty, what was not done, what changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lif.analysis.deadlines.deadline import Deadline
from lif.analysis.impact.evidenced import NEEDS_PROOF, impact_of
from lif.disclosure.request import Request
from lif.disclosure.whole_and_view import deadlines_for
from lif.model.kinds.decision import Decision
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.partnership import Partnership
from lif.model.period import Period, When, months_after
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import RegularReport
from lif.reports import sentences
from lif.reports.cited_sentence import Line, Within, counted_of
from lif.reports.duties_of_year import DutyYear, counts_on, duty_years, missed
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section, the_partnership

_PARTNERSHIP = ("partnership",)


@dataclass(frozen=True, slots=True)
class FrameworkReview:
    """Everything the review says; an empty tuple is an absence, which the template words."""

    head: Head
    time: str
    framework: tuple[Line, ...]
    last_review: str
    duties: tuple[DutyYear, ...]
    impact: tuple[Line, ...]
    evidenced: int
    nothing: tuple[Line, ...]
    missed: tuple[Line, ...]
    decisions: tuple[Line, ...]
    more: tuple[Line, ...]
    less: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> FrameworkReview:
    """The review of the year asked for, or of the twelve months up to today."""
    partnership = the_partnership(snapshot)
    time = request.year or _twelve_months(request.today)
    asked = replace(request, period=time)
    within = Within(snapshot, time, request.audience)
    deadlines = deadlines_for(snapshot, request, request.today)
    duties = duty_years(within, request.found, deadlines)
    last = _last_review(partnership, min(time.until, request.today))
    before = counts_on(Within(snapshot, _year_before(time), request.audience))
    evaluations = within.all(Evaluation)
    return FrameworkReview(
        head=head(snapshot, asked, f"Review of the framework, {time.name}"),
        time=time.name,
        framework=tuple(_framework(partnership, deadlines)),
        last_review=str(last) if last else "",
        duties=duties,
        impact=tuple(sentences.impact(within)),
        evidenced=sum(one.record.level in NEEDS_PROOF and impact_of(one).is_evidenced for one in evaluations),
        nothing=tuple(Line(f"{one.name}: {one.says}", "", ()) for one in duties if _is_empty(one)),
        missed=tuple(missed(deadlines, within)),
        decisions=tuple(_decisions(within, last, request.today)),
        more=tuple(_moved(duties, before, is_new=True)),
        less=tuple(_moved(duties, before, is_new=False)),
    )


def _is_empty(one: DutyYear) -> bool:
    """Whether no record of the time, and not the partnership's own, holds anything on a duty that fields hold."""
    return not (one.elsewhere or one.recorded or any(line.records == _PARTNERSHIP for line in one.shown))


def _twelve_months(today: date) -> Period:
    return Period(months_after(today, -12) + timedelta(days=1), today, f"the twelve months to {today}")


def _year_before(time: Period) -> Period:
    return Period(months_after(time.since, -12), time.since - timedelta(days=1), "")


def _framework(partnership: Partnership, deadlines: Iterable[Deadline]) -> Iterator[Line]:
    """The document, its approval, and when it is due to be reviewed."""
    document = partnership.framework
    if document is not None:
        yield Line(document.title, "", _PARTNERSHIP)
        if document.approved:
            yield Line("approved", str(document.approved), _PARTNERSHIP)
    for one in partnership.reports_made:
        if one.what is RegularReport.FRAMEWORK_REVIEW:
            records = (one.record,) if one.record else _PARTNERSHIP
            yield Line(f"reviewed{f': {one.covers}' if one.covers else ''}", str(one.date), records)
    for due in deadlines:
        if due.kind == "framework-review":
            day = f"due {due.due}, " if due.due else ""
            state = due.state.value.replace("-", " ")
            yield Line(f"next review: {day}{state}{f' ({due.why})' if due.why else ''}", "", _PARTNERSHIP)


def _last_review(partnership: Partnership, day: date) -> When | None:
    """The last review before the end of the time, or else the approval; a review on its very last day ends it."""
    made = [one.date for one in partnership.reports_made if one.what is RegularReport.FRAMEWORK_REVIEW]
    approved = partnership.framework.approved if partnership.framework else None
    known = [when for when in (*made, approved) if when is not None and when.latest < day]
    return max(known, key=lambda when: when.latest, default=None)


def _decisions(within: Within, last: When | None, today: date) -> Iterator[Line]:
    """Decisions since the last review, up to the end of the time or today."""
    if last is None:
        return
    until = min(within.year.until, today)
    since = Within(within.snapshot, Period(last.earliest, until, ""), within.audience)
    for entry in since.all(Decision):
        yield sentences.line(since, entry)


def _moved(duties: Iterable[DutyYear], before: dict[str, int], *, is_new: bool) -> Iterator[Line]:
    """Duties on which something is recorded now and nothing was the year before, or the other way round."""
    for one in duties:
        was = before[one.name]
        if is_new and one.recorded and not was:
            yield Line(f"{one.name}: {one.says} ({counted_of(one.recorded, 'record')}; the year before 0)", "", ())
        if not is_new and was and not one.recorded:
            yield Line(f"{one.name}: {one.says} (0; the year before {counted_of(was, 'record')})", "", ())


FRAMEWORK = Report(
    "framework",
    "The yearly review of the framework itself: what the records show of each duty, never a score",
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
)
