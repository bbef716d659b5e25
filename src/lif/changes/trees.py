"""Two trees of one kind beside each other: which values differ, with parts of lists matched by what they are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from lif.changes.change import FieldChange, Tree, What
from lif.diagnostics.location import FieldPath
from lif.model.parts.part import Part, plain
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Record

Followed = Callable[[str], str]
"""From an id as it was cited to the id of the same record now."""
_SAME_TEXT = 0.6
_MOST = 20
"""So many texts of a list are tried for likeness; a list with more new ones was written anew."""
_LONGEST = 500
"""Texts are likened by so many characters; the rest of them is not looked at."""


def tree_of(record: Record) -> Tree:
    """A sound record as plain values; what was never filled does not stand in it."""
    return plain(record)


def differing(model: type[Part], before: Tree, after: Tree, followed: Followed) -> tuple[FieldChange, ...]:
    """Every value that differs, in the order of the kind's fields; the order of a list is no difference."""
    return tuple(_fields(model, before, after, followed, ()))


def _fields(
    model: type[Part] | None, before: Tree, after: Tree, followed: Followed, at: FieldPath
) -> Iterator[FieldChange]:
    shape = shape_of(model) if model else {}
    for name in dict.fromkeys((*shape, *before, *after)):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield from _field(shape.get(name), old, new, followed, (*at, name))


def _field(shape: FieldShape | None, old: Any, new: Any, followed: Followed, at: FieldPath) -> Iterator[FieldChange]:
    part = shape.part if shape else None
    cites = shape is not None and shape.ref is not None
    if isinstance(old, list) or isinstance(new, list):
        yield from _list(part, _listed(old), _listed(new), followed if cites or part else str, at)
    elif isinstance(old, dict) or isinstance(new, dict):
        yield from _fields(
            part, old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}, followed, at
        )
    elif _plain(old, followed if cites else None) != _plain(new, None):
        yield FieldChange(at, old, new)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _plain(value: Any, followed: Followed | None) -> str | None:
    """A value as text, so that a record that could not be built is read like one that could."""
    if value is None or value in {"no", ""}:
        return None
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return followed(text) if followed else text


def _list(
    part: type[Part] | None, old: list[Any], new: list[Any], followed: Followed, at: FieldPath
) -> Iterator[FieldChange]:
    if part is None and not any(isinstance(one, dict) for one in (*old, *new)):
        yield from _values(old, new, followed, at)
        return
    for before, after in _matched(old, new, followed):
        tree_before = before[1] if before else {}
        tree_after = after[1] if after else {}
        index = (after or before or (0, {}))[0]
        what = What.CHANGED if before and after else What.ADDED if after else What.REMOVED
        item = _identity(tree_after or tree_before)
        for one in _fields(part, tree_before, tree_after, followed, (*at, index)):
            yield FieldChange(one.at, one.before, one.after, item, what)


def _values(old: list[Any], new: list[Any], followed: Followed, at: FieldPath) -> Iterator[FieldChange]:
    """Plain values that came or went; one text that took the place of a similar one is that text changed."""
    left = [(index, value, _plain(value, followed)) for index, value in enumerate(old)]
    came = []
    for index, value in enumerate(new):
        same = next((one for one in left if one[2] == _plain(value, None)), None)
        if same:
            left.remove(same)
        else:
            came.append((index, value))
    for index, value in came:
        like = next((one for one in left[:_MOST] if _is_like(str(one[1]), str(value))), None)
        if like:
            left.remove(like)
        yield FieldChange((*at, index), like[1] if like else None, value)
    for index, value, _ in left:
        yield FieldChange((*at, index), value, None)


_Numbered = tuple[int, Tree]


def _matched(
    old: Sequence[Any], new: Sequence[Any], followed: Followed
) -> Iterator[tuple[_Numbered | None, _Numbered | None]]:
    """Parts of a list side by side: first the same ones, then those known by the same words, then by similar ones."""
    left = [(index, one) for index, one in enumerate(old) if isinstance(one, dict)]
    right = [(index, one) for index, one in enumerate(new) if isinstance(one, dict)]
    for is_same in (_equal, _known_alike, _worded_alike):
        for after in tuple(right) if is_same is not _worded_alike else tuple(right[:_MOST]):
            before = next((one for one in left if is_same(one[1], after[1], followed)), None)
            if before:
                left.remove(before)
                right.remove(after)
                yield before, after
    yield from ((None, after) for after in right)
    yield from ((before, None) for before in left)


def _equal(one: Tree, other: Tree, followed: Followed) -> bool:
    del followed
    return one == other


def _known_alike(one: Tree, other: Tree, followed: Followed) -> bool:
    return followed(_identity(one)) == _identity(other) != ""


def _worded_alike(one: Tree, other: Tree, followed: Followed) -> bool:
    """Whether two parts without a key are known by texts that are almost the same."""
    del followed
    return "key" not in one and "key" not in other and _is_like(_identity(one), _identity(other))


def _is_like(one: str, other: str) -> bool:
    """Whether a text is another one with a few words changed; ids and single words are never that."""
    if " " not in one or " " not in other:
        return False
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    return matcher.quick_ratio() >= _SAME_TEXT and matcher.ratio() >= _SAME_TEXT


_KNOWN_BY = ("key", "record", "standard", "code", "agency", "influence", "what", "title", "fact", "outcome", "since")
"""By which field a part of a list is known, the first that it has."""


def _identity(tree: Tree) -> str:
    """How people would name a part of a list: its key, what it cites, what it is about; else its first text."""
    named: Iterable[Any] = (tree[name] for name in _KNOWN_BY if name in tree)
    texts = (one for one in (*named, *tree.values()) if isinstance(one, str))
    return next(texts, "")
