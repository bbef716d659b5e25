"""Changes one value in the text of a record: which characters are replaced by which, from the places of the values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lif.diagnostics.location import FieldPath
from lif.model.kind import Kind
from lif.model.parts.shape import field_at, shape_of
from lif.store.new.field_comments import field_comment
from lif.store.yaml.comments import Places
from lif.store.yaml.emit import Note, field_lines, item_lines, one_line, text_lines
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.layout import hyphen_place
from lif.store.yaml.parse import parse


@dataclass(frozen=True, slots=True)
class Splice:
    """Replaces the characters from `start` to `end` by `text`; `spent` are comments removed with them on purpose."""

    start: int
    end: int
    text: str
    spent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step to the wanted tree: the value at `path`; `is_flat` writes texts of several lines on one, in quotes."""

    places: Places
    kind: Kind
    tree: dict[str, Tree]
    wanted: dict[str, Tree]
    path: FieldPath
    is_flat: bool = False

    def splice(self) -> Splice | None:
        """The splice that changes the value at `path` to the wanted one; None when no splice can."""
        places, path = self.places, self.path
        while isinstance(path[-1], int) and places.is_inline(path[:-1]):
            path = path[:-1]
        old, new = _value(self.tree, path), _value(self.wanted, path)
        is_fewer = isinstance(path[-1], int) and len(_value(self.wanted, path[:-1])) < len(_value(self.tree, path[:-1]))
        if new is None or is_fewer:
            return _removal(places, path)
        if old is None:
            return self._addition(path, new)
        if isinstance(new, list) and isinstance(old, list) and places.is_inline(path) and _fits_brackets(new):
            mark = places.marks[path]
            return Splice(mark.start, mark.end, f"[{', '.join(new)}]")
        if isinstance(new, str) and isinstance(old, str):
            shape = field_at(self.kind.model, path)
            return _scalar_splice(places, path, self._text(new, is_text=shape.is_text if shape else True))
        return self._whole(path, new)

    def _text(self, text: str, *, is_text: bool) -> tuple[str, ...]:
        return (one_line(text, is_text=is_text),) if self.is_flat else text_lines(text, is_text=is_text)

    def _whole(self, path: FieldPath, new: Tree) -> Splice:
        """Write a field or item anew, where a list or a set of fields replaces what was there."""
        lines = self._lines(path, new, " " * _column(self.places, path))
        end = _line_end(self.places.text, self.places.end(path))
        return Splice(_begin(self.places, path), end, "\n".join(lines).lstrip(" ") + "\n")

    def _lines(self, path: FieldPath, value: Tree, indent: str) -> list[str]:
        last, notes = path[-1], dict(_flat_notes(value, path)) if self.is_flat else {}
        if isinstance(last, int):
            return list(item_lines(value, field_at(self.kind.model, path), path, indent, notes))
        return list(field_lines({last: value}, _model_of(self.kind, path[:-1]), path[:-1], indent, notes))

    def _addition(self, path: FieldPath, new: Tree) -> Splice | None:
        """A new field at its place in the order of the model, or a new item at the end of its list."""
        places = self.places
        siblings = sorted(_siblings(places, path), key=lambda sibling: places.marks[sibling].start)
        if not siblings:
            return None
        indent = " " * _column(places, siblings[0])
        lines = self._lines(path, new, indent)
        if isinstance(path[-1], int):
            return _insertion_after(places, siblings[-1], lines)
        model = _model_of(self.kind, path[:-1])
        comments = _explaining_comments(places, model, indent) if model else {}
        if path[-1] in comments:
            start, end = comments[path[-1]]
            return Splice(start, end, "\n".join(lines), (places.text[start:end].strip(),))
        for name in reversed(_names_before(model, path[-1])):
            if name in comments:
                return _insertion(places, _line_end(places.text, comments[name][1]), lines)
            if (*path[:-1], name) in places.marks:
                return _insertion_after(places, (*path[:-1], name), lines)
        first = _begin(places, siblings[0])
        return Splice(first, first, "\n".join([*lines, indent]).lstrip(" "))


def _value(tree: Any, path: FieldPath) -> Any:
    """The value at a path; None when the path leads nowhere."""
    value = tree
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _fits_brackets(items: list[Any]) -> bool:
    """Whether all items are ids or short names, which may stand in brackets."""
    return all(isinstance(entry, str) and not parse(f"a: [{entry}]".encode()).faults for entry in items)


def _flat_notes(value: Tree, at: FieldPath) -> Iterator[tuple[FieldPath, Note]]:
    """Notes that keep each text of several lines on one line."""
    if isinstance(value, str):
        if "\n" in value:
            yield at, Note(kept=(one_line(value, is_text=True),))
        return
    for step, child in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _flat_notes(child, (*at, step))


def _model_of(kind: Kind, path: FieldPath) -> Any:
    """The model of the fields at a path; None when it is not known."""
    if not path:
        return kind.model
    shape = field_at(kind.model, path)
    return shape.part if shape else None


def _names_before(model: Any, name: str) -> list[str]:
    names = list(shape_of(model)) if model else []
    return names[: names.index(name)] if name in names else names


def _siblings(places: Places, path: FieldPath) -> list[FieldPath]:
    return [mark_path for mark_path in places.marks if mark_path[:-1] == path[:-1] and mark_path != path]


def _place(places: Places, path: FieldPath) -> tuple[int, int]:
    """Line and column, from 0, of a field's name or an item's hyphen."""
    position = places.marks[path].position
    return hyphen_place(places, path) if isinstance(path[-1], int) else (position.line - 1, position.column - 1)


def _column(places: Places, path: FieldPath) -> int:
    return _place(places, path)[1]


def _begin(places: Places, path: FieldPath) -> int:
    """The index where a field's name or an item's hyphen begins."""
    line, column = _place(places, path)
    index = 0
    for _ in range(line):
        index = places.text.index("\n", index) + 1
    return index + column


def _line_end(text: str, index: int) -> int:
    """The index after the line break that ends the line of `index`; `index` itself when it follows a line break."""
    if index and text[index - 1] == "\n":
        return index
    line_break = text.find("\n", index)
    return len(text) if line_break < 0 else line_break + 1


def _scalar_splice(places: Places, path: FieldPath, lines: tuple[str, ...]) -> Splice:
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
    following = [_begin(places, sibling) for sibling in _siblings(places, path) if _begin(places, sibling) > begin]
    return Splice(begin, min(following), "") if following else None


def _explaining_comments(places: Places, model: Any, indent: str) -> dict[str | int, tuple[int, int]]:
    """Start and end of each comment that explains a field not filled in yet, by the name of the field."""
    name_by_comment = {indent + field_comment(shape): name for name, shape in shape_of(model).items()}
    spans: dict[str | int, tuple[int, int]] = {}
    start = 0
    for line in places.text.split("\n"):
        if (name := name_by_comment.get(line.rstrip())) is not None:
            spans.setdefault(name, (start, start + len(line.rstrip())))
        start += len(line) + 1
    return spans


def _insertion_after(places: Places, path: FieldPath, lines: list[str]) -> Splice:
    return _insertion(places, _line_end(places.text, places.end(path)), lines)


def _insertion(places: Places, start: int, lines: list[str]) -> Splice:
    before = "" if start == 0 or places.text[start - 1] == "\n" else "\n"
    return Splice(start, start, before + "\n".join(lines) + ("\n" if not before else ""))
