"""Where the time of a check goes: milliseconds by step and by rule, for `lif check --profile`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lif.rules.rule import Found, Question, Rule

T = TypeVar("T")
READING, REST = "reading", "placing"
_SAYS = {READING: "files read and built", REST: "lines found, exceptions and severities"}


class Profile:
    """The clock of one check: what was timed, in seconds, and how many findings each rule had."""

    def __init__(self) -> None:
        self._took: dict[str, float] = {}
        self._inside = 0.0
        self._says = dict(_SAYS)

    def timed(self, step: str, do: Callable[[], T]) -> T:
        """Do a step and take its time, less whatever is timed inside it."""
        outside, self._inside = self._inside, 0.0
        began = perf_counter()
        done = do()
        took = perf_counter() - began
        self._took[step] = took - self._inside
        self._inside = outside + took
        return done

    def rule(self, rule: "Rule") -> "Rule":
        """The same rule with its time taken; what several rules look things up in counts for the first that asks."""

        def check(question: "Question") -> Iterator["Found"]:
            found = self.timed(rule.code.name, lambda: list(rule.check(question)))
            self._says[rule.code.name] = f"{len(found)} found: {rule.code.title}"
            return iter(found)

        return replace(rule, check=check)

    def table(self) -> str:
        """A line for each step, the most costly first."""
        whole = sum(self._took.values())
        lines = [
            f"{1000 * took:9.1f} ms {100 * took / whole:5.1f} %  {step:8} {self._says[step]}"
            for step, took in sorted(self._took.items(), key=lambda one: (-one[1], one[0]))
        ]
        return "\n".join((*lines, f"{1000 * whole:9.1f} ms 100.0 %  together", ""))
