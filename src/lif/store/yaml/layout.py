"""One canonical layout for a record somebody wrote: order, steps and quotes change; data and comments never."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lif.diagnostics.location import FieldPath
from lif.errors import LifError
from lif.model.kind import Kind
from lif.store.yaml.comments import Comment, Places, every_comment
from lif.store.yaml.emit import Note, record
from lif.store.yaml.parse import parse

_HEADER = re.compile(r"[|>][-+]?")
_ADVICE = "Lay this file out by hand, or move the comment to a line of its own."


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    """Where a field or an item of a list begins; its shallowest reading comes first."""

    line: int
    depth: int
    column: int
    path: FieldPath


@dataclass
class _Around:
    """What is gathered for one value before it becomes a note."""

    before: list[str] = field(default_factory=list)
    beside: str = ""
    after: list[str] = field(default_factory=list)


def formatted(data: bytes, kind: Kind) -> bytes:
    """The file in the canonical layout.

    Raises `LifError` (exit code 1) when the file cannot be read, or when data or a comment would not come out whole.
    """
    before = parse(data)
    if before.tree is None or before.faults:
        raise LifError("it cannot be read", "`lif check` says why.", exit_code=1)
    places = Places.of(data)
    nodes = sorted(_nodes(places))
    around, head, tail = _gathered(places, nodes)
    notes = {path: _note(places, path, around.get(path, _Around())) for path in places.marks}
    body = record(before.tree, kind.model, notes).lstrip("\n").removesuffix("\n")
    text = "\n".join([*head, body, *tail]) + "\n"
    after = parse(text.encode())
    if after.faults or after.tree != before.tree:
        raise LifError("a text in it would not come out as it is", _ADVICE, exit_code=1)
    if every_comment(text.encode()) != places.every():
        raise LifError("a comment in it would be lost", _ADVICE, exit_code=1)
    return text.encode()


def _nodes(places: Places) -> Iterator[_Node]:
    for path, mark in places.marks.items():
        if isinstance(path[-1], str):
            yield _Node(mark.position.line - 1, len(path), mark.position.column - 1, path)
        elif not places.is_inline(path[:-1]):
            line, column = hyphen(places, path)
            yield _Node(line, len(path), column, path)


def hyphen(places: Places, path: FieldPath) -> tuple[int, int]:
    """Line and column, from 0, of the hyphen before an item of a list."""
    text, first = places.text, places.marks[path[:-1]].start
    column = first - text.rfind("\n", 0, first) - 1
    line_start = text.rfind("\n", 0, places.marks[path].start) + 1
    while not (text.startswith("-", line_start + column) and not text[line_start : line_start + column].strip(" -")):
        line_start = text.rfind("\n", 0, line_start - 1) + 1
    return text.count("\n", 0, line_start), column


def _gathered(places: Places, nodes: list[_Node]) -> tuple[dict[FieldPath, _Around], list[str], list[str]]:
    """What stands around each value, the comments that head the file, and those that end it."""
    around: dict[FieldPath, _Around] = {}
    tail: list[str] = []
    following: list[str] = tail
    next_line = -1
    for loose in reversed(places.loose()):
        later = next((node for node in nodes if node.line > loose.line), None)
        lines = _target(loose, later, nodes, around, tail)
        if not loose.text and later is not None and later.line != next_line:
            lines = around.setdefault(later.path, _Around()).before
        elif not loose.text:
            lines = following
        lines.insert(0, loose.text)
        following, next_line = lines, later.line if later else -1
    for comment in places.beside():
        _beside(comment, places, nodes, around)
    for one in around.values():
        one.before, one.after = _single(one.before), [line for line in one.after if line]
    return around, _head(nodes, around), _trimmed(_single(tail))


def _target(
    loose: Comment, later: _Node | None, nodes: list[_Node], around: dict[FieldPath, _Around], tail: list[str]
) -> list[str]:
    """The lines a comment joins: those after a value it is stepped in like, or those before the next."""
    margin = later.column if later else 0
    if loose.text and loose.column > margin:
        earlier = [node for node in nodes if node.line < loose.line]
        own = earlier[-1].path if earlier else ()
        holders = [node for node in earlier if own[: node.depth] == node.path and margin < node.column <= loose.column]
        if holders:
            return around.setdefault(max(holders, key=lambda node: node.depth).path, _Around()).after
    return around.setdefault(later.path, _Around()).before if later else tail


def _beside(comment: Comment, places: Places, nodes: list[_Node], around: dict[FieldPath, _Around]) -> None:
    """Keep a comment beside the value it stands beside, or above it where there is no room."""
    node = [node for node in nodes if node.line <= comment.line][-1]
    one = around.setdefault(node.path, _Around())
    holds_more = node.path in places.holders and not places.is_inline(node.path)
    if one.beside or (holds_more and isinstance(node.path[-1], int)):
        one.before.append(comment.text)
    else:
        one.beside = comment.text


def _head(nodes: list[_Node], around: dict[FieldPath, _Around]) -> list[str]:
    """The comments at the top that an empty line sets off from the first field."""
    first = around.get(nodes[0].path, _Around())
    lines = first.before[1:] if first.before[:1] == [""] else first.before
    cut = len(lines) - lines[::-1].index("") if "" in lines else 0
    first.before = lines[cut:]
    return lines[:cut]


def _single(lines: list[str]) -> list[str]:
    """The lines with no two empty ones in a row."""
    return [line for index, line in enumerate(lines) if line or not index or lines[index - 1]]


def _trimmed(lines: list[str]) -> list[str]:
    """The lines without empty ones at the end."""
    return _trimmed(lines[:-1]) if lines and not lines[-1] else lines


def _note(places: Places, path: FieldPath, around: _Around) -> Note:
    note = Note(tuple(around.before), around.beside, tuple(around.after))
    mark = places.marks[path]
    if path in places.holders:
        return replace(note, is_inline=places.is_inline(path))
    return replace(
        note,
        kept=_kept(places.text[mark.start : mark.end], mark.style),
        is_quoted=mark.style in {'"', "'"},
        is_inline=places.is_inline(path),
    )


def _kept(written: str, style: str | None) -> tuple[str, ...]:
    """The lines of a text that has its own line breaks; empty for one that is written on a single line."""
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
