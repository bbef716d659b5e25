"""Every report, in the order of the help."""

from lif.registry import Registry
from lif.reports.builders.annual import ANNUAL
from lif.reports.report import Report

REPORTS: Registry[Report] = Registry(ANNUAL)
DOCUMENTS: Registry[Report] = Registry(*REPORTS)
"""Everything that has a template: reports and briefings."""
