"""Rules on privacy: pseudonyms, severities that stay, and fields that not all readers of the folder may see."""

import re
from collections.abc import Iterator

from lif.diagnostics.code import error, note, warning
from lif.diagnostics.codes import HARD_CODES
from lif.diagnostics.location import FieldPath, spelled
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.review import Review
from lif.model.parts.part import Part, is_filled
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.sharing import Sharing
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


CLOSED_FIELD = error(
    "LIF635", "a field its readers may not see", "fields are shared less widely than this folder is read", "F1.4"
)
_CONVENTIONS = {"settings", "allow"}
"""How the partnership has its records checked: nothing in it is about a child or about work."""


@rule(CLOSED_FIELD)
def readers_may_see_every_field(question: Question) -> Iterator[RuleProblem]:
    """No field is filled that is for fewer people than can open the folder, such as a note in a public repository."""
    partnership = question.snapshot.partnership
    if partnership is None or partnership.readers.level is Sharing.RESTRICTED:
        return
    level, who = partnership.readers.level, partnership.readers.who
    for entry in question.snapshot.entries.values():
        for at, field in _closed(entry.record, level, ()):
            reach = field.about.reach.value
            message = f"`{spelled(at)}` is {reach}, but everybody who can open this folder may see it: {who}"
            hint = "Take it out, and keep what it says where only they can open it."
            yield RuleProblem(entry.id, at, message, hint)


def _closed(part: Part, level: Sharing, at: FieldPath) -> Iterator[tuple[FieldPath, FieldShape]]:
    """The filled fields of a part, and of the parts in it, that may not reach this level, each with its path."""
    for name, field in shape_of(type(part)).items():
        path = (*at, name)
        if name in _CONVENTIONS:
            continue
        if not field.about.reach.may_reach(level):
            if is_filled(part, name):
                yield path, field
        elif field.part is not None:
            value = getattr(part, name)
            for index, inner in enumerate(value) if field.is_list else ((None, value),):
                if isinstance(inner, Part):
                    yield from _closed(inner, level, path if index is None else (*path, index))


def _join_years(years: list[int]) -> str:
    return " and ".join(str(year) for year in sorted(years))


RULES = (pseudonym_is_declared, hard_severity_is_not_changed, readers_may_see_every_field)
