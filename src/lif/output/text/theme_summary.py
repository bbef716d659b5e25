"""The whole picture of a theme in words: then and now, figures, confidence, what was said, done and achieved."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from lif.analysis.audits.audit_comparison import changed_by_chance
from lif.analysis.impact.evidenced import LEVEL_WORDS
from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.period_comparison import Moved, the_period_before
from lif.analysis.themes.theme_summary import Picture
from lif.analysis.themes.triangulation import WORDS, farmer_code, pair_code
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.output.text.terminal import columns, paragraph
from lif.output.text.theme import theme_text

_MOST = 3
"""How many recommendations that may repeat others are offered at once; all are in the JSON."""


def picture_text(snapshot: Snapshot, picture: Picture, absent: str, *, numbers: bool = False) -> str:
    """The block for one theme; `numbers` adds intervals, limits, codes and coefficients for a statistician."""
    more = [*_compared(picture), *_said(picture), *_done(picture, absent)]
    if numbers:
        more += _numbers(picture)
    return theme_text(snapshot, picture.reading, absent, more)


def _compared(picture: Picture) -> Iterator[str]:
    for one in picture.standards:
        dates = f" ({one.when_then or 'no date'}, {one.when_now or 'no date'})"
        yield f"Audit then and now{dates}: {one.standard}: {one.compared.sentence}. [{one.earlier}, {one.later}]"
    if chance := changed_by_chance(len(picture.standards)):
        yield f"{chance[0].upper()}{chance[1:]}."
    for figure in picture.figures:
        yield f"Figures - {figure.measure}: {figure.said}. [{figure.indicator}]"
        for warning in figure.warnings:
            yield f"Mind: {warning}."
    for graded in picture.graded:
        yield f"Agencies' own grades before moderation: {graded.grades.together.sentence}. [{graded.audit}]"
    if picture.reading.lines:
        yield _confidence(picture)


def _confidence(picture: Picture) -> str:
    decision = picture.reading.decision
    chosen = decision.record.confidence if decision else None
    reasons = "; ".join(picture.ceiling.reasons)
    limit = f"can be no higher than {words(picture.ceiling.confidence).upper()} ({reasons})" if reasons else ""
    if decision is None or chosen is None:
        return f"Confidence: not set by a person yet{'; ' if limit else ''}{limit}."
    over = "" if picture.ceiling.holds(chosen.overall) else f"; that is too high: it {limit}"
    return f"Confidence: {words(chosen.overall)}, because {chosen.because}{over}. [{decision.id}]"


def _said(picture: Picture) -> Iterator[str]:
    for one in picture.said_before:
        years = f" in {', '.join(str(year) for year in one.years)}" if one.years else ", without a date"
        yield f"Made before{years}: {one.text} [{one.id}]; {one.last_time}."
    for perhaps in picture.perhaps[:_MOST]:
        earlier = [*(candidate.id for candidate in perhaps.by_text), *perhaps.by_theme]
        head = f"Perhaps made before; nobody has linked it: {perhaps.text} [{perhaps.id}]"
        yield f"{head} may repeat {', '.join(earlier)}."
    if len(picture.perhaps) > _MOST:
        yield f"{len(picture.perhaps) - _MOST} more recommendations may repeat earlier ones: --format json lists them."


def _done(picture: Picture, absent: str) -> Iterator[str]:
    if not picture.done.actions:
        yield f"Actions: {absent}."
    else:
        late = (
            f"; {len(picture.done.overdue)} overdue ({', '.join(picture.done.overdue)})" if picture.done.overdue else ""
        )
        only = " Nothing stronger has been tried." if picture.done.is_only_weaker else ""
        yield f"{picture.done.strength}{late}.{only}"
    evidenced = [one for one in picture.impact if one.is_evidenced]
    if evidenced:
        best = evidenced[0]
        reach = f"level {best.level} of 4, {LEVEL_WORDS[best.level]}"
        yield f"Impact so far, evidenced at {reach}: {best.claim}. [{best.record}]"
    elif picture.impact:
        claimed = picture.impact[0]
        lacking = ", ".join(claimed.lacks)
        yield f"Impact so far: claimed at level {claimed.level}, not evidenced: it lacks {lacking}. [{claimed.record}]"
    else:
        yield f"Impact so far: {absent}."


def _numbers(picture: Picture) -> Iterator[str]:
    verdicts = picture.reading.verdicts
    for first, second in combinations(LABELS, 2):
        code = pair_code(verdicts.get(first), verdicts.get(second))
        if first in verdicts and second in verdicts:
            published = farmer_code(verdicts[first], verdicts[second])
            other = f" (Farmer's rule, same point: {published})" if published != code else ""
            yield f"Pair: {LABELS[first]}, {LABELS[second]}: {code}{other}."
    for one in picture.standards:
        if one.compared.interval:
            lower, upper = (f"{100 * limit:+.0f}" for limit in one.compared.interval)
            how_much = f"; {one.compared.how_much}" if one.compared.how_much else ""
            interval = f"95 % interval {lower} to {upper} points (Newcombe, method 10)"
            yield f"{one.standard}: now minus then, {interval}{how_much}."
    for figure in picture.figures:
        if figure.reading.has_limits:
            last = figure.reading.points[-1]
            limits = f"mean {last.mean:.2f}, limits {last.lower:.2f} to {last.upper:.2f}"
            yield f"{figure.measure}: {limits}; {figure.rules}."
    for graded in picture.graded:
        if graded.grades.coefficient is not None:
            yield f"{graded.audit}: {graded.grades.name} {graded.grades.coefficient:.2f}."


def movement_text(movements: Sequence[Moved], period: Period) -> str:
    """Last period's areas beside this period's; "no longer seen" is not "well"."""
    before = the_period_before(period)
    rows = [
        ("theme", "then", "now", ""),
        *((one.label, _verdict(one.then), _verdict(one.now), one.movement) for one in movements),
    ]
    spans = f"{before.since} to {before.until}, and {period.since} to {period.until}"
    foot = "New: no concern was raised in the span before, whatever was found earlier. No longer seen is not well."
    return f"THEN AND NOW  {spans}\n{columns(rows, indent=2)}\n{paragraph(foot, indent=2)}\n"


def _verdict(letter: str | None) -> str:
    return WORDS[letter] if letter else "nothing found"
