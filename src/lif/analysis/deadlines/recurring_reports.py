"""Deadlines of regular reports: reports to the executive group, yearly reports, reviews of the framework."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.edition_in_force import edition_for
from lif.analysis.deadlines.deadline import Deadline, date_between, may_have_happened
from lif.analysis.duties.groups import group_name
from lif.model.edition import Edition, YearlyReport
from lif.model.kinds.partnership import Partnership, ReportMade
from lif.model.parts.scalars import year_start
from lif.model.period import Period, When, months_after
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import GroupTask, RegularReport

_APRIL = 4
PARTNERSHIP = "partnership"
"""The id of the record that lists the reports made."""


def regular_report_deadlines(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Yield the deadlines of regular reports and reviews: of those already made and of the next ones."""
    partnership = snapshot.partnership
    if partnership is not None:
        yield from _to_the_executive(partnership, today)
        yield from _yearly(snapshot, partnership, today)
        yield from _framework_reviews(partnership, today)


def _reports_made(partnership: Partnership, what: RegularReport, today: date) -> list[tuple[int, ReportMade]]:
    """The reports of one sort made by that day, each with its index in the record, oldest first."""
    numbered = enumerate(partnership.reports_made)
    made = [
        (index, report) for index, report in numbered if report.what is what and may_have_happened(report.date, today)
    ]
    return sorted(made, key=lambda pair: (pair[1].date.earliest, pair[1].date.latest))


def _months_later(when: When, months: int) -> When:
    return date_between(months_after(when.earliest, months), months_after(when.latest, months))


def _to_the_executive(partnership: Partnership, today: date) -> Iterator[Deadline]:
    """Yield the deadlines of reports to the executive group, each so many months after the last report (F7.5).

    Where no report is recorded, the next one has no due day.
    """
    months = partnership.report_periods.executive_months
    made = _reports_made(partnership, RegularReport.EXECUTIVE, today)
    what = f"Report to {group_name(partnership, GroupTask.EXECUTIVE, today)}"
    if not made:
        yield Deadline(
            kind="executive-report",
            what=what,
            record=PARTNERSHIP,
            at=(),
            due=None,
            why=f"every {months} months; none is recorded under `reports_made`",
        )
    for (index, report), following in zip(made, (*made[1:], None), strict=False):
        yield Deadline(
            kind="executive-report",
            what=what,
            record=PARTNERSHIP,
            at=("reports_made", index),
            due=_months_later(report.date, months),
            why=f"{months} months from {report.date}, when the last one was made",
            start=report.date,
            met=following[1].date if following else None,
        )


def _framework_reviews(partnership: Partnership, today: date) -> Iterator[Deadline]:
    """Yield the next review of the framework: due on the day set, or so many months after the last one (F8.1)."""
    framework, months = partnership.framework, partnership.report_periods.framework_months
    approved = framework.approved if framework else None
    reviewed = [report.date for _, report in _reports_made(partnership, RegularReport.FRAMEWORK_REVIEW, today)]
    last = max(filter(None, (approved, *reviewed)), key=lambda when: when.earliest, default=None)
    due, why, met = None, f"every {months} months; none is recorded", None
    if framework and framework.review_due:
        due, why = framework.review_due, ""
        met = next((when for when in reviewed if approved is not None and approved.is_before(when)), None)
    elif last is not None:
        due, why = _months_later(last, months), f"{months} months from {last}, when it was last approved or reviewed"
    yield Deadline(
        kind="framework-review",
        what="Review of the framework",
        record=PARTNERSHIP,
        at=("framework", "review_due") if framework and framework.review_due else ("framework",) if framework else (),
        due=due,
        why=why,
        start=last,
        met=met,
    )


def _yearly(snapshot: Snapshot, partnership: Partnership, today: date) -> Iterator[Deadline]:
    """Yield the deadlines of yearly reports since the first one known, by the edition at the end of the year (F7.7)."""
    newest_first = reversed(_reports_made(partnership, RegularReport.ANNUAL, today))
    made = {year_start(report.covers or ""): (index, report) for index, report in newest_first}
    current = today.year - (today.month < _APRIL)
    first = min((start for start in made if start is not None), default=current)
    for start in range(min(first, current), current + 1):
        year = Period.year(f"{start}-{(start + 1) % 100:02d}")
        if year is None:
            continue
        end = date_between(year.until, year.until)
        edition = edition_for(snapshot, end)
        previous, this = made.get(start - 1), made.get(start)
        due = _yearly_due(edition.yearly_report, year, previous[1].date if previous else None)
        if edition.yearly_report is not None and due is not None:
            yield _yearly_deadline(edition, edition.yearly_report, year, due, this)


def _yearly_due(required: YearlyReport | None, year: Period, previous: When | None) -> When | None:
    """When the report on a year is due; None where the edition asks for none or the date cannot be worked out."""
    if required is None:
        return None
    if required.due_month and required.due_day:
        day = date(year.until.year, required.due_month, required.due_day)
        return date_between(day, day)
    return _months_later(previous, required.every_months) if previous and required.every_months else None


def _yearly_deadline(
    edition: Edition, required: YearlyReport, year: Period, due: When, made: tuple[int, ReportMade] | None
) -> Deadline:
    reasons = (f"for the year to {year.until}", edition.title, required.caveat)
    return Deadline(
        kind="yearly-report",
        what=f"Yearly report {year.name}",
        record=PARTNERSHIP,
        at=("reports_made", made[0]) if made else ("reports_made",),
        due=due,
        why="; ".join(filter(None, reasons)),
        start=date_between(year.since, year.since),
        met=made[1].date if made else None,
        edition=edition.name,
        is_verified=required.verified,
    )
