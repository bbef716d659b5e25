"""Questions on the terminal, in plain words; a wrong answer is explained and the question asked again."""

import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import typer

from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath, spelled
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.reference import REGISTERS
from lif.model.vocabulary import words
from lif.output.text.terminal import WIDTH, columns, paragraph, safe_line
from lif.store.load.build import build
from lif.store.new.scaffold import SAFEST_SHARING, RecordQuestion, record_questions
from lif.store.new.typed_value import TypedValueReader
from lif.store.yaml.text import INVISIBLE_CHARACTER, code_point

_MOST_LISTED = 40


class UnfinishedError(LifError):
    """The input ended before the questions did; nothing was written."""

    def __init__(self) -> None:
        super().__init__("The questions were not finished; nothing was written.", exit_code=1)


def read_line(prompt: str) -> str:
    """A line typed after the prompt, which goes to stderr; raises `UnfinishedError` at the end of the input."""
    typer.echo(f"{prompt}  > ", nl=False, err=True)
    typed = sys.stdin.readline()
    if not typed:
        typer.echo("", err=True)
        raise UnfinishedError
    return typed.strip()


def say(text: str) -> None:
    """Print text between two questions, on stderr."""
    typer.echo(paragraph(text, indent=2), err=True)


class Questions:
    """Asks the questions of one kind of record."""

    def __init__(self, kind: Kind, reader: TypedValueReader) -> None:
        self._kind = kind
        self._reader = reader

    def ask(self, tree: dict[str, Any]) -> None:
        """Ask for everything that is not in the tree yet, and store the answers there."""
        given = set(tree)
        for question in record_questions(self._kind):
            if question.is_needed and question.shape.ref is not None and question.path[0] not in given:
                self._can_cite(question)
        skipped_groups: set[FieldPath] = set()
        for question in record_questions(self._kind):
            if question.path[0] in given or (question.group and question.group in skipped_groups):
                continue
            if not self.ask_one(question, tree) and question.shape.is_required:
                skipped_groups.add(question.group)

    def ask_again(self, tree: dict[str, Any], errors: Iterable[Diagnostic]) -> bool:
        """Ask again for the fields that are wrong; False when there is no question for any of them."""
        wrong_fields = {error.at[0] for error in errors if error.at}
        asked_fields = {question.path[0] for question in record_questions(self._kind)} & wrong_fields
        for name in asked_fields:
            tree.pop(str(name), None)
        if asked_fields:
            self.ask(tree)
        return bool(asked_fields)

    def ask_one(self, question: RecordQuestion, tree: dict[str, Any]) -> bool:
        """Ask one question until it is answered or skipped; returns whether it was answered."""
        choices = [word.value for word in question.shape.words or ()]
        if question.shape.ref is not None and not self._can_cite(question):
            return False
        default = self._reader.of(question.shape, "today") if question.enter_is_today else ""
        default = SAFEST_SHARING if question.path == ("sharing",) else default
        prompt = _prompt(question, choices, default)
        while True:
            typed = read_line(prompt)
            if typed == "?":
                self._explain(question)
            elif self._skips(question, tree, typed or default):
                return False
            elif not typed and not default:
                say("This one is needed. Type ? to see what belongs here.")
            elif self._accept(question, tree, typed or default, choices):
                return True

    def _skips(self, question: RecordQuestion, tree: dict[str, Any], answer: str) -> bool:
        """Whether Enter, or a hyphen where Enter means a default, skips a question that may be skipped."""
        if answer == "-":
            return not question.shape.is_required
        is_begun = bool(question.group) and bool(_value_at(tree, question.group))
        return not answer and not question.is_needed and not (question.shape.is_required and is_begun)

    def _can_cite(self, question: RecordQuestion) -> bool:
        """Whether there is anything to cite. Raises `LifError` where nothing is and the field must cite something."""
        candidates = self._reader.candidates(question.shape)
        is_register = question.shape.ref is not None and question.shape.ref.to[0] in REGISTERS
        if candidates or (is_register and self._reader.snapshot.partnership is None):
            return True
        if question.is_needed:
            targets = question.shape.ref.targets if question.shape.ref else ()
            says = f"There is nothing yet that {self._kind.article} could name here: {', '.join(targets)}."
            hint = (
                f"Add one under `{REGISTERS[targets[0]]}` in records/partnership.yaml."
                if is_register
                else f"Write it first: lif new {targets[0]}"
            )
            raise LifError(says, hint, exit_code=1)
        return False

    def _explain(self, question: RecordQuestion) -> None:
        say(f"{question.shape.about.says}.")
        candidates = self._reader.candidates(question.shape) if question.shape.ref else {}
        rows = [(key, name) for key, name in candidates.items()][:_MOST_LISTED]
        if rows:
            typer.echo(columns(rows, indent=4), err=True)
        if len(candidates) > _MOST_LISTED:
            say(f"… and {len(candidates) - _MOST_LISTED} more: lif list shows them all.")

    def _accept(self, question: RecordQuestion, tree: dict[str, Any], typed: str, choices: Sequence[str]) -> bool:
        """Store an answer in the tree; False, after an explanation, when it is not valid there."""
        if hidden := INVISIBLE_CHARACTER.search(typed):
            say(f"An invisible or control character came with that ({code_point(hidden[0])}). Type it again.")
            return False
        by_number = typed.isdigit() and typed not in choices and 1 <= int(typed) <= len(choices)
        text = choices[int(typed) - 1] if by_number else typed
        try:
            value = (
                self._reader.all_of(question.shape, text)
                if question.shape.is_list
                else self._reader.of(question.shape, text)
            )
        except LifError as error:
            is_listed = question.shape.ref is not None and not error.hint.startswith("Did you mean")
            say(f"{error.message} {'Type ? to see them.' if is_listed else error.hint}")
            return False
        _set_value(tree, question.path, value)
        fault = _fault_at(self._kind, tree, question.path)
        if fault:
            _remove_value(tree, question.path)
            say(fault)
        return not fault


def _prompt(question: RecordQuestion, choices: Sequence[str], default: str) -> str:
    """The question with its numbered choices, on one line where there is room."""
    ending = f" [{'today' if question.enter_is_today else default}]" if default else ""
    if question.shape.ref is not None:
        ending = " (any part of its name; ? lists them)"
    if question.shape.is_list:
        ending = " (as many as there are, with commas; ? lists them)"
    if question.shape.kind_of_value is bool:
        ending = " (yes or no)"
    numbered = [f"{number} {words(choice)}" for number, choice in enumerate(choices, 1)]
    if choices and all(choice.isdigit() for choice in choices):
        numbered = [question.shape.about.says]
    whole = "  ".join([question.question, *numbered])
    if len(whole) + len(ending) <= WIDTH:
        return whole + ending
    return "\n".join([question.question, paragraph(" · ".join(numbered), indent=4), f"   {ending}".rstrip()])


def _value_at(tree: Any, path: FieldPath) -> Any:
    value = tree
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError):
            return None
    return value


def _set_value(tree: dict[str, Any], path: FieldPath, value: Any) -> None:
    node: Any = tree
    for step, next_step in pairwise(path):
        if isinstance(step, int):
            node += [{}] * (step + 1 - len(node))
            node = node[step]
        else:
            node = node.setdefault(step, [] if isinstance(next_step, int) else {})
    node[path[-1]] = value


def _remove_value(tree: dict[str, Any], path: FieldPath) -> None:
    """Remove a value, and the parts that are empty without it."""
    del _value_at(tree, path[:-1])[path[-1]]
    if len(path) > 1 and not _value_at(tree, path[:-1]):
        _remove_value(tree, path[:-1])


def _fault_at(kind: Kind, tree: dict[str, Any], path: FieldPath) -> str:
    """What is wrong with the answer at a path by the record model, as text; empty when nothing is."""
    _, faults = build(kind, tree)
    fault = next((fault for fault in faults if fault.at[: len(path)] == path), None)
    if fault is None:
        return ""
    says = fault.message.replace(f"`{spelled(path)}` ", "")
    return safe_line(says if "Write" in says else f"{says}. {fault.hint}")
