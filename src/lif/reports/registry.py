"""The registry of reports and briefings, in the order of the help; each builder is imported on first use."""

from lif.registry import LateRegistry, Registry
from lif.reports.report import Report

_BUILDERS = "lif.reports.builders"
_REPORTS = {
    "annual": f"{_BUILDERS}.annual:ANNUAL",
    "executive": f"{_BUILDERS}.executive:EXECUTIVE",
    "qig": f"{_BUILDERS}.qig:QIG",
    "actions": f"{_BUILDERS}.actions:ACTIONS",
    "agency": f"{_BUILDERS}.agency:AGENCY",
    "review": f"{_BUILDERS}.review:REVIEW",
    "flag": f"{_BUILDERS}.flag:FLAG",
    "programme": f"{_BUILDERS}.programme:PROGRAMME",
    "assessment": f"{_BUILDERS}.assessment:ASSESSMENT",
    "learning-programme": f"{_BUILDERS}.learning_programme:LEARNING_PROGRAMME",
    "position": f"{_BUILDERS}.position:POSITION",
    "framework": f"{_BUILDERS}.framework:FRAMEWORK",
}
_BRIEFINGS = {
    "seven-minute": f"{_BUILDERS}.briefing:SEVEN_MINUTE",
    "one-page": f"{_BUILDERS}.briefing:ONE_PAGE",
}
REPORTS: Registry[Report] = LateRegistry(_REPORTS)
BRIEFINGS: Registry[Report] = LateRegistry(_BRIEFINGS)
DOCUMENTS: Registry[Report] = LateRegistry({**_REPORTS, **_BRIEFINGS})
"""All documents that have a template: reports and briefings."""
