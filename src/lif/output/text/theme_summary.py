"""All that is known of a theme as text: then and now, figures, confidence, recommendations, actions, impact."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from lif.analysis.audits.audit_comparison import AuditComparison, expected_by_chance
from lif.analysis.audits.measurement import Measurement, Step
from lif.analysis.audits.standard_chain import StandardChain
from lif.analysis.impact.evidenced import LEVEL_WORDS
from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.indicator_readings import IndicatorReading
from lif.analysis.themes.period_comparison import ThemeMovement, preceding_period
from lif.analysis.themes.theme_summary import ThemeSummary
from lif.analysis.themes.triangulation import VERDICT_WORDS, farmer_code, pair_code
from lif.model.inferred import mark_as_our_reading
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.output.text.recurrence import proposal_text, recurrence_text
from lif.output.text.standards import standards_text
from lif.output.text.terminal import columns, paragraph
from lif.output.text.theme import PROPOSED, theme_text
from lif.reports.what_works import what_else_explains, who_collected, why_it_worked

_MOST = 3
"""How many findings or recommendations that may repeat earlier ones are listed; the JSON lists all."""


def theme_summary_text(snapshot: Snapshot, summary: ThemeSummary, absent: str, *, numbers: bool = False) -> str:
    """The block for one theme; `numbers` adds intervals, limits, codes and coefficients for a statistician."""
    more = [
        *_what_would_change(summary),
        *_then_and_now(summary, "not set by a person yet" if snapshot.silence_means_no else absent),
        *_recurrences(summary),
        *_emerging(summary),
        *_recommendations(summary),
        *_actions_and_impact(summary, absent),
    ]
    if numbers:
        more += _statistics(summary)
    standards = tuple(standards_text(snapshot, summary.standards, indent=4))
    head = ("  Standards that audits measured, year by year:",) if standards else ()
    return theme_text(snapshot, summary.reading, absent, more, (*head, *standards))


def _then_and_now(summary: ThemeSummary, not_set: str) -> Iterator[str]:
    if chance := expected_by_chance(len(_compared(summary))):
        yield f"{chance[0].upper()}{chance[1:]}."
    for figure, source in zip(summary.figures, summary.figure_sources, strict=True):
        yield f"Figures - {figure.measure}: {_values(figure)}{figure.said}. [{figure.indicator}]"
        for warning in figure.warnings:
            yield f"Mind: {warning}."
        yield from filter(None, [source.said])
    told = {measured.audit for measured in _graded_measurements(summary)}
    for graded in (graded for graded in summary.graded if graded.audit not in told):
        yield f"Agencies' own grades before moderation: {graded.grades.together.sentence}. [{graded.audit}]"
    if summary.reading.lines:
        yield _confidence(summary, not_set)


def _graded_measurements(summary: ThemeSummary) -> Iterator[Measurement]:
    """The measurements by grades, beside which own grades and agreement are told already."""
    for chain in summary.standards:
        for line in chain.lines:
            yield from (measured for measured in line.measurements if measured.is_graded)


def _compared(summary: ThemeSummary) -> list[tuple[StandardChain, Step, AuditComparison]]:
    """The comparisons of standards with a verdict, last steps and whole lines, each with its standard."""
    return [
        (chain, step, step.compared)
        for chain in summary.standards
        for line in chain.lines
        for step in line.comparisons
        if step.compared is not None and step.word is not None
    ]


def _what_would_change(summary: ThemeSummary) -> Iterator[str]:
    """The sources on which the proposal hangs, each with what would be proposed without it."""
    by_word: dict[str, list[str]] = {}
    for without in summary.would_change:
        by_word.setdefault(without.proposal.word, []).append(without.source)
    for word, sources in by_word.items():
        which = sources[0] if len(sources) == 1 else f"any one of {', '.join(sources)}"
        yield f"What would change this: without {which} it would be {PROPOSED.get(word, word)}."


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


def _emerging(summary: ThemeSummary) -> Iterator[str]:
    """Which agencies see the theme coming; that is no evidence, and has no vote."""
    emerging = summary.emerging
    if emerging:
        years, agencies = ", ".join(emerging.years), "; ".join(emerging.agencies)
        told = mark_as_our_reading(agencies) if emerging.is_our_reading else agencies
        yield f"Agencies see this coming ({years}; not counted): {told}. [{', '.join(emerging.records)}]"


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
    if summary.explained:
        told = (
            why_it_worked(summary.explained),
            what_else_explains(summary.explained),
            who_collected(summary.explained),
        )
        yield from filter(None, [" ".join(filter(None, told))])


def _impact(summary: ThemeSummary, absent: str) -> str:
    """The best of what shows a change; without it, what is better and shows none, or what is only claimed."""
    if summary.shown:
        best = summary.shown[0]
        reach = f"level {best.level} of 4, {LEVEL_WORDS[best.level]}" if best.level else "its own measure, taken again"
        if best.is_change:
            verdict = f"; {best.verdict}" if best.verdict else ""
            return f"Impact so far, evidenced at {reach}: {best.claim}{verdict}. [{best.record}]"
        return f"Impact so far: no change shown at {reach}: {best.claim}; {best.verdict}. [{best.record}]"
    if not summary.claims:
        return f"Impact so far: {absent}."
    best_claim = summary.claims[0]
    reach = f"level {best_claim.level} of 4, {LEVEL_WORDS[best_claim.level]}"
    return f"Impact so far: no change shown at {reach}: {best_claim.claim}; it {best_claim.but}. [{best_claim.record}]"


def _statistics(summary: ThemeSummary) -> Iterator[str]:
    verdicts = summary.reading.verdicts
    for first, second in combinations(LABELS, 2):
        code = pair_code(verdicts.get(first), verdicts.get(second))
        if first in verdicts and second in verdicts:
            published = farmer_code(verdicts[first], verdicts[second])
            other = f" (Farmer's rule, same point: {published})" if published != code else ""
            yield f"Pair: {LABELS[first]}, {LABELS[second]}: {code}{other}."
    for chain, step, compared in _compared(summary):
        if compared.interval:
            lower, upper = (f"{100 * limit:+.0f}" for limit in compared.interval)
            how_much = f"; {compared.how_much}" if compared.how_much else ""
            interval = f"95 % interval {lower} to {upper} points (Newcombe, method 10)"
            dates = f"{step.now.when or step.now.audit} minus {step.then.when or step.then.audit}"
            yield f"{chain.text}: {dates}, {interval}{how_much}."
    for figure in summary.figures:
        if figure.reading.has_limits:
            last = figure.reading.points[-1]
            limits = f"mean {last.mean:.2f}, limits {last.lower:.2f} to {last.upper:.2f}"
            if figure.baseline:
                limits += f", fixed on {len(figure.reading.baseline)} points until {figure.baseline.until}"
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
