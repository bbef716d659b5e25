"""Who the partnership is: taken from the options, asked for where they say nothing, judged before it is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lif.cli.options import Options
from lif.cli.prompts.drafts import refused
from lif.cli.prompts.questions import Questions, read_line, say
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath
from lif.errors import LifError
from lif.model.parts.scalars import is_slug
from lif.model.registry import KINDS
from lif.model.sharing import Sharing
from lif.model.vocabulary import AgencyRole, Body
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.new.new_workspace import FORGES, PARTNERSHIP, partnership_text, starter_themes
from lif.store.new.scaffold import Asked, asked
from lif.store.new.slug import slug
from lif.store.new.typed_value import Meaning
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
_OWN_BASIS = "The partnership's own work, recorded as it is done"
_PARTNER, _RELEVANT = AgencyRole.SAFEGUARDING_PARTNER, AgencyRole.RELEVANT_AGENCY
_LISTS = {
    "partners": "A safeguarding partner: council, police, integrated care board",
    "agencies": "A relevant agency: schools, a health trust, a charity",
    "groups": "A group of the partnership: Quality Improvement Group",
    "priorities": "A priority the partnership has agreed",
}
"""What is asked for one after the other, until Enter."""


@dataclass
class Answers:
    """What is known of the partnership: fields of the record by their path, and lists of names by `_LISTS`."""

    fields: dict[FieldPath, str]
    lists: dict[str, list[str]] = field(default_factory=dict)
    edition: str | None = None
    forge: str | None = None


def completed(options: Options, given: Answers, *, asks: bool) -> tuple[dict[str, Any], str] | None:
    """The tree of the partnership record, and the forge; None when it was refused, which has then been told."""
    questions = Questions(_KIND, Meaning(load(Memory({})).snapshot, options.today))
    while True:
        tree = _tree(given)
        if asks:
            _ask(questions, given, tree)
        _with_defaults(tree, options)
        if missing := [_FLAGS[one.path] for one in _needed() if _at(tree, one.path) is None]:
            raise LifError("A partnership needs more than was given.", f"Missing: {', '.join(missing)}")
        whole = {**tree, **_listed(given), **_by_edition(given.edition)}
        errors = _errors(options, whole)
        if not errors:
            return whole, given.forge or ""
        refused(options, errors, "Please look at this again." if asks else "nothing was written.")
        if not asks or not _forgotten(given, whole, errors):
            return None


def _needed() -> Iterable[Asked]:
    return (one for one in asked(_KIND) if one.path in _FLAGS)


def _tree(given: Answers) -> dict[str, Any]:
    tree: dict[str, Any] = {"sharing": Sharing.PUBLIC.value}
    for path, value in given.fields.items():
        holder = tree if len(path) == 1 else tree.setdefault(str(path[0]), {})
        holder[str(path[-1])] = value
    return tree


def _ask(questions: Questions, given: Answers, tree: dict[str, Any]) -> None:
    """Ask for everything that is not known yet."""
    for one in _needed():
        is_owns = one.path in {("compiled", "basis"), ("compiled", "complete")}
        if _at(tree, one.path) is None and not (is_owns and _at(tree, ("compiled", "own")) == "yes"):
            questions.answered(one, tree)
            given.fields[one.path] = _at(tree, one.path)
    for name, question in _LISTS.items():
        if name not in given.lists:
            given.lists[name] = _one_after_the_other(question)
    if given.edition is None:
        known = [one.name for one in editions() if not one.is_silent]
        given.edition = _chosen(
            "Which edition of the guidance do you work by? Enter: the one in force on a record's own day", known
        )
    if given.forge is None:
        given.forge = _chosen("Where will the folder be kept? Enter: none of these", list(FORGES))


def _one_after_the_other(question: str) -> list[str]:
    names: list[str] = []
    while typed := read_line(f"{question} (Enter when there are no more)"):
        try:
            _items([*names, typed])
        except LifError as wrong:
            say(f"{wrong.message} {wrong.hint}")
        else:
            names.append(typed)
    return names


def _chosen(question: str, choices: Sequence[str]) -> str:
    """One of the choices by its number or its name; empty for Enter."""
    numbered = "  ".join(f"{number} {choice}" for number, choice in enumerate(choices, 1))
    while typed := read_line(f"{question}  {numbered}").casefold():
        if typed in choices:
            return typed
        if typed.isdigit() and 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1]
        say("That is none of these: type its number or its name.")
    return ""


def _with_defaults(tree: dict[str, Any], options: Options) -> None:
    """What follows when the partnership keeps its records itself, and begins today."""
    compiled = tree.setdefault("compiled", {})
    compiled.setdefault("own", "yes")
    if compiled["own"] == "yes":
        compiled.setdefault("basis", _OWN_BASIS)
        begun = f"Begun on {options.today}; nothing from before that day has been entered yet"
        compiled.setdefault("complete", begun)


def _listed(given: Answers) -> dict[str, Any]:
    """The lists of the record: agencies with their roles, groups, priorities; and the starter vocabulary."""
    both = [*given.lists.get("partners", ()), *given.lists.get("agencies", ())]
    partners = len(given.lists.get("partners", ()))
    roles = [(_PARTNER if index < partners else _RELEVANT).value for index in range(len(both))]
    lists = {
        "agencies": [{**item, "roles": [{"role": role}]} for item, role in zip(_items(both), roles, strict=True)],
        "groups": _items(given.lists.get("groups", ())),
        "priorities": _items(given.lists.get("priorities", ())),
    }
    current = [item["key"] for item in lists["priorities"]]
    return {
        "names": [{"name": given.fields[("title",)], "body": Body.PARTNERSHIP.value}],
        **{name: items for name, items in lists.items() if items},
        "themes": starter_themes(),
        **({"current_priorities": current} if current else {}),
    }


def _items(names: Iterable[str]) -> list[dict[str, Any]]:
    """`police=The Police` to its key and name; where no key is given, it is made from the name."""
    items: list[dict[str, Any]] = []
    for text in names:
        key, equals, name = (part.strip() for part in text.partition("="))
        key, name = (key, name) if equals else (slug(key), key)
        if not is_slug(key) or not name:
            raise LifError(f'"{text}" gives no short name and name.', "Write police=Exampleshire Police.")
        if key in {item["key"] for item in items}:
            raise LifError(f"The short name `{key}` stands for two things.", f"Give one another: other-{key}=…")
        items.append({"key": key, "name": name})
    return items


def _by_edition(name: str | None) -> dict[str, Any]:
    """From when the partnership works by an edition: from the day it came into force, as far as `lif` knows that."""
    if not name:
        return {}
    known = {one.name: one for one in editions() if not one.is_silent}
    if name not in known:
        raise LifError(f'There is no edition "{name}" of the guidance.', f"Editions: {', '.join(known)}")
    since = known[name].since
    return {"guidance": [{"edition": name, **({"since": str(since)} if since else {})}]}


def _errors(options: Options, tree: dict[str, Any]) -> tuple[Diagnostic, ...]:
    data = partnership_text(tree).encode()
    return Draft({PARTNERSHIP: data}).judged(load(Memory({})), options.today).errors


def _forgotten(given: Answers, whole: dict[str, Any], errors: Sequence[Diagnostic]) -> bool:
    """Take out the answers that are wrong, so that they are asked for again; False when none of them is."""
    wrong = {one.at for one in errors}
    fields = [path for path in given.fields if path in wrong or (path == ("title",) and ("names", 0, "name") in wrong)]
    for path in fields:
        del given.fields[path]
    values = {str(_at(whole, at)) for at in wrong if at}
    lists = [name for name, items in given.lists.items() if any(each in item for item in items for each in values)]
    for name in lists:
        say(f"Asked for anew: {_LISTS[name]}")
        del given.lists[name]
    return bool(fields or lists)


def _at(tree: Any, path: FieldPath) -> Any:
    for step in path:
        try:
            tree = tree[step]
        except (KeyError, IndexError):
            return None
    return tree
