"""Applies `field=value` assignments from the command line to the tree of a record."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import count
from typing import Any

from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.store.new.slug import make_slug
from lif.store.new.typed_value import TypedValueReader
from lif.store.yaml.event_reader import Tree

_STEP = re.compile(r"([a-z_]+)(?:\[(\+|[a-z0-9][a-z0-9-]*)\])?", re.ASCII)
_EXAMPLE = "Write field=value, say due=2026-03-01, owner.agency=police or themes[+]=neglect."


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of a field path: a field, and for a list the item of it: `+`, a number from 0, or a key."""

    name: str
    which: str | None


def apply_assignments(
    kind: Kind, tree: dict[str, Tree], changes: Sequence[str], reader: TypedValueReader
) -> dict[str, Tree]:
    """The tree with each `field=value` applied; an empty value removes the field. The given tree is not changed.

    Within one call, the fields given for `progress[+]` belong to one new item, until a field comes a second time.
    Raises `LifError`, with exit code 2 for an unknown field.
    """
    wanted = deepcopy(tree)
    fresh: dict[int, set[str]] = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise LifError(f'"{change}" gives no value.', _EXAMPLE)
        _assign(kind, wanted, _steps(name.strip()), value, (reader, fresh))
    return add_missing_keys(kind.model, wanted)


def add_missing_keys(model: type[Part], tree: dict[str, Any]) -> dict[str, Any]:
    """Add a key to each item that has none, made from its first words; returns the tree, changed in place."""
    for name, shape in shape_of(model).items():
        items = tree.get(name)
        if shape.part is None or "key" not in shape_of(shape.part) or not isinstance(items, list):
            continue
        for index, item in enumerate(items):
            if isinstance(item, dict) and "key" not in item:
                taken = {other.get("key") for other in items if isinstance(other, dict)}
                items[index] = {"key": _free_key(make_slug(str(next(iter(item.values()), ""))), taken), **item}
    return tree


def _free_key(key: str, taken: set[Any]) -> str:
    """The key, or the first of `key-2`, `key-3` … that is not taken."""
    wanted = key or "item"
    numbered_keys = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(numbered for numbered in numbered_keys if numbered not in taken)


def _steps(name: str) -> list[_Step]:
    if name.endswith("+"):
        name = f"{name[:-1]}[+]"
    matches = [_STEP.fullmatch(part) for part in name.split(".")]
    if not all(matches):
        raise LifError(f'"{name}" is not the name of a field.', _EXAMPLE)
    return [_Step(match[1], match[2]) for match in matches if match]


def _assign(
    kind: Kind,
    tree: dict[str, Any],
    steps: list[_Step],
    value: str,
    context: tuple[TypedValueReader, dict[int, set[str]]],
) -> None:
    reader, fresh = context
    holders: list[tuple[Any, Any]] = []
    holder: Any = tree
    model: type[Part] = kind.model
    for step in steps[:-1]:
        shape = _shape_named(kind, model, step.name)
        if shape.part is None:
            raise LifError(f"`{step.name}` holds no further fields.", f"Write {step.name}=…")
        holders.append((holder, step.name))
        if shape.is_list:
            rest = ".".join(later.name for later in steps[steps.index(step) + 1 :])
            items = _list_at(holder, step.name)
            index = _index(items, step, fresh, rest)
            holders.append((items, index))
            holder = items[index]
        else:
            holder = _fields_at(holder, step.name)
        model = shape.part
    last = steps[-1]
    shape = _shape_named(kind, model, last.name)
    _put(holder, last, shape, value, reader)
    if not value:
        _prune(holders)


def _shape_named(kind: Kind, model: type[Part], name: str) -> FieldShape:
    shapes = shape_of(model)
    if name in shapes:
        return shapes[name]
    close_names = get_close_matches(name, shapes, n=1)
    place = kind.article if model is kind.model else "that part"
    guess = f" Did you mean `{close_names[0]}`?" if close_names else ""
    raise LifError(f"`{name}` is not a field of {place}.{guess}", f"Known there: {', '.join(shapes)}.")


def _list_at(holder: dict[str, Any], name: str) -> list[Any]:
    if not isinstance(holder.get(name), list):
        holder[name] = []
    items: list[Any] = holder[name]
    return items


def _fields_at(holder: dict[str, Any], name: str) -> dict[str, Any]:
    if not isinstance(holder.get(name), dict):
        holder[name] = {}
    fields: dict[str, Any] = holder[name]
    return fields


def _index(items: list[Any], step: _Step, fresh: dict[int, set[str]], rest: str) -> int:
    """The index of the item meant; `[+]` begins a new one, unless this call has begun one without the field."""
    if step.which is None:
        raise LifError(
            f"`{step.name}` is a list.",
            f"Say which: {step.name}[0].{rest}=… for the first, {step.name}[+].{rest}=… for a new one.",
        )
    if step.which == "+":
        given = fresh.get(id(items), set())
        if not given or rest in given:
            items.append({})
            given = set()
        fresh[id(items)] = {*given, rest}
        return len(items) - 1
    keys = {item.get("key"): index for index, item in enumerate(items) if isinstance(item, dict)}
    index = keys.get(step.which, int(step.which) if step.which.isdigit() else len(items))
    if index >= len(items):
        raise _no_such_item(step, len(items), [str(key) for key in keys if key])
    return index


def _no_such_item(step: _Step, length: int, keys: list[str]) -> LifError:
    listed = f" Keys there: {', '.join(keys)}." if keys else ""
    size = f"it has {length}, counted from 0" if length else "it is empty"
    return LifError(
        f"`{step.name}[{step.which}]` is not there: {size}.{listed}", f"{step.name}[+] adds one.", exit_code=1
    )


def _put(holder: dict[str, Any], last: _Step, shape: FieldShape, value: str, reader: TypedValueReader) -> None:
    if shape.part is not None and (value or last.which == "+"):
        examples = ", ".join(f"{last.name}.{name}=…" for name in list(shape_of(shape.part))[:3])
        raise LifError(f"`{last.name}` holds further fields.", f"Give them one by one: {examples}")
    if last.which is not None and not shape.is_list:
        raise LifError(f"`{last.name}` is not a list.", f"Write {last.name}=…")
    if last.which == "+":
        _list_at(holder, last.name).extend(reader.all_of(shape, value))
    elif last.which is not None:
        items = _list_at(holder, last.name)
        index = _index(items, last, {}, "")
        items[index : index + 1] = [reader.of(shape, value)] if value else []
        if not items:
            del holder[last.name]
    elif not value:
        holder.pop(last.name, None)
    else:
        holder[last.name] = reader.all_of(shape, value) if shape.is_list else reader.of(shape, value)


def _prune(holders: list[tuple[Any, Any]]) -> None:
    """Remove the sets of fields and the lists that are now empty."""
    for holder, step in reversed(holders):
        if not holder[step]:
            del holder[step]
