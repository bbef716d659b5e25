"""The settings of a partnership: the conventions that its records are read by."""

from enum import StrEnum

from lif.model.parts.field import many, may, must, usually
from lif.model.parts.part import Part
from lif.model.parts.scalars import Count, Day, Text
from lif.model.sharing import PARTNERSHIP, PUBLIC


class Thresholds(Part):
    """The conventions of the methods; changing one is a commit, and every output prints them."""

    stabilise_within_months: Count = usually(18, "Reassurance needs evidence no older than so many months")
    old_after_months: Count = usually(24, "Evidence older than so many months is called old")
    fewest_cases: Count = usually(10, "Nothing is said of change between audits of fewer cases")
    percentages_from: Count = usually(20, "Percentages are given from so many cases up")
    trial_limits_below_points: Count = usually(12, "The limits of a control chart are on trial below so many points")
    grades_agree_from_cases: Count = usually(20, "Own and moderated grades are compared from so many cases up")
    most_recommendations: Count = usually(10, "More recommendations than this in one review or audit are pointed out")
    stalled_after_months: Count = usually(3, "An overdue action is stalled when nothing was heard for so many months")
    share_within_months: Count = usually(6, "Results go to the group that oversees learning within so many months")
    evaluate_within_months: Count = usually(12, "Reviews, audits and learning are evaluated within so many months")
    acknowledge_serious_within_days: Count = usually(
        1, "A flagged serious risk is acknowledged within so many working days; the usual number is lif's own"
    )
    answer_serious_within_days: Count = usually(
        5, "A flagged serious risk is answered within so many working days; the usual number is lif's own"
    )
    acknowledge_risk_within_days: Count = usually(
        5, "Any other flagged risk is acknowledged within so many working days; the usual number is lif's own"
    )
    answer_risk_within_days: Count = usually(
        20, "Any other flagged risk is answered within so many working days; the usual number is lif's own"
    )


class ReportPeriods(Part):
    """How often reports are due."""

    executive_months: Count = usually(6, "Months between two reports to the partnership's executive group")
    framework_months: Count = usually(12, "Months between two reviews of the framework")


class Overridden(StrEnum):
    """The severity that a partnership may give to a code, or off."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class SeveritySetting(Part):
    """A rule that this partnership wants to weigh differently."""

    code: Text = must(PARTNERSHIP, "The code of the rule: LIF531")
    severity: Overridden = must(PARTNERSHIP, "error, warning, note or off")
    because: Text = must(PARTNERSHIP, "Why")


class SeenFile(Part):
    """A file beside the records that a person has looked through, because lif cannot search it or refuses it."""

    path: Text = must(PARTNERSHIP, "Where it lies, from the top of the repository: pictures/logo.png")
    content: Text = must(PARTNERSHIP, "The sixteen digits that lif gives for its content; a changed file has others")
    by: Text = must(PARTNERSHIP, "Who looked through it: a role or team, never a name")
    because: Text = must(PARTNERSHIP, "Why it may be kept beside the records")


class Settings(Part):
    """How the tool reads this partnership's records."""

    severities: tuple[SeveritySetting, ...] = many(PARTNERSHIP, "Rules weighed differently")
    extra_bank_holidays: tuple[Day, ...] = many(
        PUBLIC, "Days proclaimed at short notice, so that working days are right"
    )
    detector: Text | None = may(
        PARTNERSHIP,
        "The name of a detector of personal data installed beside lif; none where lif's own patterns are enough",
    )
    seen_files: tuple[SeenFile, ...] = many(
        PARTNERSHIP, "Pictures, office files and the like beside the records that a person has looked through"
    )
    briefing_headings: tuple[Text, ...] = many(
        PUBLIC, "The seven headings of a seven-minute briefing, in order, where they are not the usual ones", "F4.5"
    )
