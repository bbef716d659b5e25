"""Summarise a theme: evidence, re-audits, indicators, repeated recommendations, actions and their impact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.graded_audits import agreement_on_grades
from lif.analysis.audits.own_grades import OwnGrades
from lif.analysis.audits.repeated_audits import our_audits
from lif.analysis.audits.standard_chain import StandardChain
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.impact.action_state import is_overdue
from lif.analysis.impact.action_strength import only_weaker, strength_summary
from lif.analysis.impact.explanation import Explanation, explanation_of
from lif.analysis.impact.reading_verdict import why_no_change
from lif.analysis.impact.shown_change import ShownChange, better_results
from lif.analysis.lines.themes_of import is_on
from lif.analysis.themes.came_back import Recurrence, linked_recurrences, proposed_recurrences
from lif.analysis.themes.confidence import Ceiling, ceiling
from lif.analysis.themes.emerging import EmergingTheme, emerging_on
from lif.analysis.themes.figure_source import FigureSource, figure_source
from lif.analysis.themes.indicator_readings import IndicatorReading, figures_on_theme
from lif.analysis.themes.recurrence import (
    PossibleRepeat,
    RepeatedRecommendation,
    possible_repeats,
    repeated_recommendations,
)
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.analysis.themes.what_would_change import WithoutSource, what_would_change
from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.indicator import Indicator
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Level


@dataclass(frozen=True, slots=True)
class ActionSummary:
    """The actions on a theme, how strong they are, and which are overdue."""

    actions: tuple[str, ...]
    strength: str
    is_only_weaker: bool
    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeAgreement:
    """How far agencies' own grades agreed in one audit, before moderation."""

    audit: str
    grades: OwnGrades


@dataclass(frozen=True, slots=True)
class Claim:
    """What an evaluation claims, at which level, and why that shows no change; `but` is empty where it does."""

    record: str
    claim: str
    level: Level
    but: str


@dataclass(frozen=True, slots=True)
class ThemeSummary:
    """The summary of one theme."""

    reading: ThemeReading
    ceiling: Ceiling
    standards: tuple[StandardChain, ...]
    figures: tuple[IndicatorReading, ...]
    graded: tuple[GradeAgreement, ...]
    came_back: tuple[Recurrence, ...]
    may_have_come_back: tuple[Recurrence, ...]
    said_before: tuple[RepeatedRecommendation, ...]
    perhaps: tuple[PossibleRepeat, ...]
    done: ActionSummary
    claims: tuple[Claim, ...]
    shown: tuple[ShownChange, ...]
    would_change: tuple[WithoutSource, ...]
    explained: Explanation | None
    emerging: EmergingTheme | None
    figure_sources: tuple[FigureSource, ...]


def summarise_theme(snapshot: Snapshot, theme: str, today: date, period: Period | None = None) -> ThemeSummary:
    """Summarise a theme; a period narrows the evidence in `reading` and the figures, not re-audits, actions or impact.

    A figure stands as it was read at the end of the period.
    """
    thresholds = snapshot.thresholds
    reading = read_theme(snapshot, theme, today, period)
    sure = reading.sure.record if reading.sure else None
    current = current_theme(snapshot, theme)
    actions = [entry for entry in snapshot.of(Action) if is_on(snapshot, entry.id, {current})]
    figures, shown = figures_on_theme(snapshot, theme, period), tuple(_results_on_theme(snapshot, theme))
    claims = tuple(_claims_on_theme(snapshot, theme))
    return ThemeSummary(
        reading=reading,
        ceiling=ceiling(
            reading.verdicts,
            reading.newest_months,
            sure.confidence if sure else None,
            thresholds.old_after_months,
            may_withhold=snapshot.can_withhold,
            doubtful=reading.doubtful,
        ),
        standards=standards_over_time(snapshot, current),
        figures=figures,
        graded=tuple(_grade_agreements(snapshot, theme)),
        came_back=linked_recurrences(snapshot, theme),
        may_have_come_back=proposed_recurrences(snapshot, theme),
        said_before=repeated_recommendations(snapshot, theme),
        perhaps=possible_repeats(snapshot, theme),
        done=_summarise_actions(actions, today),
        claims=claims,
        shown=shown,
        would_change=what_would_change(snapshot, reading, today, period),
        explained=_explained(snapshot, shown[0].record if shown else claims[0].record if claims else ""),
        emerging=emerging_on(snapshot, current, period),
        figure_sources=tuple(
            figure_source(snapshot, Entry(entry.id, entry.kind, entry.record))
            for figure in figures
            if isinstance((entry := snapshot.entries[figure.indicator]).record, Indicator)
        ),
    )


def _explained(snapshot: Snapshot, best: str) -> Explanation | None:
    """What the evaluation behind the best result or claim says besides its figures; None where it is no evaluation."""
    entry = snapshot.entries.get(best)
    if entry is None or not isinstance(entry.record, Evaluation):
        return None
    return explanation_of(snapshot, Entry(entry.id, entry.kind, entry.record))


def _summarise_actions(actions: list[Entry[Action]], today: date) -> ActionSummary:
    kinds = [entry.record.action_kind for entry in actions]
    overdue = [entry.id for entry in actions if is_overdue(entry.record, today)]
    return ActionSummary(
        tuple(entry.id for entry in actions), strength_summary(kinds), only_weaker(kinds), tuple(overdue)
    )


def _claims_on_theme(snapshot: Snapshot, theme: str) -> Iterable[Claim]:
    """What evaluations listed under the theme claim: what shows a change first, then the highest level first."""
    current = current_theme(snapshot, theme)
    claims = (
        Claim(entry.id, entry.record.claim or entry.record.title, entry.record.level, why_no_change(snapshot, entry))
        for entry in snapshot.of(Evaluation)
        if is_on(snapshot, entry.id, {current})
    )
    return sorted(claims, key=lambda claim: (bool(claim.but), -int(claim.level), claim.record))


def _results_on_theme(snapshot: Snapshot, theme: str) -> Iterable[ShownChange]:
    """The better results listed under the theme: first what shows a change, then the highest level first."""
    current = current_theme(snapshot, theme)
    results = [result for result in better_results(snapshot) if current in result.themes]
    return sorted(results, key=lambda result: (not result.is_change, -int(result.level or 0), result.record))


def _grade_agreements(snapshot: Snapshot, theme: str) -> Iterable[GradeAgreement]:
    for entry in our_audits(snapshot):
        if any(citation.target == theme for citation in entry.citations):
            grades = agreement_on_grades(snapshot, entry.record)
            if grades is not None:
                yield GradeAgreement(entry.id, grades)
