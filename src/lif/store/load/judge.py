"""Everything that is wrong with the records on a day, or with a change of them, less what is excepted."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lif.diagnostics.codes import STORE_CODES
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.store.cache.diagnostics_json import as_text, from_text, key_of
from lif.store.load.load import Loaded
from lif.store.load.positions import place

if TYPE_CHECKING:
    from lif.changes.change import Changes
    from lif.rules.rule import Rule


def judged(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every diagnostic, weighed as the partnership wants; `more` was found by its own detector.

    What was said before of exactly these files on that day is said again, unless a detector said something as well.
    """
    if more or not loaded.state:
        return anew(loaded, today, more)
    key = key_of(loaded.state, today)
    said = from_text(loaded.kept.said(key))
    if said is None:
        said = anew(loaded, today)
        loaded.kept.keep_said(key, as_text(said))
    return said


def unplaced(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """The same, wherever in its file each stands: enough to tell what is also wrong in another state.

    What a check said before of this state is said again; otherwise no line is looked for.
    """
    said = from_text(loaded.kept.said(key_of(loaded.state, today)))
    return anew(replace(loaded, files={}), today) if said is None else said


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
    from lif.rules.severity import weigh

    question = Question(loaded.snapshot, today)
    seen = (*loaded.diagnostics, *more)
    problems = run(question, map(ask, RULES), seen)
    return weigh((*not_excepted(seen, question), *place(problems, loaded)), loaded.snapshot)


def in_place(diagnostics: Iterable[Diagnostic], loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Some of them, each of a rule where it stands; `place` reads only files that have one."""
    from lif.rules.severity import weigh

    listed = tuple(diagnostics)
    read = (one for one in listed if one.code in STORE_CODES)
    found = (
        Problem(one.code, one.record, one.at, one.message, one.hint) for one in listed if one.code not in STORE_CODES
    )
    return weigh((*read, *place(found, loaded)), loaded.snapshot)


def judged_change(before: Loaded, after: Loaded, changes: "Changes", today: date) -> tuple[Diagnostic, ...]:
    """What a change itself does wrong, weighed as the partnership wants after it; what it accepts is a note."""
    from lif.rules.allowances import accepted
    from lif.rules.change_rule import Comparison, compare
    from lif.rules.codes import CHANGE_RULES
    from lif.rules.rule import Question
    from lif.rules.severity import weigh
    from lif.store.git.compared_states import placed

    found = compare(Comparison(before.snapshot, after.snapshot, changes, today), CHANGE_RULES)
    weighed = weigh(placed(found, before, after), after.snapshot)
    return accepted(weighed, Question(after.snapshot, today))
