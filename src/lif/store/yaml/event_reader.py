"""Reads YAML events into a tree of text: every scalar stays text; anchors, aliases, tags and the like are refused.

No loader of a library reads a record: each crashes, hangs or misreads some input. The events come from one named
scanner, that of ruamel.yaml in C, or its pure Python version where no wheel exists; both read the accepted subset in
the same way.
"""

import re
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from lif.diagnostics import codes
from lif.diagnostics.location import FieldPath, Position
from lif.store.load.fault import Fault
from lif.store.yaml.hints import (
    ANCHOR_HINT,
    ASK_HINT,
    FIELDS_HINT,
    KEY_HINT,
    KEY_MESSAGE,
    TAB_HINT,
    TAB_MESSAGE,
    in_plain_words,
)
from lif.store.yaml.mistakes import likely_mistake
from lif.store.yaml.scanner import Scanner
from lif.store.yaml.text import INVISIBLE_CHARACTER, code_point, is_field_name

Tree = dict[str, "Tree"] | list["Tree"] | str
DEEPEST = 16
MOST_EVENTS = 20_000
_INLINE_ITEM = re.compile(r"[a-z0-9][a-z0-9/#-]*|[a-z][a-z0-9/#_.-]*", re.ASCII)


class Mark(NamedTuple):
    """Where a field stands: the position of its name (or of a list item), and the span of its value in the text."""

    position: Position
    start: int
    end: int
    style: str | None = None


class Reader:
    """One pass over the events of one file.

    `is_cut` when the file could not be read to its end; `spoiled` are the fields with content that is no value.
    """

    scanner: ClassVar[Any] = Scanner

    def __init__(self, text: str, *, keep_marks: bool = False) -> None:
        self.text = text
        self.root: Any = None
        self.faults: list[Fault] = []
        self.marks: dict[FieldPath, Mark] = {}
        self._keep_marks = keep_marks
        self._stack: list[Any] = []
        self._keys: list[Any] = []
        self._key_marks: list[Any] = []
        self.spoiled: list[FieldPath] = []
        self._misnamed: list[tuple[dict[str, Any], str]] = []
        self._documents = 0
        self.is_cut = False

    def run(self) -> None:
        """Read to the end, or to the first place that cannot be read."""
        try:
            self._events()
        except MarkedYAMLError as error:
            self._unreadable(error)
            self.is_cut = True
        except (YAMLError, ValueError, TypeError, KeyError, AttributeError, AssertionError, IndexError) as error:
            self._fault(codes.UNREADABLE, f"the file cannot be read: {type(error).__name__}", ASK_HINT, None)
            self.is_cut = True
        if self.root is None and not self.faults:
            self._fault(codes.NOT_FIELDS, "there is no record in the file", FIELDS_HINT, None)
        for fields, name in self._misnamed:
            fields.pop(name, None)

    def _events(self) -> None:
        next_event = self.scanner(self.text).get_event
        for _ in range(MOST_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                if self._try_plain(event):
                    continue
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, {} if kind is MappingStartEvent else [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                self._document(event)
            if event is None or self.is_cut:
                return
        self._stop(codes.TOO_MUCH, "the file has more parts than a record can have", event)

    def _alias(self, event: Any) -> None:
        self._fault(codes.ANCHOR, "an alias (a word after *) stands here", ANCHOR_HINT, event.start_mark)
        if not self._stack or (type(self._stack[-1]) is dict and self._keys[-1] is None):
            self.is_cut = True
        else:
            self.spoiled.append(self._path())
            self._put("", event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._fault(
                codes.TAG, "a directive (a line that begins with %) stands here", "Delete it.", event.start_mark
            )
        if self._documents > 1:
            self._stop(
                codes.SECOND_DOCUMENT, "a second record begins here", event, "Give each record a file of its own."
            )

    def _try_plain(self, event: Any) -> bool:
        """Take in a name or a text that cannot be wrong, as almost all are; False leaves it to `_scalar`."""
        if event.tag is not None or event.anchor is not None or event.style == '"' or not self._stack:
            return False
        container, keys = self._stack[-1], self._keys
        value, key = event.value, keys[-1]
        if key is not None or type(container) is list:
            if self._keep_marks:
                self._mark(event)
            if key is None:
                container.append(value)
                return True
            if key not in container:
                container[key] = value
            keys[-1] = None
        elif value not in container and is_field_name(value):
            keys[-1] = value
            self._key_marks[-1] = event.start_mark
        else:
            return False
        return True

    def _scalar(self, event: Any) -> None:
        self._refuse_anchor_and_tag(event)
        value: str = event.value
        if not self._stack:
            self._stop(codes.NOT_FIELDS, "the file holds text without fields", event, FIELDS_HINT)
            return
        if type(self._stack[-1]) is dict and self._keys[-1] is None:
            self._key(value, event)
            return
        if event.style == '"' and (hidden := INVISIBLE_CHARACTER.search(value)):
            says = f"an invisible or control character is written here: {code_point(hidden[0])}"
            self._fault(codes.INVISIBLE, says, "Leave it out.", event.start_mark)
        self._put(value, event)

    def _key(self, value: str, event: Any) -> None:
        if not is_field_name(value):
            self._misnamed.append((self._stack[-1], value))
            odd = next((character for character in value if not character.isascii()), "")
            says = f"{KEY_MESSAGE}: it holds {code_point(odd)}" if odd else KEY_MESSAGE
            self._fault(codes.KEY, says, KEY_HINT, event.start_mark)
        if value in self._stack[-1]:
            line = self._first_marks[(*self._path(), value)].position.line
            says = f"`{value}` stands here a second time; the first is in line {line}"
            self._fault(codes.TWICE, says, "Keep one of them, with what is right in both.", event.start_mark)
        self._keys[-1] = value
        self._key_marks[-1] = event.start_mark

    @cached_property
    def _first_marks(self) -> dict[FieldPath, Mark]:
        """Where each field first stands: read again with marks when a name occurs twice."""
        if self._keep_marks:
            return self.marks
        second_reader = type(self)(self.text, keep_marks=True)
        second_reader.run()
        return second_reader.marks

    def _put(self, value: Any, event: Any) -> None:
        holder = self._stack[-1]
        if self._keep_marks:
            self._mark(event)
        if type(holder) is list:
            holder.append(value)
        else:
            holder.setdefault(self._keys[-1], value)
            self._keys[-1] = None

    def _mark(self, event: Any) -> None:
        path = self._path()
        key_mark = self._key_marks[-1]
        start_mark = key_mark if type(self._stack[-1]) is dict and key_mark is not None else event.start_mark
        position = Position(start_mark.line + 1, start_mark.column + 1)
        style = getattr(event, "style", None) or None
        self.marks.setdefault(path, Mark(position, event.start_mark.index, event.end_mark.index, style))

    def _open(self, event: Any, container: dict[str, Tree] | list[Tree]) -> None:
        self._refuse_anchor_and_tag(event)
        if event.flow_style:
            self._refuse_braces(event, container)
        if len(self._stack) >= DEEPEST:
            self._stop(codes.TOO_MUCH, f"fields stand within fields more than {DEEPEST} deep", event)
            return
        if not self._stack and self.root is None:
            self.root = container
            if type(container) is list:
                self._stop(codes.NOT_FIELDS, "the file is a list; a record is a set of fields", event, FIELDS_HINT)
                return
        elif type(self._stack[-1]) is dict and self._keys[-1] is None:
            self._stop(codes.KEY, "a list or a set of fields stands where a field name should", event, KEY_HINT)
            return
        else:
            self._put_container(container, event)
        self._stack.append(container)
        self._keys.append(None)
        self._key_marks.append(None)

    def _put_container(self, container: Any, event: Any) -> None:
        holder = self._stack[-1]
        if self._keep_marks:
            self._mark(event)
        if type(holder) is list:
            holder.append(container)
        else:
            holder.setdefault(self._keys[-1], container)

    def _close(self, event: Any) -> None:
        container = self._stack.pop()
        self._keys.pop()
        self._key_marks.pop()
        if self._keep_marks and self._stack:
            path = self._closed_path()
            if (mark := self.marks.get(path)) is not None:
                self.marks[path] = Mark(mark.position, mark.start, event.end_mark.index, mark.style)
        if self._stack and type(self._stack[-1]) is dict:
            self._keys[-1] = None
        if type(container) is list and event.start_mark.index < event.end_mark.index:
            self._check_brackets(container, event)

    def _closed_path(self) -> FieldPath:
        path = self._path()
        return path if type(self._stack[-1]) is dict else (*path[:-1], len(self._stack[-1]) - 1)

    def _refuse_braces(self, event: Any, container: Any) -> None:
        if type(container) is dict:
            self._fault(codes.INLINE, "braces stand here", "Write one field to a line, without { }.", event.start_mark)

    def _check_brackets(self, container: list[Tree], event: Any) -> None:
        if not all(isinstance(item, str) and _INLINE_ITEM.fullmatch(item) for item in container):
            hint = "Between [ ] only ids and names may stand; write anything else on lines that begin with a hyphen."
            self._fault(codes.INLINE, "brackets hold more than ids", hint, event.start_mark)

    def _path(self) -> FieldPath:
        steps: list[str | int] = []
        for depth, (container, key) in enumerate(zip(self._stack, self._keys, strict=True)):
            if type(container) is list:
                steps.append(len(container) - (depth < len(self._stack) - 1))
            elif key is not None:
                steps.append(key)
        return tuple(steps)

    def _refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor:
            self._fault(codes.ANCHOR, "an anchor (a word after &) stands here", ANCHOR_HINT, event.start_mark)
        if event.tag is not None:
            hint = "Delete it: a record holds plain text."
            self._fault(codes.TAG, "a tag (a word after !) stands here", hint, event.start_mark)

    def _stop(self, code: Any, message: str, event: Any, hint: str = "Split it: one record tells one thing.") -> None:
        self._fault(code, message, hint, event.start_mark)
        self.spoiled.append(self._path())
        self.is_cut = True

    def _unreadable(self, error: MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        if mark is not None and self.text[mark.index : mark.index + 1] == "\t":
            self._fault(codes.TAB, TAB_MESSAGE, TAB_HINT, mark)
            return
        found = likely_mistake(self.text, mark.line + 1) if mark is not None else None
        if found is not None:
            self.faults.append(Fault(codes.UNREADABLE, found.message, found.hint, found.position))
            return
        self._fault(codes.UNREADABLE, *in_plain_words(str(error.problem or error.context or "")), mark)

    def _fault(self, code: Any, message: str, hint: str, mark: Any) -> None:
        position = Position(mark.line + 1, mark.column + 1) if mark is not None else Position(1, 1)
        self.faults.append(Fault(code, message, hint, position))
