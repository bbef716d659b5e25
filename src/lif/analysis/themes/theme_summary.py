"""Summarise a theme: evidence, re-audits, indicators, repeated recommendations, actions and their impact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.graded_audits import agreement_on_grades
from lif.analysis.audits.own_grades import OwnGrades
from lif.analysis.audits.standard_chain import StandardChain
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.impact.action_state import is_overdue
from lif.analysis.impact.action_strength import only_weaker, strength_summary
from lif.analysis.impact.evidenced import Impact, impact_of
from lif.analysis.impact.shown_change import ShownChange, better_results
from lif.analysis.lines.themes_of import is_on
from lif.analysis.themes.came_back import Recurrence, linked_recurrences, proposed_recurrences
from lif.analysis.themes.confidence import Ceiling, ceiling
from lif.analysis.themes.indicator_readings import IndicatorReading, figures_on_theme
from lif.analysis.themes.recurrence import (
    PossibleRepeat,
    RepeatedRecommendation,
    possible_repeats,
    repeated_recommendations,
)
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot


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
    impact: tuple[Impact, ...]
    shown: tuple[ShownChange, ...]


def summarise_theme(snapshot: Snapshot, theme: str, today: date, period: Period | None = None) -> ThemeSummary:
    """Summarise a theme; a period narrows the evidence in `reading` only, not re-audits, actions or impact."""
    thresholds = snapshot.thresholds
    reading = read_theme(snapshot, theme, today, period)
    sure = reading.sure.record if reading.sure else None
    current = current_theme(snapshot, theme)
    actions = [entry for entry in snapshot.of(Action) if is_on(snapshot, entry.id, {current})]
    return ThemeSummary(
        reading=reading,
        ceiling=ceiling(
            reading.verdicts,
            reading.newest_months,
            sure.confidence if sure else None,
            thresholds.old_after_months,
            may_withhold=snapshot.can_withhold,
        ),
        standards=standards_over_time(snapshot, current),
        figures=figures_on_theme(snapshot, theme),
        graded=tuple(_grade_agreements(snapshot, theme)),
        came_back=linked_recurrences(snapshot, theme),
        may_have_come_back=proposed_recurrences(snapshot, theme),
        said_before=repeated_recommendations(snapshot, theme),
        perhaps=possible_repeats(snapshot, theme),
        done=_summarise_actions(actions, today),
        impact=tuple(_impacts_on_theme(snapshot, theme)),
        shown=tuple(_results_on_theme(snapshot, theme)),
    )


def _summarise_actions(actions: list[Entry[Action]], today: date) -> ActionSummary:
    kinds = [entry.record.action_kind for entry in actions]
    overdue = [entry.id for entry in actions if is_overdue(entry.record, today)]
    return ActionSummary(
        tuple(entry.id for entry in actions), strength_summary(kinds), only_weaker(kinds), tuple(overdue)
    )


def _impacts_on_theme(snapshot: Snapshot, theme: str) -> Iterable[Impact]:
    """Evaluations listed under the theme: evidenced ones first, and among equals the highest level first."""
    current = current_theme(snapshot, theme)
    impacts = [impact_of(entry) for entry in snapshot.of(Evaluation) if is_on(snapshot, entry.id, {current})]
    return sorted(impacts, key=lambda impact: (not impact.is_evidenced, -int(impact.level), impact.record))


def _results_on_theme(snapshot: Snapshot, theme: str) -> Iterable[ShownChange]:
    """The better results listed under the theme: first what shows a change, then the highest level first."""
    current = current_theme(snapshot, theme)
    results = [result for result in better_results(snapshot) if current in result.themes]
    return sorted(results, key=lambda result: (not result.is_change, -int(result.level or 0), result.record))


def _grade_agreements(snapshot: Snapshot, theme: str) -> Iterable[GradeAgreement]:
    for entry in snapshot.of(Audit):
        if any(citation.target == theme for citation in entry.citations):
            grades = agreement_on_grades(snapshot, entry.record)
            if grades is not None:
                yield GradeAgreement(entry.id, grades)
