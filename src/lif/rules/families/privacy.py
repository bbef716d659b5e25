"""Rules on privacy: pseudonyms are declared with their year; errors about identifying a person keep their severity."""

import re
from collections.abc import Iterator

from lif.diagnostics.code import note, warning
from lif.diagnostics.codes import HARD_CODES
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.review import Review
from lif.rules.rule import Question, RuleProblem, rule

_YEAR = re.compile(r"(?:19|20)\d{2}")
UNDECLARED_PSEUDONYM = note(
    "LIF631", "a pseudonym that is not declared", "reviews use a pseudonym that is not declared"
)
FIXED_SEVERITY = warning("LIF632", "a severity that cannot be changed", "severities are set that cannot be changed")


@rule(UNDECLARED_PSEUDONYM)
def pseudonym_is_declared(question: Question) -> Iterator[RuleProblem]:
    """A review's pseudonym is declared for the year of the review, because a pseudonym can recur: a second Child Q."""
    partnership = question.snapshot.partnership
    if partnership is None:
        return
    for entry in question.snapshot.of(Review):
        pseudonym = entry.record.pseudonym
        if pseudonym is None or entry.record.is_elsewhere:
            continue
        years = [
            declaration.year
            for declaration in partnership.pseudonyms
            if declaration.name.casefold() == pseudonym.casefold()
        ]
        year_match = _YEAR.search(entry.id)
        if not years:
            message = "the pseudonym of this review is not among those the partnership declares"
        elif year_match is None or any(abs(declared_year - int(year_match[0])) <= 1 for declared_year in years):
            continue
        else:
            message = f"the pseudonym of this review is declared for {_join_years(years)}, not for {year_match[0]}"
        yield RuleProblem(
            entry.id, ("pseudonym",), message, "Add it with its year under `pseudonyms` in records/partnership.yaml."
        )


@rule(FIXED_SEVERITY)
def hard_severity_is_not_changed(question: Question) -> Iterator[RuleProblem]:
    """Text that certainly identifies one person is an error in every partnership; its severity cannot be set."""
    hard_names = {code.name for code in HARD_CODES}
    for entry in question.snapshot.of(Partnership):
        for index, setting in enumerate(entry.record.settings.severities):
            if setting.code in hard_names:
                message = f"{setting.code} stays an error: it is about what identifies one person for certain"
                hint = "Take it out; a single record can be excepted, with a reason, under `allow`."
                yield RuleProblem(entry.id, ("settings", "severities", index), message, hint)


def _join_years(years: list[int]) -> str:
    return " and ".join(str(year) for year in sorted(years))


RULES = (pseudonym_is_declared, hard_severity_is_not_changed)
