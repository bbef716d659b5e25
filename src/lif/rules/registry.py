"""All families of rules on records; the rules on changes are in `codes`."""

from lif.rules.families import (
    activity_design,
    arrangements,
    chronology,
    clocks,
    cycles,
    duties,
    evidence,
    follow_through,
    impact,
    inferred,
    judgement,
    learning_reach,
    priorities,
    privacy,
    references,
    signals,
    standards,
)
from lif.rules.rule import Rule

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    references.RULES,
    inferred.RULES,
    chronology.RULES,
    evidence.RULES,
    impact.RULES,
    judgement.RULES,
    follow_through.RULES,
    privacy.RULES,
    clocks.RULES,
    duties.RULES,
    standards.RULES,
    cycles.RULES,
    priorities.RULES,
    signals.RULES,
    activity_design.RULES,
    learning_reach.RULES,
    arrangements.RULES,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family)
