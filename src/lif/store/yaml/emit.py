"""The canonical layout of a record: fields in the order of the model, two spaces a step, quotes only where needed."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lif.diagnostics.location import FieldPath
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.store.yaml.ambiguous_text import reads_otherwise
from lif.store.yaml.event_reader import Tree

_STEP = "  "
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~]"
_PLAIN = re.compile(rf"{_FIRST}(?:[^\n\r\t]*[^\s:])?")
"""What needs no quotes, unless `: ` or ` #` stands in it."""
_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7}|={7})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands around a value besides the value: comment lines before and after it, a comment beside it.

    `kept` are the lines of a text that keeps its own line breaks, the first beside the name and the others stepped in;
    `is_inline` marks a list that stands between brackets. An empty string among comment lines is an empty line.
    """

    before: tuple[str, ...] = ()
    beside: str = ""
    after: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    is_inline: bool = False
    is_quoted: bool = False


Notes = Mapping[FieldPath, Note]
_NONE = Note()


def record(tree: dict[str, Tree], model: type[Part], notes: Notes | None = None) -> str:
    """The whole text of a record's file, ending in a new line."""
    return "\n".join(fields(tree, model, notes=notes or {})) + "\n"


def fields(
    tree: Mapping[str, Tree],
    model: type[Part] | None,
    at: FieldPath = (),
    indent: str = "",
    notes: Notes | None = None,
) -> Iterator[str]:
    """The lines of a set of fields; unknown fields come last, as they came."""
    shapes = shape_of(model) if model else {}
    noted = notes or {}
    for name in (*(known for known in shapes if known in tree), *(other for other in tree if other not in shapes)):
        path = (*at, name)
        note = noted.get(path, _NONE)
        yield from stepped(note.before, indent)
        yield from _value(f"{indent}{name}:", tree[name], shapes.get(name), path, indent + _STEP, noted)
        yield from stepped(note.after, indent)


def _value(head: str, value: Tree, shape: FieldShape | None, at: FieldPath, indent: str, notes: Notes) -> Iterator[str]:
    note = notes.get(at, _NONE)
    if isinstance(value, str):
        yield from _text(head, value, shape, indent, note)
    elif isinstance(value, dict):
        yield _beside(head, note)
        yield from fields(value, shape.part if shape else None, at, indent, notes)
    elif note.is_inline or not value:
        yield _beside(f"{head} [{', '.join(str(one) for one in value)}]", note)
    else:
        yield _beside(head, note)
        for index, one in enumerate(value):
            yield from item(one, shape, (*at, index), indent, notes)


def item(
    value: Tree, shape: FieldShape | None, at: FieldPath = (), indent: str = _STEP, notes: Notes | None = None
) -> Iterator[str]:
    """The lines of one item of a list, its hyphen at `indent`."""
    noted = notes or {}
    note = noted.get(at, _NONE)
    yield from stepped(note.before, indent)
    if isinstance(value, dict) and value:
        lines = list(fields(value, shape.part if shape else None, at, indent + _STEP, noted))
        first = next(index for index, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
        yield from (line.replace(_STEP, "", 1) if line else line for line in lines[:first])
        yield f"{indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]
    else:
        yield from _value(f"{indent}-", value, shape, at, indent + _STEP, noted)
    yield from stepped(note.after, indent)


def stepped(lines: tuple[str, ...], indent: str) -> Iterator[str]:
    """The lines stepped in; empty ones stay empty."""
    return (indent + line if line else line for line in lines)


def _beside(head: str, note: Note) -> str:
    return f"{head}  {note.beside}" if note.beside else head


def _text(head: str, text: str, shape: FieldShape | None, indent: str, note: Note) -> Iterator[str]:
    lines = note.kept or text_lines(text, is_text=shape.is_text if shape else note.is_quoted)
    is_block = lines[0][:1] in {"|", ">"}
    first, *rest = (f"{head} {lines[0]}" if lines[0] else head, *stepped(lines[1:], indent))
    if is_block or not rest:
        yield _beside(first, note)
        yield from rest
    else:
        yield first
        yield from rest[:-1]
        yield _beside(rest[-1], note)


def text_lines(text: str, *, is_text: bool) -> tuple[str, ...]:
    """A text as it is written: one line, or `|` and its lines; `is_text` when nothing else may be read into it."""
    if "\n" in text and _fits_a_block(text):
        body = text.rstrip("\n")
        ending = len(text) - len(body)
        return (("|-", "|")[ending], *body.split("\n"))
    return (one_line(text, is_text=is_text),)


def _fits_a_block(text: str) -> bool:
    """Whether a reader, an editor and a person all see the text that is meant: no blanks at the ends of its lines."""
    lines = text.split("\n")
    return (
        bool(lines[0])
        and not text.endswith("\n\n")
        and not text[0].isspace()
        and all(line == line.rstrip() for line in lines)
        and not _CONFLICT.search(text)
    )


def one_line(text: str, *, is_text: bool) -> str:
    """A text on one line: plain where that is safe, otherwise in double quotes."""
    return text if _is_plain(text, is_text=is_text) else json.dumps(text, ensure_ascii=False)


def _is_plain(text: str, *, is_text: bool) -> bool:
    if not _PLAIN.fullmatch(text) or ": " in text or " #" in text:
        return False
    return not (is_text and reads_otherwise(text))
