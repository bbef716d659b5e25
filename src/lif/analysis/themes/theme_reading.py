"""One theme read through all its sources: who says what, who is silent, what came back, what was decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.themes.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.themes.indicator_readings import figures
from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.sources import evidence_kind, pieces_of_work
from lif.analysis.themes.triangulation import LETTERS, Proposal, agreement, combined, conflicts, propose
from lif.analysis.themes.votes import Heard, NotCounted, heard_on, not_counted
from lif.model.kinds.audit import Audit
from lif.model.kinds.decision import Decision
from lif.model.kinds.partnership import Theme, Thresholds
from lif.model.kinds.review import Review
from lif.model.period import Period, When, months_between
from lif.model.record import Activity
from lif.model.snapshot import Entry, Snapshot, once


@dataclass(frozen=True, slots=True)
class Vote:
    """One independent source: its verdict, the records that make it up, and the findings it rests on.

    `months` is how old it is at least, None when it has no date.
    """

    source: str
    title: str
    when: When | None
    verdict: str
    findings: tuple[str, ...]
    together: tuple[str, ...] = ()
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of evidence with its verdict and the sources that vote in it."""

    kind: str
    label: str
    verdict: str
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """What the records say together about one theme; `newest_months` is None when no date is known."""

    theme: str
    label: str
    proposal: Proposal
    lines: tuple[Line, ...]
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
    """Everything the records say on the theme; only what may lie in the period, where one is given.

    Serious risk is named whatever the period (R8): triangulation is never a gate for acting on it.
    """
    thresholds = snapshot.partnership.thresholds if snapshot.partnership else Thresholds()
    ever = heard_on(snapshot).get(theme, ())
    heard = [one for one in ever if _in_period(one, period)]
    silenced = {one.finding: one.why for one in not_counted(snapshot, heard, period)}
    voting = [one for one in heard if one.finding.id not in silenced]
    pieces = pieces_of_work(snapshot)
    votes = [*_votes(snapshot, voting, pieces, today), *_of_figures(snapshot, theme, voting, period, today)]
    lines = tuple(_lines(votes))
    newest = _newest_months(voting, lines, today)
    verdicts = {line.kind: line.verdict for line in lines}
    item = snapshot.registers["theme"].get(theme)
    return ThemeReading(
        theme=theme,
        label=item.label if isinstance(item, Theme) else theme,
        proposal=propose(verdicts, newest, thresholds.stabilise_within_months),
        lines=lines,
        silent=tuple(kind for kind in SILENCE_ORDER if kind not in verdicts),
        agreement=agreement(verdicts),
        conflicts=conflicts(verdicts),
        newest_months=newest,
        concern_years=_concern_years(lines),
        serious=tuple(one.finding.id for one in ever if one.finding.record.serious_risk),
        not_counted=tuple(NotCounted(finding, why) for finding, why in silenced.items()),
        taken_over_by=_taken_over_by(snapshot, lines, pieces),
        decision=_decision(snapshot, theme),
    )


def _in_period(one: Heard, period: Period | None) -> bool:
    return period is None or (one.when is not None and one.when.overlaps(period))


def _votes(
    snapshot: Snapshot, voting: list[Heard], pieces: Mapping[str, str], today: date
) -> Iterator[tuple[str, Vote]]:
    """One vote for each piece of work, with the kind of evidence it speaks as: that of its whole."""
    by_piece: dict[str, list[Heard]] = {}
    for one in voting:
        by_piece.setdefault(pieces.get(one.source, one.source), []).append(one)
    for piece, ones in by_piece.items():
        whole = snapshot.entries.get(piece)
        kind = evidence_kind(whole.record) if whole else None
        yield kind or ones[0].kind, _vote(snapshot, piece, ones, today)


def _of_figures(
    snapshot: Snapshot, theme: str, voting: list[Heard], period: Period | None, today: date
) -> Iterator[tuple[str, Vote]]:
    """What figures say themselves (R5), unless a person has made a finding of them already: that is their vote."""
    spoken_for = {one.source for one in voting}
    for figure in figures(snapshot, theme):
        verdict = figure.verdict if figure.indicator not in spoken_for else None
        if verdict and (period is None or figure.newest.overlaps(period)):
            months = max(0, months_between(figure.newest.latest, today))
            title = snapshot.entries[figure.indicator].record.title
            yield "indicator", Vote(figure.indicator, title, figure.newest, verdict, (), (), months)


def _lines(votes: list[tuple[str, Vote]]) -> Iterator[Line]:
    """One line for each kind of evidence that speaks."""
    for kind, label in LABELS.items():
        mine = sorted((vote for one, vote in votes if one == kind), key=_by_date)
        if mine:
            yield Line(kind, label, combined(vote.verdict for vote in mine) or "", tuple(mine))


def _vote(snapshot: Snapshot, piece: str, ones: list[Heard], today: date) -> Vote:
    sources = list(dict.fromkeys(one.source for one in ones))
    named = piece if piece in snapshot.entries else sources[0]
    when = placed(snapshot, named) or ones[0].when
    return Vote(
        source=named,
        title=snapshot.entries[named].record.title,
        when=when,
        verdict=combined(LETTERS[one.finding.record.direction] for one in ones) or "",
        findings=tuple(one.finding.id for one in ones),
        together=tuple(source for source in sources if source != named),
        months=max(0, months_between(when.latest, today)) if when else None,
    )


def _by_date(vote: Vote) -> tuple[date, str]:
    return (vote.when.earliest if vote.when else date.min, vote.source)


def _newest_months(voting: list[Heard], lines: tuple[Line, ...], today: date) -> int | None:
    dates = [one.when.latest for one in voting if one.when is not None]
    dates += [vote.when.latest for line in lines for vote in line.votes if vote.when and not vote.findings]
    return max(0, months_between(max(dates), today)) if dates else None


def _concern_years(lines: tuple[Line, ...]) -> tuple[int, ...]:
    votes = (vote for line in lines for vote in line.votes if vote.verdict in {"N", "G", "M"} and vote.when)
    return tuple(sorted({vote.when.earliest.year for vote in votes if vote.when}))


def _taken_over_by(snapshot: Snapshot, lines: tuple[Line, ...], pieces: Mapping[str, str]) -> tuple[str, ...]:
    """Records of the same piece of work as a voting source, or that took its findings over: they do not count again."""
    sources = {vote.source for line in lines for vote in line.votes}
    speaking = {source for line in lines for vote in line.votes for source in vote.together}
    same = {one for one, piece in pieces.items() if piece in sources and one not in sources}
    same |= {taker for taker, taken in _taken_over(snapshot) if not sources.isdisjoint(taken)}
    return tuple(sorted((same & snapshot.entries.keys()) - sources - speaking))


@once
def _taken_over(snapshot: Snapshot) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Reviews and audits that take over what others found, with those."""
    activities: tuple[Entry[Activity], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    return tuple((one.id, one.record.takes_over) for one in activities if one.record.takes_over)


def _decision(snapshot: Snapshot, theme: str) -> Entry[Decision] | None:
    """The group's newest decision on the theme that no other supersedes."""
    return _decisions(snapshot).get(theme)


@once
def _decisions(snapshot: Snapshot) -> dict[str, Entry[Decision]]:
    superseded = {entry.record.supersedes for entry in snapshot.of(Decision)}
    newest: dict[str, Entry[Decision]] = {}
    for entry in snapshot.of(Decision):
        if entry.record.disposition and entry.id not in superseded:
            theme = successors(snapshot, entry.record.theme or "")
            newest[theme] = max(newest.get(theme, entry), entry, key=_decided)
    return newest


def _decided(entry: Entry[Decision]) -> date:
    return entry.record.date.latest if entry.record.date else date.min
