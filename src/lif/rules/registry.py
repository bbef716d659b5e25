"""Every family of rules, in the order of its codes."""

from lif.diagnostics.code import Code
from lif.rules import allowances
from lif.rules.comparison import ChangeRule
from lif.rules.families import (
    arrangements,
    change,
    chronology,
    clocks,
    duties,
    evidence,
    follow_through,
    impact,
    judgement,
    priorities,
    privacy,
    reach,
    references,
    standards,
    together,
)
from lif.rules.rule import Rule

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    references.RULES,
    chronology.RULES,
    evidence.RULES,
    impact.RULES,
    judgement.RULES,
    follow_through.RULES,
    privacy.RULES,
    clocks.RULES,
    duties.RULES,
    standards.RULES,
    priorities.RULES,
    together.RULES,
    reach.RULES,
    arrangements.RULES,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family)
CHANGE_RULES: tuple[ChangeRule, ...] = change.RULES
"""The family that `lif diff` asks, and `lif check` does not."""
RULE_CODES: tuple[Code, ...] = (
    *(rule.code for rule in RULES),
    *(rule.code for rule in CHANGE_RULES),
    *allowances.CODES,
)
"""Every code that rules can give."""
