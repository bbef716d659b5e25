"""The head of every report: the partnership, the period, the audience, the records behind it and the conventions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from lif.analysis.chronology.edition_in_force import edition_in_force
from lif.model.kinds.partnership import Name, Partnership
from lif.model.period import Period, When
from lif.model.settings import Thresholds
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.model.vocabulary import Body
from lif.reports.cited_sentence import Line
from lif.reports.report import partnership_of
from lif.reports.request import Request


@dataclass(frozen=True, slots=True)
class WordsOfCommitment:
    """One commitment in a statement: what should be different, how that is measured, by when, and who sees to it."""

    outcome: str
    measure: str
    due: str
    owner: str
    note: Line


@dataclass(frozen=True, slots=True)
class Words:
    """What people say in a section: who, when, to whom they reply, and the paragraphs as they were written."""

    by: str
    when: str
    agreed_by: str
    to: str
    paragraphs: tuple[str, ...]
    commitments: tuple[WordsOfCommitment, ...]
    note: Line


@dataclass(frozen=True, slots=True)
class SectionWords:
    """All that people say in one section; `heading` is filled where the section holds nothing else."""

    heading: str
    said: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader must know before the first sentence.

    `absent` are the words for an absence in this report, `absent_from_all` those for an absence from a record that
    every reader may see. `silence_means_no`: what is not recorded was not done; `can_withhold`: a record may be
    withheld, so that nothing follows from the absence of one. `identity` is a hash of records, templates and request:
    the same identity gives the same bytes. `asked` is the command that makes this document. `words` are what people say
    in their own words, by the block of the section, and `unwritten` is the sentence on the words that are still owed.
    """

    title: str
    body: str
    predecessor: str
    compiled: str
    own: bool
    silence_means_no: bool
    can_withhold: bool
    complete: str
    absent: str
    absent_from_all: str
    period: str
    since: str
    until: str
    audience: str
    edition: str
    identity: str
    today: str
    records: int
    withheld: int
    undated: int
    priority: str
    asked: str
    conventions: tuple[str, ...]
    words: Mapping[str, SectionWords] = field(default_factory=dict)
    unwritten: str = ""


def head(view: View, request: Request, title: str) -> Head:
    """The head of a report on a year or period, or on the state today where the report covers none."""
    snapshot, period = view.records, view.period
    partnership = partnership_of(snapshot)
    priority = snapshot.priority(request.priority)
    own = partnership.compiled.own
    name_then = _longest_name(partnership, period)
    name_now = partnership.names[-1].name if partnership.names else partnership.title
    return Head(
        title=title,
        body=name_then.name if name_then else name_now,
        predecessor=name_now if name_then and name_then.body is Body.BOARD and name_then.name != name_now else "",
        compiled=f"Compiled by: {_phrase(partnership.compiled.by)}. Made from: {_phrase(partnership.compiled.basis)}",
        own=own,
        silence_means_no=snapshot.silence_means_no,
        can_withhold=view.can_withhold,
        complete=_sentence(partnership.compiled.complete),
        absent=snapshot.absent,
        absent_from_all=snapshot.absent_from_all,
        period=period.name if period else "",
        since=long_date(period.since) if period else "",
        until=long_date(period.until) if period else "",
        audience=view.audience.value,
        edition=_edition(snapshot, period.until if period else request.today),
        identity=_identity(view, request),
        today=request.today.isoformat(),
        records=len(snapshot.entries),
        withheld=view.withheld,
        undated=sum(record_id in snapshot.entries for record_id in view.undated),
        priority="" if priority is None else priority.name,
        asked=request.command,
        conventions=_conventions(partnership.thresholds),
    )


def _longest_name(partnership: Partnership, period: Period | None) -> Name | None:
    """The name that the arrangements had for the longest part of the period; the first of equals."""
    if period is None:
        return None
    days = [(_days_in_use(name, period), name) for name in partnership.names]
    longest = max((count for count, _ in days), default=0)
    return next((name for count, name in days if count == longest > 0), None)


def _days_in_use(name: Name, period: Period) -> int:
    """How many days of the period the name may have been in use."""
    since = max(period.since, name.since.earliest) if name.since else period.since
    until = min(period.until, name.until.latest) if name.until else period.until
    return (until - since).days + 1


def _edition(snapshot: Snapshot, day: date) -> str:
    """The title of the edition of the guidance in force on the day; where lif judges by no edition, the reason."""
    in_force = edition_in_force(snapshot, When.parse(day))
    if not in_force.edition.is_silent:
        return in_force.edition.title
    if in_force.unknown:
        return f"{in_force.unknown}, which lif does not know"
    return f"one that lif does not judge by ({in_force.because})" if in_force.because else "not known"


def _phrase(answer: str) -> str:
    """An answer without its full stop, so that one can follow."""
    return answer.rstrip(". ")


def _sentence(answer: str) -> str:
    """An answer with its full stop."""
    return answer if answer.endswith((".", "!", "?")) else f"{answer}."


def _identity(view: View, request: Request) -> str:
    """A hash of the records, the templates and the request."""
    span = view.period.name if view.period else ""
    parts = (
        view.records.content,
        request.templates,
        request.command,
        span,
        view.audience.value,
        request.today.isoformat(),
    )
    text = "\n".join(parts)
    return sha256(text.encode()).hexdigest()[:16]


def _conventions(thresholds: Thresholds) -> tuple[str, ...]:
    return (
        f"reassurance needs evidence no older than {thresholds.stabilise_within_months} months",
        f"evidence older than {thresholds.old_after_months} months is called old",
        f"nothing is said of change below {thresholds.fewest_cases} cases",
        f"percentages are given from {thresholds.percentages_from} cases up",
    )


def long_date(day: date) -> str:
    """`5 November 2019`."""
    return f"{day.day} {day:%B %Y}"
