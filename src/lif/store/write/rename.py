"""A new id for a record, or a new key for an item of one: the file, and every citation of it in every other file."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lif.diagnostics.location import FieldPath
from lif.errors import LifError
from lif.model.parts.scalars import is_slug
from lif.model.parts.shape import items
from lif.model.reference import REGISTERS, Citation
from lif.model.registry import kind_of
from lif.model.snapshot import Broken, Entry
from lif.store.load.load import Loaded
from lif.store.load.positions import path_of
from lif.store.new.slug import can_name_a_file
from lif.store.write.edit import rewritten
from lif.store.write.writer import Change
from lif.store.yaml.parse import parse

_REFUSED = 1
_SLUG = "It is lower-case words, digits and hyphens, at most 80 characters: 2019-early-help."
_REGISTER_OF = {where: register for register, where in REGISTERS.items()}
_Target = Callable[[Citation], str | None]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new name asks for: the changes, all or none of them, and the records whose citations they rewrite."""

    old: str
    new: str
    changes: tuple[Change, ...]
    citing: tuple[str, ...]


def new_id(old: str, typed: str) -> str:
    """The whole new id, from a slug or an id; `LifError` when it is none, or of another kind."""
    folder, slash, _ = old.rpartition("/")
    wanted = typed.removeprefix("records/").removesuffix(".yaml")
    slug = wanted.rpartition("/")[2]
    if not slash:
        raise LifError("There is one partnership record, and its name stays.", exit_code=_REFUSED)
    if "/" in wanted and wanted != f"{folder}/{slug}":
        raise LifError(f"{old} stays in {folder}: a record cannot become one of another kind.", exit_code=_REFUSED)
    if not can_name_a_file(slug):
        raise LifError(f'"{slug}" cannot be the name of a record.', _SLUG, exit_code=_REFUSED)
    return f"{folder}/{slug}"


def of_record(loaded: Loaded, old: str, new: str) -> Renaming:
    """The record under its new id, and every citation of it or of its items.

    A move that was cut short is taken up again: a file under the new id that holds just what would be written stays.
    """

    def target(citation: Citation) -> str | None:
        record, mark, key = citation.target.partition("#")
        return f"{new}{mark}{key}" if record == old else None

    edits = dict(_edits(loaded, old, target, {}))
    citing = tuple(sorted(one for one in edits if one != old))
    data = loaded.files[path_of(old)]
    own = edits.pop(old, None) or Change(path_of(old), data, data, _tree(loaded, old))
    there = loaded.files.get(path_of(new))
    if there is not None and there != own.after:
        raise LifError(f"{new} is already there; nothing was changed.", "Choose another name.", exit_code=_REFUSED)
    here = () if there is not None else (Change(path_of(new), None, own.after, own.wanted),)
    return Renaming(old, new, (*here, *edits.values(), Change(path_of(old), data, None)), citing)


def of_item(loaded: Loaded, record: str, key: str, new_key: str) -> Renaming:
    """The item under its new key, and every citation of it; an agency, say, is an item of the partnership."""
    found = list(_items(record, _tree(loaded, record)))
    places = [(where, at) for known, where, at in found if known == key]
    if len(places) != 1:
        keys = ", ".join(known for known, _, _ in found) or "none"
        says = f"{record} has no item `{key}`." if not places else f"{record} has `{key}` in more than one list."
        raise LifError(says, f"Keys there: {keys}.", exit_code=_REFUSED)
    if not is_slug(new_key):
        raise LifError(f'"{new_key}" cannot be a key.', _SLUG, exit_code=_REFUSED)
    (where, at) = places[0]
    if any(known == new_key and (record != "partnership" or other == where) for known, other, _ in found):
        raise LifError(f"{record} has an item `{new_key}` already; nothing was changed.", exit_code=_REFUSED)

    def target(citation: Citation) -> str | None:
        if record == "partnership":
            is_it = citation.ref.to[0] == _REGISTER_OF.get(where) and citation.target == key
            return new_key if is_it else None
        return f"{record}#{new_key}" if citation.target == f"{record}#{key}" else None

    edits = dict(_edits(loaded, f"{record}#{key}" if record != "partnership" else key, target, {record: (at, new_key)}))
    citing = tuple(sorted(one for one in edits if one != record))
    return Renaming(f"{record}#{key}", f"{record}#{new_key}", tuple(edits.values()), citing)


def _items(record: str, tree: dict[str, Any]) -> Iterator[tuple[str, str, FieldPath]]:
    """The key, the list and the place of every item that can be renamed."""
    kind = kind_of(record)
    if record != "partnership" and kind is not None:
        yield from items(kind.model, tree)
        return
    for where in REGISTERS.values():
        for index, one in enumerate(tree.get(where, ())):
            if isinstance(one, dict) and isinstance(one.get("key"), str):
                yield one["key"], where, (where, index, "key")


def _edits(
    loaded: Loaded, sought: str, target: _Target, own: dict[str, tuple[FieldPath, str]]
) -> Iterator[tuple[str, Change]]:
    """Each file in which a citation or a key changes, by the id of its record."""
    for one in loaded.snapshot.every():
        found = [(citation.at, new) for citation in one.citations if (new := target(citation)) is not None]
        found += [own[one.id]] if one.id in own else []
        if isinstance(one, Broken):
            _refuse_unreadable(loaded, one, sought)
        if found:
            yield one.id, _edit(loaded, one, found)


def _refuse_unreadable(loaded: Loaded, one: Broken, sought: str) -> None:
    data = loaded.files[path_of(one.id)]
    parsed = parse(data)
    if (parsed.tree is None or parsed.faults) and sought.encode() in data:
        says = f"{one.id} seems to cite {sought}, but cannot be read; nothing was changed."
        raise LifError(says, f"Put it right first: lif check records/{one.id}.yaml", exit_code=_REFUSED)


def _edit(loaded: Loaded, one: Entry[Any] | Broken, found: list[tuple[FieldPath, str]]) -> Change:
    data = loaded.files[path_of(one.id)]
    wanted = deepcopy(_tree(loaded, one.id))
    for path, new in found:
        holder: Any = wanted
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = new
    return Change(path_of(one.id), data, rewritten(data, wanted, one.kind), wanted)


def _tree(loaded: Loaded, record_id: str) -> Any:
    parsed = parse(loaded.files[path_of(record_id)])
    if parsed.tree is None or parsed.faults:
        says = f"{record_id} cannot be read, so it keeps its name."
        raise LifError(says, f"See: lif check records/{record_id}.yaml", exit_code=_REFUSED)
    return parsed.tree
