"""Edits an existing record: only the bytes of changed values change; all comments and other bytes are kept."""

from collections import Counter
from dataclasses import replace
from typing import Any

from lif.diagnostics.location import FieldPath, spelled
from lif.errors import LifError
from lif.model.kind import Kind
from lif.store.yaml.comments import Places, count_comments
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.parse import parse
from lif.store.yaml.splice import Splice, Step

_BYTE_ORDER_MARK = "\ufeff".encode()
_MOST_STEPS = 2_000
_ADVICE = "Change it in the file itself, then run lif check."


def rewrite(data: bytes, wanted: dict[str, Tree], kind: Kind) -> bytes:
    """The file with its tree changed to `wanted`, and all else kept to the byte.

    Raises `LifError` (exit code 1) when that cannot be done without other changes.
    """
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    current, path = data.removeprefix(mark), None
    for _ in range(_MOST_STEPS):
        tree = parse(current).tree or {}
        path = _difference(tree, wanted, ())
        if path is None:
            return mark + current
        step = Step(Places.of(current), kind, tree, wanted, path)
        steps = (step, replace(step, is_flat=True))
        valid_results = (after for variant in steps if (after := _spliced(current, variant.splice(), wanted, path)))
        current = next(valid_results, b"")
        if not current:
            break
    says = f"`{spelled(path or ())}` cannot be changed without losing a comment, or touching what stands around it."
    raise LifError(says, _ADVICE, exit_code=1)


def _spliced(data: bytes, splice: Splice | None, wanted: dict[str, Tree], path: FieldPath) -> bytes:
    """The bytes after a splice; empty when it did not make its change, or lost a comment."""
    if splice is None:
        return b""
    text = data.decode()
    replacement = splice.text.replace("\n", "\r\n") if b"\r\n" in data else splice.text
    after = (text[: splice.start] + replacement + text[splice.end :]).encode()
    parsed = parse(after)
    is_done = parsed.tree is not None and not parsed.faults and _difference(parsed.tree, wanted, ()) != path
    expected_comments = count_comments(data) - Counter(splice.spent)
    return after if is_done and count_comments(after) == expected_comments else b""


def _difference(old: Any, new: Any, at: FieldPath) -> FieldPath | None:
    """The path of the first value that is changed, missing or additional; None when the trees are the same."""
    if type(old) is dict and type(new) is dict:
        for name in (*old, *(name for name in new if name not in old)):
            path = (*at, name)
            difference = path if name not in old or name not in new else _difference(old[name], new[name], path)
            if difference is not None:
                return difference
        return None
    if type(old) is list and type(new) is list and old and new:
        return _difference_in_list(old, new, at)
    return None if old == new else at


def _difference_in_list(old: list[Any], new: list[Any], at: FieldPath) -> FieldPath | None:
    first = next((index for index, (before, after) in enumerate(zip(old, new, strict=False)) if before != after), None)
    if len(old) == len(new):
        return None if first is None else _difference(old[first], new[first], (*at, first))
    if first is None:
        return (*at, min(len(old), len(new)))
    if old[first + 1 :] == new[first:]:
        return (*at, first)
    is_longer_and_alike = len(new) > len(old) and isinstance(old[first], dict) and isinstance(new[first], dict)
    return _difference(old[first], new[first], (*at, first)) if is_longer_and_alike else at
