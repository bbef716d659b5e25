"""The closed lists of words that records use for directions, kinds, outcomes and the like."""

import re
from enum import StrEnum

_COMPOUND_OR_HYPHEN = re.compile(
    r"\b(multi-agency|single-agency|near-miss(?=-review)|seven-minute|one-page|e-learning|hand-picked|read-back)\b|-"
)


class Direction(StrEnum):
    """Which way a finding points."""

    WORKING_WELL = "working-well"
    HAS_POTENTIAL = "has-potential"
    NEEDS_TO_IMPROVE = "needs-to-improve"
    GAP = "gap"
    MIXED = "mixed"
    DESCRIPTIVE = "descriptive"


class Disposition(StrEnum):
    """What the partnership means to do about a theme (F4.4)."""

    CREATE = "create"
    STABILISE = "stabilise"
    CHANGE = "change"


class Answer(StrEnum):
    """The answer to a question: yes, no or not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"


class ReviewKind(StrEnum):
    """Kinds of review; the serious case review is historic and stays what it was."""

    SERIOUS_CASE_REVIEW = "serious-case-review"
    PRACTICE_REVIEW = "local-child-safeguarding-practice-review"
    RAPID_REVIEW = "rapid-review"
    THEMATIC_REVIEW = "thematic-review"
    NATIONAL_REVIEW = "national-review"
    LEARNING_REVIEW = "learning-review"
    GOOD_PRACTICE_REVIEW = "good-practice-review"
    NEAR_MISS_REVIEW = "near-miss-review"


class Influence(StrEnum):
    """The eight things that may influence a decision to review (F6.4)."""

    IMPROVEMENT_KNOWN_BEFORE = "improvement-known-before"
    RECURRENT_THEME = "recurrent-theme"
    AGENCIES_WORKING_TOGETHER = "agencies-working-together"
    SINGLE_AGENCY = "single-agency"
    NO_AGENCY_INVOLVED = "no-agency-involved"
    ACROSS_BORDERS = "across-borders"
    NATIONAL_PANEL_RECOMMENDS = "national-panel-recommends"
    GOOD_PRACTICE_OR_NEAR_MISS = "good-practice-or-near-miss"


class RecommendationForm(StrEnum):
    """The form in which a review or audit asks for change."""

    RECOMMENDATION = "recommendation"
    PRINCIPLE = "principle"
    QUESTION = "question"


class AuditKind(StrEnum):
    """Kinds of audit."""

    MULTI_AGENCY_PRACTICE = "multi-agency-practice"
    MULTI_AGENCY_THEMATIC = "multi-agency-thematic"
    SINGLE_AGENCY = "single-agency"
    DIP_SAMPLE = "dip-sample"


class Selection(StrEnum):
    """How cases were chosen; nothing general is claimed from hand-picked ones."""

    EVERY_CASE = "every-case"
    RANDOM = "random"
    SAMPLED_BY_RISK = "sampled-by-risk"
    HAND_PICKED = "hand-picked"


class InspectionKind(StrEnum):
    """Who looked from outside, and in what capacity."""

    STATUTORY_INSPECTION = "statutory-inspection"
    JOINT_INSPECTION = "joint-inspection"
    PEER_REVIEW = "peer-review"
    COUNCIL_SCRUTINY = "council-scrutiny"
    INDEPENDENT_SCRUTINY = "independent-scrutiny"


class Whose(StrEnum):
    """Whose voice a piece of feedback is."""

    CHILDREN = "children"
    PARENTS_AND_CARERS = "parents-and-carers"
    FAMILIES = "families"
    COMMUNITY = "community"
    PRACTITIONERS = "practitioners"


class ActionKind(StrEnum):
    """What sort of thing an action is: the rows of the strength table (methods, section 7)."""

    PHYSICAL_CHANGE = "physical-change"
    TOOL_TRIED_OUT_FIRST = "tool-tried-out-first"
    FORCING_FUNCTION = "forcing-function"
    SIMPLER_PROCESS = "simpler-process"
    ONE_AGREED_PATHWAY = "one-agreed-pathway"
    LEADERS_TAKE_PART = "leaders-take-part"
    STAFFING_OR_WORKLOAD = "staffing-or-workload"
    SOFTWARE_CHANGE = "software-change"
    FEWER_DISTRACTIONS = "fewer-distractions"
    CHECKLIST = "checklist"
    FEWER_LOOKALIKES = "fewer-lookalikes"
    READ_BACK = "read-back"
    RECORDING_OR_COMMUNICATION = "recording-or-communication"
    SECOND_ROUTE = "second-route"
    DOUBLE_CHECK = "double-check"
    WARNING = "warning"
    POLICY_OR_PROCEDURE = "policy-or-procedure"
    TRAINING = "training"
    FURTHER_STUDY = "further-study"


class Outcome(StrEnum):
    """What came of an action."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not-achieved"
    CANNOT_TELL = "cannot-tell"


class Driver(StrEnum):
    """The five drivers from which a need arises (F5.1)."""

    SERIOUS_INCIDENT = "serious-incident"
    NATIONAL_ISSUE = "national-issue"
    INSPECTION = "inspection"
    DATA = "data"
    PRIORITY = "priority"


class Domain(StrEnum):
    """Where an impact shows (F7.4)."""

    PRACTICE = "practice"
    WORKING_TOGETHER = "working-together"
    FAMILIES = "families"


class Level(StrEnum):
    """How far evidence of impact reaches: 1 reaction, 2 learning, 3 practice, 4 children and families."""

    REACTION = "1"
    LEARNING = "2"
    PRACTICE = "3"
    CHILDREN_AND_FAMILIES = "4"


class Better(StrEnum):
    """Which way a figure should go."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class LearningForm(StrEnum):
    """The form in which learning was passed on."""

    SEVEN_MINUTE_BRIEFING = "seven-minute-briefing"
    ONE_PAGE_PROMPT = "one-page-prompt"
    BRIEFING = "briefing"
    TRAINING = "training"
    E_LEARNING = "e-learning"
    EVENT = "event"
    WORKSHOP = "workshop"
    CAMPAIGN = "campaign"
    RESOURCE = "resource"
    PRESENTATION = "presentation"


class TransferGroup(StrEnum):
    """The three groups of conditions for learning to reach practice (F4.3)."""

    LEARNER = "learner"
    DESIGN = "design"
    WORKPLACE = "workplace"


class Stage(StrEnum):
    """Stages of the escalation policy: 1 and 2 informal, 3 to 5 formal unless the partnership says otherwise."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    FIFTH = "5"


class FlagKind(StrEnum):
    """What is being flagged."""

    RISK = "risk"
    STRENGTH = "strength"


class Informed(StrEnum):
    """What a finding is meant to inform (F5.6)."""

    PRIORITY = "priority"
    LEARNING_PROGRAMME = "learning-programme"
    POLICY = "policy"
    PROCEDURE = "procedure"
    AUDIT_PROGRAMME = "audit-programme"
    COMMISSIONING = "commissioning"


class Concern(StrEnum):
    """How much one of the four questions of confidence worries the group."""

    NONE = "none"
    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"


class Confidence(StrEnum):
    """How sure a person is of a theme; never computed."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"


class AgencyRole(StrEnum):
    """What an agency is in the arrangements."""

    SAFEGUARDING_PARTNER = "safeguarding-partner"
    RELEVANT_AGENCY = "relevant-agency"
    COMMISSIONED_SERVICE = "commissioned-service"
    BOARD_MEMBER = "board-member"
    OUTSIDE_BODY = "outside-body"


class Axis(StrEnum):
    """The three axes of the vocabulary of themes."""

    PRACTICE = "practice"
    SYSTEM = "system"
    NEED = "need"


class GroupTask(StrEnum):
    """What a group does for which documents and messages name it."""

    LEARNING = "learning"
    EXECUTIVE = "executive"


class Body(StrEnum):
    """What stood behind the arrangements: the historic board, or the partnership."""

    BOARD = "safeguarding-children-board"
    PARTNERSHIP = "safeguarding-children-partnership"


class ClockStart(StrEnum):
    """From which event the fifteen working days of a rapid review are counted; sources differ."""

    AWARE = "aware"
    NOTIFIED = "notified"


class RegularReport(StrEnum):
    """What a partnership makes again and again, and by which day."""

    EXECUTIVE = "executive"
    ANNUAL = "annual"
    FRAMEWORK_REVIEW = "framework-review"


def words(value: str) -> str:
    """A closed word as people read it: `needs to improve`, `multi-agency thematic`."""
    return _COMPOUND_OR_HYPHEN.sub(lambda match: match[1] or " ", value)
