"""The head of every report: whose it is, what it was made from, and by which conventions."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from lif.model.kinds.partnership import Name, Partnership, Thresholds
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Body
from lif.reports.report import Request, the_partnership


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader must know before the first sentence.

    `absent` is how an absence is put in this report. `identity` names records and request together: the same identity
    and templates give the same bytes.
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
    withheld: int
    conventions: tuple[str, ...]


def head(snapshot: Snapshot, request: Request, name: str, title: str) -> Head:
    """The head for a report on a year."""
    partnership = the_partnership(snapshot)
    period = request.year
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
        edition=_edition(partnership, period),
        identity=_identity(snapshot, request, name),
        today=request.today.isoformat(),
        records=len(snapshot.entries),
        withheld=request.withheld,
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


def _edition(partnership: Partnership, period: Period | None) -> str:
    if period is None:
        return ""
    mine = [
        guidance.edition
        for guidance in partnership.guidance
        if (guidance.since is None or guidance.since.earliest <= period.until)
        and (guidance.until is None or guidance.until.latest >= period.until)
    ]
    edition = mine[0] if mine else "none"
    return f"Working Together {edition[2:]}" if edition.startswith("wt") else edition


def _identity(snapshot: Snapshot, request: Request, name: str) -> str:
    year = request.year.name if request.year else ""
    said = f"{snapshot.content}\n{name}\n{year}\n{request.audience.value}\n{request.today.isoformat()}"
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
