"""All that is known of a theme as text: then and now, figures, confidence, recommendations, actions, impact."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from lif.analysis.audits.audit_comparison import expected_by_chance
from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF
from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.indicator_readings import IndicatorReading
from lif.analysis.themes.period_comparison import ThemeMovement, preceding_period
from lif.analysis.themes.theme_summary import ThemeSummary
from lif.analysis.themes.triangulation import VERDICT_WORDS, farmer_code, pair_code
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.output.text.recurrence import proposal_text, recurrence_text
from lif.output.text.terminal import columns, paragraph
from lif.output.text.theme import theme_text

_MOST = 3
"""How many findings or recommendations that may repeat earlier ones are listed; the JSON lists all."""


def theme_summary_text(snapshot: Snapshot, summary: ThemeSummary, absent: str, *, numbers: bool = False) -> str:
    """The block for one theme; `numbers` adds intervals, limits, codes and coefficients for a statistician."""
    more = [
        *_then_and_now(summary, "not set by a person yet" if snapshot.silence_means_no else absent),
        *_recurrences(summary),
        *_recommendations(summary),
        *_actions_and_impact(summary, absent),
    ]
    if numbers:
        more += _statistics(summary)
    return theme_text(snapshot, summary.reading, absent, more)


def _then_and_now(summary: ThemeSummary, not_set: str) -> Iterator[str]:
    for row in summary.standards:
        dates = f" ({row.when_then or 'no date'}, {row.when_now or 'no date'})"
        yield f"Audit then and now{dates}: {row.standard}: {row.compared.sentence}. [{row.earlier}, {row.later}]"
    if chance := expected_by_chance(len(summary.standards)):
        yield f"{chance[0].upper()}{chance[1:]}."
    for figure in summary.figures:
        yield f"Figures - {figure.measure}: {_values(figure)}{figure.said}. [{figure.indicator}]"
        for warning in (*figure.warnings, *filter(None, (figure.caution.rstrip("."),))):
            yield f"Mind: {warning}."
    for graded in summary.graded:
        yield f"Agencies' own grades before moderation: {graded.grades.together.sentence}. [{graded.audit}]"
    if summary.reading.lines:
        yield _confidence(summary, not_set)


def _values(figure: IndicatorReading) -> str:
    """From when the figure is read afresh, and why; empty where its definition never changed."""
    stretch = figure.stretch
    return f"read afresh since {stretch.since} ({stretch.reason}): " if stretch else ""


def _confidence(summary: ThemeSummary, not_set: str) -> str:
    decision = summary.reading.sure
    chosen = decision.record.confidence if decision else None
    reasons = "; ".join(summary.ceiling.reasons)
    limit = f"can be no higher than {words(summary.ceiling.confidence).upper()} ({reasons})" if reasons else ""
    if decision is None or chosen is None:
        return f"Confidence: {not_set}{'; ' if limit else ''}{limit}."
    over = "" if summary.ceiling.holds(chosen.overall) else f"; that is too high: it {limit}"
    return f"Confidence: {words(chosen.overall)}, because {chosen.because}{over}. [{decision.id}]"


def _recurrences(summary: ThemeSummary) -> Iterator[str]:
    for linked in summary.came_back:
        yield f"Came back, linked by a person: {recurrence_text(linked)}."
    for proposed in summary.may_have_come_back[:_MOST]:
        yield f"{proposal_text(proposed)}."
    if len(summary.may_have_come_back) > _MOST:
        yield f"{len(summary.may_have_come_back) - _MOST} more findings may have come back: --format json lists them."


def _recommendations(summary: ThemeSummary) -> Iterator[str]:
    for recommendation in summary.said_before:
        years = (
            f" in {', '.join(str(year) for year in recommendation.years)}"
            if recommendation.years
            else ", without a date"
        )
        yield f"Made before{years}: {recommendation.text} [{recommendation.id}]; {recommendation.last_time}."
    for possible_repeat in summary.perhaps[:_MOST]:
        head = f"Perhaps made before, not linked by a person: {possible_repeat.text} [{possible_repeat.id}]"
        alike = ", ".join(candidate.id for candidate in possible_repeat.by_text)
        same_theme = ", ".join(possible_repeat.by_theme)
        parts = (
            f" may repeat {alike}" if alike else "",
            f"; to the same agency and on the same theme, in other words: {same_theme}" if same_theme else "",
        )
        yield f"{head}{''.join(parts)}."
    if len(summary.perhaps) > _MOST:
        yield f"{len(summary.perhaps) - _MOST} more recommendations may repeat earlier ones: --format json lists them."


def _actions_and_impact(summary: ThemeSummary, absent: str) -> Iterator[str]:
    if not summary.done.actions:
        yield f"Actions: {absent}."
    else:
        late = (
            f"; {len(summary.done.overdue)} overdue ({', '.join(summary.done.overdue)})" if summary.done.overdue else ""
        )
        only = " Nothing stronger has been tried." if summary.done.is_only_weaker else ""
        yield f"{summary.done.strength}{late}.{only}"
    yield _impact(summary, absent)


def _impact(summary: ThemeSummary, absent: str) -> str:
    """The best of what shows a change; without it, what is better and shows none, or what is only claimed."""
    if summary.shown:
        best = summary.shown[0]
        reach = f"level {best.level} of 4, {LEVEL_WORDS[best.level]}" if best.level else "its own measure, taken again"
        if best.is_change:
            verdict = f"; {best.verdict}" if best.verdict else ""
            return f"Impact so far, evidenced at {reach}: {best.claim}{verdict}. [{best.record}]"
        return f"Impact so far: no change shown at {reach}: {best.claim}; {best.verdict}. [{best.record}]"
    if not summary.impact:
        return f"Impact so far: {absent}."
    best_claim = summary.impact[0]
    if best_claim.is_evidenced and best_claim.level in NEEDS_PROOF:
        return f"Impact so far: {best_claim.claim}; no better than before. [{best_claim.record}]"
    if best_claim.is_evidenced:
        reach = f"level {best_claim.level} of 4, {LEVEL_WORDS[best_claim.level]}"
        return f"Impact so far: {best_claim.claim} ({reach}: no change in practice). [{best_claim.record}]"
    lacking = ", ".join(best_claim.lacks)
    return (
        f"Impact so far: claimed at level {best_claim.level}, not evidenced: it lacks {lacking}. [{best_claim.record}]"
    )


def _statistics(summary: ThemeSummary) -> Iterator[str]:
    verdicts = summary.reading.verdicts
    for first, second in combinations(LABELS, 2):
        code = pair_code(verdicts.get(first), verdicts.get(second))
        if first in verdicts and second in verdicts:
            published = farmer_code(verdicts[first], verdicts[second])
            other = f" (Farmer's rule, same point: {published})" if published != code else ""
            yield f"Pair: {LABELS[first]}, {LABELS[second]}: {code}{other}."
    for row in summary.standards:
        if row.compared.interval:
            lower, upper = (f"{100 * limit:+.0f}" for limit in row.compared.interval)
            how_much = f"; {row.compared.how_much}" if row.compared.how_much else ""
            interval = f"95 % interval {lower} to {upper} points (Newcombe, method 10)"
            yield f"{row.standard}: now minus then, {interval}{how_much}."
    for figure in summary.figures:
        if figure.reading.has_limits:
            last = figure.reading.points[-1]
            limits = f"mean {last.mean:.2f}, limits {last.lower:.2f} to {last.upper:.2f}"
            yield f"{figure.measure}: {limits}; {figure.rules}."
    for graded in summary.graded:
        if graded.grades.coefficient is not None:
            yield f"{graded.audit}: {graded.grades.name} {graded.grades.coefficient:.2f}."


def movement_text(movements: Sequence[ThemeMovement], period: Period, absent: str = "") -> str:
    """The themes of the period before beside those of this period; "no longer seen" does not mean "well".

    `absent` is given where what is missing is not known to be so: it stands in place of a verdict, and nothing is new.
    """
    earlier_period = preceding_period(period)
    rows = [
        ("theme", "then", "now", ""),
        *(
            (moved.label, _verdict(moved.then, absent), _verdict(moved.now, absent), moved.movement)
            for moved in movements
        ),
    ]
    spans = f"{earlier_period.since} to {earlier_period.until}, and {period.since} to {period.until}"
    new = "" if absent else "New: no concern was raised in the span before, whatever was found earlier. "
    return f"THEN AND NOW  {spans}\n{columns(rows, indent=2)}\n{paragraph(f'{new}{_FOOT}', indent=2)}\n"


_FOOT = "No longer seen is not well."


def _verdict(letter: str | None, absent: str) -> str:
    return VERDICT_WORDS[letter] if letter else absent or "no verdict"
