"""The meeting pack of the Quality Improvement Group: what to decide, what to talk about, what waits, what is new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lif.analysis.duties.challenges import ChallengeRead, challenge_log
from lif.analysis.duties.flags import flags
from lif.analysis.lines.lineage import text_of
from lif.disclosure.request import Request
from lif.disclosure.whole_and_view import deadlines_for, suspects_for
from lif.model.kinds.decision import Decision
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.period import Period, When
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.reports import sentences
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.cited_sentence import Line, Within
from lif.reports.decisions_wanted import Undecided, reviews, themes, unanswered
from lif.reports.heading import Head, head
from lif.reports.open_items import challenge, flag, overdue, stalled
from lif.reports.report import Ask, Report, Section
from lif.reports.silent_themes import readings_until


@dataclass(frozen=True, slots=True)
class Pack:
    """The pack as of today; `since` says from when evidence is new, empty where nobody can say."""

    head: Head
    decide: tuple[Undecided, ...]
    reviews: tuple[Line, ...]
    unanswered: tuple[Line, ...]
    discuss: tuple[Undecided, ...]
    overdue: tuple[Line, ...]
    stalled: tuple[Line, ...]
    challenges: tuple[Line, ...]
    flags: tuple[Line, ...]
    since: str
    last_decided: Line
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    evaluated: tuple[Line, ...]
    again: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> Pack:
    """The pack for a meeting today; what is new is what lies in the period, or after the newest decision."""
    today = request.today
    readings = readings_until(snapshot, today, today)
    open_themes = tuple(themes(snapshot, readings, today))
    last = _last_decided(snapshot, today)
    span = request.period or _since(last, today)
    within = Within(snapshot, span, request.audience) if span else None
    new = [one for one in within.all(Finding) if not one.record.superseded_by] if within else []
    told_new = [(one, sentences.line(within, one)) for one in new] if within else []
    return Pack(
        head=head(snapshot, request, "Meeting pack of the Quality Improvement Group"),
        decide=tuple(one for one in open_themes if not one.is_to_discuss),
        reviews=tuple(reviews(snapshot, today)),
        unanswered=tuple(unanswered(snapshot, today)),
        discuss=tuple(one for one in open_themes if one.is_to_discuss),
        overdue=tuple(overdue(snapshot, deadlines_for(snapshot, request, today))),
        stalled=tuple(stalled(snapshot, today)),
        challenges=tuple(challenge(snapshot, one) for one in challenge_log(snapshot, today) if _is_open(one)),
        flags=tuple(flag(snapshot, one) for one in flags(snapshot, today) if one.answered is None),
        since=_said(span) if span else "",
        last_decided=Line("", "", ()) if request.period or last is None else last,
        strengths=tuple(line for one, line in told_new if one.record.direction in STRENGTHS),
        concerns=tuple(
            Line(f"{line.text} ({words(one.record.direction)})", line.when, line.records)
            for one, line in told_new
            if one.record.direction not in STRENGTHS
        ),
        evaluated=tuple(sentences.line(within, one, one.record.claim or "") for one in within.all(Evaluation))
        if within
        else (),
        again=tuple(_again(snapshot, request)),
    )


def _is_open(one: ChallengeRead) -> bool:
    """Whether it waits for anything: an answer, the information that was asked for, or its end."""
    return one.closed is None


def _last_decided(snapshot: Snapshot, today: date) -> Line | None:
    """The newest decision of a group, after which evidence is new."""
    made = [
        one
        for one in snapshot.of(Decision)
        if one.record.date is not None and one.record.date.latest <= today and one.record.disposition
    ]
    last = max(made, key=lambda one: (str(one.record.date), one.id), default=None)
    return Line(last.record.title, str(last.record.date), (last.id,)) if last else None


def _since(last: Line | None, today: date) -> Period | None:
    when = When.parse(last.when.replace(" to ", "/")) if last else None
    return Period(when.latest + timedelta(days=1), today, "") if when and when.latest < today else None


def _said(span: Period) -> str:
    return f"{span.since.day} {span.since:%B %Y} to {span.until.day} {span.until:%B %Y}"


def _again(snapshot: Snapshot, request: Request) -> Iterator[Line]:
    """Records whose evidence has changed since it was cited: somebody looks again, and says so."""
    for one in suspects_for(snapshot, request):
        there = text_of(snapshot, one.target)
        what = f"{snapshot.entries[one.record].record.title}: what it rests on has changed since: {there}"
        yield Line(f"{what} (lif accept {one.record})", "", (one.record, one.target))


QIG = Report(
    "qig",
    "The meeting pack of the Quality Improvement Group: decisions, themes to discuss, what waits, what is new",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("decide", "Decisions needed"),
        Section("discuss", "Themes to discuss"),
        Section("overdue", "Overdue and stalled"),
        Section("challenges", "Challenges"),
        Section("flags", "Flags that wait for an answer"),
        Section("new", "New evidence since the last meeting"),
        Section("again", "Evidence to look at again"),
    ),
    takes=(Ask.PERIOD,),
    reaches=Sharing.PARTNERSHIP,
    duties=("F4.2", "F4.4", "F4.7", "F4.8"),
)
