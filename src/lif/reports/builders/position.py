"""Report `position`: the yearly position statement, its factors, findings of the year before, and priorities."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import record_date
from lif.analysis.duties.overruled import is_strength
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.finding import Finding
from lif.model.kinds.need import Need
from lif.model.kinds.partnership import Partnership, Priority
from lif.model.kinds.position import Factor, Position
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import Direction, words
from lif.reports import indicator_lines, sentences
from lif.reports.charts.control import ControlChart
from lif.reports.cited_sentence import Line, Within, current_label, quantity
from lif.reports.findings_of_year import ThemeFindings, year_findings_by_theme
from lif.reports.heading import Head, head
from lif.reports.little_progress import priorities_in_force
from lif.reports.need_order import order_key, place_text
from lif.reports.report import Ask, Report, Section, parse_year, partnership_of
from lif.reports.request import Request

_CLEAR_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP}
"""The directions of concern; mixed findings are not among them."""


@dataclass(frozen=True, slots=True)
class StatementFactor:
    """One factor: its evidence, the findings of the year before on its themes, and the needs that cite it."""

    says: Line
    themes: str
    evidence: tuple[Line, ...]
    strengths: int
    concerns: int
    needs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PositionStatement:
    """The content of the statement. The template words the absence where a tuple is empty."""

    head: Head
    year_before: str
    statements: tuple[Line, ...]
    factors: tuple[StatementFactor, ...]
    before: tuple[ThemeFindings, ...]
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


def build(view: View, request: Request) -> PositionStatement:
    """Build the statement for the year of the request."""
    snapshot = view.records
    year = request.year or parse_year(None)
    before = _year_before(year)
    partnership = partnership_of(snapshot)
    within, earlier = (
        Within(snapshot, period, view.audience, view.at(request.today).records) for period in (year, before)
    )
    positions = within.named(Position)
    factors = [(entry, factor) for entry in positions for factor in entry.record.factors]
    named_keys = [key for entry in positions for key in entry.record.priorities]
    in_force = {priority.key: priority for priority in priorities_in_force(partnership, year)}
    covered = _covered_themes(snapshot, [factor for _, factor in factors], partnership, [*named_keys, *in_force])
    factor_ids = {entry.id_of(factor.key) for entry, factor in factors}
    factor_needs = [entry for entry in snapshot.of(Need) if factor_ids & set(entry.record.factors)]
    figures_before = indicator_lines.figures_of(snapshot, before)
    needs_without_factor = [entry for entry in within.all(Need) if entry not in factor_needs]
    return PositionStatement(
        head=head(view, request, f"Position statement {year.name}"),
        year_before=before.name,
        statements=tuple(_statement_line(snapshot, entry) for entry in positions),
        factors=tuple(_describe_factor(within, entry, factor, earlier, factor_needs) for entry, factor in factors),
        before=tuple(year_findings_by_theme(snapshot, earlier)),
        not_taken_up=tuple(_themes_not_taken_up(earlier, covered)),
        impact_before=tuple(sentences.impact_lines(earlier)),
        figures=tuple(indicator_lines.figure_lines(snapshot, figures_before, view.audience)),
        drawn=tuple(indicator_lines.control_charts(snapshot, figures_before, view.audience)),
        follow=tuple(_priority_line(snapshot, partnership, key, factors) for key in dict.fromkeys(named_keys)),
        not_named=tuple(_name_line(priority) for key, priority in in_force.items() if key not in named_keys)
        if positions
        else (),
        not_held=tuple(
            _name_line(priority)
            for priority in _priorities_with(partnership, named_keys)
            if priority.themes and priority.key not in in_force
        ),
        without_factor=tuple(
            _name_line(priority)
            for priority in _priorities_with(partnership, named_keys)
            if not _matching_factors(snapshot, priority, factors)
        ),
        needs=tuple(_need_line(snapshot, entry) for entry in sorted(factor_needs, key=order_key)),
        other_needs=tuple(_need_line(snapshot, entry) for entry in sorted(needs_without_factor, key=order_key)),
        since=tuple(_priority_changes(earlier, positions, partnership, named_keys)),
    )


def _year_before(year: Period) -> Period:
    since, until = (day.replace(year=day.year - 1) for day in (year.since, year.until))
    return Period(since, until, f"{since.year}-{until.year % 100:02d}")


def _statement_line(snapshot: Snapshot, entry: Entry[Position]) -> Line:
    record = entry.record
    group = snapshot.group(record.group)
    by = f" (agreed by the {group.name if group is not None else record.group})" if record.group else ""
    return Line(f"{record.statement or record.title}{by}", str(record.agreed or ""), (entry.id,))


def _describe_factor(
    within: Within, entry: Entry[Position], factor: Factor, earlier: Within, needs: Iterable[Entry[Need]]
) -> StatementFactor:
    snapshot, factor_id = within.snapshot, entry.id_of(factor.key)
    labels = tuple(dict.fromkeys(current_label(snapshot, theme) for theme in factor.themes))
    findings = list(_findings_on(earlier, factor.themes))
    return StatementFactor(
        says=Line(factor.factor, "", (factor_id,)),
        themes=" · ".join(labels),
        evidence=tuple(
            filter(None, (sentences.evidence_line(within, evidence, factor_id) for evidence in factor.evidence))
        ),
        strengths=sum(is_strength(snapshot, finding) for finding in findings),
        concerns=sum(finding.record.direction in _CLEAR_CONCERNS for finding in findings),
        needs=tuple(
            _need_line(snapshot, need_entry)
            for need_entry in sorted(needs, key=order_key)
            if factor_id in need_entry.record.factors
        ),
    )


def _need_line(snapshot: Snapshot, entry: Entry[Need]) -> Line:
    """A need with its place in the order of the group and the reason, its driver, and its answer."""
    need = entry.record
    because = f": {need.order_because}" if need.order and need.order_because else ""
    driver = f"; driven by: {words(need.driver)}" if need.driver else ""
    answered = f"; answered {need.answered}" if need.answered else "; answer: " + snapshot.absent
    when = record_date(snapshot, entry.id)
    return Line(
        f"{need.says or need.title} ({place_text(need)}{because}{driver}{answered})",
        str(when) if when else "",
        (entry.id,),
    )


def _covered_themes(
    snapshot: Snapshot, factors: Iterable[Factor], partnership: Partnership, priorities: Iterable[str]
) -> set[str]:
    """The themes of the factors and priorities of the year, replaced themes by their successors."""
    themes = [theme for factor in factors for theme in factor.themes]
    themes += [theme for priority in _priorities_with(partnership, priorities) for theme in priority.themes]
    return {current_theme(snapshot, theme) for theme in themes}


def _priorities_with(partnership: Partnership, keys: Iterable[str]) -> Iterator[Priority]:
    wanted = set(keys)
    return (priority for priority in partnership.priorities if priority.key in wanted)


def _matching_factors(
    snapshot: Snapshot, priority: Priority, factors: Iterable[tuple[Entry[Position], Factor]]
) -> tuple[str, ...]:
    """The factors that are on a theme of the priority."""
    themes = {current_theme(snapshot, theme) for theme in priority.themes}
    return tuple(
        entry.id_of(factor.key)
        for entry, factor in factors
        if themes & {current_theme(snapshot, theme) for theme in factor.themes}
    )


def _priority_line(
    snapshot: Snapshot, partnership: Partnership, key: str, factors: list[tuple[Entry[Position], Factor]]
) -> Line:
    """A priority with the number of factors it follows from."""
    priority = next(_priorities_with(partnership, [key]), None)
    if priority is None:
        return Line(key, "", ())
    factor_ids = _matching_factors(snapshot, priority, factors)
    count = quantity(len(factor_ids), "factor") if factor_ids else "no factor"
    return Line(f"{priority.name} (follows from {count} of the statement)", "", factor_ids)


def _name_line(priority: Priority) -> Line:
    return Line(priority.name, "", ("partnership",))


def _themes_of(snapshot: Snapshot, finding: Finding) -> set[str]:
    """The theme of a finding and the needs of children it concerns, replaced themes by their successors."""
    return {current_theme(snapshot, theme) for theme in (finding.theme, *finding.needs)}


def _findings_on(earlier: Within, themes: Iterable[str]) -> Iterator[Entry[Finding]]:
    """The findings of the year before on any of the themes."""
    wanted = {current_theme(earlier.snapshot, theme) for theme in themes}
    return (finding for finding in earlier.all(Finding) if _themes_of(earlier.snapshot, finding.record) & wanted)


def _themes_not_taken_up(earlier: Within, covered: set[str]) -> Iterator[Line]:
    """Themes that needed to improve the year before and that no factor or priority takes up."""
    ids_by_label: dict[str, list[str]] = {}
    for entry in earlier.all(Finding):
        finding = entry.record
        if finding.direction in _CLEAR_CONCERNS and not _themes_of(earlier.snapshot, finding) & covered:
            ids_by_label.setdefault(current_label(earlier.snapshot, finding.theme), []).append(entry.id)
    for label, finding_ids in ids_by_label.items():
        yield Line(f"{label}: {quantity(len(finding_ids), 'finding')}", "", tuple(finding_ids))


def _priority_changes(
    earlier: Within, positions: Iterable[Entry[Position]], partnership: Partnership, named_keys: list[str]
) -> Iterator[Line]:
    """The priorities that are new, no longer named or unchanged since the statement of the year before."""
    earlier_positions = earlier.named(Position)
    if not earlier_positions or not positions:
        return
    record_ids = tuple(entry.id for entry in earlier_positions)
    earlier_keys = [key for entry in earlier_positions for key in entry.record.priorities]
    for change, keys, excluded_keys in (
        ("new", named_keys, earlier_keys),
        ("no longer named", earlier_keys, named_keys),
    ):
        for priority in _priorities_with(partnership, [key for key in keys if key not in excluded_keys]):
            yield Line(f"{priority.name}: {change}", "", record_ids)
    for priority in _priorities_with(partnership, [key for key in named_keys if key in earlier_keys]):
        yield Line(f"{priority.name}: as the year before", "", record_ids)


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
