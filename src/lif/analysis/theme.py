"""One theme read through all its sources: who says what, who is silent, what came back, what was decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.analysis.dates import own_date, placed
from lif.analysis.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.figures import figures
from lif.analysis.sources import evidence_kind, pieces_of_work
from lif.analysis.triangulate import LETTERS, Proposal, agreement, combined, conflicts, propose
from lif.model.kinds.audit import Audit
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Theme, Thresholds
from lif.model.period import Period, When, months_between
from lif.model.snapshot import Entry, Snapshot


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
class NotCounted:
    """A finding that has no vote, and why."""

    finding: str
    why: str


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


@dataclass(frozen=True, slots=True)
class _Heard:
    """A finding on the theme with its source."""

    finding: Entry[Finding]
    source: str
    kind: str
    when: When | None


def successors(snapshot: Snapshot, theme: str) -> str:
    """The theme that stands for this one now, if it was replaced."""
    seen = {theme}
    themes = snapshot.registers["theme"]
    while isinstance(found := themes.get(theme), Theme) and found.replaced_by and found.replaced_by not in seen:
        theme = found.replaced_by
        seen.add(theme)
    return theme


def read_theme(snapshot: Snapshot, theme: str, today: date, period: Period | None = None) -> ThemeReading:
    """Everything the records say on the theme; only what may lie in the period, where one is given.

    Serious risk is named whatever the period (R8): triangulation is never a gate for acting on it.
    """
    thresholds = snapshot.partnership.thresholds if snapshot.partnership else Thresholds()
    ever = tuple(_heard(snapshot, theme))
    heard = [one for one in ever if _in_period(one, period)]
    silenced = {one.finding: one.why for one in _not_counted(snapshot, heard, period)}
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


def _heard(snapshot: Snapshot, theme: str) -> Iterator[_Heard]:
    for entry in snapshot.of(Finding):
        carried = {successors(snapshot, key) for key in (entry.record.theme, *entry.record.needs)}
        source = snapshot.entries.get(entry.record.source)
        kind = evidence_kind(source.record) if source else None
        if theme in carried and source and kind:
            yield _Heard(entry, source.id, kind, entry.record.date or own_date(source.record))


def _in_period(one: _Heard, period: Period | None) -> bool:
    return period is None or (one.when is not None and one.when.overlaps(period))


def _not_counted(snapshot: Snapshot, heard: list[_Heard], period: Period | None) -> Iterator[NotCounted]:
    """R1 and R2: what repeats another finding, was superseded, was re-audited or only describes has no vote."""
    repeated = _audited_again(snapshot, {one.source for one in heard if _speaks(one.finding.record)})
    for one in heard:
        finding = one.finding.record
        if finding.derived_from:
            yield NotCounted(one.finding.id, f"repeats {finding.derived_from}")
        elif finding.superseded_by and not _comes_after(snapshot, finding.superseded_by, period):
            yield NotCounted(one.finding.id, f"superseded by {finding.superseded_by}")
        elif one.source in repeated:
            yield NotCounted(one.finding.id, f"history: audited again in {repeated[one.source]}")
        elif finding.direction not in LETTERS:
            yield NotCounted(one.finding.id, "describes, without saying whether it works")


def _comes_after(snapshot: Snapshot, finding: str, period: Period | None) -> bool:
    """Whether a finding was only made after the period, so that nothing in the period knew of it."""
    when = placed(snapshot, finding)
    return period is not None and when is not None and when.earliest > period.until


def _speaks(finding: Finding) -> bool:
    """Whether a finding says something of its own that still stands, and which way it points."""
    return not (finding.derived_from or finding.superseded_by) and finding.direction in LETTERS


def _audited_again(snapshot: Snapshot, speaking: set[str]) -> dict[str, str]:
    """Audits that are history, each with the newest repeat that speaks on the theme, however often it was repeated."""
    earlier = {audit.id: audit.record.reaudit_of for audit in snapshot.of(Audit)}
    repeated: dict[str, str] = {}
    for audit in sorted(speaking & set(earlier), key=lambda one: _placed_from(snapshot, one)):
        before = earlier[audit]
        seen = {audit}
        while before and before not in seen:
            repeated[before] = audit
            seen.add(before)
            before = earlier.get(before)
    return repeated


def _placed_from(snapshot: Snapshot, record_id: str) -> tuple[date, str]:
    when = placed(snapshot, record_id)
    return (when.earliest if when else date.min, record_id)


def _votes(
    snapshot: Snapshot, voting: list[_Heard], pieces: Mapping[str, str], today: date
) -> Iterator[tuple[str, Vote]]:
    """One vote for each piece of work, with the kind of evidence it speaks as: that of its whole."""
    by_piece: dict[str, list[_Heard]] = {}
    for one in voting:
        by_piece.setdefault(pieces.get(one.source, one.source), []).append(one)
    for piece, ones in by_piece.items():
        whole = snapshot.entries.get(piece)
        kind = evidence_kind(whole.record) if whole else None
        yield kind or ones[0].kind, _vote(snapshot, piece, ones, today)


def _of_figures(
    snapshot: Snapshot, theme: str, voting: list[_Heard], period: Period | None, today: date
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


def _vote(snapshot: Snapshot, piece: str, ones: list[_Heard], today: date) -> Vote:
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


def _newest_months(voting: list[_Heard], lines: tuple[Line, ...], today: date) -> int | None:
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
    for entry in snapshot.entries.values():
        if sources & set(getattr(entry.record, "takes_over", ())):
            same.add(entry.id)
    return tuple(sorted((same & set(snapshot.entries)) - sources - speaking))


def _decision(snapshot: Snapshot, theme: str) -> Entry[Decision] | None:
    """The group's newest decision on the theme that no other supersedes."""
    superseded = {entry.record.supersedes for entry in snapshot.of(Decision)}
    mine = [
        entry
        for entry in snapshot.of(Decision)
        if entry.record.disposition
        and successors(snapshot, entry.record.theme or "") == theme
        and entry.id not in superseded
    ]
    return max(mine, key=lambda entry: entry.record.date.latest if entry.record.date else date.min, default=None)
