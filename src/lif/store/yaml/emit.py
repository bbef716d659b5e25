"""Writes a record in the canonical layout: fields in model order, indents of two spaces, quotes only where needed."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lif.diagnostics.location import FieldPath
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.store.yaml.ambiguous_text import reads_otherwise
from lif.store.yaml.event_reader import Tree

_INDENT = "  "
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~]"
_PLAIN = re.compile(rf"{_FIRST}(?:[^\n\r\t]*[^\s:])?")
"""Text that needs no quotes, unless it contains `: ` or ` #`."""
_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7}|={7})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Note:
    """The comments and the style of a value: comment lines before and after it, and one at the end of its line.

    `kept` are the lines of a text that keeps its own line breaks, the first after the name and the others indented;
    `is_inline` marks a list in brackets. An empty string among comment lines is an empty line.
    """

    before: tuple[str, ...] = ()
    beside: str = ""
    after: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    is_inline: bool = False
    is_quoted: bool = False


Notes = Mapping[FieldPath, Note]
_NO_NOTE = Note()


def record_text(tree: dict[str, Tree], model: type[Part], notes: Notes | None = None) -> str:
    """The whole text of a record's file, ending in a line feed."""
    return "\n".join(field_lines(tree, model, notes=notes or {})) + "\n"


def field_lines(
    tree: Mapping[str, Tree],
    model: type[Part] | None,
    at: FieldPath = (),
    indent: str = "",
    notes: Notes | None = None,
) -> Iterator[str]:
    """The lines of a set of fields; unknown fields come last, in the order of the tree."""
    shapes = shape_of(model) if model else {}
    notes_by_path = notes or {}
    for name in (
        *(known for known in shapes if known in tree),
        *(unknown for unknown in tree if unknown not in shapes),
    ):
        path = (*at, name)
        note = notes_by_path.get(path, _NO_NOTE)
        yield from indented(note.before, indent)
        yield from _value(f"{indent}{name}:", tree[name], shapes.get(name), path, indent + _INDENT, notes_by_path)
        yield from indented(note.after, indent)


def _value(head: str, value: Tree, shape: FieldShape | None, at: FieldPath, indent: str, notes: Notes) -> Iterator[str]:
    note = notes.get(at, _NO_NOTE)
    if isinstance(value, str):
        yield from _text(head, value, shape, indent, note)
    elif isinstance(value, dict):
        yield _with_comment(head, note)
        yield from field_lines(value, shape.part if shape else None, at, indent, notes)
    elif note.is_inline or not value:
        yield _with_comment(f"{head} [{', '.join(str(element) for element in value)}]", note)
    else:
        yield _with_comment(head, note)
        for index, element in enumerate(value):
            yield from item_lines(element, shape, (*at, index), indent, notes)


def item_lines(
    value: Tree, shape: FieldShape | None, at: FieldPath = (), indent: str = _INDENT, notes: Notes | None = None
) -> Iterator[str]:
    """The lines of one item of a list, with its hyphen at `indent`."""
    notes_by_path = notes or {}
    note = notes_by_path.get(at, _NO_NOTE)
    yield from indented(note.before, indent)
    if isinstance(value, dict) and value:
        lines = list(field_lines(value, shape.part if shape else None, at, indent + _INDENT, notes_by_path))
        first = next(index for index, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
        yield from (line.replace(_INDENT, "", 1) if line else line for line in lines[:first])
        yield f"{indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]
    else:
        yield from _value(f"{indent}-", value, shape, at, indent + _INDENT, notes_by_path)
    yield from indented(note.after, indent)


def indented(lines: tuple[str, ...], indent: str) -> Iterator[str]:
    """The lines indented; empty ones stay empty."""
    return (indent + line if line else line for line in lines)


def _with_comment(head: str, note: Note) -> str:
    return f"{head}  {note.beside}" if note.beside else head


def _text(head: str, text: str, shape: FieldShape | None, indent: str, note: Note) -> Iterator[str]:
    lines = note.kept or text_lines(text, is_text=shape.is_text if shape else note.is_quoted)
    is_block = lines[0][:1] in {"|", ">"}
    first, *rest = (f"{head} {lines[0]}" if lines[0] else head, *indented(lines[1:], indent))
    if is_block or not rest:
        yield _with_comment(first, note)
        yield from rest
    else:
        yield first
        yield from rest[:-1]
        yield _with_comment(rest[-1], note)


def text_lines(text: str, *, is_text: bool) -> tuple[str, ...]:
    """The lines in which a text is written: one line, or `|` and its lines.

    `is_text` says that other programs must not read it as a number, a date or a boolean.
    """
    if "\n" in text and _fits_a_block(text):
        body = text.rstrip("\n")
        ending = len(text) - len(body)
        return (("|-", "|")[ending], *body.split("\n"))
    return (one_line(text, is_text=is_text),)


def _fits_a_block(text: str) -> bool:
    """Whether a `|` block shows the text unambiguously to parsers, editors and people.

    No space at the end of a line, no empty or indented first line, one line feed at most at the end, no conflict marks.
    """
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
