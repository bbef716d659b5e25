"""Refuse to show or write a document in which a record's own words could identify a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.diagnostics.code import Severity
from lif.diagnostics.location import FieldPath, spelled
from lif.errors import LifError
from lif.model.snapshot import Broken, Snapshot
from lif.privacy.mask import mask_matches, mask_path
from lif.privacy.match import Match
from lif.privacy.scan import scan
from lif.rules.allowances import exceptions_in_force
from lif.rules.rule import Question
from lif.store.load.load import Loaded
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.yaml.fields import Fields
from lif.store.yaml.parse import marks, parse

_MOST_SHOWN = 5
_CONTEXT_WORDS = 3
"""The words of a field on either side of a find by which its place in a document is known."""
_WORD = re.compile(r"[^\W_]+")
_ESCAPED = re.compile(r"\\(?=\W|_)|\[\^[\w-]+\]")
"""What a document puts between the words of a record: the signs that keep Markdown from reading them, and notes."""


@dataclass(frozen=True, slots=True)
class BlockingMatch:
    """A find that a document shows: the record and its field, and where in the file it stands; or a template."""

    path: str
    at: FieldPath
    match: Match

    @property
    def says(self) -> str:
        """Where it stands and what it looks like, without the value."""
        field = f"`{mask_matches(spelled(self.at))}` in " if self.at else ""
        place = f"{mask_path(self.path)}:{self.match.line}:{self.match.column}"
        return f"{field}{place} holds what looks like {self.match.kind} [{self.match.code.name}]"


def blocking_matches(text: str, loaded: Loaded, today: date) -> tuple[BlockingMatch, ...]:
    """The finds of `lif check` that are errors and whose words the document shows, less accepted exceptions.

    Each record was searched by itself, so that nothing is found in words that only stand beside each other here.
    """
    allowed = exceptions_in_force(Question(loaded.snapshot, today))
    found = [
        (private.path, match)
        for private in loaded.private
        for match in (*private.name, *private.text)
        if private.record in loaded.snapshot.entries
        and match.code.severity is Severity.ERROR
        and (private.record, match.code.name) not in allowed
    ]
    shown = _words(_ESCAPED.sub("", text)) if found else ""
    return tuple(_shown(found, loaded, shown))


def _shown(found: list[tuple[str, Match]], loaded: Loaded, shown: str) -> Iterator[BlockingMatch]:
    names = {match for private in loaded.private for match in private.name}
    fields_by_path: dict[str, tuple[Fields, Any]] = {}
    for path, match in found:
        if path not in fields_by_path:
            data = loaded.files[path]
            fields_by_path[path] = (Fields(marks(data)), parse(data).tree)
        fields, tree = fields_by_path[path]
        at = () if match in names else fields.at(match.start, match.end)
        if _with_context(match.value, _value_at(tree, at)) in shown:
            yield BlockingMatch(path, at, match)


def _value_at(tree: Any, at: FieldPath) -> str:
    """The text of a field; empty where it holds none, or where no field is meant."""
    for step in at:
        try:
            tree = tree[step]
        except (IndexError, KeyError, TypeError):
            return ""
    return tree if isinstance(tree, str) else ""


def _with_context(value: str, text: str) -> str:
    """A value with the words beside it in its field, as `_words` gives them; alone where the field does not hold it."""
    words, inside = _words(value), _words(text)
    start = inside.find(words)
    if start < 0:
        return words
    before, after = inside[:start].split(), inside[start + len(words) :].split()
    return f" {' '.join((*before[-_CONTEXT_WORDS:], *words.split(), *after[:_CONTEXT_WORDS]))} "


def _words(text: str) -> str:
    """The words of a text in small letters, with single blanks between and around them."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def without_private_records(loaded: Loaded, today: date) -> tuple[Snapshot, int]:
    """The snapshot without the records that hold something that could identify a person, and the number left out.

    They count as broken: known by their id, so that a citation of one is not reported as an error, but never shown.
    """
    allowed = exceptions_in_force(Question(loaded.snapshot, today))
    private_ids = {
        private.record
        for private in loaded.private
        for match in (*private.name, *private.text)
        if match.code.severity is Severity.ERROR and (private.record, match.code.name) not in allowed
    } & loaded.snapshot.entries.keys() - {"partnership"}
    if not private_ids:
        return loaded.snapshot, 0
    entries = loaded.snapshot.entries
    broken = [
        Broken(record_id, entries[record_id].kind, entries[record_id].citations, entries[record_id].items)
        for record_id in sorted(private_ids)
    ]
    kept = [entry for entry in entries.values() if entry.id not in private_ids]
    return loaded.snapshot.with_entries(kept, (*loaded.snapshot.broken.values(), *broken)), len(private_ids)


def refuse_personal_data(text: str, loaded: Loaded, today: date) -> str:
    """Return the text unchanged; raise `LifError` with exit code 1 when a record in it could identify a person.

    The error names each record, the field, and the line and column in its file. What it refuses `lif check` refuses
    too, and what a record is excepted from passes here.
    """
    found = blocking_matches(text, loaded, today)
    if not found:
        return text
    descriptions = "; ".join(one.says for one in found[:_MOST_SHOWN])
    more = f"; and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
    says = f"The document is not shown or written: something in it could identify a person. {descriptions}{more}."
    raise LifError(says, "lif check --select LIF6 tells what to do about each.", exit_code=1)


def refuse_private_template(source: str, place: str, loaded: Loaded) -> None:
    """Raise `LifError` with exit code 1 when the words of a partnership's own template could identify a person."""
    allowed_names = allowed_names_of(loaded.snapshot.partnership)
    for match in scan(source):
        if match.code.severity is Severity.ERROR and not allowed_names.holds(match):
            says = f"The document is not shown or written: {BlockingMatch(place, (), match).says}."
            raise LifError(says, "Take it out of the template; a public name goes into `public_names`.", exit_code=1)
