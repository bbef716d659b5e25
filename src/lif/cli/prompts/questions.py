"""One question on the terminal, in plain words; a wrong answer is explained and the question asked again."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import Any

import typer

from lif.cli.error_text import error_text
from lif.cli.prompts.explained import explanation
from lif.cli.prompts.lines import read_line, say
from lif.diagnostics.location import FieldPath, spelled
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.reference import REGISTERS
from lif.model.vocabulary import words
from lif.output.text.terminal import WIDTH, columns, paragraph, safe_line
from lif.privacy.mask import mask_names
from lif.store.load.build import build
from lif.store.new.record_questions import RecordQuestion, record_questions
from lif.store.new.scaffold import SAFEST_SHARING
from lif.store.new.typed_value import TypedValueReader
from lif.store.yaml.text import INVISIBLE_CHARACTER, code_point

_EXPLAIN, _GO_BACK, _NOTHING = "?", "<", "-"


class Outcome(Enum):
    """How a question ended."""

    ANSWERED = auto()
    PASSED = auto()
    BACK = auto()


def nothing_wrong(_path: FieldPath, _value: Any) -> str:
    """Find nothing wrong with an answer."""
    return ""


class Questions:
    """Asks the questions of one kind of record.

    `fault_of` says what is wrong with an answer for reasons outside the record, in words; empty when nothing is.
    `sharing` gives the sharing that Enter means.
    """

    def __init__(
        self,
        kind: Kind,
        reader: TypedValueReader,
        *,
        fault_of: Callable[[FieldPath, Any], str] = nothing_wrong,
        sharing: Callable[[], str] = lambda: SAFEST_SHARING,
    ) -> None:
        self.kind = kind
        self._reader = reader
        self._fault_of = fault_of
        self._sharing = sharing

    def all(self) -> tuple[RecordQuestion, ...]:
        """Every question of the kind, in order."""
        return record_questions(self.kind)

    def ask_one(self, question: RecordQuestion, tree: dict[str, Any], *, can_go_back: bool = False) -> Outcome:
        """Ask one question until it is answered or passed over, or until the person goes back."""
        choices = [word.value for word in question.shape.words or ()]
        if question.shape.ref is not None and not self.can_cite(question):
            return Outcome.PASSED
        default = self._reader.of(question.shape, "today") if question.enter_is_today else ""
        default = self._sharing() if question.path == ("sharing",) else default
        prompt = _prompt(question, choices, default)
        while True:
            typed = read_line(prompt)
            if typed == _EXPLAIN:
                self._explain(question, choices)
            elif typed == _GO_BACK and can_go_back:
                return Outcome.BACK
            elif typed == _GO_BACK:
                say("This is the first question.")
            elif _is_passed_over(question, tree, typed or default):
                return Outcome.PASSED
            elif typed == _NOTHING or (not typed and not default):
                say("This one is needed. Type ? to see what belongs here.")
            elif self._accept(question, tree, typed or default, choices):
                return Outcome.ANSWERED

    def can_cite(self, question: RecordQuestion) -> bool:
        """Whether there is anything to cite. Raises `LifError` where nothing is and the field must cite something."""
        candidates = self._reader.candidates(question.shape)
        is_register = question.shape.ref is not None and question.shape.ref.to[0] in REGISTERS
        if candidates or (is_register and self._reader.snapshot.partnership is None):
            return True
        if question.is_needed:
            targets = question.shape.ref.targets if question.shape.ref else ()
            says = f"There is nothing yet that {self.kind.article} could name here: {', '.join(targets)}."
            hint = (
                f"Add one under `{REGISTERS[targets[0]]}` in records/partnership.yaml."
                if is_register
                else f"Write it first: lif new {targets[0]}"
            )
            raise LifError(says, hint, exit_code=1)
        return False

    def _candidates(self, question: RecordQuestion) -> dict[str, str]:
        return self._reader.candidates(question.shape) if question.shape.ref else {}

    def _explain(self, question: RecordQuestion, choices: Sequence[str]) -> None:
        says, rows, what_to_type = explanation(question.shape, self._candidates(question), choices)
        say(says)
        if rows:
            typer.echo(mask_names(columns(rows, indent=4)), err=True)
        say(what_to_type)

    def _accept(self, question: RecordQuestion, tree: dict[str, Any], typed: str, choices: Sequence[str]) -> bool:
        """Store an answer in the tree; False, after an explanation, when it is not valid there."""
        if hidden := _hidden_in(typed):
            say(hidden)
            return False
        text = _with_names(typed, choices or list(self._candidates(question)), is_list=question.shape.is_list)
        try:
            value = (
                self._reader.all_of(question.shape, text)
                if question.shape.is_list
                else self._reader.of(question.shape, text)
            )
        except LifError as error:
            is_listed = (choices or question.shape.ref is not None) and not error.hint.startswith("Did you mean")
            say(error_text(LifError(error.message, "Type ? to see them.") if is_listed else error))
            return False
        set_value(tree, question.path, value)
        fault = _fault_at(self.kind, tree, question.path) or self._fault_of(question.path, value)
        if fault:
            remove_value(tree, question.path)
            say(fault)
        return not fault


def _is_passed_over(question: RecordQuestion, tree: dict[str, Any], answer: str) -> bool:
    """Whether Enter, or a hyphen where Enter means a default, passes over a question that may be left open."""
    if answer == _NOTHING:
        return not question.shape.is_required
    is_begun = bool(question.group) and bool(value_at(tree, question.group))
    return not answer and not question.is_needed and not (question.shape.is_required and is_begun)


def _with_names(typed: str, names: Sequence[str], *, is_list: bool) -> str:
    """What was typed, with the name for each number that stands for a place in the list of names."""
    parts = typed.replace(",", " ").split() if is_list else [typed]
    if not names or not all(part.isdigit() for part in parts) or any(part in names for part in parts):
        return typed
    return " ".join(names[int(part) - 1] if 1 <= int(part) <= len(names) else part for part in parts)


def _prompt(question: RecordQuestion, choices: Sequence[str], default: str) -> str:
    """The question with its numbered choices, on one line where there is room."""
    ending = f" [{'today' if question.enter_is_today else default}]" if default else ""
    if question.shape.ref is not None:
        ending = " (any part of its name; ? lists them)"
    if question.shape.is_list:
        ending = " (as many as there are, with commas; ? lists them)" if question.shape.ref else ""
    if question.shape.kind_of_value is bool:
        ending = " (yes or no)"
    numbered = [f"{number} {words(choice)}" for number, choice in enumerate(choices, 1)]
    if choices and all(choice.isdigit() for choice in choices):
        numbered = [question.shape.about.says]
    whole = "  ".join([question.question, *numbered])
    if len(whole) + len(ending) <= WIDTH:
        return whole + ending
    listed = [paragraph(" · ".join(numbered), indent=4)] if numbered else []
    return "\n".join([question.question, *listed, f"   {ending}".rstrip()])


def fault_of_text(kind: Kind, title: str) -> str:
    """What is wrong with a title, in words; empty when nothing is."""
    return _hidden_in(title) or _fault_at(kind, {"title": title}, ("title",))


def _hidden_in(typed: str) -> str:
    hidden = INVISIBLE_CHARACTER.search(typed)
    found = f"An invisible or control character came with that ({code_point(hidden[0])})." if hidden else ""
    return f"{found} Type it again." if found else ""


def value_at(tree: Any, path: FieldPath) -> Any:
    """What stands at a path in the tree; None where nothing does."""
    value = tree
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError):
            return None
    return value


def set_value(tree: dict[str, Any], path: FieldPath, value: Any) -> None:
    """Put a value at a path, with the sets of fields and the items of lists that lead to it."""
    node: Any = tree
    for step, next_step in pairwise(path):
        if isinstance(step, int):
            node += [{} for _ in range(step + 1 - len(node))]
            node = node[step]
        else:
            node = node.setdefault(step, [] if isinstance(next_step, int) else {})
    node[path[-1]] = value


def remove_value(tree: dict[str, Any], path: FieldPath) -> None:
    """Remove a value, and the parts that are empty without it."""
    del value_at(tree, path[:-1])[path[-1]]
    if len(path) > 1 and not value_at(tree, path[:-1]):
        remove_value(tree, path[:-1])


def _fault_at(kind: Kind, tree: dict[str, Any], path: FieldPath) -> str:
    """What is wrong with the answer at a path by the record model, as text; empty when nothing is."""
    _, faults = build(kind, tree)
    fault = next((fault for fault in faults if fault.at[: len(path)] == path), None)
    if fault is None:
        return ""
    says = fault.message.replace(f"`{spelled(path)}` ", "")
    return safe_line(says if "Write" in says else f"{says}. {fault.hint}")
