"""Report `qig`: the meeting pack of the group that oversees learning, with decisions needed and new evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.deadlines.flag_clocks import flag_clocks_in_words
from lif.analysis.duties.challenges import ChallengeReading, challenge_log
from lif.analysis.duties.flags import flag_log
from lif.analysis.duties.groups import group_name
from lif.analysis.duties.overruled import is_strength, lowered_to
from lif.analysis.lines.lineage import text_of
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.period import Period, When
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.model.vocabulary import GroupTask, words
from lif.reports import sentences
from lif.reports.cited_sentence import Line, Within
from lif.reports.decided_otherwise import decided_otherwise
from lif.reports.decisions_wanted import UndecidedTheme, unanswered_recommendations, undecided_reviews, undecided_themes
from lif.reports.heading import Head, head, long_date
from lif.reports.open_items import challenge_line, flag_line, overdue_lines, stalled_action_lines
from lif.reports.raised_in_period import closed_challenges
from lif.reports.report import Ask, Report, Section
from lif.reports.request import Request
from lif.reports.signal_lines import open_signal_lines
from lif.reports.silent_themes import readings_of
from lif.reports.standards_told import repeat_audit_lines


@dataclass(frozen=True, slots=True)
class MeetingPack:
    """The content of the pack, as of today. `since` is the period of new evidence; empty where it is not known."""

    head: Head
    decide: tuple[UndecidedTheme, ...]
    reviews: tuple[Line, ...]
    unanswered: tuple[Line, ...]
    discuss: tuple[UndecidedTheme, ...]
    signals: tuple[Line, ...]
    overdue: tuple[Line, ...]
    stalled: tuple[Line, ...]
    challenges: tuple[Line, ...]
    flags: tuple[Line, ...]
    clocks: str
    since: str
    last_decided: Line
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    compared: tuple[Line, ...]
    evaluated: tuple[Line, ...]
    otherwise: tuple[Line, ...]
    closed: tuple[Line, ...]
    again: tuple[Line, ...]


def build(view: View, request: Request) -> MeetingPack:
    """Build the pack for a meeting today. Evidence is new in the period of the request or after the newest decision."""
    snapshot = view.records
    today = view.day
    undecided = tuple(undecided_themes(snapshot, readings_of(snapshot, today, request.themes)))
    last_decision = _last_decision(snapshot, today)
    period = request.period or _period_since(last_decision, today)
    within = Within(snapshot, period, view.audience) if period else None
    new_findings = [finding for finding in within.all(Finding) if not finding.record.superseded_by] if within else []
    findings_with_lines = (
        [(finding, sentences.record_line(within, finding)) for finding in new_findings] if within else []
    )
    return MeetingPack(
        head=head(view, request, f"Meeting pack of {group_name(snapshot.partnership, GroupTask.LEARNING, today)}"),
        decide=tuple(theme for theme in undecided if not theme.is_to_discuss),
        reviews=tuple(undecided_reviews(snapshot, today)),
        unanswered=tuple(unanswered_recommendations(snapshot, today)),
        discuss=tuple(theme for theme in undecided if theme.is_to_discuss),
        signals=tuple(open_signal_lines(snapshot, today, request.themes)),
        overdue=tuple(overdue_lines(snapshot, deadlines(snapshot, today))),
        stalled=tuple(stalled_action_lines(snapshot, today)),
        challenges=tuple(
            challenge_line(snapshot, logged) for logged in challenge_log(snapshot, today) if _is_open(logged)
        ),
        flags=tuple(
            flag_line(snapshot, raised_flag)
            for raised_flag in flag_log(snapshot, today)
            if raised_flag.answered is None
        ),
        clocks=flag_clocks_in_words(snapshot.thresholds),
        since=_period_in_words(period) if period else "",
        last_decided=Line("", "", ()) if request.period or last_decision is None else last_decision,
        strengths=tuple(line for finding, line in findings_with_lines if is_strength(snapshot, finding)),
        concerns=tuple(
            Line(
                f"{line.text} ({lowered_to(snapshot, finding) or words(finding.record.direction)})",
                line.when,
                line.records,
            )
            for finding, line in findings_with_lines
            if not is_strength(snapshot, finding)
        ),
        compared=tuple(repeat_audit_lines(snapshot, period, view.audience)) if period else (),
        evaluated=tuple(sentences.impact_lines(within)) if within else (),
        otherwise=tuple(decided_otherwise(snapshot)),
        closed=tuple(closed_challenges(snapshot, today, period)) if period else (),
        again=tuple(_changed_evidence(snapshot, request)),
    )


def _is_open(logged: ChallengeReading) -> bool:
    """Whether a challenge is not closed: it awaits an answer, information or its closure."""
    return logged.closed is None


def _last_decision(snapshot: Snapshot, today: date) -> Line | None:
    """The newest decision with a disposition; evidence after it is new."""
    decisions = [
        decision
        for decision in snapshot.of(Decision)
        if decision.record.date is not None and decision.record.date.latest <= today and decision.record.disposition
    ]
    newest = max(decisions, key=lambda decision: (str(decision.record.date), decision.id), default=None)
    return Line(newest.record.title, str(newest.record.date), (newest.id,)) if newest else None


def _period_since(last_decision: Line | None, today: date) -> Period | None:
    when = When.parse(last_decision.when.replace(" to ", "/")) if last_decision else None
    return Period(when.latest + timedelta(days=1), today, "") if when and when.latest < today else None


def _period_in_words(period: Period) -> str:
    return f"{long_date(period.since)} to {long_date(period.until)}"


def _changed_evidence(snapshot: Snapshot, request: Request) -> Iterator[Line]:
    """Records whose evidence has changed since they cited it, each with the command that accepts the change."""
    for suspect in request.changed_evidence:
        target_text = text_of(snapshot, suspect.target)
        text = f"{snapshot.entries[suspect.record].record.title}: what it rests on has changed since: {target_text}"
        yield Line(f"{text} (lif accept {suspect.record})", "", (suspect.record, suspect.target))


QIG = Report(
    "qig",
    "The meeting pack of the group that oversees learning: decisions, themes to discuss, what waits, what is new",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("decide", "Decisions needed"),
        Section("discuss", "Themes to discuss"),
        Section("signals", "What may have to be learned"),
        Section("overdue", "Overdue and stalled"),
        Section("challenges", "Challenges"),
        Section("flags", "Flags that wait for an answer"),
        Section("new", "New evidence since the last meeting"),
        Section("again", "Evidence to look at again"),
    ),
    takes=(Ask.PERIOD,),
    reaches=Sharing.PARTNERSHIP,
    duties=("F3.5", "F4.2", "F4.4", "F4.7", "F4.8", "F5.1", "F5.5"),
)
