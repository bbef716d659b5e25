"""Everything that is wrong with the records on a day: what reading and the rules find, less what is excepted."""

from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.store.cache.told import as_text, from_text, key_of
from lif.store.load import Loaded
from lif.store.place import place


def judged(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every diagnostic, weighed as the partnership wants; `more` was found by its own detector.

    What was said before of exactly these files on that day is said again, unless a detector said something as well.
    """
    if more or not loaded.state:
        return _judged(loaded, today, more)
    key = key_of(loaded.state, today)
    said = loaded.kept.said(key)
    if said is not None:
        return from_text(said)
    found = _judged(loaded, today)
    loaded.kept.keep_said(key, as_text(found))
    return found


def _judged(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    from lif.rules.allowances import not_excepted
    from lif.rules.engine import run
    from lif.rules.registry import RULES
    from lif.rules.rule import Question
    from lif.rules.weighing import weigh

    question = Question(loaded.snapshot, today)
    seen = (*loaded.diagnostics, *more)
    problems = run(question, RULES, seen)
    return weigh((*not_excepted(seen, question), *place(problems, loaded)), loaded.snapshot)
