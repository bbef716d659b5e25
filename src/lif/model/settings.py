"""The settings of a partnership: the conventions that its records are read by."""

from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Count, Day, Text
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.vocabulary import Disposition, Overridden


class Thresholds(Part):
    """The conventions of the methods; changing one is a commit, and every output prints them."""

    stabilise_within_months: Count = 18
    old_after_months: Count = 24
    fewest_cases: Count = 10
    percentages_from: Count = 20
    trial_limits_below_points: Count = 12
    grades_agree_from_cases: Count = 20
    most_recommendations: Count = 10
    stalled_after_months: Count = 3
    share_within_months: Count = 6
    evaluate_within_months: Count = 12


class ReportPeriods(Part):
    """How often reports are due."""

    executive_months: Count = 6
    """Months between reports to the Executive (F7.5)."""
    framework_months: Count = 12
    """Months between reviews of the framework (F8.1)."""


class SeveritySetting(Part):
    """A rule that this partnership wants to weigh differently."""

    code: Text = must(PARTNERSHIP, "The code of the rule: LIF531")
    severity: Overridden = must(PARTNERSHIP, "error, warning, note or off")
    because: Text = must(PARTNERSHIP, "Why")


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
    briefing_headings: tuple[Text, ...] = many(
        PUBLIC, "The seven headings of a seven-minute briefing, in order, where they are not the usual ones", "F4.5"
    )
    dispositions: tuple[Disposition, ...] = many(
        PARTNERSHIP, "The words the group decides in, where it uses fewer than three", "F4.4"
    )
