"""The diff of two records as trees of plain values, with parts of lists matched by key or content."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from lif.changes.change import ChangeKind, FieldChange, Tree
from lif.diagnostics.location import FieldPath
from lif.model.parts.part import Part, plain
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Record

FollowId = Callable[[str], str]
"""A function from the id that was cited to the present id of the same record."""
_SIMILAR_RATIO = 0.6
_MOST_COMPARED = 20
"""How many texts of a list are compared for similarity; a list with more new ones was rewritten."""
_LONGEST_COMPARED = 500
"""How many characters of two texts are compared for similarity."""


def tree_of(record: Record) -> Tree:
    """A sound record as plain values, without empty fields."""
    return plain(record)


def field_changes(model: type[Part], before: Tree, after: Tree, followed: FollowId) -> tuple[FieldChange, ...]:
    """Every value that differs, in the order of the kind's fields; the order of a list is ignored."""
    return tuple(_fields(model, before, after, followed, ()))


def _fields(
    model: type[Part] | None, before: Tree, after: Tree, followed: FollowId, at: FieldPath
) -> Iterator[FieldChange]:
    shape = shape_of(model) if model else {}
    for name in dict.fromkeys((*shape, *before, *after)):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield from _field(shape.get(name), old, new, followed, (*at, name))


def _field(shape: FieldShape | None, old: Any, new: Any, followed: FollowId, at: FieldPath) -> Iterator[FieldChange]:
    part = shape.part if shape else None
    cites = shape is not None and shape.ref is not None
    if isinstance(old, list) or isinstance(new, list):
        yield from _list(part, _as_list(old), _as_list(new), followed if cites or part else str, at)
    elif isinstance(old, dict) or isinstance(new, dict):
        yield from _fields(
            part, old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}, followed, at
        )
    elif _as_text(old, followed if cites else None) != _as_text(new, None):
        yield FieldChange(at, old, new)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _as_text(value: Any, followed: FollowId | None) -> str | None:
    """A value as text, so that broken and sound records can be compared."""
    if value is None or value in {"no", ""}:
        return None
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return followed(text) if followed else text


def _list(
    part: type[Part] | None, old: list[Any], new: list[Any], followed: FollowId, at: FieldPath
) -> Iterator[FieldChange]:
    if part is None and not any(isinstance(value, dict) for value in (*old, *new)):
        yield from _values(old, new, followed, at)
        return
    for before, after in _match_parts(old, new, followed):
        tree_before = before[1] if before else {}
        tree_after = after[1] if after else {}
        index = (after or before or (0, {}))[0]
        what = ChangeKind.CHANGED if before and after else ChangeKind.ADDED if after else ChangeKind.REMOVED
        item = _identity(tree_after or tree_before)
        for change in _fields(part, tree_before, tree_after, followed, (*at, index)):
            yield FieldChange(change.at, change.before, change.after, item, what)


def _values(old: list[Any], new: list[Any], followed: FollowId, at: FieldPath) -> Iterator[FieldChange]:
    """Plain values that were added or removed; a text that replaces a similar one is a change of that text."""
    removed = [(index, value, _as_text(value, followed)) for index, value in enumerate(old)]
    added = []
    for index, value in enumerate(new):
        same = next((before for before in removed if before[2] == _as_text(value, None)), None)
        if same:
            removed.remove(same)
        else:
            added.append((index, value))
    for index, value in added:
        similar = next((before for before in removed[:_MOST_COMPARED] if _is_similar(str(before[1]), str(value))), None)
        if similar:
            removed.remove(similar)
        yield FieldChange((*at, index), similar[1] if similar else None, value)
    for index, value, _ in removed:
        yield FieldChange((*at, index), value, None)


_Numbered = tuple[int, Tree]


def _match_parts(
    old: Sequence[Any], new: Sequence[Any], followed: FollowId
) -> Iterator[tuple[_Numbered | None, _Numbered | None]]:
    """Pairs of the old and new parts of a list: equal ones first, then those with the same identity, then similar."""
    removed = [(index, tree) for index, tree in enumerate(old) if isinstance(tree, dict)]
    added = [(index, tree) for index, tree in enumerate(new) if isinstance(tree, dict)]
    for is_same in (_is_equal, _has_same_identity, _has_similar_identity):
        for after in tuple(added) if is_same is not _has_similar_identity else tuple(added[:_MOST_COMPARED]):
            before = next((candidate for candidate in removed if is_same(candidate[1], after[1], followed)), None)
            if before:
                removed.remove(before)
                added.remove(after)
                yield before, after
    yield from ((None, after) for after in added)
    yield from ((before, None) for before in removed)


def _is_equal(before: Tree, after: Tree, followed: FollowId) -> bool:
    del followed
    return before == after


def _has_same_identity(before: Tree, after: Tree, followed: FollowId) -> bool:
    return followed(_identity(before)) == _identity(after) != ""


def _has_similar_identity(before: Tree, after: Tree, followed: FollowId) -> bool:
    """Whether two parts without a key have almost the same identifying text."""
    del followed
    return "key" not in before and "key" not in after and _is_similar(_identity(before), _identity(after))


def _is_similar(before: str, after: str) -> bool:
    """Whether two texts differ by a few words only; False for ids and single words."""
    if " " not in before or " " not in after:
        return False
    matcher = SequenceMatcher(None, before[:_LONGEST_COMPARED], after[:_LONGEST_COMPARED], autojunk=False)
    return matcher.quick_ratio() >= _SIMILAR_RATIO and matcher.ratio() >= _SIMILAR_RATIO


_IDENTITY_FIELDS = (
    "key", "record", "standard", "code", "agency", "influence", "what", "title", "fact", "outcome", "since",
)  # fmt: skip
"""The fields that identify a part of a list, in order of preference."""


def _identity(tree: Tree) -> str:
    """The text that identifies a part of a list: its key, what it cites or what it is about; else its first text."""
    preferred: Iterable[Any] = (tree[name] for name in _IDENTITY_FIELDS if name in tree)
    texts = (value for value in (*preferred, *tree.values()) if isinstance(value, str))
    return next(texts, "")
