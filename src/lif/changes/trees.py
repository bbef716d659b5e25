"""The diff of two records as trees of plain values, with parts of lists matched by key or content."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from lif.changes.change import ChangeKind, FieldChange, Tree
from lif.changes.renames import Renames, names_itself, renamed_keys
from lif.diagnostics.location import FieldPath
from lif.model.fingerprint import without_names
from lif.model.parts.part import Part, plain
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Record
from lif.model.reference import Ref

_Follow = Callable[[str], str]
"""What a name of before is called now; the same text for anything that is no name."""
_OUR_READING = ("inferred",)
"""The field that names places of its own record: `recommendations#one-lead`."""
_SIMILAR_RATIO = 0.6
_MOST_COMPARED = 20
"""How many texts of a list are compared for similarity; a list with more new ones was rewritten."""
_LONGEST_COMPARED = 500
"""How many characters of two texts are compared for similarity."""


def tree_of(record: Record) -> Tree:
    """A sound record as plain values, without empty fields."""
    return plain(record)


def field_changes(model: type[Part], before: Tree, after: Tree, renames: Renames) -> tuple[FieldChange, ...]:
    """Every value that differs, in the order of the kind's fields; the order of a list is ignored.

    A citation of what was renamed, by its new name, is no difference; the new key of an item is one in its `key`.
    """
    return tuple(_fields(model, before, after, renames, ()))


def _fields(
    model: type[Part] | None, before: Tree, after: Tree, renames: Renames, at: FieldPath
) -> Iterator[FieldChange]:
    shape = shape_of(model) if model else {}
    for name in dict.fromkeys((*shape, *before, *after)):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if (*at, name) == _OUR_READING and model is not None:
            yield from _values(_as_list(old), _as_list(new), _places_followed(model, before, after), _OUR_READING)
        else:
            yield from _field(shape.get(name), old, new, renames, (*at, name))


def _places_followed(model: type[Part], before: Tree, after: Tree) -> _Follow:
    """What a place that names an item, `recommendations#one-lead`, is called now."""
    places = {f"{where}#{key}": f"{where}#{now}" for where, key, now in renamed_keys(model, before, after)}
    return lambda text: places.get(text, text)


def _field(shape: FieldShape | None, old: Any, new: Any, renames: Renames, at: FieldPath) -> Iterator[FieldChange]:
    part = shape.part if shape else None
    ref = shape.ref if shape else None
    if isinstance(old, list) or isinstance(new, list):
        yield from _list(part, _as_list(old), _as_list(new), renames, ref, at)
    elif isinstance(old, dict) or isinstance(new, dict):
        yield from _fields(
            part, old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}, renames, at
        )
    elif _as_text(old, lambda text: renames.follow(text, ref)) != _as_text(new, str):
        yield FieldChange(at, old, new)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _as_text(value: Any, followed: _Follow) -> str | None:
    """A value as text, so that broken and sound records can be compared."""
    if value is None or value in {"no", ""}:
        return None
    return followed(f"{value:g}" if isinstance(value, float) else str(value))


def _list(
    part: type[Part] | None, old: list[Any], new: list[Any], renames: Renames, ref: Ref | None, at: FieldPath
) -> Iterator[FieldChange]:
    if part is None and not any(isinstance(value, dict) for value in (*old, *new)):
        yield from _values(old, new, lambda text: renames.follow(text, ref), at)
        return
    for before, after in _match_parts(part, old, new, renames):
        tree_before = before[1] if before else {}
        tree_after = after[1] if after else {}
        index = (after or before or (0, {}))[0]
        what = ChangeKind.CHANGED if before and after else ChangeKind.ADDED if after else ChangeKind.REMOVED
        item = _identity(tree_after or tree_before)[1]
        for change in _fields(part, tree_before, tree_after, renames, (*at, index)):
            yield FieldChange(change.at, change.before, change.after, item, what)


def _values(old: list[Any], new: list[Any], followed: _Follow, at: FieldPath) -> Iterator[FieldChange]:
    """Plain values that were added or removed; a text that replaces a similar one is a change of that text."""
    removed = [(index, value, _as_text(value, followed)) for index, value in enumerate(old)]
    added = []
    for index, value in enumerate(new):
        same = next((before for before in removed if before[2] == _as_text(value, str)), None)
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
    part: type[Part] | None, old: Sequence[Any], new: Sequence[Any], renames: Renames
) -> Iterator[tuple[_Numbered | None, _Numbered | None]]:
    """Pairs of the old and new parts of a list: equal ones, then those with the same identity, renamed, similar."""
    removed = [(index, tree) for index, tree in enumerate(old) if isinstance(tree, dict)]
    added = [(index, tree) for index, tree in enumerate(new) if isinstance(tree, dict)]
    for is_same in (_is_equal, _has_same_identity, _is_renamed, _has_similar_identity):
        for after in tuple(added) if is_same is not _has_similar_identity else tuple(added[:_MOST_COMPARED]):
            before = next((candidate for candidate in removed if is_same(part, candidate[1], after[1], renames)), None)
            if before:
                removed.remove(before)
                added.remove(after)
                yield before, after
    yield from ((None, after) for after in added)
    yield from ((before, None) for before in removed)


def _is_equal(part: type[Part] | None, before: Tree, after: Tree, renames: Renames) -> bool:
    del part, renames
    return before == after


def _has_same_identity(part: type[Part] | None, before: Tree, after: Tree, renames: Renames) -> bool:
    name, text = _identity(before)
    field = shape_of(part).get(name) if part else None
    return renames.follow(text, field.ref if field else None) == _identity(after)[1] != ""


def _is_renamed(part: type[Part] | None, before: Tree, after: Tree, renames: Renames) -> bool:
    """Whether two items differ in their key alone."""
    if not names_itself(part) or "key" not in before or "key" not in after:
        return False
    content = without_names(part, before)
    is_told = any(keys.get(before["key"]) == after["key"] for keys in renames.keys.values())
    return (bool(content) or is_told) and content == without_names(part, after)


def _has_similar_identity(part: type[Part] | None, before: Tree, after: Tree, renames: Renames) -> bool:
    """Whether two parts without a key have almost the same identifying text."""
    del part, renames
    return "key" not in before and "key" not in after and _is_similar(_identity(before)[1], _identity(after)[1])


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


def _identity(tree: Tree) -> tuple[str, str]:
    """The field and the text that identify a part of a list: its key, what it cites or is about, or its first text."""
    names = (*(name for name in _IDENTITY_FIELDS if name in tree), *tree)
    return next(((name, tree[name]) for name in names if isinstance(tree[name], str)), ("", ""))
