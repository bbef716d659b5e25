"""Put the reading of an indicator into words a group can decide from, with the warnings that belong to it.

The words and the verdict follow sections 2 and 10 (R5) of the methods; they are this program's, not those of the
package NHSRplotthedots.
"""

from collections.abc import Collection
from itertools import takewhile
from operator import or_

from lif.analysis.statistics.xmr import FEWEST_POINTS, TRIAL_BELOW, Assurance, SeriesReading, Variation
from lif.model.vocabulary import Better

VARIATION_WORDS = {
    Variation.COMMON: "no sign of real change: ups and downs as usual",
    Variation.IMPROVEMENT: "real change for the better",
    Variation.CONCERN: "real change for the worse",
    Variation.HIGH: "real change upwards",
    Variation.LOW: "real change downwards",
    Variation.SAME: "every value is the same",
    Variation.UNKNOWN: "one point only",
}
ASSURANCE_WORDS = {
    Assurance.PASS: "will usually meet the target as things stand",
    Assurance.FAIL: "will usually miss the target as things stand",
    Assurance.INCONSISTENT: "will sometimes miss the target by chance",
    Assurance.UNKNOWN: "whether it will meet the target cannot be worked out",
}
LAST_POINTS = 3
"""So many of the newest points decide whether the limits still speak of the target."""
SMALL_DENOMINATOR = 20
"""Below this denominator, percentages jump with each case."""


def figure_in_words(reading: SeriesReading, *, trial_below: int = TRIAL_BELOW) -> str:
    """One line: whether there is real change, whether the target will be met, and the number of points.

    `real change for the better; will usually meet the target as things stand (16 points)`; where limits are fixed,
    `(16 points; limits fixed on the first 12)`. Its only numbers are counts.
    """
    count, baseline = len(reading.current), len(reading.baseline)
    text = f"{_change_and_target(reading)}{_missed_in_a_row(reading)}"
    if reading.has_limits and baseline < trial_below:
        text += f" (trial limits: {'fixed on ' if reading.is_fixed else ''}fewer than {trial_below} points)"
    since = " since it was read afresh" if reading.points[-1].group else ""
    fixed = f"; limits fixed on the first {baseline}" if reading.is_fixed and reading.has_limits else ""
    return f"{text} ({count} {'point' if count == 1 else 'points'}{since}{fixed})"


def _change_and_target(reading: SeriesReading) -> str:
    if reading.is_constant:
        return f"{VARIATION_WORDS[Variation.SAME]}{_met_so_far(reading)}"
    if not reading.has_enough_points:
        where = "limits are fixed on " if reading.is_fixed else ""
        return f"too few points to tell: {where}fewer than {FEWEST_POINTS}"
    if reading.barrier:
        return f"not read for change, and not counted: {reading.barrier}"
    if reading.is_nearly_constant:
        which = "almost every value of the baseline" if reading.is_fixed else "almost every value"
        return f"{which} is the same, so that no limits can be worked out{_target_last(reading)}"
    assurance = assurance_now(reading)
    target = f"; {ASSURANCE_WORDS[assurance]}" if assurance else _target_last(reading)
    return f"{VARIATION_WORDS[reading.variation]}{target}"


def assurance_now(reading: SeriesReading) -> Assurance | None:
    """Whether the target will be met as things stand, by the limits of the current stretch; None where they are past.

    The limits say nothing of now where the newest points have left them behind: the target is said to be missed though
    the last three all meet it or lie nearer to it than to the mean, or met though the last three all miss it.
    """
    mean, last = reading.points[-1].mean, [point.value for point in reading.current[-LAST_POINTS:]]
    if reading.target is None or len(last) < LAST_POINTS:
        return reading.assurance
    is_met = [value >= reading.target if reading.better is Better.HIGHER else value <= reading.target for value in last]
    is_near = [abs(value - reading.target) < abs(value - mean) for value in last]
    is_past = (reading.assurance is Assurance.FAIL and all(map(or_, is_met, is_near))) or (
        reading.assurance is Assurance.PASS and not any(is_met)
    )
    return None if is_past else reading.assurance


def _missed_in_a_row(reading: SeriesReading) -> str:
    """That the newest points, three or more, all missed the target; empty where the reading says so otherwise."""
    if reading.is_constant or (reading.has_limits and reading.assurance is Assurance.FAIL):
        return ""
    missed = len(list(takewhile(lambda point: _is_met(reading, point.value) is False, reversed(reading.current))))
    return f"; missed the target at each of the last {missed} points" if missed >= LAST_POINTS else ""


def _is_met(reading: SeriesReading, value: float) -> bool | None:
    """Whether a value meets the target; None without a target, or where no direction is better."""
    if reading.target is None or reading.better is Better.NEUTRAL:
        return None
    return value >= reading.target if reading.better is Better.HIGHER else value <= reading.target


def _target_last(reading: SeriesReading) -> str:
    """Whether the last value meets the target, where that is all that can be said of it; empty without a target."""
    is_met = _is_met(reading, reading.points[-1].value)
    if is_met is None or _missed_in_a_row(reading):
        return ""
    return "; the last value meets the target" if is_met else "; the last value does not meet the target yet"


def _met_so_far(reading: SeriesReading) -> str:
    """Whether the only value meets the target, said of the past and not of the future."""
    is_met = _is_met(reading, reading.points[-1].value)
    if is_met is None:
        return ""
    return ", and meets the target" if is_met else ", and misses the target"


def warnings_about(reading: SeriesReading, *, denominators: Collection[int] = ()) -> tuple[str, ...]:
    """The warnings for the reader of an indicator; `denominators` are those of the points of a percentage."""
    warnings: list[str] = []
    if denominators and min(denominators) < SMALL_DENOMINATOR:
        warnings.append(
            f"percentages of small numbers (out of {_span(denominators)}): one case more or fewer moves them a long way"
        )
    if reading.is_nearly_constant:
        warnings.append("for rare events, show the time between them instead")
    if reading.has_limits and reading.variation is Variation.COMMON:
        warnings.append("no sign of change is not the same as no problem")
    return tuple(warnings)


def _span(denominators: Collection[int]) -> str:
    least, most = min(denominators), max(denominators)
    return str(least) if least == most else f"{least} to {most}"


def figure_verdict(reading: SeriesReading) -> str | None:
    """The verdict of an indicator on its theme (R5): W, N or M; None without limits or without a sign of change.

    Change for the worse is N. A target usually met is W. Change for the better without that is M, however far the
    target is. Without a change, a target usually missed is N. The target counts by `assurance_now`. Where
    all values, six or more, are the same and miss the target, it is N; where they meet it, there are no limits to say
    that they will.
    """
    if reading.is_constant and reading.has_enough_points and not reading.barrier:
        return "N" if _is_met(reading, reading.points[-1].value) is False else None
    if not reading.has_limits:
        return None
    assurance = assurance_now(reading)
    if reading.variation is Variation.CONCERN:
        return "N"
    if assurance is Assurance.PASS:
        return "W"
    if reading.variation is Variation.IMPROVEMENT:
        return "M"
    return "N" if assurance is Assurance.FAIL else None


def rule_set(reading: SeriesReading) -> str:
    """The name of the rules, printed with every chart: NHS bodies do not all use the same ones."""
    screening = "with extreme ranges left out once" if reading.is_screened else "nothing left out, as the Excel tool"
    rules = "NHSRplotthedots (Making Data Count): XmR, runs of 7, trends of 7, 2 of 3 near a limit"
    if reading.is_by_cases:
        return f"{rules}, nothing left out; limits by Laney's P' chart, for denominators that change"
    return f"{rules}, {screening}"
