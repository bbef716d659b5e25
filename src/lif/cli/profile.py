"""Timing of a check for `lif check --profile`: milliseconds by step and by rule."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lif.rules.rule import Question, Rule, RuleProblem

T = TypeVar("T")
READING, REST = "reading", "placing"
_DESCRIPTIONS = {READING: "files read and built", REST: "lines found, exceptions and severities"}


class Profile:
    """The timer of one check: seconds by step, and how much each rule found."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._nested_seconds = 0.0
        self._descriptions = dict(_DESCRIPTIONS)

    def timed(self, step: str, do: Callable[[], T]) -> T:
        """Run a step and time it, without the steps that are timed inside it."""
        seconds_before, self._nested_seconds = self._nested_seconds, 0.0
        start = perf_counter()
        result = do()
        seconds = perf_counter() - start
        self._seconds[step] = seconds - self._nested_seconds
        self._nested_seconds = seconds_before + seconds
        return result

    def rule(self, rule: "Rule") -> "Rule":
        """The rule with its check timed. An index that several rules share counts for the first rule that builds it."""

        def check(question: "Question") -> Iterator["RuleProblem"]:
            found = self.timed(rule.code.name, lambda: list(rule.check(question)))
            self._descriptions[rule.code.name] = f"{len(found)} found: {rule.code.title}"
            return iter(found)

        return rule._replace(check=check)

    def table(self) -> str:
        """A line for each step, the slowest first."""
        total = sum(self._seconds.values())
        lines = [
            f"{1000 * seconds:9.1f} ms {100 * seconds / total:5.1f} %  {step:8} {self._descriptions[step]}"
            for step, seconds in sorted(self._seconds.items(), key=lambda step_time: (-step_time[1], step_time[0]))
        ]
        return "\n".join((*lines, f"{1000 * total:9.1f} ms 100.0 %  together", ""))
