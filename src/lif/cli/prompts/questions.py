"""Questions in plain words, asked on the terminal: wrong answers are explained and asked again."""

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
from lif.output.text.terminal import WIDTH, columns, line, paragraph
from lif.store.load.build import build
from lif.store.new.scaffold import SAFEST, Asked, asked
from lif.store.new.typed_value import Meaning
from lif.store.yaml.text import INVISIBLE_CHARACTER, named

_LISTED = 40


class UnfinishedError(LifError):
    """The answers ended before the questions did."""

    def __init__(self) -> None:
        super().__init__("The questions were not finished; nothing was written.", exit_code=1)


def read_line(prompt: str) -> str:
    """One line typed after the prompt, which goes to stderr; `UnfinishedError` when there is no more to read."""
    typer.echo(f"{prompt}  > ", nl=False, err=True)
    typed = sys.stdin.readline()
    if not typed:
        typer.echo("", err=True)
        raise UnfinishedError
    return typed.strip()


def say(text: str) -> None:
    """Say something between two questions."""
    typer.echo(paragraph(text, indent=2), err=True)


class Questions:
    """The questions of one kind of record."""

    def __init__(self, kind: Kind, meaning: Meaning) -> None:
        self._kind = kind
        self._meaning = meaning

    def ask(self, tree: dict[str, Any]) -> None:
        """Ask for everything that is not in the tree yet, and put the answers there."""
        given = set(tree)
        for one in asked(self._kind):
            if one.is_needed and one.shape.ref is not None and one.path[0] not in given:
                self._can_cite(one)
        passed_over: set[FieldPath] = set()
        for one in asked(self._kind):
            if one.path[0] in given or (one.group and one.group in passed_over):
                continue
            if not self.answered(one, tree) and one.shape.is_required:
                passed_over.add(one.group)

    def again(self, tree: dict[str, Any], errors: Iterable[Diagnostic]) -> bool:
        """Ask anew for the fields that are wrong; False when none of them is one that is asked for."""
        wrong = {one.at[0] for one in errors if one.at}
        fields = {one.path[0] for one in asked(self._kind)} & wrong
        for name in fields:
            tree.pop(str(name), None)
        if fields:
            self.ask(tree)
        return bool(fields)

    def answered(self, one: Asked, tree: dict[str, Any]) -> bool:
        """Ask one question until it is answered or may be passed over; whether it was answered."""
        choices = [word.value for word in one.shape.words or ()]
        if one.shape.ref is not None and not self._can_cite(one):
            return False
        default = self._meaning.of(one.shape, "today") if one.enter_is_today else ""
        default = SAFEST if one.path == ("sharing",) else default
        prompt = _prompt(one, choices, default)
        while True:
            typed = read_line(prompt)
            if typed == "?":
                self._explain(one)
            elif self._passes_over(one, tree, typed or default):
                return False
            elif not typed and not default:
                say("This one is needed. Type ? to see what belongs here.")
            elif self._take(one, tree, typed or default, choices):
                return True

    def _passes_over(self, one: Asked, tree: dict[str, Any], answer: str) -> bool:
        """Whether Enter, or a hyphen where Enter means something, leaves the field out as it may be left out."""
        if answer == "-":
            return not one.shape.is_required
        is_begun = bool(one.group) and bool(_there(tree, one.group))
        return not answer and not one.is_needed and not (one.shape.is_required and is_begun)

    def _can_cite(self, one: Asked) -> bool:
        """Whether there is anything to cite; a field that must cite something ends the questions."""
        known = self._meaning.candidates(one.shape)
        is_register = one.shape.ref is not None and one.shape.ref.to[0] in REGISTERS
        if known or (is_register and self._meaning.snapshot.partnership is None):
            return True
        if one.is_needed:
            targets = one.shape.ref.targets if one.shape.ref else ()
            says = f"There is nothing yet that {self._kind.article} could name here: {', '.join(targets)}."
            hint = (
                f"Add one under `{REGISTERS[targets[0]]}` in records/partnership.yaml."
                if is_register
                else f"Write it first: lif new {targets[0]}"
            )
            raise LifError(says, hint, exit_code=1)
        return False

    def _explain(self, one: Asked) -> None:
        say(f"{one.shape.about.says}.")
        known = self._meaning.candidates(one.shape) if one.shape.ref else {}
        rows = [(key, name) for key, name in known.items()][:_LISTED]
        if rows:
            typer.echo(columns(rows, indent=4), err=True)
        if len(known) > _LISTED:
            say(f"… and {len(known) - _LISTED} more: lif list shows them all.")

    def _take(self, one: Asked, tree: dict[str, Any], typed: str, choices: Sequence[str]) -> bool:
        """Put an answer into the tree; False, and an explanation, when it cannot stand there."""
        if hidden := INVISIBLE_CHARACTER.search(typed):
            say(f"An invisible or control character came with that ({named(hidden[0])}). Type it again.")
            return False
        by_number = typed.isdigit() and typed not in choices and 1 <= int(typed) <= len(choices)
        text = choices[int(typed) - 1] if by_number else typed
        try:
            value = self._meaning.all_of(one.shape, text) if one.shape.is_list else self._meaning.of(one.shape, text)
        except LifError as unknown:
            is_listed = one.shape.ref is not None and not unknown.hint.startswith("Did you mean")
            say(f"{unknown.message} {'Type ? to see them.' if is_listed else unknown.hint}")
            return False
        _put(tree, one.path, value)
        wrong = _wrong(self._kind, tree, one.path)
        if wrong:
            _take_out(tree, one.path)
            say(wrong)
        return not wrong


def _prompt(one: Asked, choices: Sequence[str], default: str) -> str:
    """The question with its numbered choices, on one line where there is room."""
    ending = f" [{'today' if one.enter_is_today else default}]" if default else ""
    if one.shape.ref is not None:
        ending = " (any part of its name; ? lists them)"
    if one.shape.is_list:
        ending = " (as many as there are, with commas; ? lists them)"
    if one.shape.kind_of_value is bool:
        ending = " (yes or no)"
    numbered = [f"{number} {words(choice)}" for number, choice in enumerate(choices, 1)]
    if choices and all(choice.isdigit() for choice in choices):
        numbered = [one.shape.about.says]
    whole = "  ".join([one.question, *numbered])
    if len(whole) + len(ending) <= WIDTH:
        return whole + ending
    return "\n".join([one.question, paragraph(" · ".join(numbered), indent=4), f"   {ending}".rstrip()])


def _there(tree: Any, path: FieldPath) -> Any:
    here = tree
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError):
            return None
    return here


def _put(tree: dict[str, Any], path: FieldPath, value: Any) -> None:
    here: Any = tree
    for step, following in pairwise(path):
        if isinstance(step, int):
            here += [{}] * (step + 1 - len(here))
            here = here[step]
        else:
            here = here.setdefault(step, [] if isinstance(following, int) else {})
    here[path[-1]] = value


def _take_out(tree: dict[str, Any], path: FieldPath) -> None:
    """Take a value out again, with whatever stands empty then."""
    del _there(tree, path[:-1])[path[-1]]
    if len(path) > 1 and not _there(tree, path[:-1]):
        _take_out(tree, path[:-1])


def _wrong(kind: Kind, tree: dict[str, Any], path: FieldPath) -> str:
    """What the model says against the answer at a path; empty when nothing."""
    _, faults = build(kind, tree)
    found = next((fault for fault in faults if fault.at[: len(path)] == path), None)
    if found is None:
        return ""
    says = found.message.replace(f"`{spelled(path)}` ", "")
    return line(says if "Write" in says else f"{says}. {found.hint}")
