"""Everything that is wrong with the records on a day: what reading and the rules find, less what is excepted."""

from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.rules.allowances import not_excepted
from lif.rules.engine import run
from lif.rules.registry import RULES
from lif.rules.rule import Question
from lif.rules.selection import weigh
from lif.store.load import Loaded, place


def judged(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every diagnostic, weighed as the partnership wants; `more` was found by its own detector."""
    question = Question(loaded.snapshot, today)
    seen = (*loaded.diagnostics, *more)
    problems = run(question, RULES, seen)
    return weigh((*not_excepted(seen, question), *place(problems, loaded)), loaded.snapshot)
