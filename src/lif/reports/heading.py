"""The head of every report: whose it is, what it was made from, and by which conventions."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lif.analysis.chronology.record_date import placed
from lif.disclosure.request import Request, Withheld
from lif.model.kinds.partnership import Name, Partnership, Priority, Thresholds
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Body
from lif.reports.report import the_partnership


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader must know before the first sentence.

    `absent` is how an absence is put in this report. `identity` names records, templates and request together: the
    same identity gives the same bytes. `asked` is the command that gives this document.
    """

    title: str
    body: str
    predecessor: str
    compiled: str
    own: bool
    complete: str
    absent: str
    period: str
    since: str
    until: str
    audience: str
    edition: str
    identity: str
    today: str
    records: int
    withheld: Withheld
    undated: int
    priority: str
    asked: str
    conventions: tuple[str, ...]


def head(snapshot: Snapshot, request: Request, title: str) -> Head:
    """The head of a report on a year or period, or on what there is today where it covers none."""
    partnership = the_partnership(snapshot)
    period = request.span
    priority = snapshot.registers["priority"].get(request.priority)
    own = partnership.compiled.own
    named = _named(partnership, period)
    now = partnership.names[-1].name if partnership.names else partnership.title
    return Head(
        title=title,
        body=named.name if named else now,
        predecessor=now if named and named.body is Body.BOARD and named.name != now else "",
        compiled=f"Compiled by {partnership.compiled.by} from {partnership.compiled.basis}",
        own=own,
        complete=partnership.compiled.complete,
        absent=snapshot.absent,
        period=period.name if period else "",
        since=_day(period.since) if period else "",
        until=_day(period.until) if period else "",
        audience=request.audience.value,
        edition=_edition(partnership, period.until if period else request.today),
        identity=_identity(snapshot, request),
        today=request.today.isoformat(),
        records=len(snapshot.entries),
        withheld=request.withheld,
        undated=sum(
            entry.kind.folder != "" and placed(snapshot, entry.id) is None for entry in snapshot.entries.values()
        ),
        priority=priority.name if isinstance(priority, Priority) else "",
        asked=request.asked,
        conventions=_conventions(partnership.thresholds),
    )


def _named(partnership: Partnership, period: Period | None) -> Name | None:
    """The name the arrangements had for most of the period; the first of those that had it equally long."""
    if period is None:
        return None
    days = [(_days(name, period), name) for name in partnership.names]
    longest = max((count for count, _ in days), default=0)
    return next((name for count, name in days if count == longest > 0), None)


def _days(name: Name, period: Period) -> int:
    """How many days of the period the name may have held."""
    since = max(period.since, name.since.earliest) if name.since else period.since
    until = min(period.until, name.until.latest) if name.until else period.until
    return (until - since).days + 1


def _edition(partnership: Partnership, day: date) -> str:
    """The edition of the guidance in force on the day."""
    mine = [
        guidance.edition
        for guidance in partnership.guidance
        if (guidance.since is None or guidance.since.earliest <= day)
        and (guidance.until is None or guidance.until.latest >= day)
    ]
    edition = mine[0] if mine else "none"
    return f"Working Together {edition[2:]}" if edition.startswith("wt") else edition


def _identity(snapshot: Snapshot, request: Request) -> str:
    """Names the records, the templates and all that was asked."""
    span = request.span.name if request.span else ""
    parts = (
        snapshot.content,
        request.templates,
        request.asked,
        span,
        request.audience.value,
        request.today.isoformat(),
    )
    said = "\n".join(parts)
    return sha256(said.encode()).hexdigest()[:16]


def _conventions(thresholds: Thresholds) -> tuple[str, ...]:
    return (
        f"reassurance needs evidence no older than {thresholds.stabilise_within_months} months",
        f"evidence older than {thresholds.old_after_months} months is called old",
        f"nothing is said of change below {thresholds.fewest_cases} cases",
        f"percentages are given from {thresholds.percentages_from} cases up",
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
