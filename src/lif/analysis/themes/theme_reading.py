"""Read one theme through all its sources: verdicts, silence, serious risk, recurrence and the decisions on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.analysis.themes.decisions_on_theme import decisions_on
from lif.analysis.themes.doubts import Doubt, doubtful_kinds, doubts_about
from lif.analysis.themes.evidence_kind import LABELS, SELF_DESCRIPTION, SILENCE_ORDER
from lif.analysis.themes.learning_elsewhere import (
    LearningElsewhere,
    learning_from_elsewhere,
    serious_elsewhere,
)
from lif.analysis.themes.looked_at import Look, last_look, looks_at
from lif.analysis.themes.practice_seen import practice_seen
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.source_votes import EvidenceLine, evidence_lines
from lif.analysis.themes.sources import pieces_of_work
from lif.analysis.themes.spoken import who_has_spoken
from lif.analysis.themes.triangulation import (
    CONCERNS,
    Proposal,
    agreement_in_words,
    combine_verdicts,
    count_conflicts,
    propose,
)
from lif.analysis.themes.votes import (
    ONLY_DESCRIBES,
    NotCounted,
    SourcedFinding,
    findings_by_theme,
    findings_not_counted,
)
from lif.model.declaration import EvidenceKind
from lif.model.kinds.audit import Audit
from lif.model.kinds.decision import Decision
from lif.model.kinds.review import Review
from lif.model.period import Period, When, months_between
from lif.model.record import Activity
from lif.model.snapshot import Entry, Snapshot, once

_A_YEAR = 12
"""Concerns came back where so many months lie between them, not where a year began between them."""


@dataclass(frozen=True, slots=True)
class SpokenKind:
    """A kind of evidence that has spoken on a theme, with its records, and its verdict: W, N, G or M.

    The verdict is empty where it does not say whether it works. Where it only votes as part of a larger piece of work,
    which counts as another kind, it is that of its part.
    """

    kind: str
    label: str
    records: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """The combined reading of all evidence on one theme.

    `newest_months` is the age of the newest practice that direct evidence looked at, None where there is none.
    `doubts` are what speaks against sources that say it works, `doubtful` the kinds on which no reassurance may rest.
    `spoken` are the kinds of evidence with a record on the theme, `silent` those without one: none are named in an
    edition that may withhold records. `concerns` are the records of the period that raise a concern, counted or not.
    `decisions` are all that stand on the theme, newest first; `disposed` is the newest that is on this theme before
    others and says create, stabilise or change. `elsewhere` is what other partnerships and national bodies learned on
    it: nothing else of the reading rests on that.
    """

    theme: str
    label: str
    proposal: Proposal
    lines: tuple[EvidenceLine, ...]
    doubts: tuple[Doubt, ...]
    doubtful: tuple[str, ...]
    spoken: tuple[SpokenKind, ...]
    silent: tuple[str, ...]
    agreement: str
    conflicts: int
    newest_months: int | None
    concerns: tuple[str, ...]
    concern_years: tuple[int, ...]
    last_look: Look | None
    serious: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    taken_over_by: tuple[str, ...]
    decisions: tuple[Entry[Decision], ...]
    disposed: Entry[Decision] | None
    elsewhere: tuple[LearningElsewhere, ...] = ()

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of each kind of evidence that has one."""
        return {line.kind: line.verdict for line in self.lines}

    @property
    def is_self_description(self) -> bool:
        """Whether every verdict comes from agencies, the partnership or staff describing themselves."""
        return set(self.verdicts) <= SELF_DESCRIPTION

    @property
    def has_evidence(self) -> bool:
        """Whether any kind of evidence has spoken on the theme, with or without a verdict."""
        return bool(self.lines or self.spoken)

    @property
    def without_verdict(self) -> tuple[SpokenKind, ...]:
        """The kinds of evidence that have spoken without saying whether it works."""
        return tuple(spoken for spoken in self.spoken if not spoken.verdict)

    @property
    def recurs(self) -> bool:
        """Whether independent sources raised concerns at least a year apart."""
        return are_a_year_apart([when for line in self.lines for vote in line.votes for when in vote.concern_days])

    @property
    def decision(self) -> Entry[Decision] | None:
        """The newest decision on the theme, whatever it decides."""
        return self.decisions[0] if self.decisions else None

    @property
    def sure(self) -> Entry[Decision] | None:
        """The newest decision on the theme in which a group set its confidence."""
        return next((entry for entry in self.decisions if entry.record.confidence), None)


def are_a_year_apart(days: Sequence[When]) -> bool:
    """Whether a year lies for certain between the first and the last of the days."""
    return bool(days) and months_between(min(day.latest for day in days), max(day.earliest for day in days)) >= _A_YEAR


def read_theme(
    snapshot: Snapshot,
    theme: str,
    today: date,
    period: Period | None = None,
    *,
    leaving_out: frozenset[str] = frozenset(),
) -> ThemeReading:
    """Read all evidence on the theme, or only the evidence that may lie in the period, where one is given.

    `leaving_out` are sources that are read as if they said nothing, so that it can be asked what hangs on them: what
    they raised, repeated measuring or superseded is then open again.

    Serious risk is named whatever the period (R8): triangulation is never a gate for acting on it.
    """
    thresholds = snapshot.thresholds
    on_theme = findings_by_theme(snapshot).get(theme, ())
    in_period = [sourced for sourced in on_theme if _in_period(sourced, period) and sourced.source not in leaving_out]
    not_counted = tuple(findings_not_counted(snapshot, in_period, period, leaving_out))
    uncounted = {left_out.finding for left_out in not_counted}
    voting = [sourced for sourced in in_period if sourced.finding.id not in uncounted]
    lines = tuple(evidence_lines(snapshot, theme, voting, period, today, leaving_out))
    newest = _newest_months(snapshot, lines, today)
    verdicts = {line.kind: line.verdict for line in lines}
    doubts = doubts_about(snapshot, lines)
    doubtful = doubtful_kinds(lines, doubts)
    spoken = who_has_spoken(snapshot, theme, period)
    in_register = snapshot.theme(theme)
    decisions = decisions_on(snapshot, theme)
    elsewhere = learning_from_elsewhere(snapshot, theme, period)
    return ThemeReading(
        theme=theme,
        label=in_register.label if in_register else theme,
        proposal=propose(
            verdicts,
            newest,
            thresholds.stabilise_within_months,
            may_withhold=snapshot.can_withhold,
            doubtful=doubtful,
        )
        if verdicts
        else Proposal("none", _why_none(snapshot, not_counted, spoken, period, elsewhere)),
        lines=lines,
        doubts=doubts,
        doubtful=tuple(doubtful),
        spoken=tuple(
            SpokenKind(kind, LABELS[kind], spoken[kind], verdicts.get(kind) or _verdict_of_parts(kind, lines))
            for kind in spoken
        ),
        silent=()
        if snapshot.can_withhold
        else tuple(kind for kind in SILENCE_ORDER if kind not in verdicts and kind not in spoken),
        agreement=agreement_in_words(verdicts, may_withhold=snapshot.can_withhold),
        conflicts=count_conflicts(verdicts),
        newest_months=newest,
        concerns=_concerns(in_period, lines),
        concern_years=tuple(sorted({year for line in lines for vote in line.votes for year in vote.concern_years})),
        last_look=last_look(looks_at(snapshot, theme)),
        serious=(
            *(sourced.finding.id for sourced in on_theme if sourced.finding.record.serious_risk),
            *serious_elsewhere(snapshot, theme),
        ),
        not_counted=not_counted,
        taken_over_by=_taken_over_by(snapshot, lines, pieces_of_work(snapshot)),
        decisions=decisions,
        disposed=next((entry for entry in decisions if _disposes_of(snapshot, entry.record, theme)), None),
        elsewhere=elsewhere,
    )


def _disposes_of(snapshot: Snapshot, decision: Decision, theme: str) -> bool:
    return decision.disposition is not None and current_theme(snapshot, decision.theme or "") == theme


def _in_period(sourced: SourcedFinding, period: Period | None) -> bool:
    return period is None or (sourced.when is not None and sourced.when.overlaps(period))


def _verdict_of_parts(kind: str, lines: Sequence[EvidenceLine]) -> str:
    """The verdict of the records of a kind that vote as parts of pieces of work of another kind; empty for none."""
    parts = (part for line in lines for vote in line.votes for part in vote.parts if part.kind == kind)
    return combine_verdicts(part.verdict for part in parts) or ""


def _why_none(
    snapshot: Snapshot,
    not_counted: Sequence[NotCounted],
    spoken: Mapping[EvidenceKind, tuple[str, ...]],
    period: Period | None,
    elsewhere: Sequence[LearningElsewhere],
) -> str:
    """Why there is no proposal where no kind of evidence has a verdict."""
    own_words = {record_id for records in spoken.values() for record_id in records}
    if any(left_out.why != ONLY_DESCRIBES for left_out in not_counted if left_out.finding in own_words):
        return "what is recorded was superseded or measured again, or describes without saying whether it works"
    if spoken:
        return "what is recorded describes, and does not say whether it works"
    in_period = " in the period" if period else ""
    if snapshot.silence_means_no:
        here = " but learning from elsewhere" if elsewhere else ""
        return f"nothing is recorded on this theme{in_period}{here}"
    return f"evidence on this theme{in_period}: {snapshot.absent}"


def _newest_months(snapshot: Snapshot, lines: tuple[EvidenceLine, ...], today: date) -> int | None:
    """The age of the newest practice that direct evidence looked at; None where there is none, or none is dated."""
    counted = (vote.when for line in lines if line.kind == EvidenceKind.INDICATOR for vote in line.votes)
    looked = (
        practice_seen(snapshot.entries[source].record)
        for line in lines
        for vote in line.votes
        for source, kind in [(part.source, part.kind) for part in vote.parts] or [(vote.source, line.kind)]
        if kind not in {*SELF_DESCRIPTION, EvidenceKind.INDICATOR}
    )
    seen = [when.latest for when in (*counted, *looked) if when]
    return max(0, months_between(max(seen), today)) if seen else None


def _concerns(in_period: Sequence[SourcedFinding], lines: tuple[EvidenceLine, ...]) -> tuple[str, ...]:
    """The findings that raise a concern, also those without a vote unless they repeat another; and such counts."""
    findings = (
        sourced.finding.id
        for sourced in in_period
        if sourced.finding.record.direction in CONCERNS and not sourced.finding.record.derived_from
    )
    votes = [vote for line in lines for vote in line.votes]
    counts = (part.source for vote in votes for part in vote.parts or (vote,) if part.worse)
    figures = (vote.source for vote in votes if not (vote.findings or vote.worse) and vote.verdict in {"N", "G"})
    return (*findings, *counts, *figures)


def _taken_over_by(snapshot: Snapshot, lines: tuple[EvidenceLine, ...], pieces: Mapping[str, str]) -> tuple[str, ...]:
    """Records that belong to the same piece of work as a voting source or took over its findings: not counted again."""
    votes = [vote for line in lines for vote in line.votes]
    sources = {record_id for vote in votes for record_id in (vote.source, *vote.together, vote.part_of)}
    voting_pieces = {pieces[source] for source in sources if source in pieces}
    same_work = {record_id for record_id, piece in pieces.items() if piece in voting_pieces}
    same_work |= {taker for taker, taken in _takeovers(snapshot) if not sources.isdisjoint(taken)}
    return tuple(sorted((same_work & snapshot.entries.keys()) - sources))


@once
def _takeovers(snapshot: Snapshot) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Reviews and audits that take over the findings of other records, each with the ids of those records."""
    activities: tuple[Entry[Activity], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    return tuple((entry.id, entry.record.takes_over) for entry in activities if entry.record.takes_over)
