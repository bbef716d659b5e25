"""The whole picture of a theme: what sources say, then and now, figures, what was said, done and achieved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.audit_chain import Standard, standards_compared
from lif.analysis.audits.own_grades import OwnGrades, own_grades
from lif.analysis.impact.action_strength import only_weaker, summary
from lif.analysis.impact.evidenced import Impact, impact_of
from lif.analysis.lines.lineage import carrying
from lif.analysis.themes.confidence import Ceiling, ceiling
from lif.analysis.themes.indicator_readings import Figure, figures
from lif.analysis.themes.recurrence import Perhaps, SaidBefore, perhaps_said_before, recommendations, said_before
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.partnership import Scale, Thresholds
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Done:
    """What was done on a theme: how many actions of which strength, and how many are past their day."""

    actions: tuple[str, ...]
    strength: str
    is_only_weaker: bool
    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """How far agencies' own grades agreed in one audit, before moderation."""

    audit: str
    grades: OwnGrades


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the records say on one theme."""

    reading: ThemeReading
    ceiling: Ceiling
    standards: tuple[Standard, ...]
    figures: tuple[Figure, ...]
    graded: tuple[Graded, ...]
    said_before: tuple[SaidBefore, ...]
    perhaps: tuple[Perhaps, ...]
    done: Done
    impact: tuple[Impact, ...]


def picture_of(snapshot: Snapshot, theme: str, today: date, period: Period | None = None) -> Picture:
    """The picture of a theme; a period narrows what sources say, not what was audited, done or achieved."""
    thresholds = snapshot.partnership.thresholds if snapshot.partnership else Thresholds()
    reading = read_theme(snapshot, theme, today, period)
    decision = reading.decision.record if reading.decision else None
    about = _about(snapshot, theme)
    actions = _actions(snapshot, about)
    return Picture(
        reading=reading,
        ceiling=ceiling(
            reading.verdicts,
            reading.newest_months,
            decision.confidence if decision else None,
            thresholds.old_after_months,
        ),
        standards=standards_compared(snapshot, theme),
        figures=figures(snapshot, theme),
        graded=tuple(_graded(snapshot, theme, thresholds.grades_agree_from_cases)),
        said_before=said_before(snapshot, theme),
        perhaps=perhaps_said_before(snapshot, theme),
        done=_done(actions, today),
        impact=tuple(_impact(snapshot, theme, about, actions)),
    )


def _about(snapshot: Snapshot, theme: str) -> frozenset[str]:
    """The records that name the theme, and the recommendations on it."""
    asked = (one.id for one in recommendations(snapshot) if theme in one.themes)
    return frozenset({*carrying(snapshot, theme), *asked})


def _actions(snapshot: Snapshot, about: frozenset[str]) -> list[Entry[Action]]:
    """Actions that name the theme, or answer a finding, recommendation, decision or anything else on it."""
    return [entry for entry in snapshot.of(Action) if about & {entry.id, *entry.record.answers}]


def _done(actions: list[Entry[Action]], today: date) -> Done:
    kinds = [entry.record.action_kind for entry in actions]
    overdue = [
        entry.id
        for entry in actions
        if entry.record.due and entry.record.due < today and not (entry.record.done or entry.record.closed)
    ]
    return Done(tuple(entry.id for entry in actions), summary(kinds), only_weaker(kinds), tuple(overdue))


def _impact(snapshot: Snapshot, theme: str, about: frozenset[str], actions: list[Entry[Action]]) -> Iterable[Impact]:
    """Evaluations on the theme: those that count as evidenced first, and of them the furthest-reaching.

    One that names no theme has the themes of what it evaluates.
    """
    done = {entry.id for entry in actions}
    mine = [
        impact_of(entry)
        for entry in snapshot.of(Evaluation)
        if theme in entry.record.themes or (done if entry.record.themes else done | about) & set(entry.record.of)
    ]
    return sorted(mine, key=lambda one: (not one.is_evidenced, -int(one.level), one.record))


def _graded(snapshot: Snapshot, theme: str, from_cases: int) -> Iterable[Graded]:
    for entry in snapshot.of(Audit):
        scale = snapshot.registers["scale"].get(entry.record.scale or "")
        on_theme = any(citation.target == theme for citation in entry.citations)
        if not (on_theme and isinstance(scale, Scale)):
            continue
        keys = [grade.key for grade in scale.grades]
        cases = [{own.agency: own.grade for own in case.grades if own.grade in keys} for case in entry.record.cases]
        grades = own_grades(cases, keys, from_cases=from_cases)
        if grades.together.cases:
            yield Graded(entry.id, grades)
