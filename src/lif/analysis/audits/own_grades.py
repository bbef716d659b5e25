"""Agencies' own grades for the same cases, before moderation: how often the same, one grade apart, or further.

Section 4 of the methods: counts first, a coefficient only from twenty cases graded by two or more agencies, and never a
ranking of agencies. After moderation agreement is complete by construction, so only own grades belong here.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isnan

from lif.analysis.statistics.agreement import gwet_ac, krippendorff_alpha

AGREE_FROM_CASES = 20
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Apart:
    """Of cases graded twice or more: in how many the grades were the same, one apart, two or more apart."""

    same: int
    one: int
    more: int

    @property
    def cases(self) -> int:
        """How many cases."""
        return self.same + self.one + self.more

    @property
    def sentence(self) -> str:
        """`the same grade in 9 of 12 cases, one grade apart in 2, two or more apart in 1`."""
        said = f"the same grade in {self.same} of {self.cases} {'case' if self.cases == 1 else 'cases'}"
        return f"{said}, one grade apart in {self.one}, two or more apart in {self.more}"


@dataclass(frozen=True, slots=True)
class OwnGrades:
    """How far agencies agreed: over all cases, and for each pair of agencies in order of name.

    `coefficient` is None below the threshold, or where every grade was the same; `name` says which it is.
    """

    together: Apart
    pairs: Mapping[tuple[str, str], Apart]
    coefficient: float | None
    name: str


def own_grades(
    cases: Iterable[Mapping[str, Hashable]], scale: Sequence[Hashable], *, from_cases: int = AGREE_FROM_CASES
) -> OwnGrades:
    """Read the cases, each the own grade of each agency that graded it; `scale` holds the grades in order.

    A case counts by its widest difference. From `from_cases` cases graded twice the coefficient is Krippendorff's alpha
    (ordinal), or Gwet's AC1 on a scale of two grades, where alpha collapses when nearly all cases meet the standard.
    Raises ValueError for a grade that is not on the scale.
    """
    placed = [{agency: _place(grade, scale) for agency, grade in case.items()} for case in cases]
    double = [case for case in placed if len(case) >= _PAIR]
    name = "Gwet's AC1" if len(scale) == _PAIR else "Krippendorff's alpha (ordinal)"
    return OwnGrades(
        together=_apart(max(case.values()) - min(case.values()) for case in double),
        pairs=_pairs(double),
        coefficient=_coefficient(double, len(scale)) if len(double) >= from_cases else None,
        name=name,
    )


def _place(grade: Hashable, scale: Sequence[Hashable]) -> int:
    if grade not in scale:
        raise ValueError(f"{grade} is not a grade of the scale")
    return scale.index(grade)


def _apart(differences: Iterable[int]) -> Apart:
    found = list(differences)
    same, one = found.count(0), found.count(1)
    return Apart(same, one, len(found) - same - one)


def _pairs(cases: Sequence[Mapping[str, int]]) -> dict[tuple[str, str], Apart]:
    differences: dict[tuple[str, str], list[int]] = {}
    for case in cases:
        for one, two in combinations(sorted(case), _PAIR):
            differences.setdefault((one, two), []).append(abs(case[one] - case[two]))
    return {pair: _apart(differences[pair]) for pair in sorted(differences)}


def _coefficient(cases: Sequence[Mapping[str, int]], grades: int) -> float | None:
    agencies = sorted({agency for case in cases for agency in case})
    ratings = [[case.get(agency) for case in cases] for agency in agencies]
    if grades == _PAIR:
        return gwet_ac(ratings, categories=range(grades))
    alpha = krippendorff_alpha(ratings, "ordinal")
    return None if isnan(alpha) else alpha
