"""Every report and every form of briefing, in the order of the help."""

from lif.registry import Registry
from lif.reports.builders.actions import ACTIONS
from lif.reports.builders.agency import AGENCY
from lif.reports.builders.annual import ANNUAL
from lif.reports.builders.assessment import ASSESSMENT
from lif.reports.builders.briefing import ONE_PAGE, SEVEN_MINUTE
from lif.reports.builders.executive import EXECUTIVE
from lif.reports.builders.flag import FLAG
from lif.reports.builders.framework import FRAMEWORK
from lif.reports.builders.learning_programme import LEARNING_PROGRAMME
from lif.reports.builders.position import POSITION
from lif.reports.builders.programme import PROGRAMME
from lif.reports.builders.qig import QIG
from lif.reports.builders.review import REVIEW
from lif.reports.report import Report

REPORTS: Registry[Report] = Registry(
    ANNUAL,
    EXECUTIVE,
    QIG,
    ACTIONS,
    AGENCY,
    REVIEW,
    FLAG,
    PROGRAMME,
    ASSESSMENT,
    LEARNING_PROGRAMME,
    POSITION,
    FRAMEWORK,
)
BRIEFINGS: Registry[Report] = Registry(SEVEN_MINUTE, ONE_PAGE)
DOCUMENTS: Registry[Report] = Registry(*REPORTS, *BRIEFINGS)
"""Everything that has a template: reports and briefings."""
