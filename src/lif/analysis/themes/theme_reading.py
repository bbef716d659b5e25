"""Read one theme through all its sources: verdicts, silence, serious risk, recurrence and the group's decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.indicator_readings import figures_on_theme
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.sources import JOINED_BY, pieces_of_work
from lif.analysis.themes.triangulation import (
    VERDICT_LETTERS,
    VERDICT_WORDS,
    Proposal,
    agreement_in_words,
    combine_verdicts,
    count_conflicts,
    propose,
)
from lif.analysis.themes.votes import NotCounted, SourcedFinding, findings_by_theme, findings_not_counted
from lif.model.inferred import mark_as_our_reading
from lif.model.kinds.audit import Audit
from lif.model.kinds.decision import Decision
from lif.model.kinds.review import Review
from lif.model.period import Period, When, months_between
from lif.model.record import Activity
from lif.model.snapshot import Entry, Snapshot, once


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote of one independent source: its verdict, the findings it rests on, and the records counted with it.

    `months` is its lowest possible age, None when it has no date. `is_our_reading`: the direction of one of its
    findings, its place on a theme or its part in a larger piece of work was inferred.
    """

    source: str
    title: str
    when: When | None
    verdict: str
    findings: tuple[str, ...]
    together: tuple[str, ...] = ()
    months: int | None = None
    is_our_reading: bool = False

    @property
    def in_words(self) -> str:
        """The verdict in words, marked where it is our reading."""
        said = VERDICT_WORDS[self.verdict]
        return mark_as_our_reading(said) if self.is_our_reading else said


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One kind of evidence with its verdict and the sources that vote in it."""

    kind: str
    label: str
    verdict: str
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """The combined reading of all evidence on one theme; `newest_months` is None when no date is known."""

    theme: str
    label: str
    proposal: Proposal
    lines: tuple[EvidenceLine, ...]
    silent: tuple[str, ...]
    agreement: str
    conflicts: int
    newest_months: int | None
    concern_years: tuple[int, ...]
    serious: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    taken_over_by: tuple[str, ...]
    decision: Entry[Decision] | None

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of each kind of evidence that speaks."""
        return {line.kind: line.verdict for line in self.lines}

    @property
    def recurs(self) -> bool:
        """Whether independent sources raised a concern in more than one year."""
        return len(self.concern_years) > 1


def read_theme(snapshot: Snapshot, theme: str, today: date, period: Period | None = None) -> ThemeReading:
    """Read all evidence on the theme, or only the evidence that may lie in the period, where one is given.

    Serious risk is named whatever the period (R8): triangulation is never a gate for acting on it.
    """
    thresholds = snapshot.thresholds
    on_theme = findings_by_theme(snapshot).get(theme, ())
    in_period = [sourced for sourced in on_theme if _in_period(sourced, period)]
    uncounted = {left_out.finding: left_out.why for left_out in findings_not_counted(snapshot, in_period, period)}
    voting = [sourced for sourced in in_period if sourced.finding.id not in uncounted]
    pieces = pieces_of_work(snapshot)
    votes = [*_votes(snapshot, voting, pieces, today), *_votes_of_figures(snapshot, theme, voting, period, today)]
    lines = tuple(_lines(votes))
    newest = _newest_months(voting, lines, today)
    verdicts = {line.kind: line.verdict for line in lines}
    in_register = snapshot.theme(theme)
    return ThemeReading(
        theme=theme,
        label=in_register.label if in_register else theme,
        proposal=propose(verdicts, newest, thresholds.stabilise_within_months),
        lines=lines,
        silent=tuple(kind for kind in SILENCE_ORDER if kind not in verdicts),
        agreement=agreement_in_words(verdicts),
        conflicts=count_conflicts(verdicts),
        newest_months=newest,
        concern_years=_concern_years(lines),
        serious=tuple(sourced.finding.id for sourced in on_theme if sourced.finding.record.serious_risk),
        not_counted=tuple(NotCounted(finding, why) for finding, why in uncounted.items()),
        taken_over_by=_taken_over_by(snapshot, lines, pieces),
        decision=_decision(snapshot, theme),
    )


def _in_period(sourced: SourcedFinding, period: Period | None) -> bool:
    return period is None or (sourced.when is not None and sourced.when.overlaps(period))


def _votes(
    snapshot: Snapshot, voting: list[SourcedFinding], pieces: Mapping[str, str], today: date
) -> Iterator[tuple[str, Vote]]:
    """One vote for each piece of work, with its kind of evidence: that of the record that stands for the whole."""
    by_piece: dict[str, list[SourcedFinding]] = {}
    for sourced in voting:
        by_piece.setdefault(pieces.get(sourced.source, sourced.source), []).append(sourced)
    for piece, members in by_piece.items():
        whole = snapshot.entries.get(piece)
        kind = whole.record.evidence_kind if whole else None
        yield kind or members[0].kind, _vote(snapshot, piece, members, today)


def _votes_of_figures(
    snapshot: Snapshot, theme: str, voting: list[SourcedFinding], period: Period | None, today: date
) -> Iterator[tuple[str, Vote]]:
    """The votes of indicators (R5), less those from which a person made a finding: the finding is their vote."""
    sources_with_findings = {sourced.source for sourced in voting}
    for figure in figures_on_theme(snapshot, theme):
        verdict = figure.verdict if figure.indicator not in sources_with_findings else None
        if verdict and (period is None or figure.newest.overlaps(period)):
            months = max(0, months_between(figure.newest.latest, today))
            title = snapshot.entries[figure.indicator].record.title
            yield "indicator", Vote(figure.indicator, title, figure.newest, verdict, (), (), months)


def _lines(votes: list[tuple[str, Vote]]) -> Iterator[EvidenceLine]:
    """One line for each kind of evidence that speaks."""
    for kind, label in LABELS.items():
        of_kind = sorted((vote for vote_kind, vote in votes if vote_kind == kind), key=_date_and_source)
        if of_kind:
            yield EvidenceLine(kind, label, combine_verdicts(vote.verdict for vote in of_kind) or "", tuple(of_kind))


def _vote(snapshot: Snapshot, piece: str, members: list[SourcedFinding], today: date) -> Vote:
    sources = list(dict.fromkeys(sourced.source for sourced in members))
    main_source = piece if piece in snapshot.entries else sources[0]
    when = record_date(snapshot, main_source) or members[0].when
    return Vote(
        source=main_source,
        title=snapshot.entries[main_source].record.title,
        when=when,
        verdict=combine_verdicts(VERDICT_LETTERS[sourced.finding.record.direction] for sourced in members) or "",
        findings=tuple(sourced.finding.id for sourced in members),
        together=tuple(source for source in sources if source != main_source),
        months=max(0, months_between(when.latest, today)) if when else None,
        is_our_reading=any(sourced.finding.record.is_inferred("direction", "theme", "needs") for sourced in members)
        or any(snapshot.entries[source].record.is_inferred(*JOINED_BY) for source in sources if source != main_source),
    )


def _date_and_source(vote: Vote) -> tuple[date, str]:
    return (vote.when.earliest if vote.when else date.min, vote.source)


def _newest_months(voting: list[SourcedFinding], lines: tuple[EvidenceLine, ...], today: date) -> int | None:
    dates = [sourced.when.latest for sourced in voting if sourced.when is not None]
    dates += [vote.when.latest for line in lines for vote in line.votes if vote.when and not vote.findings]
    return max(0, months_between(max(dates), today)) if dates else None


def _concern_years(lines: tuple[EvidenceLine, ...]) -> tuple[int, ...]:
    votes = (vote for line in lines for vote in line.votes if vote.verdict in {"N", "G", "M"} and vote.when)
    return tuple(sorted({vote.when.earliest.year for vote in votes if vote.when}))


def _taken_over_by(snapshot: Snapshot, lines: tuple[EvidenceLine, ...], pieces: Mapping[str, str]) -> tuple[str, ...]:
    """Records that belong to the same piece of work as a voting source or took over its findings: not counted again."""
    sources = {vote.source for line in lines for vote in line.votes}
    counted_together = {source for line in lines for vote in line.votes for source in vote.together}
    same_work = {record_id for record_id, piece in pieces.items() if piece in sources and record_id not in sources}
    same_work |= {taker for taker, taken in _takeovers(snapshot) if not sources.isdisjoint(taken)}
    return tuple(sorted((same_work & snapshot.entries.keys()) - sources - counted_together))


@once
def _takeovers(snapshot: Snapshot) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Reviews and audits that take over the findings of other records, each with the ids of those records."""
    activities: tuple[Entry[Activity], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    return tuple((entry.id, entry.record.takes_over) for entry in activities if entry.record.takes_over)


def _decision(snapshot: Snapshot, theme: str) -> Entry[Decision] | None:
    """The group's newest decision on the theme that no other supersedes."""
    return _decisions(snapshot).get(theme)


@once
def _decisions(snapshot: Snapshot) -> dict[str, Entry[Decision]]:
    superseded = {entry.record.supersedes for entry in snapshot.of(Decision)}
    newest: dict[str, Entry[Decision]] = {}
    for entry in snapshot.of(Decision):
        if entry.record.disposition and entry.id not in superseded:
            theme = current_theme(snapshot, entry.record.theme or "")
            newest[theme] = max(newest.get(theme, entry), entry, key=_decided_on)
    return newest


def _decided_on(entry: Entry[Decision]) -> date:
    return entry.record.date.latest if entry.record.date else date.min
