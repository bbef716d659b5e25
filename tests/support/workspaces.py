"""Whole workspaces as plain trees, and changed copies of them: cut at a day, without records, without fields.

The cut is made on the text of the files, by names of fields, and shares no code with the program: what it takes away is
what a person would not have written by that day.
"""

import random
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

from lif.diagnostics.code import Severity
from lif.model.snapshot import Snapshot
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.yaml.parse import parse
from support.story import written
from support.tree import ROOT

Trees = dict[str, dict[str, Any]]
_FOLDERS = {"example": ROOT / "templates" / "example" / "records", "record": ROOT / "records"}
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:/[\d-]+)?")
_ID = re.compile(r"[a-z]+/[a-z0-9-]+(?:#[a-z0-9-]+)?")
_PLANNED = {"due", "reaudit_due", "answer_due", "review_due", "retention_review", "planned"}
_PLANNED |= {"until", "to", "takes_effect", "since"}
_NOT_EVENTS = {"year", "cycle", "programme_year", "covers", "first_year", "key"}
_NOT_EVENTS |= {"amount", "brought_forward", "carried_forward"}
"""Fields that hold no date of an event, among them amounts of money: £2000 is not the year 2000."""
_KEPT = {"sources", "looked_at", "allow", "names", "agencies", "groups", "priorities", "guidance", "suspensions"}
_KEPT |= {"settings", "pseudonyms", "themes", "public_names"}
_DATES_ITEM = ("date", "at", "made", "raised", "agreed", "asked")
_REPORTED = ("completed", "reported", "published", "returned")
_TOLD_BY_REPORT = (
    "results",
    "grades",
    "cases",
    "recommendations",
    "priority_actions",
    "judgements",
    "limitations",
    "ratings",
    "systemic_factors",
)
_GOES_WITH = {
    "closed": ("outcome", "outcome_because", "unintended"), "answered": ("answer", "response"),
    "panel_replied": ("panel_agrees", "panel_recommends"), "returned": ("ratings", "summary"),
    "approved": ("review_due",), "told_back_on": ("told_back",), "published": ("links",),
    "target_agreed": ("target",),
}  # fmt: skip


@cache
def _read(name: str) -> Trees:
    folder = _FOLDERS[name]
    trees: Trees = {}
    for path in sorted(folder.rglob("*.yaml")):
        tree = parse(path.read_bytes()).tree
        assert isinstance(tree, dict)
        trees[path.relative_to(folder).with_suffix("").as_posix()] = tree
    return trees


def trees_of(name: str) -> Trees:
    """The records of the example, or of the public record of one partnership, as plain trees."""
    return deepcopy(_read(name))


def snapshot_from(trees: Mapping[str, Mapping[str, Any]]) -> tuple[Snapshot, frozenset[str]]:
    """The snapshot of these trees, and the ids of the records that have errors."""
    loaded = load(Memory({f"records/{record_id}.yaml": written(tree) for record_id, tree in trees.items()}))
    wrong = {diagnostic.record for diagnostic in loaded.diagnostics if diagnostic.severity is Severity.ERROR}
    return loaded.snapshot, frozenset(wrong)


def sound_snapshot(trees: Trees) -> Snapshot:
    """The snapshot of those of the trees that stand without errors: a record that cites what is gone goes too."""
    left = deepcopy(trees)
    while True:
        snapshot, wrong = snapshot_from(left)
        wrong -= {"partnership", ""}
        if not wrong:
            return snapshot
        left = without(left, wrong)


def first_day(value: object) -> date | None:
    """The first day of a date as precise as it is known; None for other values."""
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None or not 1990 <= int(match[1]) <= 2100:
        return None
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))


def without(trees: Trees, gone: Collection[str]) -> Trees:
    """The trees without these records and items, without citations of them, and without what rests on them."""
    left = {record_id: deepcopy(tree) for record_id, tree in trees.items() if record_id not in gone}
    resting = {record_id for record_id, tree in left.items() if _is_gone(tree.get("source"), gone)}
    if resting:
        return without(left, {*gone, *resting})
    for record_id, tree in left.items():
        _drop(tree, gone, rests_on_records=record_id != "partnership")
        _forget_readings(tree)
    return left


def _forget_readings(tree: dict[str, Any]) -> None:
    """Take from `inferred` the places that the record no longer holds."""
    places = [place for place in tree.pop("inferred", ()) if _holds(tree, place)]
    tree |= {"inferred": places} if places else {}


def _holds(tree: Any, place: str) -> bool:
    path, _, key = place.partition("#")
    for name in path.split("."):
        if not isinstance(tree, dict) or name not in tree:
            return False
        tree = tree[name]
    return not key or any(_has_key(item) and item["key"] == key for item in tree)


def _is_gone(value: object, gone: Collection[str]) -> bool:
    is_id = isinstance(value, str) and _ID.fullmatch(value) is not None
    return is_id and (value in gone or str(value).partition("#")[0] in gone)


def _drop(node: Any, gone: Collection[str], *, rests_on_records: bool) -> None:
    for key in list(node) if isinstance(node, dict) else range(len(node) - 1, -1, -1):
        value = node[key]
        is_item = rests_on_records and isinstance(node, list) and isinstance(value, dict)
        if _is_gone(value, gone) or (is_item and _is_gone(value.get("record"), gone)):
            del node[key]
        elif isinstance(value, dict | list):
            _drop(value, gone, rests_on_records=rests_on_records)
            if not value:
                del node[key]


def cut(trees: Trees, day: date) -> Trees:
    """The trees as they can have been written by the day."""
    gone = {record_id for record_id, tree in trees.items() if record_id != "partnership" and _begins_after(tree, day)}
    for record_id, tree in trees.items():
        source = trees.get(str(tree.get("source") or ""))
        if source is not None and "date" not in tree:
            reported = [first_day(value) for name in _REPORTED if (value := _anywhere(source, name))]
            if reported and all(when and when > day for when in reported):
                gone.add(record_id)
    items: set[str] = set()
    left = {record_id: deepcopy(tree) for record_id, tree in trees.items() if record_id not in gone}
    for record_id, tree in left.items():
        before = [name for name in _REPORTED if _anywhere(tree, name)]
        for node in (tree, tree.get("framework", {}) if record_id == "partnership" else {}):
            for date_name, names in _GOES_WITH.items():
                when = first_day(_anywhere(node, date_name))
                for name in names if when and when > day else ():
                    node.pop(name, None)
        _cut_node(tree, day, record_id, items)
        if before and not any(_anywhere(tree, name) for name in _REPORTED):
            for name in _TOLD_BY_REPORT:
                items |= {f"{record_id}#{item['key']}" for item in tree.pop(name, ()) if _has_key(item)}
    return without(left, gone | items)


def _has_key(item: object) -> bool:
    return isinstance(item, dict) and "key" in item


def _anywhere(tree: Mapping[str, Any], name: str) -> Any:
    life = tree.get("life")
    return tree.get(name) or (life.get(name) if isinstance(life, dict) else None)


def _begins_after(tree: Mapping[str, Any], day: date) -> bool:
    life = tree.get("life")
    fields = [*tree.items(), *(life.items() if isinstance(life, dict) else ())]
    days = [when for name, value in fields if _is_event(name) and (when := first_day(value))]
    days += [when for point in tree.get("series", ()) if (when := first_day(point["at"]))]
    planned = [when for name, value in fields if name == "planned" and (when := first_day(value))]
    return bool(days) and min(days + planned) > day


def _is_event(name: str) -> bool:
    return name not in _PLANNED | _NOT_EVENTS


def _cut_node(node: dict[str, Any], day: date, record_id: str, items: set[str]) -> None:
    for name in list(node):
        value = node.get(name)
        if name in _KEPT or value is None:
            continue
        if isinstance(value, list):
            _cut_list(node, name, day, record_id, items)
        elif isinstance(value, dict):
            when = first_day(value.get("date"))
            if not (when and when > day):
                _cut_node(value, day, record_id, items)
            if not value or (when and when > day):
                del node[name]
        elif name not in _PLANNED | _NOT_EVENTS and (when := first_day(value)) and when > day:
            del node[name]


def _cut_list(node: dict[str, Any], name: str, day: date, record_id: str, items: set[str]) -> None:
    if name == "moved":
        later = [move for move in node[name] if (first_day(move.get("agreed")) or day) > day]
        if later and "due" in node:
            node["due"] = later[0]["since"]
    left = []
    for item in node[name]:
        when = next((first_day(item[key]) for key in _DATES_ITEM if key in item), None) if _is_part(item) else None
        if when and when > day:
            items |= {f"{record_id}#{item['key']}"} if "key" in item else set()
            continue
        if _is_part(item):
            _cut_node(item, day, record_id, items)
        left.append(item)
    if left:
        node[name] = left
    else:
        del node[name]


def _is_part(item: object) -> bool:
    return isinstance(item, dict)


def event_days(trees: Trees) -> list[date]:
    """The days of all events in the trees, in order."""
    return sorted(when for tree in trees.values() for when in _events(tree, ""))


def _events(node: Any, name: str) -> Iterator[date]:
    if isinstance(node, dict):
        for inner, value in node.items():
            if inner not in _KEPT:
                yield from _events(value, inner)
    elif isinstance(node, list):
        for value in node:
            yield from _events(value, name)
    elif name not in _PLANNED | _NOT_EVENTS and (when := first_day(node)):
        yield when


def sparse(trees: Trees, seed: int, number: int, is_needed: Callable[[str, tuple[str | int, ...]], bool]) -> Trees:
    """The trees with so many fields or items taken away, each from another place, and citations of lost items too."""
    left, chance = deepcopy(trees), random.Random(seed)  # noqa: S311 - a choice of fields, not a secret
    places = [(record_id, path) for record_id, tree in left.items() for path in _paths(tree)]
    for record_id, path in chance.sample(places, min(number, len(places))):
        if not is_needed(record_id, path):
            _remove(left[record_id], path)
    return without(left, _lost_items(trees, left))


def _paths(node: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        yield (*at, key)
        if isinstance(node[key], dict | list):
            yield from _paths(node[key], (*at, key))


def _remove(tree: Any, path: tuple[str | int, ...]) -> None:
    for step in path[:-1]:
        try:
            tree = tree[step]
        except (KeyError, IndexError):
            return
    if isinstance(tree, dict):
        tree.pop(path[-1], None)
    elif isinstance(path[-1], int) and path[-1] < len(tree):
        del tree[path[-1]]


def _lost_items(before: Trees, after: Trees) -> set[str]:
    return _item_ids(before) - _item_ids(after)


def _item_ids(trees: Trees) -> set[str]:
    return {
        f"{record_id}#{item['key']}"
        for record_id, tree in trees.items()
        if "/" in record_id
        for value in tree.values()
        if isinstance(value, list)
        for item in value
        if _has_key(item)
    }
