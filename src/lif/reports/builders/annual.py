"""The yearly report: what changed for children and how that is known, then everything that stands behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lif.analysis.evidence_kind import LABELS, SILENCE_ORDER
from lif.analysis.lineage import NO_ANSWER, Stop, trace
from lif.analysis.progress import standards_compared
from lif.analysis.theme import ThemeReading, read_theme, successors
from lif.analysis.triangulate import WORDS
from lif.model.field import Sharing
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.decision import Decision
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.partnership import Agency, Theme
from lif.model.kinds.position import Position
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AgencyRole, Direction, words
from lif.reports import told
from lif.reports.charts.evidence_grid import EvidenceGrid, evidence_grid
from lif.reports.charts.then_and_now import ThenAndNowChart, then_and_now_chart
from lif.reports.head import Head, head
from lif.reports.line import Line, Within
from lif.reports.report import Ask, Report, Request, Section, the_partnership, year_asked

_STRENGTHS = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL}


@dataclass(frozen=True, slots=True)
class Learned:
    """What was found on one theme in the year, strengths and concerns side by side."""

    theme: str
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    other: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CameBack:
    """A theme on which a concern was raised before the year and in it."""

    theme: str
    years: tuple[int, ...]
    sources: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Annual:
    """Everything the yearly report says; an empty tuple is an absence, which the template words."""

    head: Head
    impact: tuple[Line, ...]
    without_impact: int
    looked_at: tuple[Line, ...]
    learned: tuple[Learned, ...]
    strengths: int
    concerns: int
    voices: tuple[Line, ...]
    decisions: tuple[Line, ...]
    actions: tuple[Line, ...]
    unanswered: tuple[Line, ...]
    learning: tuple[Line, ...]
    came_back: tuple[CameBack, ...]
    contributions: tuple[Line, ...]
    not_sent: tuple[str, ...]
    position: tuple[Line, ...]
    silent: tuple[Line, ...]
    audited_twice: ThenAndNowChart | None
    heard: EvidenceGrid | None
    other: int


def build(snapshot: Snapshot, request: Request) -> Annual:
    """The report for the year of the request."""
    year = request.year or year_asked(None)
    partnership = the_partnership(snapshot)
    within = Within(snapshot, year)
    readings = tuple(_readings(snapshot, request, year))
    impact = tuple(told.impact(within))
    looked_at = tuple(_looked_at(within))
    learned = tuple(_learned(snapshot, within))
    voices = tuple(told.voice(within, entry) for entry in within.all(Feedback))
    decisions = tuple(told.line(within, entry) for entry in within.all(Decision))
    actions = tuple(told.action(within, entry) for entry in within.all(Action))
    unanswered = tuple(_unanswered(snapshot, within, request))
    names = {agency.key: agency.name for agency in partnership.agencies}
    learning = tuple(told.passed_on(within, names))
    position = tuple(told.line(within, one, one.record.statement or "") for one in within.named(Position))
    contributions = tuple(told.contribution(within, entry, names) for entry in within.named(Contribution))
    came_back = tuple(_came_back(readings, year))
    return Annual(
        head=head(snapshot, request, f"Yearly report {year.name}"),
        impact=impact,
        without_impact=sum(not action.is_evidenced for action in actions),
        looked_at=looked_at,
        learned=learned,
        strengths=sum(len(theme.strengths) for theme in learned),
        concerns=sum(len(theme.concerns) for theme in learned),
        voices=voices,
        decisions=decisions,
        actions=actions,
        unanswered=unanswered,
        learning=learning,
        came_back=came_back,
        contributions=contributions,
        not_sent=_not_sent(partnership.agencies, {entry.record.agency for entry in within.named(Contribution)}, year),
        position=position,
        silent=tuple(_silent(readings)),
        audited_twice=_audited_twice(snapshot, request, year),
        heard=evidence_grid("who-is-heard", readings),
        other=sum(len(theme.other) for theme in learned),
    )


def _looked_at(within: Within) -> Iterator[Line]:
    entries: tuple[Entry[Record], ...] = (
        *within.all(Review), *within.all(Audit), *within.all(Assessment), *within.all(Inspection),
    )  # fmt: skip
    for entry in entries:
        yield told.line(within, entry, entry.record.title)


def _learned(snapshot: Snapshot, within: Within) -> Iterator[Learned]:
    themes = snapshot.registers["theme"]
    mine = [entry for entry in snapshot.of(Finding) if within.holds(entry.id)]
    mine.sort(key=lambda entry: (successors(snapshot, entry.record.theme), entry.id))
    for key, group in groupby(mine, key=lambda entry: successors(snapshot, entry.record.theme)):
        theme = themes.get(key)
        by_side: dict[str, list[Line]] = {"strengths": [], "concerns": [], "other": []}
        for entry in group:
            said = f"{entry.record.says or entry.record.title}{_nuance(entry.record.direction)}"
            by_side[_side(entry.record.direction)].append(told.line(within, entry, said))
        label = theme.label if isinstance(theme, Theme) else key
        yield Learned(label, tuple(by_side["strengths"]), tuple(by_side["concerns"]), tuple(by_side["other"]))


def _nuance(direction: Direction) -> str:
    """The direction, where the heading it stands under does not say it."""
    told = {Direction.WORKING_WELL, Direction.NEEDS_TO_IMPROVE, Direction.DESCRIPTIVE}
    return "" if direction in told else f" ({words(direction)})"


def _side(direction: Direction) -> str:
    if direction in _STRENGTHS:
        return "strengths"
    return "concerns" if direction in {Direction.NEEDS_TO_IMPROVE, Direction.GAP} else "other"


def _unanswered(snapshot: Snapshot, within: Within, request: Request) -> Iterator[Line]:
    """What the reviews, audits and inspections of the year ask for, and no action answers."""
    looked_at = (*snapshot.of(Review), *snapshot.of(Audit), *snapshot.of(Inspection))
    asked = [entry.id for entry in looked_at if within.holds(entry.id)]
    thread = trace(snapshot, asked, request.today)
    open_ends = {one for one, missing in thread.breaks if missing == NO_ANSWER}
    for stop in thread.at("recommendation"):
        if stop.id in open_ends and stop.id.partition("#")[0] in asked:
            yield _stop_line(stop)


def _stop_line(stop: Stop) -> Line:
    return Line(stop.title, str(stop.when) if stop.when else "", (stop.id,))


def _audited_twice(snapshot: Snapshot, request: Request, year: Period) -> ThenAndNowChart | None:
    """The standards of the year's re-audits beside those of the audits before."""
    mine = [one for one in standards_compared(snapshot) if one.when_now and one.when_now.overlaps(year)]
    return then_and_now_chart("audited-twice", mine, is_public=request.audience is Sharing.PUBLIC)


def _readings(snapshot: Snapshot, request: Request, year: Period) -> Iterator[ThemeReading]:
    until = Period(date.min, year.until, year.name)
    for theme in snapshot.registers["theme"].values():
        if isinstance(theme, Theme) and not theme.replaced_by:
            reading = read_theme(snapshot, theme.key, min(request.today, year.until), until)
            if reading.lines:
                yield reading


def _came_back(readings: Iterable[ThemeReading], year: Period) -> Iterator[CameBack]:
    for reading in readings:
        votes = [vote for line in reading.lines for vote in line.votes if vote.verdict in {"N", "G", "M"} and vote.when]
        before = [vote for vote in votes if vote.when and vote.when.latest < year.since]
        now = [vote for vote in votes if vote.when and vote.when.overlaps(year)]
        if before and now:
            lines = tuple(
                Line(f"{vote.title}: {WORDS[vote.verdict]}", str(vote.when), vote.findings) for vote in (*before, *now)
            )
            yield CameBack(reading.label, reading.concern_years, lines)


def _silent(readings: tuple[ThemeReading, ...]) -> Iterator[Line]:
    """Each kind of evidence with the themes on which it is silent, children and families first."""
    for kind in SILENCE_ORDER:
        missing = [reading.label for reading in readings if kind in reading.silent]
        if missing:
            said = "all of them" if len(missing) == len(readings) else " · ".join(missing)
            yield Line(f"{LABELS[kind]}: silent on {len(missing)} of {len(readings)} themes: {said}", "", ())


def _not_sent(agencies: Iterable[Agency], sent: set[str], year: Period) -> tuple[str, ...]:
    """Agencies with a role in the year that sent no contribution; bodies outside the partnership owe none."""
    owing = []
    for agency in agencies:
        roles = [
            role
            for role in agency.roles
            if role.role is not AgencyRole.OUTSIDE_BODY
            and (role.since is None or role.since.earliest <= year.until)
            and (role.until is None or role.until.latest >= year.since)
        ]
        if roles and agency.key not in sent:
            owing.append(agency.name)
    return tuple(owing)


ANNUAL = Report(
    "annual",
    "The yearly report: what changed for children, how that is known, and what is not known",
    Sharing.PUBLIC,
    build,
    (
        Section("impact", "What changed for children, and how that is known"),
        Section("short", "The year in short"),
        Section("looked-at", "What was looked at"),
        Section("learned", "What was learned"),
        Section("voices", "What children, families and practitioners said"),
        Section("done", "What was decided and done"),
        Section("passed-on", "What was passed on, and who received it"),
        Section("came-back", "What came back"),
        Section("position", "The position of the year", by_theme=False),
        Section("contributions", "Contributions of the agencies", by_theme=False),
        Section("silent", "Who is silent"),
    ),
    needs=(Ask.YEAR,),
    duties=("F4.12", "F7.7", "F1.4"),
)
