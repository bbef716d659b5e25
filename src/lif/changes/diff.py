"""The diff of two snapshots by record and by field, independent of the files they came from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lif.changes.change import ChangeKind, Changes, RecordChange, Tree
from lif.changes.renames import REGISTER_OF, IsFollowed, Renames, key_renames, renamed_keys
from lif.changes.trees import field_changes, tree_of
from lif.model.record import Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Broken, Entry, Snapshot

_AnyEntry = Entry[Record] | Broken
_SAME_SHARE = 0.5
"""The share of values that a new record must have in common with a removed one of the same title to count as moved."""


def diff(before: Snapshot, after: Snapshot) -> Changes:
    """Every record that was added, removed, changed or moved, in order of id; layout and order of lists are ignored."""
    old, new = _records(before), _records(after)
    gone = {record_id: old[record_id] for record_id in old if record_id not in new}
    added = {record_id: new[record_id] for record_id in new if record_id not in old}
    moves = _one_to_one(_moves(gone, added))
    moved_from = {new_id: old_id for old_id, new_id in moves.items()}
    renames = _renames(before, after, moves)

    changes, following = [], []
    for record_id in sorted({*old, *new} - {*moves}):
        was = moved_from.get(record_id, record_id)
        change = _change(old.get(was), new.get(record_id), renames)
        if change is not None:
            changes.append(change)
        elif renames and was in old and record_id in new and _tree(old[was]) != _tree(new[record_id]):
            following.append(record_id)
    return Changes(tuple(changes), moves, tuple(following), renames.keys)


def _renames(before: Snapshot, after: Snapshot, moves: Mapping[str, str]) -> Renames:
    """Every record, item and entry of a register that was renamed."""
    items, keys = {}, {}
    for entry in before.every():
        now = after.find(moves.get(entry.id, entry.id))
        if now is None or _is_same(entry, now):
            continue
        renamed = tuple(renamed_keys(entry.kind.model, _tree(entry), _tree(now), _followed_in(before, after)))
        if not entry.kind.folder:
            keys = key_renames(renamed)
        items.update({str(RecordRef(entry.id, key)): str(RecordRef(now.id, new_key)) for _, key, new_key in renamed})
    return Renames(moves, items, keys)


def _followed_in(before: Snapshot, after: Snapshot) -> IsFollowed:
    def is_followed(list_name: str, old: str, new: str) -> bool:
        register = REGISTER_OF.get(list_name, "")
        was, now = (snapshot.cited.names.get(register, {}) for snapshot in (before, after))
        return old in was and old not in now and new in now

    return is_followed


def _one_to_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each old id with one new id, and no new id twice; the first pair wins."""
    moves: dict[str, str] = {}
    for old_id, new_id in pairs:
        if old_id not in moves and new_id not in moves.values():
            moves[old_id] = new_id
    return moves


def _records(snapshot: Snapshot) -> dict[str, _AnyEntry]:
    return {entry.id: entry for entry in snapshot.every()}


def _change(old: _AnyEntry | None, new: _AnyEntry | None, renames: Renames) -> RecordChange | None:
    """The change of one record; None when nothing changed."""
    if old is new:
        return None
    entry = new or old
    if entry is None or (_is_same(old, new)):
        return None
    before, after = _tree(old), _tree(new)
    fields = field_changes(entry.kind.model, before, after, renames)
    is_unread = any(isinstance(side, Broken) and side.tree is None for side in (old, new))
    what = ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
    was = ""
    if old is not None and new is not None and old.id != new.id:
        what, was = ChangeKind.MOVED, old.id
    if what is ChangeKind.CHANGED and not fields and not (is_unread and type(old) is not type(new)):
        return None
    title = str(after.get("title") or before.get("title") or "")
    return RecordChange(entry.id, entry.kind, what, title, () if is_unread else fields, before, after, was, is_unread)


def _is_same(old: _AnyEntry | None, new: _AnyEntry | None) -> bool:
    is_built = isinstance(old, Entry) and isinstance(new, Entry)
    return is_built and old.id == new.id and old.record == new.record  # type: ignore[union-attr]


def _tree(entry: _AnyEntry | None) -> Tree:
    if entry is None:
        return {}
    return tree_of(entry.record) if isinstance(entry, Entry) else entry.tree or {}


def _moves(gone: Mapping[str, _AnyEntry], added: Mapping[str, _AnyEntry]) -> Iterator[tuple[str, str]]:
    """The old and new ids of moved records: first those with the same content, then those with the same title."""
    for key_of in (_content_key, _title_key):
        by_key = {key: entry for entry in added.values() if (key := key_of(entry))}
        for entry in gone.values():
            moved = by_key.pop(key_of(entry), None)
            if moved is not None and (key_of is _content_key or _shared_part(entry, moved) >= _SAME_SHARE):
                yield entry.id, moved.id


def _content_key(entry: _AnyEntry) -> tuple[str, ...]:
    """All values of a record, whatever their order; empty for a record of which nothing can be read."""
    values = sorted(f"{at}: {value}" for at, value in _leaves(_tree(entry), ""))
    return (entry.kind.name, *values) if values else ()


def _title_key(entry: _AnyEntry) -> tuple[str, ...]:
    title = _tree(entry).get("title")
    return (entry.kind.name, title) if isinstance(title, str) else ()


def _shared_part(entry: _AnyEntry, other: _AnyEntry) -> float:
    """The share of values that two records have in common, from 0 to 1."""
    values, other_values = set(_leaves(_tree(entry), "")), set(_leaves(_tree(other), ""))
    return len(values & other_values) / max(len(values), len(other_values))


def _leaves(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{at}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, at)
    else:
        yield at, str(value)
