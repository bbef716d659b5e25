"""Formats a record in the canonical layout: order, indents and quotes change; data and comments never do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lif.diagnostics.location import FieldPath
from lif.errors import LifError
from lif.model.kind import Kind
from lif.store.yaml.comments import Comment, Places, count_comments
from lif.store.yaml.emit import Note, record_text
from lif.store.yaml.parse import parse

_HEADER = re.compile(r"[|>][-+]?")
_ADVICE = "Lay this file out by hand, or move the comment to a line of its own."


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    """Where a field or a list item begins; of several at one place, the shallowest comes first."""

    line: int
    depth: int
    column: int
    path: FieldPath


@dataclass
class _Surroundings:
    """The comments gathered for one value, before they become a note."""

    before: list[str] = field(default_factory=list)
    beside: str = ""
    after: list[str] = field(default_factory=list)


def format_record(data: bytes, kind: Kind) -> bytes:
    """The file in the canonical layout.

    Raises `LifError` (exit code 1) when the file cannot be read, or when data or a comment would be changed or lost.
    """
    before = parse(data)
    if before.tree is None or before.faults:
        raise LifError("it cannot be read", "`lif check` says why.", exit_code=1)
    places = Places.of(data)
    nodes = sorted(_nodes(places))
    around, head, tail = _gather_comments(places, nodes)
    notes = {path: _note(places, path, around.get(path, _Surroundings())) for path in places.marks}
    body = record_text(before.tree, kind.model, notes).lstrip("\n").removesuffix("\n")
    text = "\n".join([*head, body, *tail]) + "\n"
    after = parse(text.encode())
    if after.faults or after.tree != before.tree:
        raise LifError("a text in it would not come out as it is", _ADVICE, exit_code=1)
    if count_comments(text.encode()) != places.every():
        raise LifError("a comment in it would be lost", _ADVICE, exit_code=1)
    return text.encode()


def _nodes(places: Places) -> Iterator[_Node]:
    for path, mark in places.marks.items():
        if isinstance(path[-1], str):
            yield _Node(mark.position.line - 1, len(path), mark.position.column - 1, path)
        elif not places.is_inline(path[:-1]):
            line, column = hyphen_place(places, path)
            yield _Node(line, len(path), column, path)


def hyphen_place(places: Places, path: FieldPath) -> tuple[int, int]:
    """Line and column, from 0, of the hyphen before a list item."""
    text, first = places.text, places.marks[path[:-1]].start
    column = first - text.rfind("\n", 0, first) - 1
    line_start = text.rfind("\n", 0, places.marks[path].start) + 1
    while not (text.startswith("-", line_start + column) and not text[line_start : line_start + column].strip(" -")):
        line_start = text.rfind("\n", 0, line_start - 1) + 1
    return text.count("\n", 0, line_start), column


def _gather_comments(places: Places, nodes: list[_Node]) -> tuple[dict[FieldPath, _Surroundings], list[str], list[str]]:
    """The comments around each value, those at the top of the file, and those at its end."""
    around: dict[FieldPath, _Surroundings] = {}
    tail: list[str] = []
    following: list[str] = tail
    next_line = -1
    for loose in reversed(places.loose()):
        later = next((node for node in nodes if node.line > loose.line), None)
        lines = _lines_to_join(loose, later, nodes, around, tail)
        if not loose.text and later is not None and later.line != next_line:
            lines = around.setdefault(later.path, _Surroundings()).before
        elif not loose.text:
            lines = following
        lines.insert(0, loose.text)
        following, next_line = lines, later.line if later else -1
    for comment in places.beside():
        _keep_beside(comment, places, nodes, around)
    for surroundings in around.values():
        surroundings.before, surroundings.after = (
            _without_double_blanks(surroundings.before),
            [line for line in surroundings.after if line],
        )
    return around, _take_head(nodes, around), _without_trailing_blanks(_without_double_blanks(tail))


def _lines_to_join(
    loose: Comment, later: _Node | None, nodes: list[_Node], around: dict[FieldPath, _Surroundings], tail: list[str]
) -> list[str]:
    """The list of lines a comment belongs in: after the value it is indented like, or before the next value."""
    margin = later.column if later else 0
    if loose.text and loose.column > margin:
        earlier = [node for node in nodes if node.line < loose.line]
        path_above = earlier[-1].path if earlier else ()
        holders = [
            node for node in earlier if path_above[: node.depth] == node.path and margin < node.column <= loose.column
        ]
        if holders:
            return around.setdefault(max(holders, key=lambda node: node.depth).path, _Surroundings()).after
    return around.setdefault(later.path, _Surroundings()).before if later else tail


def _keep_beside(comment: Comment, places: Places, nodes: list[_Node], around: dict[FieldPath, _Surroundings]) -> None:
    """Keep a comment on the line of its value, or above it where there is no room."""
    node = [node for node in nodes if node.line <= comment.line][-1]
    surroundings = around.setdefault(node.path, _Surroundings())
    holds_more = node.path in places.holders and not places.is_inline(node.path)
    if surroundings.beside or (holds_more and isinstance(node.path[-1], int)):
        surroundings.before.append(comment.text)
    else:
        surroundings.beside = comment.text


def _take_head(nodes: list[_Node], around: dict[FieldPath, _Surroundings]) -> list[str]:
    """Take out and return the comments at the top that an empty line separates from the first field."""
    first = around.get(nodes[0].path, _Surroundings())
    lines = first.before[1:] if first.before[:1] == [""] else first.before
    cut = len(lines) - lines[::-1].index("") if "" in lines else 0
    first.before = lines[cut:]
    return lines[:cut]


def _without_double_blanks(lines: list[str]) -> list[str]:
    """The lines with no two empty ones in a row."""
    return [line for index, line in enumerate(lines) if line or not index or lines[index - 1]]


def _without_trailing_blanks(lines: list[str]) -> list[str]:
    """The lines without empty ones at the end."""
    return _without_trailing_blanks(lines[:-1]) if lines and not lines[-1] else lines


def _note(places: Places, path: FieldPath, around: _Surroundings) -> Note:
    note = Note(tuple(around.before), around.beside, tuple(around.after))
    mark = places.marks[path]
    if path in places.holders:
        return replace(note, is_inline=places.is_inline(path))
    return replace(
        note,
        kept=_lines_as_written(places.text[mark.start : mark.end], mark.style),
        is_quoted=mark.style in {'"', "'"},
        is_inline=places.is_inline(path),
    )


def _lines_as_written(written: str, style: str | None) -> tuple[str, ...]:
    """The lines of a text with its own line breaks; empty for one written on a single line."""
    lines = written.replace("\r\n", "\n").split("\n")
    if style not in {"|", ">"}:
        return (lines[0].rstrip(" \t"), *(line.strip(" \t") for line in lines[1:])) if len(lines) > 1 else ()
    header = _HEADER.match(lines[0])
    body = lines[1:-1] if not lines[-1] else lines[1:]
    if header is None or lines[0][header.end() : header.end() + 1].isdigit() or not any(body):
        return ()
    if "+" not in header[0]:
        while body and not body[-1].strip():
            body.pop()
    step = next((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), 0)
    return (header[0], *(line[step:] for line in body))
