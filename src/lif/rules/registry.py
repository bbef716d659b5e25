"""All families of rules on records; the rules on changes are in `codes`."""

from lif.rules.families import (
    activity_design,
    arrangements,
    chronology,
    claims,
    clocks,
    counts,
    duties,
    evidence,
    follow_through,
    grades,
    impact,
    inferred,
    judgement,
    learning_reach,
    practice_standards,
    priorities,
    privacy,
    references,
    standards,
    words,
)
from lif.rules.rule import Rule

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    references.RULES,
    grades.RULES,
    inferred.RULES,
    chronology.RULES,
    evidence.RULES,
    practice_standards.RULES,
    impact.RULES,
    claims.RULES,
    judgement.RULES,
    follow_through.RULES,
    privacy.RULES,
    clocks.RULES,
    duties.RULES,
    standards.RULES,
    priorities.RULES,
    activity_design.RULES,
    learning_reach.RULES,
    arrangements.RULES,
    words.RULES,
    counts.RULES,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family)
