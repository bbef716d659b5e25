"""Questions of `lif init` on the partnership: answered by options or asked, and checked before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lif.cli.error_text import error_text
from lif.cli.options import Options
from lif.cli.prompts.drafts import refuse
from lif.cli.prompts.lines import read_line, say
from lif.cli.prompts.questions import Questions
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath
from lif.errors import LifError
from lif.model.edition import Edition
from lif.model.parts.scalars import is_slug
from lif.model.registry import KINDS
from lif.model.sharing import Sharing
from lif.model.vocabulary import AgencyRole, Body, GroupTask
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.new.new_workspace import (
    FORGES,
    PARTNERSHIP,
    partnership_text,
    starter_standards,
    starter_themes,
)
from lif.store.new.record_questions import RecordQuestion, record_questions
from lif.store.new.slug import make_slug
from lif.store.new.typed_value import TypedValueReader
from lif.store.shipped.guidance import editions
from lif.store.write.draft import Draft

_KIND = KINDS["partnership"]
_FLAGS: dict[FieldPath, str] = {
    ("title",): "--name",
    ("compiled", "by"): "--by",
    ("compiled", "own"): "--own",
    ("compiled", "basis"): "--basis",
    ("compiled", "complete"): "--complete",
    ("readers", "level"): "--readers",
    ("readers", "who"): "--who",
}
STANDARDS = ("starter", "none")
"""Whether a new record begins with the starter standards."""
_ABOUT_STANDARDS = (
    "Fifteen standards for organisations in lif's own words, on what section 11 of the Children Act 2004 asks of them; "
    "a scale; and a first cycle. Change them as you like."
)
_APRIL = 4
_USUAL_BASIS = "The partnership's own work"
_ROLES = {
    "partners": AgencyRole.SAFEGUARDING_PARTNER,
    "agencies": AgencyRole.RELEVANT_AGENCY,
    "services": AgencyRole.COMMISSIONED_SERVICE,
}
"""The lists that name agencies, each with the role of those in it."""
_LISTS = {
    "partners": "A safeguarding partner: council, police, integrated care board",
    "agencies": "A relevant agency: schools, a health trust, a charity",
    "services": "A commissioned service that works with children, and so owes a return of section 11",
    "groups": "A group of the partnership: one for learning and improvement, one for reviews, the executive group",
    "priorities": "A priority the partnership has agreed",
}
"""Lists of the record and the question for each item, asked again until Enter."""
_TASKS = {
    GroupTask.LEARNING: "Which of these groups oversees learning and improvement? Enter: none of them, or not decided",
    GroupTask.EXECUTIVE: "Which of these is the executive group? Enter: none of them, or not decided",
}
"""Questions on the groups, so that documents call them by their own names."""
_EXPLAINED = {
    **dict.fromkeys(_LISTS, "Type its name, or a short name and its name: police=Exampleshire Police."),
    "tasks": "Documents and messages call this group by its own name. It can be set later: `does`, under `groups`.",
}


@dataclass
class Answers:
    """The known answers on the partnership: record fields by path, and lists of names by the keys of `_LISTS`.

    `tasks` are the keys of the groups that do something by which they are named; empty where none does. `standards` is
    `none` where the record is to begin without the starter standards.
    """

    fields: dict[FieldPath, str]
    lists: dict[str, list[str]] = field(default_factory=dict)
    edition: str | None = None
    standards: str | None = None
    forge: str | None = None
    tasks: dict[GroupTask, str] = field(default_factory=dict)


def complete_answers(options: Options, given: Answers, *, asks: bool) -> tuple[dict[str, Any], str] | None:
    """The tree of the partnership record, and the forge; None where the record was refused and the errors printed."""
    questions = Questions(_KIND, TypedValueReader(load(Memory({})).snapshot, options.today))
    while True:
        tree = _tree_of_answers(given)
        if asks:
            _ask_missing(questions, given, tree)
        _set_defaults(tree, options)
        if missing := [_FLAGS[question.path] for question in _questions() if _value_at(tree, question.path) is None]:
            raise LifError("A partnership needs more than was given.", f"Missing: {', '.join(missing)}")
        full_tree = {**tree, **_list_fields(given), **_standards_fields(given, tree, options.today)}
        full_tree |= _guidance_field(given.edition)
        errors = _errors_in(options, full_tree)
        if not errors:
            return full_tree, given.forge or ""
        refuse(options, errors, "Please look at this again." if asks else "nothing was written.")
        if not asks or not _forget_wrong_answers(given, full_tree, errors):
            return None


def _questions() -> Iterable[RecordQuestion]:
    return (question for question in record_questions(_KIND) if question.path in _FLAGS)


def _tree_of_answers(given: Answers) -> dict[str, Any]:
    tree: dict[str, Any] = {"sharing": Sharing.PUBLIC.value}
    for path, value in given.fields.items():
        parent = tree if len(path) == 1 else tree.setdefault(str(path[0]), {})
        parent[str(path[-1])] = value
    return tree


def _ask_missing(questions: Questions, given: Answers, tree: dict[str, Any]) -> None:
    """Ask every question that has no answer yet."""
    for question in _questions():
        has_default = question.path in {("compiled", "basis"), ("compiled", "complete")}
        if _value_at(tree, question.path) is None and not (
            has_default and _value_at(tree, ("compiled", "own")) == "yes"
        ):
            questions.ask_one(question, tree)
            given.fields[question.path] = _value_at(tree, question.path)
    for name, prompt in _LISTS.items():
        if name not in given.lists:
            given.lists[name] = _ask_for_names(prompt, _EXPLAINED[name])
    group_keys = [item["key"] for item in _items(given.lists["groups"])]
    for task, prompt in _TASKS.items():
        if group_keys and task not in given.tasks:
            given.tasks[task] = _choose(prompt, group_keys, _EXPLAINED["tasks"])
    if given.edition is None:
        known = [edition for edition in editions() if not edition.is_silent]
        given.edition = _choose(
            "Do you keep to one edition of the guidance? Enter: no, to the national edition in force on each day",
            [edition.name for edition in known],
            " ".join(f"{edition.name}: {edition.title}{_in_force(edition)}." for edition in known),
        )
    if given.standards is None and _value_at(tree, ("compiled", "own")) == "yes":
        given.standards = _choose(
            "Begin with starter standards for section 11? Enter: yes", STANDARDS, _ABOUT_STANDARDS
        )
    if given.forge is None:
        explained = "The service that will check each change; its files are written. None is needed."
        given.forge = _choose("Where will the folder be kept? Enter: none of these", list(FORGES), explained)


def _in_force(edition: Edition) -> str:
    return "".join(f", {word} {day}" for word, day in (("from", edition.since), ("until", edition.until)) if day)


def _ask_for_names(question: str, explained: str) -> list[str]:
    names: list[str] = []
    while typed := read_line(f"{question} (Enter when there are no more)"):
        if typed == "?":
            say(explained)
            continue
        try:
            _items([*names, typed])
        except LifError as error:
            say(error_text(error))
        else:
            names.append(typed)
    return names


def _choose(question: str, choices: Sequence[str], explained: str) -> str:
    """The choice typed by its number or its name; empty for Enter. `?` explains."""
    numbered = "  ".join(f"{number} {choice}" for number, choice in enumerate(choices, 1))
    while typed := read_line(f"{question}  {numbered}").casefold():
        if typed in choices:
            return typed
        if typed.isdigit() and 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1]
        say(explained if typed == "?" else "That is none of these: type its number or its name.")
    return ""


def _set_defaults(tree: dict[str, Any], options: Options) -> None:
    """Set the defaults of a partnership that keeps its own records, and begins today."""
    compiled = tree.setdefault("compiled", {})
    compiled.setdefault("own", "yes")
    if compiled["own"] == "yes":
        compiled.setdefault("basis", _USUAL_BASIS)
        compiled.setdefault("complete", f"Records have been entered here since {options.today}")


def _list_fields(given: Answers) -> dict[str, Any]:
    """The lists of the record: names, agencies with their roles, groups, priorities, and the starter themes."""
    agency_names = [name for list_name in _ROLES for name in given.lists.get(list_name, ())]
    roles = [role.value for list_name, role in _ROLES.items() for _ in given.lists.get(list_name, ())]
    lists = {
        "agencies": [
            {**item, "roles": [{"role": role}]} for item, role in zip(_items(agency_names), roles, strict=True)
        ],
        "groups": _groups(given),
        "priorities": _items(given.lists.get("priorities", ())),
    }
    priority_keys = [item["key"] for item in lists["priorities"]]
    return {
        "names": [{"name": given.fields[("title",)], "body": Body.PARTNERSHIP.value}],
        **{name: items for name, items in lists.items() if items},
        "themes": starter_themes(),
        **({"current_priorities": priority_keys} if priority_keys else {}),
    }


def _standards_fields(given: Answers, tree: dict[str, Any], today: date) -> dict[str, Any]:
    """The starter standards with a first cycle of this year, for a partnership that keeps its own records."""
    if given.standards == "none" or _value_at(tree, ("compiled", "own")) != "yes":
        return {}
    first = today.year - (today.month < _APRIL)
    return starter_standards(f"{first}-{(first + 1) % 100:02d}")


def _groups(given: Answers) -> list[dict[str, Any]]:
    """The groups, each with what it does where that was answered. Raises `LifError` for a key that is no group's."""
    items = _items(given.lists.get("groups", ()))
    keys = [item["key"] for item in items]
    if wrong := [key for key in given.tasks.values() if key and key not in keys]:
        raise LifError(f"There is no group `{wrong[0]}`.", f"Short names of groups: {', '.join(keys) or 'none'}")
    for item in items:
        if tasks := [task.value for task, key in given.tasks.items() if key == item["key"]]:
            item["does"] = tasks
    return items


def _items(names: Iterable[str]) -> list[dict[str, Any]]:
    """Items with key and name from `police=The Police`; a missing key is made from the name."""
    items: list[dict[str, Any]] = []
    for text in names:
        key, equals, name = (part.strip() for part in text.partition("="))
        key, name = (key, name) if equals else (make_slug(key), key)
        if not is_slug(key) or not name:
            raise LifError(f'"{text}" gives no short name and name.', "Write police=Exampleshire Police.")
        if key in {item["key"] for item in items}:
            raise LifError(f"The short name `{key}` stands for two things.", f"Give one another: other-{key}=…")
        items.append({"key": key, "name": name})
    return items


def _guidance_field(name: str | None) -> dict[str, Any]:
    """The edition of the guidance that the partnership works by, from the day it came into force if that is known."""
    if not name:
        return {}
    known_editions = {edition.name: edition for edition in editions() if not edition.is_silent}
    if name not in known_editions:
        raise LifError(f'There is no edition "{name}" of the guidance.', f"Editions: {', '.join(known_editions)}")
    since = known_editions[name].since
    return {"guidance": [{"edition": name, **({"since": str(since)} if since else {})}]}


def _errors_in(options: Options, tree: dict[str, Any]) -> tuple[Diagnostic, ...]:
    data = partnership_text(tree).encode()
    return Draft({PARTNERSHIP: data}).judged(load(Memory({})), options.today).errors


def _forget_wrong_answers(given: Answers, full_tree: dict[str, Any], errors: Sequence[Diagnostic]) -> bool:
    """Delete the answers that are wrong, so that they are asked for again; False when none of them is."""
    wrong_paths = {error.at for error in errors}
    fields = [
        path
        for path in given.fields
        if path in wrong_paths or (path == ("title",) and ("names", 0, "name") in wrong_paths)
    ]
    for path in fields:
        del given.fields[path]
    wrong_values = {str(_value_at(full_tree, at)) for at in wrong_paths if at}
    lists = [
        name for name, items in given.lists.items() if any(value in item for item in items for value in wrong_values)
    ]
    for name in lists:
        say(f"Asked for anew: {_LISTS[name]}")
        del given.lists[name]
        if name == "groups":
            given.tasks.clear()
    return bool(fields or lists)


def _value_at(tree: Any, path: FieldPath) -> Any:
    for step in path:
        try:
            tree = tree[step]
        except (KeyError, IndexError):
            return None
    return tree
