"""Privacy: pseudonyms are declared with their year, and what identifies a person is not weighed away."""

import re
from collections.abc import Iterator

from lif.diagnostics.code import note, warning
from lif.diagnostics.codes import HARD_CODES
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.review import Review
from lif.rules.rule import Found, Question, rule

_YEAR = re.compile(r"(?:19|20)\d{2}")
PSEUDONYM = note("LIF631", "a pseudonym that is not declared", "reviews use a pseudonym that is not declared")
STAYS = warning("LIF632", "a severity that cannot be changed", "severities are set that cannot be changed")


@rule(PSEUDONYM)
def declared(question: Question) -> Iterator[Found]:
    """A review's pseudonym is declared, for the year of the review: there has been a second Child Q."""
    partnership = question.snapshot.partnership
    if partnership is None:
        return
    for entry in question.snapshot.of(Review):
        name = entry.record.pseudonym
        if name is None:
            continue
        years = [one.year for one in partnership.pseudonyms if one.name.casefold() == name.casefold()]
        year = _YEAR.search(entry.id)
        if not years:
            says = "the pseudonym of this review is not among those the partnership declares"
        elif year is None or any(abs(one - int(year[0])) <= 1 for one in years):
            continue
        else:
            says = f"the pseudonym of this review is declared for {_and(years)}, not for {year[0]}"
        yield Found(
            entry.id, ("pseudonym",), says, "Add it with its year under `pseudonyms` in records/partnership.yaml."
        )


@rule(STAYS)
def stays(question: Question) -> Iterator[Found]:
    """What identifies one person for certain is an error in every partnership."""
    hard = {code.name for code in HARD_CODES}
    for entry in question.snapshot.of(Partnership):
        for index, setting in enumerate(entry.record.settings.severities):
            if setting.code in hard:
                says = f"{setting.code} stays an error: it is about what identifies one person for certain"
                hint = "Take it out; a single record can be excepted, with a reason, under `allow`."
                yield Found(entry.id, ("settings", "severities", index), says, hint)


def _and(years: list[int]) -> str:
    return " and ".join(str(year) for year in sorted(years))


RULES = (declared, stays)
