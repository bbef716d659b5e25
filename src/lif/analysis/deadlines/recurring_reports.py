"""What a partnership makes again and again: reports to the Executive, yearly reports, reviews of the framework."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.edition_in_force import edition_for
from lif.analysis.deadlines.deadline import Deadline, has_begun, span
from lif.model.edition import Edition, YearlyReport
from lif.model.kinds.partnership import Partnership, ReportMade
from lif.model.parts.scalars import year_start
from lif.model.period import Period, When, months_after
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import RegularReport

_APRIL = 4
PARTNERSHIP = "partnership"
"""The id of the record that says which reports were made."""


def regular_reports(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Every regular report and review, those that were made and the next one."""
    partnership = snapshot.partnership
    if partnership is not None:
        yield from _to_the_executive(partnership, today)
        yield from _yearly(snapshot, partnership, today)
        yield from _framework(partnership, today)


def _made(partnership: Partnership, what: RegularReport, today: date) -> list[tuple[int, ReportMade]]:
    """Those of one sort that had been made by then, with their place in the record, oldest first."""
    every = enumerate(partnership.reports_made)
    listed = [(index, one) for index, one in every if one.what is what and has_begun(one.date, today)]
    return sorted(listed, key=lambda pair: (pair[1].date.earliest, pair[1].date.latest))


def _in_months(when: When, months: int) -> When:
    return span(months_after(when.earliest, months), months_after(when.latest, months))


def _to_the_executive(partnership: Partnership, today: date) -> Iterator[Deadline]:
    """Each so many months after the one before (F7.5); with none recorded, nobody can say when the next is due."""
    months = partnership.report_periods.executive_months
    made = _made(partnership, RegularReport.EXECUTIVE, today)
    if not made:
        yield Deadline(
            kind="executive-report",
            what="Report to the Executive",
            record=PARTNERSHIP,
            at=(),
            due=None,
            why=f"every {months} months; none is recorded under `reports_made`",
        )
    for (index, report), after in zip(made, (*made[1:], None), strict=False):
        yield Deadline(
            kind="executive-report",
            what="Report to the Executive",
            record=PARTNERSHIP,
            at=("reports_made", index),
            due=_in_months(report.date, months),
            why=f"{months} months from {report.date}, when the last one was made",
            start=report.date,
            met=after[1].date if after else None,
        )


def _framework(partnership: Partnership, today: date) -> Iterator[Deadline]:
    """The next review of the framework: the day that was set, or so many months after the last one (F8.1)."""
    framework, months = partnership.framework, partnership.report_periods.framework_months
    approved = framework.approved if framework else None
    made = [one.date for _, one in _made(partnership, RegularReport.FRAMEWORK_REVIEW, today)]
    last = max(filter(None, (approved, *made)), key=lambda when: when.earliest, default=None)
    due, why, met = None, f"every {months} months; none is recorded", None
    if framework and framework.review_due:
        due, why = framework.review_due, ""
        met = next((when for when in made if approved is not None and approved.is_before(when)), None)
    elif last is not None:
        due, why = _in_months(last, months), f"{months} months from {last}, when it was last approved or reviewed"
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
    """A report on each year since the first that is known, by the edition in force when the year ended (F7.7)."""
    newest_first = reversed(_made(partnership, RegularReport.ANNUAL, today))
    made = {year_start(one.covers or ""): (index, one) for index, one in newest_first}
    running = today.year - (today.month < _APRIL)
    first = min((year for year in made if year is not None), default=running)
    for start in range(min(first, running), running + 1):
        year = Period.year(f"{start}-{(start + 1) % 100:02d}")
        if year is None:
            continue
        end = span(year.until, year.until)
        edition = edition_for(snapshot, end)
        before, this = made.get(start - 1), made.get(start)
        due = _yearly_due(edition.yearly_report, year, before[1].date if before else None)
        if edition.yearly_report is not None and due is not None:
            yield _on_the_year(edition, edition.yearly_report, year, due, this)


def _yearly_due(asked: YearlyReport | None, year: Period, before: When | None) -> When | None:
    if asked is None:
        return None
    if asked.due_month and asked.due_day:
        day = date(year.until.year, asked.due_month, asked.due_day)
        return span(day, day)
    return _in_months(before, asked.every_months) if before and asked.every_months else None


def _on_the_year(
    edition: Edition, asked: YearlyReport, year: Period, due: When, made: tuple[int, ReportMade] | None
) -> Deadline:
    says = (f"for the year to {year.until}", edition.title, asked.caveat)
    return Deadline(
        kind="yearly-report",
        what=f"Yearly report {year.name}",
        record=PARTNERSHIP,
        at=("reports_made", made[0]) if made else ("reports_made",),
        due=due,
        why="; ".join(filter(None, says)),
        start=span(year.since, year.since),
        met=made[1].date if made else None,
        edition=edition.name,
        is_verified=asked.verified,
    )
