"""Compare agencies' own grades for the same cases, before moderation: the same, one grade apart, or further.

Section 4 of the methods: counts first, a coefficient only from twenty cases graded by two or more agencies, and never a
ranking of agencies. Moderation makes agreement complete, so only grades from before it are compared.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isnan

from lif.analysis.statistics.agreement import gwet_ac1, krippendorff_alpha

AGREE_FROM_CASES = 20
_PAIR = 2


@dataclass(frozen=True, slots=True)
class GradeDifferences:
    """How many of the cases graded twice or more have the same grade, grades one apart, or two or more apart."""

    same: int
    one: int
    more: int

    @property
    def cases(self) -> int:
        """The number of cases."""
        return self.same + self.one + self.more

    @property
    def sentence(self) -> str:
        """`the same grade in 9 of 12 cases, one grade apart in 2, two or more apart in 1`."""
        start = f"the same grade in {self.same} of {self.cases} {'case' if self.cases == 1 else 'cases'}"
        return f"{start}, one grade apart in {self.one}, two or more apart in {self.more}"


@dataclass(frozen=True, slots=True)
class OwnGrades:
    """How far agencies agreed: over all cases, and for each pair of agencies in order of name.

    `coefficient` is None below the threshold, or where every grade was the same; `name` is the name of the coefficient.
    """

    together: GradeDifferences
    pairs: Mapping[tuple[str, str], GradeDifferences]
    coefficient: float | None
    name: str


def compare_own_grades(
    cases: Iterable[Mapping[str, Hashable]], scale: Sequence[Hashable], *, from_cases: int = AGREE_FROM_CASES
) -> OwnGrades:
    """Compare the grades of each case, given by agency; `scale` holds the grades in order.

    A case counts by its widest difference. From `from_cases` cases graded twice the coefficient is Krippendorff's alpha
    (ordinal), or Gwet's AC1 on a scale of two grades, where alpha collapses when nearly all cases meet the standard.
    Raises ValueError for a grade that is not on the scale.
    """
    placed_cases = [{agency: _place_on_scale(grade, scale) for agency, grade in case.items()} for case in cases]
    graded_twice = [case for case in placed_cases if len(case) >= _PAIR]
    name = "Gwet's AC1" if len(scale) == _PAIR else "Krippendorff's alpha (ordinal)"
    return OwnGrades(
        together=_count_differences(max(case.values()) - min(case.values()) for case in graded_twice),
        pairs=_compare_pairs(graded_twice),
        coefficient=_coefficient(graded_twice, len(scale)) if len(graded_twice) >= from_cases else None,
        name=name,
    )


def _place_on_scale(grade: Hashable, scale: Sequence[Hashable]) -> int:
    if grade not in scale:
        raise ValueError(f"{grade} is not a grade of the scale")
    return scale.index(grade)


def _count_differences(differences: Iterable[int]) -> GradeDifferences:
    counted = list(differences)
    same, one_apart = counted.count(0), counted.count(1)
    return GradeDifferences(same, one_apart, len(counted) - same - one_apart)


def _compare_pairs(cases: Sequence[Mapping[str, int]]) -> dict[tuple[str, str], GradeDifferences]:
    differences: dict[tuple[str, str], list[int]] = {}
    for case in cases:
        for first, second in combinations(sorted(case), _PAIR):
            differences.setdefault((first, second), []).append(abs(case[first] - case[second]))
    return {pair: _count_differences(differences[pair]) for pair in sorted(differences)}


def _coefficient(cases: Sequence[Mapping[str, int]], grades: int) -> float | None:
    agencies = sorted({agency for case in cases for agency in case})
    ratings = [[case.get(agency) for case in cases] for agency in agencies]
    if grades == _PAIR:
        return gwet_ac1(ratings, range(grades))
    alpha = krippendorff_alpha(ratings)
    return None if isnan(alpha) else alpha
