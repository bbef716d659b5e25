"""Renames a record or an item of one: changes its file and all citations of it in other files."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lif.diagnostics.location import FieldPath
from lif.errors import LifError
from lif.model.parts.scalars import is_slug
from lif.model.parts.shape import items
from lif.model.reference import REGISTERS, Citation, RecordRef
from lif.model.registry import kind_of
from lif.model.snapshot import Broken, Entry
from lif.store.load.load import Loaded
from lif.store.load.positions import path_of
from lif.store.new.slug import can_name_a_file, why_no_name
from lif.store.write.edit import rewrite
from lif.store.write.writer import Change
from lif.store.yaml.parse import parse

_REFUSED = 1
_SLUG_HINT = "It is lower-case words, digits and hyphens, at most 80 characters: 2019-early-help."
_REGISTER_BY_LIST = {list_name: register for register, list_name in REGISTERS.items()}
_KEY_OF_AN_ITEM = 3
"""The steps of the path to the key of an item: the list, its place there, `key`."""
_NewTarget = Callable[[Citation], str | None]


@dataclass(frozen=True, slots=True)
class Renaming:
    """The result of a new name: the changes, made all or none, and the records whose citations change."""

    old: str
    new: str
    changes: tuple[Change, ...]
    citing: tuple[str, ...]


def new_id(old: str, typed: str) -> str:
    """The complete new id, from a slug or an id; `LifError` when it is invalid, or of another kind."""
    folder, slash, _ = old.rpartition("/")
    wanted = typed.removeprefix("records/").removesuffix(".yaml")
    slug = wanted.rpartition("/")[2]
    if not slash:
        raise LifError("There is one partnership record, and its name stays.", exit_code=_REFUSED)
    if "/" in wanted and wanted != f"{folder}/{slug}":
        raise LifError(f"{old} stays in {folder}: a record cannot become one of another kind.", exit_code=_REFUSED)
    if not can_name_a_file(slug):
        raise LifError(*why_no_name(slug), exit_code=_REFUSED)
    return f"{folder}/{slug}"


def rename_record(loaded: Loaded, old: str, new: str) -> Renaming:
    """Rename a record: the file under its new id, and all citations of it or of its items.

    An interrupted renaming can be resumed: a file under the new id with exactly the content to be written stays.
    """

    def target(citation: Citation) -> str | None:
        cited = RecordRef.parse(citation.target)
        return str(RecordRef(new, cited.key)) if cited.record == old else None

    edits = dict(_edits(loaded, old, target, {}))
    citing = tuple(sorted(record for record in edits if record != old))
    data = loaded.files[path_of(old)]
    own_change = edits.pop(old, None) or Change(path_of(old), data, data, _tree(loaded, old))
    existing = loaded.files.get(path_of(new))
    if existing is not None and existing != own_change.after:
        raise LifError(f"{new} is already there; nothing was changed.", "Choose another name.", exit_code=_REFUSED)
    creation = () if existing is not None else (Change(path_of(new), None, own_change.after, own_change.wanted),)
    return Renaming(old, new, (*creation, *edits.values(), Change(path_of(old), data, None)), citing)


def rename_item(loaded: Loaded, record: str, key: str, new_key: str) -> Renaming:
    """Rename an item: its key, and all citations of it; an agency, say, is an item of the partnership."""
    known_items = list(_items(record, _tree(loaded, record)))
    places = [(list_name, at) for known, list_name, at in known_items if known == key]
    if len(places) != 1:
        keys = ", ".join(known for known, _, _ in known_items) or "none"
        says = f"{record} has no item `{key}`." if not places else f"{record} has `{key}` in more than one list."
        raise LifError(says, f"Keys there: {keys}.", exit_code=_REFUSED)
    if not is_slug(new_key):
        raise LifError(f'"{new_key}" cannot be a key.', _SLUG_HINT, exit_code=_REFUSED)
    (list_name, at) = places[0]
    if any(
        known == new_key and (record != "partnership" or other_list == list_name)
        for known, other_list, _ in known_items
    ):
        raise LifError(f"{record} has an item `{new_key}` already; nothing was changed.", exit_code=_REFUSED)

    def target(citation: Citation) -> str | None:
        if record == "partnership":
            is_cited = citation.ref.to[0] == _REGISTER_BY_LIST.get(list_name) and citation.target == key
            return new_key if is_cited else None
        return str(RecordRef(record, new_key)) if citation.target == str(RecordRef(record, key)) else None

    own = [(at, new_key), *_inferred(_tree(loaded, record), list_name, key, new_key)]
    others = dict(_inferred_items_named(loaded, target)) if record == "partnership" else {}
    sought = str(RecordRef(record, key)) if record != "partnership" else key
    edits = dict(_edits(loaded, sought, target, {**others, record: own}))
    citing = tuple(sorted(citing_record for citing_record in edits if citing_record != record))
    return Renaming(str(RecordRef(record, key)), str(RecordRef(record, new_key)), tuple(edits.values()), citing)


def _items(record: str, tree: dict[str, Any]) -> Iterator[tuple[str, str, FieldPath]]:
    """The key, the list and the key's path of each item that can be renamed."""
    kind = kind_of(record)
    if record != "partnership" and kind is not None:
        yield from items(kind.model, tree)
        return
    for list_name in REGISTERS.values():
        for index, member in enumerate(tree.get(list_name, ())):
            if isinstance(member, dict) and isinstance(member.get("key"), str):
                yield member["key"], list_name, (list_name, index, "key")


def _inferred(tree: dict[str, Any], list_name: str, key: str, new_key: str) -> Iterator[tuple[FieldPath, str]]:
    """The places under `inferred` that name the item, each with its new text."""
    places = tree.get("inferred")
    for index, place in enumerate(places if isinstance(places, list) else ()):
        if place == f"{list_name}#{key}":
            yield ("inferred", index), f"{list_name}#{new_key}"


def _inferred_items_named(loaded: Loaded, target: _NewTarget) -> Iterator[tuple[str, list[tuple[FieldPath, str]]]]:
    """The places under `inferred` of other records that name an item by the renamed key: `results#key`."""
    for entry in loaded.snapshot.entries.values():
        for citation in entry.citations:
            new = target(citation)
            if new is not None and citation.at[-1] == "key" and len(citation.at) == _KEY_OF_AN_ITEM:
                found = list(_inferred(_tree(loaded, entry.id), str(citation.at[0]), citation.target, new))
                if found:
                    yield entry.id, found


def _edits(
    loaded: Loaded, sought: str, target: _NewTarget, own: dict[str, list[tuple[FieldPath, str]]]
) -> Iterator[tuple[str, Change]]:
    """The change of each file in which a citation or a key changes, by the id of its record."""
    for entry in loaded.snapshot.every():
        new_values = [(citation.at, new) for citation in entry.citations if (new := target(citation)) is not None]
        new_values += own.get(entry.id, [])
        if isinstance(entry, Broken):
            _refuse_unreadable(loaded, entry, sought)
        if new_values:
            yield entry.id, _edit(loaded, entry, new_values)


def _refuse_unreadable(loaded: Loaded, broken: Broken, sought: str) -> None:
    data = loaded.files[path_of(broken.id)]
    parsed = parse(data)
    if (parsed.tree is None or parsed.faults) and sought.encode() in data:
        says = f"{broken.id} seems to cite {sought}, but cannot be read; nothing was changed."
        raise LifError(says, f"Put it right first: lif check records/{broken.id}.yaml", exit_code=_REFUSED)


def _edit(loaded: Loaded, entry: Entry[Any] | Broken, new_values: list[tuple[FieldPath, str]]) -> Change:
    data = loaded.files[path_of(entry.id)]
    wanted = deepcopy(_tree(loaded, entry.id))
    for path, new in new_values:
        holder: Any = wanted
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = new
    return Change(path_of(entry.id), data, rewrite(data, wanted, entry.kind), wanted)


def _tree(loaded: Loaded, record_id: str) -> Any:
    parsed = parse(loaded.files[path_of(record_id)])
    if parsed.tree is None or parsed.faults:
        says = f"{record_id} cannot be read, so it keeps its name."
        raise LifError(says, f"See: lif check records/{record_id}.yaml", exit_code=_REFUSED)
    return parsed.tree
