"""The vote of each independent source on a theme, and the verdict of each kind of evidence (R1, R2, R5)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.measured_again import concerns_about, deteriorations, worse_in_words
from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.indicator_readings import figures_on_theme
from lif.analysis.themes.sources import JOINED_BY, pieces_of_work
from lif.analysis.themes.triangulation import VERDICT_LETTERS, VERDICT_WORDS, combine_verdicts
from lif.analysis.themes.votes import SourcedFinding
from lif.model.inferred import mark_as_our_reading
from lif.model.period import Period, When, months_between
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class VotePart:
    """What one record says in the vote of a piece of work: its own title, the date of its findings, its verdict.

    `months` is the lowest possible age of its findings, None when they have no date. `kind` is its own kind of
    evidence; the vote may count as that of the whole.
    """

    source: str
    title: str
    when: When | None
    verdict: str
    findings: tuple[str, ...]
    months: int | None
    kind: str
    is_our_reading: bool = False
    worse: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The verdict in words, marked where it is our reading."""
        return _in_words(self.verdict, is_our_reading=self.is_our_reading)


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote of one independent source: its verdict, the findings it rests on, and the records counted with it.

    Where only one record of a piece of work votes, `source` is that record, with its own title and date, and `part_of`
    the whole; where several do, `source` is the whole and each of `parts` has its own. `when` is the newest date of the
    findings; `months` their lowest possible age, None when they have no date. `is_our_reading`: the direction of one of
    its findings, its place on a theme or its part in a larger piece of work was inferred. `worse` are the standards
    that its counts show to be clearly worse, each as a sentence: a concern without a finding.
    """

    source: str
    title: str
    when: When | None
    verdict: str
    findings: tuple[str, ...]
    together: tuple[str, ...] = ()
    months: int | None = None
    part_of: str = ""
    parts: tuple[VotePart, ...] = ()
    is_our_reading: bool = False
    worse: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The verdict in words, marked where it is our reading."""
        return _in_words(self.verdict, is_our_reading=self.is_our_reading)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids it rests on: its findings, the audits whose counts got worse, or else the source itself."""
        counted = (part.source for part in self.parts or (self,) if part.worse)
        return tuple(dict.fromkeys((*self.findings, *counted))) or (self.source,)

    @property
    def concern_days(self) -> tuple[When, ...]:
        """When it raised a concern; the newest time where its parts did in several; empty where none did."""
        dated = self.parts or (self,)
        days = [part.when for part in dated if part.when and part.verdict in {"N", "G", "M"}]
        return (max(days, key=lambda day: day.earliest),) if days and self.verdict in {"N", "G", "M"} else ()

    @property
    def concern_years(self) -> tuple[int, ...]:
        """The year in which it raised a concern."""
        return tuple(when.earliest.year for when in self.concern_days)


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One kind of evidence with its verdict and the sources that vote in it."""

    kind: str
    label: str
    verdict: str
    votes: tuple[Vote, ...]


def evidence_lines(
    snapshot: Snapshot,
    theme: str,
    voting: Sequence[SourcedFinding],
    period: Period | None,
    today: date,
    leaving_out: Collection[str] = (),
) -> Iterator[EvidenceLine]:
    """One line for each kind of evidence with a vote: findings that vote, standards that got worse, and indicators.

    Sources that are left out have no vote; none of them is among the findings in `voting`.
    """
    said = (*_said_in_findings(voting), *_said_by_counts(snapshot, theme, voting, period))
    figures = _votes_of_figures(snapshot, theme, voting, period, today)
    votes = [
        *_votes(snapshot, [one for one in said if one.source not in leaving_out], today),
        *((kind, vote) for kind, vote in figures if vote.source not in leaving_out),
    ]
    for kind, label in LABELS.items():
        of_kind = sorted((vote for vote_kind, vote in votes if vote_kind == kind), key=_date_and_source)
        if of_kind:
            yield EvidenceLine(kind, label, combine_verdicts(vote.verdict for vote in of_kind) or "", tuple(of_kind))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a source says on a theme: in a finding, or by the counts of a standard that got clearly worse (`worse`)."""

    source: str
    kind: str
    when: When | None
    verdict: str
    finding: str = ""
    worse: str = ""
    is_our_reading: bool = False


def _said_in_findings(voting: Sequence[SourcedFinding]) -> Iterator[_Said]:
    for sourced in voting:
        finding = sourced.finding
        yield _Said(
            sourced.source,
            sourced.kind,
            sourced.when,
            VERDICT_LETTERS[finding.record.direction],
            finding.id,
            is_our_reading=finding.record.is_inferred("direction", "theme", "needs"),
        )


def _said_by_counts(
    snapshot: Snapshot, theme: str, voting: Sequence[SourcedFinding], period: Period | None
) -> Iterator[_Said]:
    """What standards say that got clearly worse, where no finding that votes raises that concern."""
    counted = {sourced.finding.id for sourced in voting}
    for worse in deteriorations(snapshot, theme, period.until if period else None):
        when = worse.step.now.when
        is_raised = any(finding.id in counted for finding in concerns_about(snapshot, worse))
        if not is_raised and (period is None or (when is not None and when.overlaps(period))):
            yield _Said(worse.audit, worse.line.sort, when, "N", worse=worse_in_words(worse))


def _votes(snapshot: Snapshot, voting: Sequence[_Said], today: date) -> Iterator[tuple[str, Vote]]:
    """One vote for each piece of work, with its kind of evidence: that of its records with a vote on the theme.

    Where these are of several kinds, it is the kind of the record that stands for the whole.
    """
    pieces = pieces_of_work(snapshot)
    by_piece: dict[str, list[_Said]] = {}
    for sourced in voting:
        by_piece.setdefault(pieces.get(sourced.source, sourced.source), []).append(sourced)
    for piece, members in by_piece.items():
        kinds = {sourced.kind for sourced in members}
        whole = snapshot.entries.get(piece) if len(kinds) > 1 else None
        kind = whole.record.evidence_kind if whole else None
        yield kind or members[0].kind, _vote(snapshot, piece, members, today)


def _vote(snapshot: Snapshot, piece: str, members: list[_Said], today: date) -> Vote:
    by_source: dict[str, list[_Said]] = {}
    for sourced in members:
        by_source.setdefault(sourced.source, []).append(sourced)
    parts = tuple(_part(snapshot, source, findings, today) for source, findings in by_source.items())
    whole = piece if piece in snapshot.entries else ""
    main_source = parts[0].source if len(parts) == 1 or not whole else whole
    together = tuple(source for source in by_source if source != main_source)
    when = _newest(part.when for part in parts)
    return Vote(
        source=main_source,
        title=snapshot.entries[main_source].record.title,
        when=when,
        verdict=_verdict(members),
        findings=tuple(said.finding for said in members if said.finding),
        together=together,
        months=_months(when, today),
        part_of=whole if whole != main_source else "",
        parts=tuple(sorted(parts, key=_date_and_source)) if len(parts) > 1 else (),
        is_our_reading=any(part.is_our_reading for part in parts) or _is_inferred_join(snapshot, together),
        worse=tuple(said.worse for said in members if said.worse),
    )


def _is_inferred_join(snapshot: Snapshot, sources: Sequence[str]) -> bool:
    return any(snapshot.entries[source].record.is_inferred(*JOINED_BY) for source in sources)


def _part(snapshot: Snapshot, source: str, findings: list[_Said], today: date) -> VotePart:
    when = _newest(sourced.when for sourced in findings)
    return VotePart(
        source,
        snapshot.entries[source].record.title,
        when,
        _verdict(findings),
        tuple(said.finding for said in findings if said.finding),
        _months(when, today),
        findings[0].kind,
        is_our_reading=any(said.is_our_reading for said in findings),
        worse=tuple(said.worse for said in findings if said.worse),
    )


def _in_words(verdict: str, *, is_our_reading: bool) -> str:
    said = VERDICT_WORDS[verdict]
    return mark_as_our_reading(said) if is_our_reading else said


def _months(when: When | None, today: date) -> int | None:
    return max(0, months_between(when.latest, today)) if when else None


def _verdict(said: Sequence[_Said]) -> str:
    return combine_verdicts(member.verdict for member in said) or ""


def _newest(dates: Iterator[When | None]) -> When | None:
    return max((when for when in dates if when), key=lambda when: (when.latest, when.earliest), default=None)


def _votes_of_figures(
    snapshot: Snapshot, theme: str, voting: Sequence[SourcedFinding], period: Period | None, today: date
) -> Iterator[tuple[str, Vote]]:
    """The votes of indicators (R5), less those from which a person made a finding: the finding is their vote."""
    sources_with_findings = {sourced.source for sourced in voting}
    for figure in figures_on_theme(snapshot, theme, period):
        verdict = figure.verdict if figure.indicator not in sources_with_findings else None
        if verdict:
            title = snapshot.entries[figure.indicator].record.title
            months = _months(figure.newest, today)
            yield "indicator", Vote(figure.indicator, title, figure.newest, verdict, (), (), months)


def _date_and_source(vote: Vote | VotePart) -> tuple[date, str]:
    return (vote.when.earliest if vote.when else date.min, vote.source)
