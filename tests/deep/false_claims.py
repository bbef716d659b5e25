"""How often a claim is made where nothing changed: seeded simulations, part of `make deep`; prints one table.

`CLAIMS_SERIES` (4000) is how many reports and figures are simulated for each row.
"""

import os
import sys
from collections.abc import Callable, Iterator
from math import pi, sin
from random import Random

from lif.analysis.audits.audit_comparison import ChangeWord, compare_audits
from lif.analysis.statistics.autocorrelation import follows_itself
from lif.analysis.statistics.proportions import chance_of_difference, clear_after_holm
from lif.analysis.statistics.xmr import Variation, xmr

TRIALS = int(os.environ.get("CLAIMS_SERIES", "4000"))
POINTS = 24
CASES = 15
LIKELY = (0.3, 0.5, 0.7, 0.9)
"""The shares in which standards are met, then and now."""
CHANGES = {Variation.IMPROVEMENT, Variation.CONCERN}


def improvements(chance: Random, standards: int) -> tuple[bool, bool]:
    """Whether one report of so many unchanged standards calls any clearly better: each alone, and by Holm's step."""
    alone: list[bool] = []
    chances: list[float] = []
    for _ in range(standards):
        share = chance.choice(LIKELY)
        then, now = (sum(chance.random() < share for _ in range(CASES)) for _ in range(2))
        compared = compare_audits((then, CASES), (now, CASES))
        alone.append(compared.word is ChangeWord.IMPROVEMENT)
        chances.append(chance_of_difference(then, CASES, now, CASES))
    stands = clear_after_holm(chances)
    return any(alone), any(map(min, alone, stands))


def independent(chance: Random) -> Iterator[float]:
    """Points that have nothing to do with each other."""
    yield from (chance.gauss(0, 1) for _ in range(POINTS))


def autocorrelated(chance: Random) -> Iterator[float]:
    """Points of which each keeps half of the one before."""
    value = chance.gauss(0, 1)
    for _ in range(POINTS):
        value = 0.5 * value + chance.gauss(0, 1) * (1 - 0.25) ** 0.5
        yield value


def seasonal(chance: Random) -> Iterator[float]:
    """Points that follow a year of twelve months, as much as they vary otherwise."""
    start = chance.randrange(12)
    yield from (1.5 * sin(2 * pi * (month + start) / 12) + chance.gauss(0, 1) for month in range(POINTS))


def risen(chance: Random) -> Iterator[float]:
    """Points that really rose by two standard deviations eight points ago."""
    yield from (chance.gauss(2 if place >= POINTS - 8 else 0, 1) for place in range(POINTS))


def claims_change(values: list[float]) -> tuple[bool, bool]:
    """Whether the last point is read as a change: by the rules alone, and as `lif` says it."""
    reading = xmr(values)
    is_change = reading.variation in CHANGES
    return is_change, is_change and not follows_itself(reading)


def told(what: str, found: list[tuple[bool, bool]]) -> None:
    """Print the share of trials with a claim, in percent: without the safeguard and with it."""
    without, kept = (100 * sum(column) / len(found) for column in zip(*found, strict=True))
    sys.stdout.write(f"{what}: {without:.1f} %, as lif says it {kept:.1f} %\n")


def main() -> None:
    """Print the share of reports with a false improvement, and of figures with a change at their last point."""
    chance = Random(20261201)  # noqa: S311 - a simulation, not a secret
    for standards in (1, 9, 34):
        found = [improvements(chance, standards) for _ in range(TRIALS // 4)]
        told(f"{standards} standards of {CASES} cases, unchanged", found)
    series: tuple[Callable[[Random], Iterator[float]], ...] = (independent, autocorrelated, seasonal, risen)
    for make in series:
        told(f"figures of {POINTS} points, {make.__name__}", [claims_change(list(make(chance))) for _ in range(TRIALS)])


if __name__ == "__main__":
    main()
