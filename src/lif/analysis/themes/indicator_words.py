"""What a figure over time says, in words a group can decide from, with the warnings that belong to it.

The words and the verdict follow sections 2 and 10 (R5) of the methods; they are this program's, not the package's.
"""

from collections.abc import Collection

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
SEASONS_FROM = 24
"""A series that follows the seasons needs this many points."""
SMALL_DENOMINATOR = 20
"""Percentages of fewer than this many jump with each case."""


def in_words(reading: SeriesReading, *, trial_below: int = TRIAL_BELOW) -> str:
    """One line: real change or not, the target, and how many points that rests on.

    `real change for the better; will usually meet the target as things stand (16 points)`. No numbers but counts.
    """
    count = len(reading.current)
    said = _said(reading)
    if reading.has_limits and count < trial_below:
        said += f" (trial limits: fewer than {trial_below} points)"
    since = " since it was read afresh" if reading.points[-1].group else ""
    return f"{said} ({count} {'point' if count == 1 else 'points'}{since})"


def _said(reading: SeriesReading) -> str:
    if reading.is_constant:
        return f"{VARIATION_WORDS[Variation.SAME]}{_met_so_far(reading)}"
    if not reading.has_enough_points:
        return f"too few points to tell: fewer than {FEWEST_POINTS}"
    if reading.is_nearly_constant:
        return "almost every value is the same, so that no limits can be worked out"
    target = f"; {ASSURANCE_WORDS[reading.assurance]}" if reading.assurance else ""
    return f"{VARIATION_WORDS[reading.variation]}{target}"


def _met_so_far(reading: SeriesReading) -> str:
    """Whether the one value there is meets the target: what was, not what will be."""
    if reading.target is None or reading.better is Better.NEUTRAL:
        return ""
    value = reading.points[-1].value
    is_met = value >= reading.target if reading.better is Better.HIGHER else value <= reading.target
    return ", and meets the target" if is_met else ", and misses the target"


def warnings_about(
    reading: SeriesReading, *, denominators: Collection[int] = (), is_seasonal: bool = False
) -> tuple[str, ...]:
    """What a reader must know before relying on it; `denominators` are those of a percentage, where there are any."""
    said: list[str] = []
    if denominators and min(denominators) < SMALL_DENOMINATOR:
        said.append(
            f"percentages of small numbers (out of {_span(denominators)}): one case more or fewer moves them a long way"
        )
    if reading.is_nearly_constant:
        said.append("for rare events, show the time between them instead")
    if is_seasonal and len(reading.current) < SEASONS_FROM:
        said.append(f"figures that follow the seasons cannot be read like this with fewer than {SEASONS_FROM} points")
    if reading.has_limits and reading.variation is Variation.COMMON:
        said.append("no sign of change is not the same as no problem")
    return tuple(said)


def _span(denominators: Collection[int]) -> str:
    least, most = min(denominators), max(denominators)
    return str(least) if least == most else f"{least} to {most}"


def rule_set(reading: SeriesReading) -> str:
    """The name of the rules, for printing with every chart; bodies of the NHS do not share one set."""
    screening = "with extreme ranges left out once" if reading.is_screened else "nothing left out, as the Excel tool"
    return f"NHSRplotthedots (Making Data Count): XmR, runs of 7, trends of 7, 2 of 3 near a limit, {screening}"


def verdict(reading: SeriesReading) -> str | None:
    """What the figure says about its theme (R5): W, N or M; None where it says nothing, or nothing can be read.

    Concern or a target usually missed is N; a target usually met is W; improving without that is M.
    """
    if not reading.has_limits:
        return None
    if reading.variation is Variation.CONCERN or reading.assurance is Assurance.FAIL:
        return "N"
    if reading.assurance is Assurance.PASS:
        return "W"
    return "M" if reading.variation is Variation.IMPROVEMENT else None
