"""All codes that rules can give, including those of `lif diff` and of accepted exceptions."""

from lif.diagnostics.code import Code
from lif.rules import allowances
from lif.rules.change_rule import ChangeRule
from lif.rules.families import change, evidence_changes
from lif.rules.registry import RULES

CHANGE_RULES: tuple[ChangeRule, ...] = (*change.RULES, *evidence_changes.RULES)
"""The rules on changes, which only `lif diff` runs."""
RULE_CODES: tuple[Code, ...] = (
    *(rule.code for rule in RULES),
    *(rule.code for rule in CHANGE_RULES),
    *allowances.CODES,
)
