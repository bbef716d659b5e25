"""Everything that is told of a view, as plain values: each report and briefing, and what each reading command shows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lif.analysis.chronology.stage import life_of
from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.duties.influences import influences
from lif.analysis.duties.principles import activities, check_principles
from lif.analysis.lines.lineage import records_on_theme, trace
from lif.analysis.themes.theme_summary import summarise_theme
from lif.disclosure.changed_evidence import changed_evidence
from lif.disclosure.view_of import view_of
from lif.errors import LifError
from lif.model.kinds.review import Review
from lif.model.period import Period, months_after
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.output.plain_json import as_json
from lif.reports.registry import BRIEFINGS, REPORTS
from lif.reports.report import AGENCY, THEME, Ask, Report
from lif.reports.request import Request

_APRIL = 4
_IDENTITY = re.compile(r'"(identity|content)": "[0-9a-f]*"')
Asked = tuple[Report, Request]


def year_of(day: date) -> Period:
    """The year from April to March that holds the day."""
    first = day.year - (day.month < _APRIL)
    year = Period.year(f"{first}-{(first + 1) % 100:02d}")
    assert year is not None
    return year


def half_year_to(day: date) -> Period:
    """The six months that end with the month of the day."""
    since = months_after(day.replace(day=1), -5)
    until = date.fromordinal(months_after(day.replace(day=1), 1).toordinal() - 1)
    return Period(since, until, f"{since:%Y-%m} to {until:%Y-%m}")


def requests_of(snapshot: Snapshot, day: date, per_report: int = 2) -> Iterator[Asked]:
    """Every report and briefing, asked on the day in as many ways as `per_report` for each thing that it needs."""
    for report in (*REPORTS, *BRIEFINGS):
        asked = [Request(day)]
        if Ask.YEAR in report.needs:
            asked = [Request(day, year=year_of(months_after(day, -12 * back))) for back in range(per_report)]
        if Ask.PERIOD in report.needs:
            asked = [Request(day, period=half_year_to(months_after(day, -6 * back))) for back in range(per_report)]
        if Ask.CYCLE in report.needs:
            asked = [Request(day, cycle=key) for key in list(snapshot.cycles)[-per_report:]]
        if Ask.ABOUT in report.needs:
            asked = [Request(day, about=about) for about in _subjects(snapshot, report, per_report)]
        yield from ((report, request) for request in asked)


def _subjects(snapshot: Snapshot, report: Report, per_report: int) -> list[str]:
    """The most cited records of the kinds that a report is written on, agencies, themes."""
    ids = [entry.id for entry in snapshot.entries.values() if entry.kind.name in report.kinds]
    ids.sort(key=lambda record_id: (-len(snapshot.cited_by.get(record_id, ())), record_id))
    subjects = ids[:per_report]
    subjects += list(snapshot.agencies)[:per_report] if AGENCY in report.kinds else []
    return subjects + (list(snapshot.themes)[:per_report] if THEME in report.kinds else [])


def view_for(snapshot: Snapshot, report: Report, request: Request, audience: Sharing) -> View:
    """The view that the report is built from."""
    covers = Ask.YEAR in report.needs or Ask.PERIOD in report.needs
    return view_of(snapshot, request.today, audience, (request.year or request.period) if covers else None)


def content_of(snapshot: Snapshot, report: Report, request: Request, audience: Sharing) -> Any:
    """The content of a report before its template; None where the audience may not see its subject."""
    view = view_for(snapshot, report, request, audience)
    try:
        return report.build(view, replace(request, changed_evidence=changed_evidence(snapshot, view)))
    except LifError:
        return None


def name_of(report: Report, request: Request) -> str:
    """`annual 2025-26`, for the message of a test."""
    span = request.year or request.period
    words = (report.name, span.name if span else "", request.cycle, request.about)
    return " ".join(filter(None, words))


def told_of(snapshot: Snapshot, day: date, audience: Sharing, asked: list[Asked]) -> Mapping[str, str]:
    """Everything that is told, by name, as text that can be compared; identities of content are left out."""
    told = {
        name_of(report, request): content_of(snapshot, report, request, audience)
        for report, request in asked
        if report.reaches.may_reach(audience)
    }
    told |= dict(_commands(view_of(snapshot, day, audience)))
    return {name: _IDENTITY.sub("", as_json(told=content)) for name, content in told.items()}


def _commands(view: View) -> Iterator[tuple[str, Any]]:
    """What `due`, `list`, `principles`, `decide`, `triangulate` and `trace` show."""
    records, day = view.records, view.day
    yield "due", deadlines(records, day)
    yield "list", [(entry.id, life_of(records, entry, day)) for entry in records.entries.values()]
    yield "principles", [check_principles(records, activity) for activity in activities(records)]
    yield "decide", [influences(records, review, day) for review in records.of(Review)]
    for theme in records.themes:
        summary = summarise_theme(records, theme, day)
        decided = [entry.id for entry in summary.reading.decisions]
        told = replace(summary, reading=replace(summary.reading, decisions=(), disposed=None))
        # A record cannot be written as JSON; its id can.
        yield f"triangulate {theme}", (told, decided, summary.reading.disposed is not None)
        start, carriers = records_on_theme(records, theme)
        yield f"trace {theme}", trace(records, start, day, carriers)
