"""The yearly position statement: what shapes the year, what the year before showed, and what to understand next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import placed
from lif.analysis.themes.replaced_themes import successors
from lif.disclosure.request import Request
from lif.model.kinds.finding import Finding
from lif.model.kinds.need import Need
from lif.model.kinds.partnership import Partnership, Priority
from lif.model.kinds.position import Factor, Position
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, words
from lif.reports import indicator_lines, sentences
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.charts.control import ControlChart
from lif.reports.cited_sentence import Line, Within, counted_of, label_of
from lif.reports.findings_of_year import Learned, learned
from lif.reports.heading import Head, head
from lif.reports.little_progress import in_force
from lif.reports.report import Ask, Report, Section, the_partnership, year_asked

CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


@dataclass(frozen=True, slots=True)
class FactorSaid:
    """One factor: what shows it, what the year before found on its themes, and the needs that belong to it."""

    says: Line
    themes: str
    evidence: tuple[Line, ...]
    strengths: int
    concerns: int
    needs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PositionStatement:
    """Everything the statement says; an empty tuple is an absence, which the template words."""

    head: Head
    year_before: str
    statements: tuple[Line, ...]
    factors: tuple[FactorSaid, ...]
    before: tuple[Learned, ...]
    not_taken_up: tuple[Line, ...]
    impact_before: tuple[Line, ...]
    figures: tuple[Line, ...]
    drawn: tuple[ControlChart, ...]
    follow: tuple[Line, ...]
    not_named: tuple[Line, ...]
    not_held: tuple[Line, ...]
    without_factor: tuple[Line, ...]
    needs: tuple[Line, ...]
    other_needs: tuple[Line, ...]
    since: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> PositionStatement:
    """The statement for the year of the request."""
    year = request.year or year_asked(None)
    before = _year_before(year)
    partnership = the_partnership(snapshot)
    within, earlier = Within(snapshot, year, request.audience), Within(snapshot, before, request.audience)
    mine = within.named(Position)
    factors = [(entry, factor) for entry in mine for factor in entry.record.factors]
    named = [key for entry in mine for key in entry.record.priorities]
    held = {one.key: one for one in in_force(partnership, year)}
    covered = _themes(snapshot, [factor for _, factor in factors], partnership, [*named, *held])
    about = {one for entry, factor in factors for one in (f"{entry.id}#{factor.key}",)}
    cites = [entry for entry in snapshot.of(Need) if about & set(entry.record.factors)]
    measured = indicator_lines.figures_of(snapshot, before)
    others = [entry for entry in within.all(Need) if entry not in cites]
    return PositionStatement(
        head=head(snapshot, request, f"Position statement {year.name}"),
        year_before=before.name,
        statements=tuple(_statement(snapshot, entry) for entry in mine),
        factors=tuple(_factor(within, entry, factor, earlier, cites) for entry, factor in factors),
        before=tuple(learned(snapshot, earlier)),
        not_taken_up=tuple(_not_taken_up(earlier, covered)),
        impact_before=tuple(sentences.impact(earlier)),
        figures=tuple(indicator_lines.told(measured)),
        drawn=tuple(indicator_lines.drawn(snapshot, measured, request.audience)),
        follow=tuple(_priority(snapshot, partnership, key, factors) for key in dict.fromkeys(named)),
        not_named=tuple(_plain(one) for key, one in held.items() if key not in named) if mine else (),
        not_held=tuple(_plain(one) for one in _listed(partnership, named) if one.themes and one.key not in held),
        without_factor=tuple(_plain(one) for one in _listed(partnership, named) if not _shared(snapshot, one, factors)),
        needs=tuple(_need(snapshot, entry) for entry in sorted(cites, key=_order)),
        other_needs=tuple(_need(snapshot, entry) for entry in sorted(others, key=_order)),
        since=tuple(_since(earlier, mine, partnership, named)),
    )


def _year_before(year: Period) -> Period:
    since, until = (day.replace(year=day.year - 1) for day in (year.since, year.until))
    return Period(since, until, f"{since.year}-{until.year % 100:02d}")


def _statement(snapshot: Snapshot, entry: Entry[Position]) -> Line:
    record = entry.record
    group = snapshot.registers["group"].get(record.group or "")
    by = f" (agreed by the {getattr(group, 'name', record.group)})" if record.group else ""
    return Line(f"{record.statement or record.title}{by}", str(record.agreed or ""), (entry.id,))


def _factor(
    within: Within, entry: Entry[Position], factor: Factor, earlier: Within, needs: Iterable[Entry[Need]]
) -> FactorSaid:
    snapshot, item = within.snapshot, f"{entry.id}#{factor.key}"
    labels = tuple(dict.fromkeys(label_of(snapshot, theme) for theme in factor.themes))
    mine = [one.record.direction for one in _on(earlier, factor.themes)]
    return FactorSaid(
        says=Line(factor.factor, "", (item,)),
        themes=" · ".join(labels),
        evidence=tuple(filter(None, (sentences.evidence(within, one) for one in factor.evidence))),
        strengths=sum(direction in STRENGTHS for direction in mine),
        concerns=sum(direction in CONCERNS for direction in mine),
        needs=tuple(_need(snapshot, one) for one in sorted(needs, key=_order) if item in one.record.factors),
    )


def _need(snapshot: Snapshot, entry: Entry[Need]) -> Line:
    """Its place in the order of the group and why, what drives it, and whether it is answered."""
    need = entry.record
    place = f"in place {need.order}" if need.order else "no place in the order of the group"
    because = f": {need.order_because}" if need.order and need.order_because else ""
    driver = f"; driven by: {words(need.driver)}" if need.driver else ""
    answered = f"; answered {need.answered}" if need.answered else "; answer: " + snapshot.absent
    when = placed(snapshot, entry.id)
    return Line(
        f"{need.says or need.title} ({place}{because}{driver}{answered})", str(when) if when else "", (entry.id,)
    )


def _order(entry: Entry[Need]) -> tuple[bool, int, str]:
    return (not entry.record.order, entry.record.order or 0, entry.id)


def _themes(
    snapshot: Snapshot, factors: Iterable[Factor], partnership: Partnership, priorities: Iterable[str]
) -> set[str]:
    """Every theme that a factor or a priority of the year takes up."""
    themes = [theme for factor in factors for theme in factor.themes]
    themes += [theme for one in _listed(partnership, priorities) for theme in one.themes]
    return {successors(snapshot, theme) for theme in themes}


def _listed(partnership: Partnership, keys: Iterable[str]) -> Iterator[Priority]:
    wanted = set(keys)
    return (one for one in partnership.priorities if one.key in wanted)


def _shared(
    snapshot: Snapshot, priority: Priority, factors: Iterable[tuple[Entry[Position], Factor]]
) -> tuple[str, ...]:
    """The factors that are on a theme of the priority."""
    themes = {successors(snapshot, theme) for theme in priority.themes}
    return tuple(
        f"{entry.id}#{factor.key}"
        for entry, factor in factors
        if themes & {successors(snapshot, theme) for theme in factor.themes}
    )


def _priority(
    snapshot: Snapshot, partnership: Partnership, key: str, factors: list[tuple[Entry[Position], Factor]]
) -> Line:
    """A priority with the factors it follows from."""
    priority = next(_listed(partnership, [key]), None)
    if priority is None:
        return Line(key, "", ())
    rests = _shared(snapshot, priority, factors)
    said = counted_of(len(rests), "factor") if rests else "no factor"
    return Line(f"{priority.name} (follows from {said} of the statement)", "", rests)


def _plain(priority: Priority) -> Line:
    return Line(priority.name, "", ("partnership",))


def _about(snapshot: Snapshot, finding: Finding) -> set[str]:
    """The theme of a finding and the needs of children it concerns, under the names they have now."""
    return {successors(snapshot, theme) for theme in (finding.theme, *finding.needs)}


def _on(earlier: Within, themes: Iterable[str]) -> Iterator[Entry[Finding]]:
    """The findings of the time on any of the themes."""
    wanted = {successors(earlier.snapshot, theme) for theme in themes}
    return (one for one in earlier.all(Finding) if _about(earlier.snapshot, one.record) & wanted)


def _not_taken_up(earlier: Within, covered: set[str]) -> Iterator[Line]:
    """Themes on which something needed to improve the year before, and no factor and no priority names them."""
    left: dict[str, list[str]] = {}
    for entry in earlier.all(Finding):
        finding = entry.record
        if finding.direction in CONCERNS and not _about(earlier.snapshot, finding) & covered:
            left.setdefault(label_of(earlier.snapshot, finding.theme), []).append(entry.id)
    for label, records in left.items():
        yield Line(f"{label}: {counted_of(len(records), 'finding')}", "", tuple(records))


def _since(
    earlier: Within, mine: Iterable[Entry[Position]], partnership: Partnership, named: list[str]
) -> Iterator[Line]:
    """What is different from the statement of the year before, in its priorities."""
    last = earlier.named(Position)
    if not last or not mine:
        return
    records = tuple(entry.id for entry in last)
    was = [key for entry in last for key in entry.record.priorities]
    for says, ours, theirs in (("new", named, was), ("no longer named", was, named)):
        for one in _listed(partnership, [key for key in ours if key not in theirs]):
            yield Line(f"{one.name}: {says}", "", records)
    for one in _listed(partnership, [key for key in named if key in was]):
        yield Line(f"{one.name}: as the year before", "", records)


POSITION = Report(
    "position",
    "The position statement of a year: what shapes it, what the year before showed, which priorities follow",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("statement", "Where we stand"),
        Section("factors", "What shapes the year, and what shows it"),
        Section("before", "What the year before showed"),
        Section("priorities", "Priorities that follow, and those that do not", by_theme=False),
        Section("needs", "What is to be understood next"),
        Section("since", "Since the statement before", by_theme=False),
    ),
    needs=(Ask.YEAR,),
    duties=("F2.1", "F2.2", "F5.1"),
)
