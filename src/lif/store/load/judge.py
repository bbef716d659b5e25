"""Collects all diagnostics of the records on a day, or of a change to them, less the accepted exceptions."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lif.diagnostics.codes import STORE_CODES
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.store.cache.diagnostics_json import decode_diagnostics, diagnostics_key, encode_diagnostics
from lif.store.load.load import Loaded
from lif.store.load.positions import place_problems

if TYPE_CHECKING:
    from lif.changes.change import Changes
    from lif.rules.rule import Rule


def judge(loaded: Loaded, today: date, more: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Every diagnostic, with the severity the partnership sets; `more` comes from a separate detector.

    The diagnostics kept for exactly these files on that day are returned again, unless the detector found something.
    """
    if more or not loaded.state:
        return judge_anew(loaded, today, more)
    key = diagnostics_key(loaded.state, today)
    diagnostics = decode_diagnostics(loaded.kept.said(key))
    if diagnostics is None:
        diagnostics = judge_anew(loaded, today)
        loaded.kept.keep_said(key, encode_diagnostics(diagnostics))
    return diagnostics


def judge_unplaced(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """Every diagnostic, not all with their position: enough to tell what is also wrong in another state.

    The diagnostics that a check kept for this state are returned; otherwise no positions are looked up.
    """
    diagnostics = decode_diagnostics(loaded.kept.said(diagnostics_key(loaded.state, today)))
    return judge_anew(replace(loaded, files={}), today) if diagnostics is None else diagnostics


def judge_anew(
    loaded: Loaded,
    today: date,
    more: tuple[Diagnostic, ...] = (),
    ask: "Callable[[Rule], Rule]" = lambda rule: rule,
) -> tuple[Diagnostic, ...]:
    """Every diagnostic, without a look into the cache; `ask` may wrap each rule, in a timer for example."""
    from lif.rules.allowances import without_excepted_personal_data
    from lif.rules.engine import run_rules
    from lif.rules.registry import RULES
    from lif.rules.rule import Question
    from lif.rules.severity import apply_severities

    question = Question(loaded.snapshot, today)
    from_files = (*loaded.diagnostics, *more)
    problems = run_rules(question, map(ask, RULES), from_files)
    return apply_severities(
        (*without_excepted_personal_data(from_files, question), *place_problems(problems, loaded)), loaded.snapshot
    )


def with_positions(diagnostics: Iterable[Diagnostic], loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Some of the diagnostics, those of rules with their position; only files that have one are read."""
    from lif.rules.severity import apply_severities

    listed = tuple(diagnostics)
    from_files = (diagnostic for diagnostic in listed if diagnostic.code in STORE_CODES)
    problems = (
        Problem(diagnostic.code, diagnostic.record, diagnostic.at, diagnostic.message, diagnostic.hint)
        for diagnostic in listed
        if diagnostic.code not in STORE_CODES
    )
    return apply_severities((*from_files, *place_problems(problems, loaded)), loaded.snapshot)


def judge_change(before: Loaded, after: Loaded, changes: "Changes", today: date) -> tuple[Diagnostic, ...]:
    """The diagnostics of a change itself, with the severity the partnership sets after it; accepted ones are notes."""
    from lif.rules.allowances import downgrade_accepted
    from lif.rules.change_rule import Comparison, check_changes
    from lif.rules.codes import CHANGE_RULES
    from lif.rules.rule import Question
    from lif.rules.severity import apply_severities
    from lif.store.git.compared_states import place_change_problems

    problems = check_changes(Comparison(before.snapshot, after.snapshot, changes, today), CHANGE_RULES)
    weighed = apply_severities(place_change_problems(problems, before, after), after.snapshot)
    return downgrade_accepted(weighed, Question(after.snapshot, today))
