"""The list of reports in the words of the partnership: the names of its groups, and how often it makes each."""

from collections.abc import Iterable, Iterator
from datetime import date

from lif.analysis.duties.groups import with_group_names
from lif.model.kinds.partnership import Partnership
from lif.reports.report import Report


def report_rows(
    reports: Iterable[Report], partnership: Partnership | None, today: date
) -> Iterator[tuple[str, str, str]]:
    """Each report with its audience and its description; general words where no partnership is known."""
    for report in reports:
        says = with_group_names(partnership, report.says, today)
        yield report.name, report.audience.value, f"{says}{_how_often(report, partnership)}"


def _how_often(report: Report, partnership: Partnership | None) -> str:
    """`; every 3 months`; empty for a report that no setting makes regular."""
    if partnership is None or not report.every:
        return ""
    months: int = getattr(partnership.report_periods, report.every)
    return "; every month" if months == 1 else f"; every {months} months"
