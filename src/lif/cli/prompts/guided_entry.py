"""Guided entry: asks about a record and its findings, keeps unfinished answers, and shows all before it is written."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import typer

from lif.analysis.deadlines.every_deadline import deadlines
from lif.cli.prompts.interview import Interview
from lif.cli.prompts.lines import UnfinishedError, agrees, questions, read_line, say
from lif.cli.prompts.questions import Questions, fault_of_text, set_value
from lif.cli.prompts.records_made import NewRecord, new_finding, usual_sharing
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath
from lif.model.kind import Kind
from lif.model.parts.shape import shape_of
from lif.model.snapshot import Snapshot
from lif.output.text.terminal import columns, count_noun
from lif.store.cache.kept_answers import KEPT_DAYS, forget_answers, keep_answers, kept_answers
from lif.store.load.load import load
from lif.store.load.positions import path_of
from lif.store.load.source import Memory
from lif.store.new.scaffold import new_record_text
from lif.store.new.typed_value import TypedValueReader

_PERSONAL_DATA = "LIF6"
"""The beginning of the codes of personal data."""
_KEPT = f"Your answers are kept for {KEPT_DAYS} days: the same command goes on with them."
_STOPPED = "Begin again with the same command; --set FIELD=VALUE gives an answer beforehand."
_FROM_THE_RECORD = frozenset({"sharing", "source"})
"""The fields of a finding that follow from the record it is entered with."""


class GuidedEntry:
    """Asks about the new records `made`: the first, and after a review or an audit its findings.

    `root` is the folder of the workspace, None where no answers are to be kept, and `snapshot` its records.
    """

    def __init__(self, root: Path | None, snapshot: Snapshot, today: date, made: list[NewRecord]) -> None:
        self._root = root
        self._given = deepcopy(made[0].tree)
        self._goes_on = False
        self._snapshot = snapshot
        self._today = today
        self._made = made

    @property
    def _main(self) -> NewRecord:
        return self._made[0]

    @questions()
    def ask(self) -> None:
        """Ask for everything; first offer to go on with kept answers, where they begin with what is given now."""
        self._offer_kept()
        for new in self._made:
            new.interview = self._interview(new)
            new.interview.ask()
        if self._main.kind.declares.asks_for_findings:
            self._ask_for_findings()

    def _ask_for_findings(self) -> None:
        say("Findings: one after another, each with its theme and direction, until Enter.")
        while title := read_line("A finding: what was learned, in a line (Enter: no more)"):
            if title in {"?", "<", "-"}:
                say("Write what was learned, in a line. Enter goes on. What stands above can be changed at the end.")
            elif fault := self._fault_of_title(title):
                say(fault)
            else:
                sharing = self._main.tree["sharing"]
                given = {"title": title, "sharing": sharing, "source": self._main.kind.id_of("this")}
                finding = new_finding(given, frozenset(given))
                finding.interview = self._interview(finding)
                self._made.append(finding)
                finding.interview.ask()

    @questions()
    def ask_again(self, errors: Sequence[Diagnostic]) -> bool:
        """Ask again for what is wrong in each record; False where there is no question for any of it."""
        asked = [
            new.interview.ask_again([error for error in errors if error.record == new.id])
            for new in self._made
            if new.interview
        ]
        return any(asked)

    @questions()
    def is_confirmed(self, with_them: Snapshot) -> bool:
        """Show what is to be written and what becomes due; False after the person went back and changed something.

        `with_them` are the records with the new ones among them. Raises `UnfinishedError` where the person declines.
        """
        say(f"To be written: {path_of(self._main.id)}")
        typer.echo(columns(_rows(self._main), indent=4), err=True)
        for finding in self._made[1:]:
            say(f"Finding: {finding.tree['title']} ({finding.tree['theme']}, {finding.tree['direction']})")
        for deadline in deadlines(with_them, self._today):
            if deadline.record == self._main.id and deadline.due is not None and deadline.state.is_open:
                say(f"Due {deadline.due}: {deadline.what}")
        several = f"these {count_noun(len(self._made), 'record')}" if len(self._made) > 1 else "this record"
        while True:
            typed = read_line(f"Write {several}? [yes] (no: nothing is written; < goes back)").casefold()
            if typed == "<" and self._main.interview and self._main.interview.go_back():
                for finding in self._made[1:]:
                    finding.tree["sharing"] = self._main.tree["sharing"]
                return False
            if typed in {"", "y", "yes"}:
                return True
            if typed in {"n", "no"}:
                raise UnfinishedError
            say("Enter or yes writes it, no writes nothing, and < goes back to the last question.")

    def stopped(self) -> UnfinishedError:
        """What is said when the person stops; what was answered is kept, without what could identify a person."""
        trees = [self._without_personal_data(new) for new in self._made]
        return UnfinishedError(_KEPT if trees[0] and self._keeps(trees) else _STOPPED)

    def refused(self) -> None:
        """Say that the answers are kept, where what is wrong can be mended by no answer."""
        if self._keeps([self._without_personal_data(new) for new in self._made]):
            say(_KEPT)

    def forget(self) -> None:
        """The records are written: delete the answers that were kept of them, and of no other record."""
        if self._root and self._goes_on:
            forget_answers(self._root, self._main.kind.name)

    def _keeps(self, trees: list[dict[str, Any]]) -> bool:
        return self._root is not None and keep_answers(self._root, self._main.kind.name, trees, self._today)

    def _offer_kept(self) -> None:
        kind = self._main.kind
        kept = kept_answers(self._root, kind.name, self._today) if self._root else None
        if self._root is None or kept is None:
            return
        day, (tree, *findings) = kept
        if any(tree.get(name) != value for name, value in self._given.items()):
            return
        title = tree.get("title", "without a title yet")
        say(f"{kind.article.capitalize()} was begun on {day} and not finished: {title}.")
        if agrees("Go on with it?"):
            self._goes_on = True
            self._main.tree.update(tree)
            self._made.extend(new_finding(finding, _FROM_THE_RECORD) for finding in findings)
        else:
            forget_answers(self._root, kind.name)

    def _interview(self, new: NewRecord) -> Interview:
        questions = Questions(
            new.kind,
            TypedValueReader(self._snapshot, self._today),
            fault_of=lambda path, value: self._fault_of(new.kind, path, value),
            sharing=lambda: usual_sharing(self._snapshot, new),
        )
        return Interview(questions, new.tree, new.given)

    def _fault_of_title(self, title: str) -> str:
        """What is wrong with the title of a finding, in words; empty when nothing is."""
        kind = new_finding({}).kind
        return fault_of_text(kind, title) or self._fault_of(kind, ("title",), title)

    def _fault_of(self, kind: Kind, path: FieldPath, value: Any) -> str:
        """What surely identifies a person in an answer, in words; empty where nothing does. What may do so is said."""
        tree: dict[str, Any] = {}
        set_value(tree, path, value)
        found = self._personal_data(kind, tree)
        for item in found:
            if item.severity is not Severity.ERROR:
                say(f"Look again: {item.message}. {item.hint} It is taken as it stands.  [{item.code.name}]")
        sure = next((item for item in found if item.severity is Severity.ERROR), None)
        return f"{sure.message}. {sure.hint}  [{sure.code.name}]" if sure else ""

    def _without_personal_data(self, new: NewRecord) -> dict[str, Any]:
        found = {str(item.at[0]) for item in self._personal_data(new.kind, new.tree) if item.at}
        return {name: value for name, value in new.tree.items() if name not in found}

    def _personal_data(self, kind: Kind, tree: dict[str, Any]) -> list[Diagnostic]:
        text = new_record_text(kind, tree).encode()
        draft = load(Memory({path_of(kind.id_of("this")): text}), partnership=self._snapshot.partnership)
        return [item for item in draft.diagnostics if item.code.name.startswith(_PERSONAL_DATA)]


def _rows(new: NewRecord) -> Iterator[tuple[str, str]]:
    """The fields of a record and what was answered; lists of sets of fields only by their number."""
    for name, shape in shape_of(new.kind.model).items():
        value = new.tree.get(name)
        if value is None:
            continue
        if shape.part is not None and isinstance(value, list):
            yield name, count_noun(len(value), "entry", "entries")
        elif isinstance(value, dict):
            yield name, ", ".join(f"{inner} {said}" for inner, said in value.items() if not isinstance(said, dict))
        else:
            yield name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)
