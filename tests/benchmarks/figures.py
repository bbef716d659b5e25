"""From what was measured to the figures that are promised: ratios, growth, memory, each with its target beside it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from benchmarks.asked import All
from benchmarks.processes import cpu, peak, ratio, wall
from benchmarks.targets import GROWTH, MEMORY, PROMISES

WAYS = {"cold": "lif --no-cache check", "unchanged": "lif check", "one-changed": "lif check, one changed"}
"""The three ways of a check."""
STARTS = {"cold": WAYS["cold"], "unchanged": WAYS["unchanged"], "one-changed": WAYS["cold"]}
"""What each takes without any records but the partnership's; nothing of that can be changed and checked."""
LEAST = 0.002
"""Seconds that records must add to what starting takes before it can be told how that grows."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What every process took: in the workspace of so many records, in those of other sizes, in one without any."""

    records: int
    taken: All
    by_size: Mapping[int, All]
    least: All
    felt: All


def told(measured: Measured) -> dict[str, Any]:
    """What is printed of it; `is` and `target` are of the processor's time, `wall` of the clock's."""
    return {
        "records": measured.records,
        "ratios": _ratios(measured.taken),
        "growth": _growth(measured),
        "peers": {},
        "memory_kb_per_record": {"is": round(_memory(measured), 2), "target": MEMORY},
        "one_partnership": {
            name: {"seconds": round(cpu(taken), 3), "wall_seconds": round(wall(taken), 3)}
            for name, taken in measured.felt.items()
        },
    }


def _ratios(taken: All) -> dict[str, Any]:
    figures = {}
    for one in PROMISES:
        over, under = taken[one.over], taken[one.under]
        of_cpu, of_wall = ratio(over, under)
        figures[one.name] = {
            "group": one.group,
            "what": one.over,
            "against": one.under,
            "is": round(of_cpu, 3),
            "target": one.target,
            "wall": round(of_wall, 3),
            "seconds": [round(cpu(over), 4), round(cpu(under), 4)],
            "wall_seconds": [round(wall(over), 4), round(wall(under), 4)],
        }
    return figures


def _growth(measured: Measured) -> dict[str, Any]:
    figures = {}
    for few, many in pairwise(measured.by_size):
        for name, process in WAYS.items():
            sides = (measured.by_size[few][process], measured.by_size[many][process])
            start = measured.least[STARTS[name]]
            of_cpu, of_wall = (
                exponent(few, many, *(time(side) - time(start) for side in sides)) for time in (cpu, wall)
            )
            figures[f"{name} {few}-{many}"] = {"is": of_cpu, "target": GROWTH, "wall": of_wall}
    return figures


def exponent(few: int, many: int, less: float, more: float) -> float | None:
    """1 when the time over that of starting grows as the records do; None where it is too short to tell."""
    if min(less, more) < LEAST:
        return None
    return round(math.log(more / less) / math.log(many / few), 3)


def _memory(measured: Measured) -> float:
    cold = WAYS["cold"]
    return (peak(measured.taken[cold]) - peak(measured.least[cold])) / measured.records
