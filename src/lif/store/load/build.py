"""Builds a record from the tree of its text, or a fault for everything that is wrong with its shape."""

import re
from typing import Any

from lif.diagnostics.codes import (
    MISSING,
    NO_VALUE,
    NOT_A_CHOICE,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_THE_FORM,
    UNKNOWN_FIELD,
    WRONG_SHAPE,
)
from lif.diagnostics.location import FieldPath, spelled
from lif.model.kind import Kind
from lif.model.parts.part import Part, Wrong, WrongError, read
from lif.model.parts.shape import field_at, shape_of
from lif.model.record import Record
from lif.store.load.fault import Fault
from lif.store.load.most_told import MORE_HINT, first_of_each, more_message

_LONGEST_SHOWN = 40
"""Characters of a value in a message; longer values are cut."""
_SCALAR_CODES = {
    "lif_day": NOT_A_DATE,
    "lif_when": NOT_A_DATE,
    "lif_count": NOT_A_NUMBER,
    "lif_number": NOT_A_NUMBER,
    "lif_money": NOT_A_NUMBER,
    "lif_empty": NO_VALUE,
    "lif_text": WRONG_SHAPE,
}
_FORM_HINTS = {
    "lif_day": "Write year-month-day: 2019-11-05.",
    "lif_when": "Write 2019-11-05, or 2019-11 or 2019 if no more is known, or a span: 2019-09/2019-11.",
    "lif_count": "Write the number in digits only.",
    "lif_number": "Write the number in digits, with a point before decimals.",
    "lif_money": "Write pounds in digits, without £ and commas: 12000 or 12000.50.",
    "lif_empty": "Write what is known, or delete the line: what is not known is left out.",
    "lif_text": "Write one text here; put further points into a field that takes a list.",
    "lif_yes_no": "Write yes or no, in small letters.",
}

_SUPPRESSED = re.compile(r"[xXcCzZ*:-]|\.\.|[nN]/?[aA]|low|<\s*\d+|suppressed", re.ASCII)
"""How tables write a figure that was held back because it is small."""
_SUPPRESSED_HINT = (
    "A figure that was held back where it was published is not known: leave the line out, and say in `caution` or in "
    "the text that it was suppressed. Where nothing was held back, write the number in digits."
)


def build(kind: Kind, tree: dict[str, Any]) -> tuple[Record | None, tuple[Fault, ...]]:
    """Build the record; None and the faults where the tree does not have the shape of its kind."""
    try:
        return read(kind.model, tree), ()
    except WrongError as error:
        told, left_out = first_of_each(error.problems, lambda problem: problem.what)
        more = (
            _fault(kind, problem)._replace(message=more_message(count), hint=MORE_HINT) for problem, count in left_out
        )
        return None, (*(_fault(kind, problem) for problem in told), *more)


def _fault(kind: Kind, problem: Wrong) -> Fault:
    if problem.what == "unknown":
        return _unknown_field(kind, problem.at)
    if problem.what == "missing":
        return _missing_field(kind, problem.at)
    if problem.given == "":
        return _empty(problem.at)
    if problem.what == "shape" or not isinstance(problem.given, str):
        return _wrong_shape(kind, problem.at)
    return _not_a_choice(kind, problem) if problem.what == "choice" else _wrong_form(problem)


def _owner(kind: Kind, at: FieldPath) -> tuple[type[Part], str]:
    """The model that has the field at the end of a path, and its name in messages."""
    names = [step for step in at[:-1] if isinstance(step, str)]
    if not names:
        return kind.model, kind.article
    field = field_at(kind.model, tuple(names))
    if field is None or field.part is None:
        return kind.model, kind.article
    return field.part, f"`{names[-1]}` of {kind.article}"


def _unknown_field(kind: Kind, at: FieldPath) -> Fault:
    name = str(at[-1])
    model, owner = _owner(kind, at)
    field_names = list(shape_of(model))
    from difflib import get_close_matches

    similar = get_close_matches(name.lower().replace("-", "_"), field_names, n=1, cutoff=0.6)
    guess = f" Did you mean `{similar[0]}`?" if similar else ""
    hint = f"Rename it to `{similar[0]}`." if similar else f"Known here: {', '.join(field_names)}."
    return Fault(UNKNOWN_FIELD, f"`{name}` is not a field of {owner}.{guess}", hint, at=at)


def _missing_field(kind: Kind, at: FieldPath) -> Fault:
    field = field_at(kind.model, at)
    says = field.about.says if field else ""
    _, owner = _owner(kind, at)
    return Fault(MISSING, f"`{at[-1]}` is missing from {owner}", f"Add it. {says}.", at=at[:-1])


def _not_a_choice(kind: Kind, problem: Wrong) -> Fault:
    field = field_at(kind.model, problem.at)
    choices = [word.value for word in field.words] if field and field.words else []
    hint = f"Write one of: {', '.join(choices)}."
    from difflib import get_close_matches

    similar = get_close_matches(str(problem.given).lower(), choices, n=1)
    guess = f" Did you mean `{similar[0]}`?" if similar else ""
    says = f"`{spelled(problem.at)}` holds a word that is not among the choices.{guess}"
    return Fault(NOT_A_CHOICE, says, hint, at=problem.at)


def _empty(at: FieldPath) -> Fault:
    return Fault(NO_VALUE, f"`{spelled(at)}` is empty", _FORM_HINTS["lif_empty"], at=at)


def _wrong_form(problem: Wrong) -> Fault:
    code = _SCALAR_CODES.get(problem.what, NOT_THE_FORM)
    value = f" `{_short(problem.shown)}`" if problem.shown else ""
    hint = _FORM_HINTS.get(problem.what, "Write it in that form.")
    if code is NOT_A_NUMBER and _SUPPRESSED.fullmatch(str(problem.given)):
        hint = _SUPPRESSED_HINT
    return Fault(code, f"`{spelled(problem.at)}`{value} {problem.says}", hint, at=problem.at)


def _short(value: str) -> str:
    """The value, cut where it is long."""
    return value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"


def _wrong_shape(kind: Kind, at: FieldPath) -> Fault:
    field = field_at(kind.model, at)
    name = spelled(at)
    if field is not None and field.is_list and not isinstance(at[-1], int):
        return Fault(
            WRONG_SHAPE, f"`{name}` should be a list", "Begin each entry on a line of its own with a hyphen.", at=at
        )
    if field is not None and field.part is not None:
        field_names = ", ".join(shape_of(field.part))
        return Fault(
            WRONG_SHAPE,
            f"`{name}` should hold further fields",
            f"Write them beneath it, stepped in: {field_names}.",
            at=at,
        )
    return Fault(
        WRONG_SHAPE, f"`{name}` should be one value", "Write one value here, not a list or further fields.", at=at
    )
