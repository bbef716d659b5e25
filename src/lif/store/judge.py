"""Everything that is wrong with the records: with their files, and by the rules, as the partnership weighs it."""

from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.rules.engine import run
from lif.rules.registry import RULES
from lif.rules.rule import Question
from lif.rules.selection import weigh
from lif.store.load import Loaded, place


def judged(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """Every diagnostic, by file and line."""
    problems = run(Question(loaded.snapshot, today), RULES)
    return weigh((*loaded.diagnostics, *place(problems, loaded.files)), loaded.snapshot.partnership)
