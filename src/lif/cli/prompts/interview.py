"""Asks the questions of a record one after another: forwards, back, and again for each item of a list."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count, groupby
from typing import Any

from lif.cli.prompts.lines import say
from lif.cli.prompts.questions import Outcome, Questions, remove_value, value_at
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath
from lif.model.parts.shape import field_at
from lif.model.record import READING_ASKED
from lif.store.new.record_questions import RecordQuestion

_FIGURES = READING_ASKED[:4]
_COUNT, _OUT_OF, _NUMBER, _WORDS = _FIGURES


class Interview:
    """Fills the tree of one record with answers.

    The fields of the record that are `given` are not asked for, nor is any answer that stands in the tree already.
    """

    def __init__(self, questions: Questions, tree: dict[str, Any], given: Iterable[str]) -> None:
        self._questions = questions
        self._tree = tree
        self._given = set(given)
        self._passed: set[FieldPath] = set()
        self._before: list[tuple[dict[str, Any], set[FieldPath]]] = []

    def ask(self) -> None:
        """Ask for everything that is neither answered nor passed over.

        Raises `LifError` at once where the record must cite something and there is nothing to cite.
        """
        for needed in self._questions.all():
            if needed.is_needed and needed.shape.ref is not None and needed.path[0] not in self._given:
                self._questions.can_cite(needed)
        while (question := next(self._open(), None)) is not None:
            self._begin_item(question)
            earlier = (deepcopy(self._tree), set(self._passed))
            outcome = self._questions.ask_one(question, self._tree, can_go_back=bool(self._before))
            if outcome is Outcome.BACK:
                self._return()
                continue
            self._before.append(earlier)
            if outcome is Outcome.PASSED:
                self._passed.add(question.path)

    def go_back(self) -> bool:
        """Go back to the last question that was asked, and on from there; False where none was asked."""
        if not self._before:
            return False
        self._return()
        self.ask()
        return True

    def ask_again(self, errors: Iterable[Diagnostic]) -> bool:
        """Ask again for the answers that are wrong; False when there is no question for any of them."""
        wrong = {path for error in errors if (path := self._asked_path(error.at)) is not None}
        for path in wrong:
            if value_at(self._tree, path) is not None:
                remove_value(self._tree, path)
            self._given.discard(str(path[0]))
            self._passed.discard(path)
        if wrong:
            self.ask()
        return bool(wrong)

    def _return(self) -> None:
        tree, self._passed = self._before.pop()
        self._tree.clear()
        self._tree.update(tree)

    def _asked_path(self, at: FieldPath) -> FieldPath | None:
        """The path of the answer in which an error stands, if it was asked for."""
        for question in self._questions.all():
            index = at[1] if question.repeats and len(at) > 1 else 0
            path = question.of_item(int(index)).path if question.repeats else question.path
            if at[: len(path)] == path or (question.path[0] in self._given and at[:1] == question.path[:1]):
                return path if at[: len(path)] == path else question.path[:1]
        return None

    def _open(self) -> Iterator[RecordQuestion]:
        """The questions that are neither answered nor passed over, in order."""
        for _, together in groupby(self._questions.all(), key=lambda question: question.part and question.path[0]):
            for block in _blocks(tuple(together)):
                if block[0].path[0] in self._given:
                    continue
                if not block[0].repeats:
                    yield from self._open_in(block)
                    continue
                for index in count():
                    item = tuple(question.of_item(index) for question in block)
                    if item[0].path in self._passed:
                        break
                    yield from self._open_in(item)

    def _open_in(self, block: tuple[RecordQuestion, ...]) -> Iterator[RecordQuestion]:
        first = block[0]
        if first.part is not None and first.shape.is_required and first.path in self._passed:
            return
        for question in block:
            is_answered = value_at(self._tree, question.path) is not None
            if not is_answered and question.path not in self._passed and self._is_sensible(question):
                yield question

    def _is_sensible(self, question: RecordQuestion) -> bool:
        """Whether to ask, where it belongs to a reading: one figure is enough, and without any there is no date."""
        name = question.path[-1]
        if question.group[-1:] not in {("baseline",), ("follow_up",)} or name == _COUNT:
            return True
        known = {field for field in _FIGURES if value_at(self._tree, (*question.group, field)) is not None}
        if name == _OUT_OF:
            return _COUNT in known
        if name in {_NUMBER, _WORDS}:
            return not known
        return bool(known)

    def _begin_item(self, question: RecordQuestion) -> None:
        """Say which item of a list, and which reading, is being asked for, before its first question."""
        part = question.part
        inner = field_at(self._questions.kind.model, question.group)
        if inner is not None and not inner.is_list and question.path[-1] == _COUNT:
            say(f"{inner.about.says}:")
        if part is None or not question.repeats or value_at(self._tree, question.path[:2]):
            return
        index = question.path[1]
        say(f"{part.about.says}: " + ("one after another, until Enter." if index == 0 else "the next, or Enter."))


def _blocks(questions: tuple[RecordQuestion, ...]) -> Iterator[tuple[RecordQuestion, ...]]:
    """Fields of the record one by one, those of one set of fields together."""
    if questions[0].part is None:
        yield from ((question,) for question in questions)
    else:
        yield questions
