"""From what was measured to the figures that are promised: ratios, growth, memory, each with its target beside it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from benchmarks.asked import All, sized
from benchmarks.processes import Taken, cpu, peak, ratio, wall
from benchmarks.targets import GROWTH, MEMORY, PROMISES

WAYS = {"cold": "lif --no-cache check", "unchanged": "lif check", "one-changed": "lif check, one changed"}
"""The three ways of a check."""
STARTS = {"cold": WAYS["cold"], "unchanged": WAYS["unchanged"], "one-changed": WAYS["cold"]}
"""What each takes without any records but the partnership's; nothing of that can be changed and checked."""
LEAST = 0.005
"""Seconds that records must add to what starting takes before it can be told how that grows."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What every process took with so many records, and with those of other sizes; `felt` is one partnership's."""

    records: int
    others: tuple[int, ...]
    taken: All
    felt: All

    def way(self, process: str, size: int) -> Sequence[Taken]:
        """What a process took in the workspace of a size."""
        return self.taken[process if size == self.records else sized(process, size)]


def figures_of(measured: Measured) -> dict[str, Any]:
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
    for few, many in pairwise(sorted({*measured.others, measured.records} - {0})):
        for name, process in WAYS.items():
            start = measured.way(STARTS[name], 0)
            together = list(zip(start, measured.way(process, few), measured.way(process, many), strict=True))
            figures[f"{name} {few}-{many}"] = {
                "is": _middle(
                    exponent(few, many, one.cpu - none.cpu, ten.cpu - none.cpu) for none, one, ten in together
                ),
                "target": GROWTH,
                "wall": _middle(
                    exponent(few, many, one.wall - none.wall, ten.wall - none.wall) for none, one, ten in together
                ),
            }
    return figures


def _middle(found: Iterable[float | None]) -> float | None:
    """The median of the rounds in which it could be told, where those are most of them."""
    every = list(found)
    known = [one for one in every if one is not None]
    return round(median(known), 3) if len(known) * 2 > len(every) else None


def exponent(few: int, many: int, less: float, more: float) -> float | None:
    """1 when the time over that of starting grows as the records do; None where it is too short to tell."""
    if min(less, more) < LEAST:
        return None
    return math.log(more / less) / math.log(many / few)


def _memory(measured: Measured) -> float:
    cold = WAYS["cold"]
    return (peak(measured.way(cold, measured.records)) - peak(measured.way(cold, 0))) / measured.records
