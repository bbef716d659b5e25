"""Everything that is wrong with the records on a day: what reading and the rules find, less what is excepted."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from lif.diagnostics.diagnostic import Diagnostic
from lif.store.cache.told import as_text, from_text, key_of
from lif.store.load import Loaded
from lif.store.place import place

if TYPE_CHECKING:
    from lif.rules.rule import Rule


def judged(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every diagnostic, weighed as the partnership wants; `more` was found by its own detector.

    What was said before of exactly these files on that day is said again, unless a detector said something as well.
    """
    if more or not loaded.state:
        return anew(loaded, today, more)
    key = key_of(loaded.state, today)
    said = loaded.kept.said(key)
    if said is not None:
        return from_text(said)
    found = anew(loaded, today)
    loaded.kept.keep_said(key, as_text(found))
    return found


def anew(
    loaded: Loaded,
    today: date,
    more: tuple[Diagnostic, ...] = (),
    ask: "Callable[[Rule], Rule]" = lambda rule: rule,
) -> tuple[Diagnostic, ...]:
    """The same, whatever was said before; `ask` may put something around each rule, a clock say."""
    from lif.rules.allowances import not_excepted
    from lif.rules.engine import run
    from lif.rules.registry import RULES
    from lif.rules.rule import Question
    from lif.rules.weighing import weigh

    question = Question(loaded.snapshot, today)
    seen = (*loaded.diagnostics, *more)
    problems = run(question, map(ask, RULES), seen)
    return weigh((*not_excepted(seen, question), *place(problems, loaded)), loaded.snapshot)
