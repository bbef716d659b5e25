"""One change of a record's file: which characters give way to which, found by the places of its values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lif.diagnostics.location import FieldPath
from lif.model.kind import Kind
from lif.model.parts.shape import field_at, shape_of
from lif.store.new.field_comments import explained
from lif.store.yaml.comments import Places
from lif.store.yaml.emit import Note, fields, item, one_line, text_lines
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.layout import hyphen
from lif.store.yaml.parse import parse


@dataclass(frozen=True, slots=True)
class Splice:
    """These characters of the text give way to those; `spent` are the comments that go with them, as they should."""

    start: int
    end: int
    text: str
    spent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One value on the way to the wanted tree; `is_flat` writes texts of several lines on one, in quotes."""

    places: Places
    kind: Kind
    tree: dict[str, Tree]
    wanted: dict[str, Tree]
    path: FieldPath
    is_flat: bool = False

    def splice(self) -> Splice | None:
        """The splice that brings the value at `path` to what is wanted; None when no splice can."""
        places, path = self.places, self.path
        while isinstance(path[-1], int) and places.is_inline(path[:-1]):
            path = path[:-1]
        old, new = _there(self.tree, path), _there(self.wanted, path)
        is_fewer = isinstance(path[-1], int) and len(_there(self.wanted, path[:-1])) < len(_there(self.tree, path[:-1]))
        if new is None or is_fewer:
            return _removal(places, path)
        if old is None:
            return self._addition(path, new)
        if isinstance(new, list) and isinstance(old, list) and places.is_inline(path) and _fits_brackets(new):
            mark = places.marks[path]
            return Splice(mark.start, mark.end, f"[{', '.join(new)}]")
        if isinstance(new, str) and isinstance(old, str):
            shape = field_at(self.kind.model, path)
            return _scalar(places, path, self._text(new, is_text=shape.is_text if shape else True))
        return self._whole(path, new)

    def _text(self, text: str, *, is_text: bool) -> tuple[str, ...]:
        return (one_line(text, is_text=is_text),) if self.is_flat else text_lines(text, is_text=is_text)

    def _whole(self, path: FieldPath, new: Tree) -> Splice:
        """A field or item written anew, where a list or set of fields takes the place of what was there."""
        lines = self._lines(path, new, " " * _column(self.places, path))
        end = _line_end(self.places.text, self.places.end(path))
        return Splice(_begin(self.places, path), end, "\n".join(lines).lstrip(" ") + "\n")

    def _lines(self, path: FieldPath, value: Tree, indent: str) -> list[str]:
        last, notes = path[-1], dict(_flat(value, path)) if self.is_flat else {}
        if isinstance(last, int):
            return list(item(value, field_at(self.kind.model, path), path, indent, notes))
        return list(fields({last: value}, _model_of(self.kind, path[:-1]), path[:-1], indent, notes))

    def _addition(self, path: FieldPath, new: Tree) -> Splice | None:
        """A field at its place in the order of the model, or an item at the end of its list."""
        places = self.places
        others = sorted(_siblings(places, path), key=lambda one: places.marks[one].start)
        if not others:
            return None
        indent = " " * _column(places, others[0])
        lines = self._lines(path, new, indent)
        if isinstance(path[-1], int):
            return _after(places, others[-1], lines)
        model = _model_of(self.kind, path[:-1])
        comments = _explaining(places, model, indent) if model else {}
        if path[-1] in comments:
            start, end = comments[path[-1]]
            return Splice(start, end, "\n".join(lines), (places.text[start:end].strip(),))
        for name in reversed(_names_before(model, path[-1])):
            if name in comments:
                return _inserted(places, _line_end(places.text, comments[name][1]), lines)
            if (*path[:-1], name) in places.marks:
                return _after(places, (*path[:-1], name), lines)
        first = _begin(places, others[0])
        return Splice(first, first, "\n".join([*lines, indent]).lstrip(" "))


def _there(tree: Any, path: FieldPath) -> Any:
    """The value a path leads to; None when it leads nowhere."""
    here = tree
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def _fits_brackets(items: list[Any]) -> bool:
    """Whether every item is an id or a short name, which may stand between brackets."""
    return all(isinstance(one, str) and not parse(f"a: [{one}]".encode()).faults for one in items)


def _flat(value: Tree, at: FieldPath) -> Iterator[tuple[FieldPath, Note]]:
    """Notes that keep every text of several lines on one."""
    if isinstance(value, str):
        if "\n" in value:
            yield at, Note(kept=(one_line(value, is_text=True),))
        return
    for step, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _flat(one, (*at, step))


def _model_of(kind: Kind, path: FieldPath) -> Any:
    """The model of the fields that stand at a path; None when it is not known."""
    if not path:
        return kind.model
    shape = field_at(kind.model, path)
    return shape.part if shape else None


def _names_before(model: Any, name: str) -> list[str]:
    names = list(shape_of(model)) if model else []
    return names[: names.index(name)] if name in names else names


def _siblings(places: Places, path: FieldPath) -> list[FieldPath]:
    return [one for one in places.marks if one[:-1] == path[:-1] and one != path]


def _place(places: Places, path: FieldPath) -> tuple[int, int]:
    """Line and column, from 0, where a field's name or an item's hyphen stands."""
    position = places.marks[path].position
    return hyphen(places, path) if isinstance(path[-1], int) else (position.line - 1, position.column - 1)


def _column(places: Places, path: FieldPath) -> int:
    return _place(places, path)[1]


def _begin(places: Places, path: FieldPath) -> int:
    """The index at which a field's name or an item's hyphen begins."""
    line, column = _place(places, path)
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


def _scalar(places: Places, path: FieldPath, lines: tuple[str, ...]) -> Splice:
    text, mark = places.text, places.marks[path]
    end = places.end(path) if mark.style in {"|", ">"} else mark.end
    indent = " " * (_column(places, path) + 2)
    written = "\n".join([lines[0], *(indent + line if line else "" for line in lines[1:])])
    if mark.style in {"|", ">"} and text[end - 1 : end] == "\n":
        written += "\n"
    if text[mark.start - 1 : mark.start] in {":", "-"}:
        written = f" {written}"
    return Splice(mark.start, end, written)


def _removal(places: Places, path: FieldPath) -> Splice | None:
    begin, end = _begin(places, path), _line_end(places.text, places.end(path))
    line_start = places.text.rfind("\n", 0, begin) + 1
    if not places.text[line_start:begin].strip():
        return Splice(line_start, end, "")
    following = [_begin(places, other) for other in _siblings(places, path) if _begin(places, other) > begin]
    return Splice(begin, min(following), "") if following else None


def _explaining(places: Places, model: Any, indent: str) -> dict[str | int, tuple[int, int]]:
    """Where comments stand that explain a field nobody has filled in yet, by the name of the field."""
    known = {indent + explained(shape): name for name, shape in shape_of(model).items()}
    found: dict[str | int, tuple[int, int]] = {}
    start = 0
    for line in places.text.split("\n"):
        if (name := known.get(line.rstrip())) is not None:
            found.setdefault(name, (start, start + len(line.rstrip())))
        start += len(line) + 1
    return found


def _after(places: Places, path: FieldPath, lines: list[str]) -> Splice:
    return _inserted(places, _line_end(places.text, places.end(path)), lines)


def _inserted(places: Places, start: int, lines: list[str]) -> Splice:
    before = "" if start == 0 or places.text[start - 1] == "\n" else "\n"
    return Splice(start, start, before + "\n".join(lines) + ("\n" if not before else ""))
