"""Changes a record somebody wrote: only the bytes of the changed values, every comment and every other byte kept."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from lif.diagnostics.location import FieldPath, spelled
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.shape import FieldShape, field_at, shape_of
from lif.store.comments import Places, every_comment
from lif.store.emit import fields, item, one_line, text_lines
from lif.store.explain import explained
from lif.store.layout import hyphen
from lif.store.read import parse
from lif.store.reader import Tree

_MARK = "\ufeff"
_MOST_STEPS = 2_000
_ADVICE = "Change it in the file itself, then run lif check."


@dataclass(frozen=True, slots=True)
class _Splice:
    """These characters of the text give way to those."""

    start: int
    end: int
    text: str


def rewritten(data: bytes, wanted: dict[str, Tree], kind: Kind) -> bytes:
    """The file with the tree of its text changed to `wanted`, all else kept to the byte.

    Raises `LifError` (exit code 1) when that cannot be done without touching anything else.
    """
    had_mark = data.startswith(_MARK.encode())
    ending = "\r\n" if b"\r\n" in data else "\n"
    comments, here = every_comment(data), data
    for _ in range(_MOST_STEPS):
        tree = parse(here).tree
        if tree is None:
            raise _refusal(())
        path = _difference(tree, wanted, ())
        if path is None:
            break
        places = Places.of(here)
        splice, spent = _splice(places, kind, tree, wanted, path)
        comments.subtract(spent)
        text = places.text[: splice.start] + splice.text.replace("\n", ending) + places.text[splice.end :]
        here = text.encode()
        if parse(here).faults or _difference(parse(here).tree or {}, wanted, ()) == path:
            raise _refusal(path)
    if parse(here).tree != wanted or every_comment(here) != +comments:
        raise LifError("This would lose a comment or change something else.", _ADVICE, exit_code=1)
    return _MARK.encode() + here if had_mark else here


def _refusal(path: FieldPath) -> LifError:
    return LifError(
        f"`{spelled(path)}` cannot be changed without touching what stands around it.", _ADVICE, exit_code=1
    )


def _difference(old: Any, new: Any, at: FieldPath) -> FieldPath | None:
    """The path of the first value that differs: changed, missing or too many; None when there is none."""
    if type(old) is dict and type(new) is dict:
        for name in (*old, *(name for name in new if name not in old)):
            path = (*at, name)
            found = path if name not in old or name not in new else _difference(old[name], new[name], path)
            if found is not None:
                return found
        return None
    if type(old) is list and type(new) is list and old and new:
        return _difference_in_list(old, new, at)
    return None if old == new else at


def _difference_in_list(old: list[Any], new: list[Any], at: FieldPath) -> FieldPath | None:
    first = next((index for index, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    if len(old) == len(new):
        return None if first is None else _difference(old[first], new[first], (*at, first))
    if first is None:
        return (*at, min(len(old), len(new)))
    if old[first + 1 :] == new[first:]:
        return (*at, first)
    is_longer_and_alike = len(new) > len(old) and isinstance(old[first], dict) and isinstance(new[first], dict)
    return _difference(old[first], new[first], (*at, first)) if is_longer_and_alike else at


def _there(tree: Any, path: FieldPath) -> Any:
    """The value a path leads to; None when it leads nowhere."""
    here = tree
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def _splice(
    places: Places, kind: Kind, tree: dict[str, Tree], wanted: dict[str, Tree], path: FieldPath
) -> tuple[_Splice, Counter[str]]:
    """The splice that brings the value at `path` to what is wanted, and the comments it takes the place of."""
    nothing: Counter[str] = Counter()
    while isinstance(path[-1], int) and places.is_inline(path[:-1]):
        path = path[:-1]
    old, new = _there(tree, path), _there(wanted, path)
    is_fewer = isinstance(path[-1], int) and len(_there(wanted, path[:-1])) < len(_there(tree, path[:-1]))
    if new is None or is_fewer:
        return _removal(places, path), nothing
    if old is None:
        return _addition(places, kind, path, new)
    shape = field_at(kind.model, path)
    if isinstance(new, list) and isinstance(old, list) and places.is_inline(path) and _fits_brackets(new):
        mark = places.marks[path]
        return _Splice(mark.start, mark.end, f"[{', '.join(new)}]"), nothing
    if isinstance(new, str) and isinstance(old, str):
        return _scalar(places, path, new, shape), nothing
    return _whole(places, path, new, kind), nothing


def _fits_brackets(items: list[Any]) -> bool:
    """Whether every item is an id or a short name, which may stand between brackets."""
    return all(isinstance(one, str) and not parse(f"a: [{one}]".encode()).faults for one in items)


def _column(places: Places, path: FieldPath) -> int:
    """The column, from 0, where a field's name or an item's hyphen stands."""
    return hyphen(places, path)[1] if isinstance(path[-1], int) else places.marks[path].position.column - 1


def _begin(places: Places, path: FieldPath) -> int:
    """The index at which a field's name or an item's hyphen begins."""
    line, column = (
        hyphen(places, path)
        if isinstance(path[-1], int)
        else (places.marks[path].position.line - 1, places.marks[path].position.column - 1)
    )
    index = 0
    for _ in range(line):
        index = places.text.index("\n", index) + 1
    return index + column


def _line_end(text: str, index: int) -> int:
    """The index after the line break that ends the line of `index`; after a line break, that index itself."""
    if index and text[index - 1] == "\n":
        return index
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _scalar(places: Places, path: FieldPath, new: str, shape: FieldShape | None) -> _Splice:
    text, mark = places.text, places.marks[path]
    is_text = shape.is_text if shape else True
    is_block = mark.style in {"|", ">"}
    end = places.end(path) if is_block else mark.end
    lines = text_lines(new, is_text=is_text)
    follows = text[mark.end : _line_end(text, mark.end)].strip() if not is_block else ""
    if is_block and len(lines) > 1 and "#" in text[mark.start : text.index("\n", mark.start)]:
        raise _refusal(path)
    if follows and len(lines) > 1:
        lines = (one_line(new, is_text=is_text),)
    indent = " " * (_column(places, path) + 2)
    written = "\n".join([lines[0], *(indent + line if line else "" for line in lines[1:])])
    if is_block and text[end - 1 : end] == "\n":
        written += "\n"
    if text[mark.start - 1 : mark.start] in {":", "-"}:
        written = f" {written}"
    return _Splice(mark.start, end, written)


def _whole(places: Places, path: FieldPath, new: Tree, kind: Kind) -> _Splice:
    """A field or item written anew, where a list or set of fields takes the place of what was there."""
    lines = _lines(path, new, kind, " " * _column(places, path))
    end = _line_end(places.text, places.end(path))
    return _Splice(_begin(places, path), end, "\n".join(lines).lstrip(" ") + "\n")


def _lines(path: FieldPath, value: Tree, kind: Kind, indent: str) -> list[str]:
    last = path[-1]
    if isinstance(last, int):
        return list(item(value, field_at(kind.model, path), indent=indent))
    return list(fields({last: value}, _model_of(kind, path[:-1]), indent=indent))


def _model_of(kind: Kind, path: FieldPath) -> Any:
    """The model of the fields that stand at a path; None when it is not known."""
    if not path:
        return kind.model
    shape = field_at(kind.model, path)
    return shape.part if shape else None


def _removal(places: Places, path: FieldPath) -> _Splice:
    begin, end = _begin(places, path), _line_end(places.text, places.end(path))
    line_start = places.text.rfind("\n", 0, begin) + 1
    if not places.text[line_start:begin].strip():
        return _Splice(line_start, end, "")
    following = [_begin(places, other) for other in _siblings(places, path) if _begin(places, other) > begin]
    if not following:
        raise _refusal(path)
    return _Splice(begin, min(following), "")


def _siblings(places: Places, path: FieldPath) -> list[FieldPath]:
    return [one for one in places.marks if one[:-1] == path[:-1] and one != path]


def _addition(places: Places, kind: Kind, path: FieldPath, new: Tree) -> tuple[_Splice, Counter[str]]:
    """A field at its place in the order of the model, or an item at the end of its list."""
    others = sorted(_siblings(places, path), key=lambda one: places.marks[one].start)
    nothing: Counter[str] = Counter()
    if not others:
        raise _refusal(path)
    indent = " " * _column(places, others[0])
    if isinstance(path[-1], int):
        return _after(places, others[-1], _lines(path, new, kind, indent)), nothing
    model = _model_of(kind, path[:-1])
    lines = _lines(path, new, kind, indent)
    comments = _explaining(places, model, indent) if model else {}
    if path[-1] in comments:
        start, end = comments[path[-1]]
        return _Splice(start, end, "\n".join(lines)), Counter([places.text[start:end].strip()])
    for name in reversed(_names_before(model, path[-1])):
        if name in comments:
            start = _line_end(places.text, comments[name][1])
            return _inserted(places, start, lines), nothing
        if (*path[:-1], name) in places.marks:
            return _after(places, (*path[:-1], name), lines), nothing
    first = _begin(places, others[0])
    return _Splice(first, first, "\n".join([*lines, indent]).lstrip(" ")), nothing


def _names_before(model: Any, name: str) -> list[str]:
    names = list(shape_of(model)) if model else []
    return names[: names.index(name)] if name in names else names


def _explaining(places: Places, model: Any, indent: str) -> dict[str, tuple[int, int]]:
    """Where comments stand that explain a field nobody has filled in yet, by the name of the field."""
    known = {indent + explained(shape): name for name, shape in shape_of(model).items()}
    found: dict[str, tuple[int, int]] = {}
    start = 0
    for line in places.text.split("\n"):
        if (name := known.get(line.rstrip())) is not None:
            found.setdefault(name, (start, start + len(line.rstrip())))
        start += len(line) + 1
    return found


def _after(places: Places, path: FieldPath, lines: list[str]) -> _Splice:
    return _inserted(places, _line_end(places.text, places.end(path)), lines)


def _inserted(places: Places, start: int, lines: list[str]) -> _Splice:
    before = "" if start == 0 or places.text[start - 1] == "\n" else "\n"
    return _Splice(start, start, before + "\n".join(lines) + ("\n" if not before else ""))
