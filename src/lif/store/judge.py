"""Everything that is wrong with the records on a day, or with a change of them, less what is excepted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lif.changes.change import Changes
from lif.diagnostics.codes import STORE_CODES
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.rules.allowances import accepted, not_excepted
from lif.rules.comparison import Comparison, compare
from lif.rules.engine import run
from lif.rules.registry import CHANGE_RULES, RULES
from lif.rules.rule import Question
from lif.rules.selection import weigh
from lif.store.load import Loaded, place
from lif.store.sides import placed


def judged(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every diagnostic, weighed as the partnership wants; `more` was found by its own detector."""
    question = Question(loaded.snapshot, today)
    seen = (*loaded.diagnostics, *more)
    problems = run(question, RULES, seen)
    return weigh((*not_excepted(seen, question), *place(problems, loaded)), loaded.snapshot)


def unplaced(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """The same with what rules find at the head of its file: enough to tell what is also wrong in another state."""
    return judged(replace(loaded, files={}), today)


def in_place(diagnostics: Iterable[Diagnostic], loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Some of them, each of a rule where it stands; `place` reads only files that have one."""
    listed = tuple(diagnostics)
    read = (one for one in listed if one.code in STORE_CODES)
    found = (
        Problem(one.code, one.record, one.at, one.message, one.hint) for one in listed if one.code not in STORE_CODES
    )
    return weigh((*read, *place(found, loaded)), loaded.snapshot)


def judged_change(before: Loaded, after: Loaded, changes: Changes, today: date) -> tuple[Diagnostic, ...]:
    """What a change itself does wrong, weighed as the partnership wants after it; what it accepts is a note."""
    found = compare(Comparison(before.snapshot, after.snapshot, changes, today), CHANGE_RULES)
    weighed = weigh(placed(found, before, after), after.snapshot)
    return accepted(weighed, Question(after.snapshot, today))
