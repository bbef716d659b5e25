"""What editions of the guidance ask of a yearly report, by key: what an agency can write an answer to."""

from enum import StrEnum


class YearlyItem(StrEnum):
    """An item of the yearly report in any edition; each edition says in its own words what it asks."""

    DONE_AND_EFFECTIVE = "done-and-effective"
    CONTRIBUTIONS = "contributions"
    THEMES_OF_SCRUTINY = "themes-of-scrutiny"
    IMPACT = "impact"
    SERIOUS_INCIDENTS = "serious-incidents"
    LITTLE_PROGRESS = "little-progress"
    INDEPENDENT_SCRUTINY = "independent-scrutiny"
    RECOMMENDATIONS = "recommendations"
    FAMILIES = "families"
    COSTS = "costs"
    EDUCATION = "education"
    DATA = "data"
    ARRANGEMENTS = "arrangements"
    NATIONAL_REFORMS = "national-reforms"
    RESTRAINT = "restraint"
    SIGN_OFF = "sign-off"
    REAL_IMPACT = "real-impact"
    DISPROPORTIONALITY = "disproportionality"
