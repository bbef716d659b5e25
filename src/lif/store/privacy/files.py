"""Scan the files of a workspace for personal data: their names and every line, whether YAML reads it or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from lif.diagnostics.code import Severity
from lif.diagnostics.codes import (
    INITIALS,
    NAME,
    ONLY_ONE,
    PLACE,
    PLACE_BESIDE_AGE,
    POSSIBLE_NAME,
    SIBLINGS,
    TITLED_NAME,
)
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import TOP, FieldPath, Location, Position
from lif.privacy.fingerprint import value_fingerprint
from lif.privacy.mask import mask_path, mask_values
from lif.privacy.match import Match
from lif.privacy.scan import scan
from lif.store.privacy.allowed_names import AllowedNames
from lif.store.yaml.parse import marks

_REMOVE_HINT = "Take it out and say what matters without it: git keeps for ever what is committed."
_HINTS = {
    TITLED_NAME: (
        "Write the role instead: the health visitor. A name that is public goes into `public_names`, with why."
    ),
    NAME: "Write the role or the pseudonym: the mother, Child A. A pseudonym in use goes into `pseudonyms`.",
    INITIALS: "Write the role or a pseudonym that is nobody's initials: Child A.",
    PLACE: "Leave the place out, or name the borough.",
    POSSIBLE_NAME: "If it is a person, write the role or the pseudonym.",
    ONLY_ONE: "Say what matters without what only one child or family has.",
    SIBLINGS: "Leave out the ages or the number: together they point to one family.",
    PLACE_BESIDE_AGE: "Leave out the place or the age: together they point to one child.",
}


class FileMatches(NamedTuple):
    """The matches in one file: its path, the record in it, and the matches in its name and its text."""

    path: str
    record: str
    name: tuple[Match, ...]
    text: tuple[Match, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """Every value that must be masked wherever it would be shown."""
        return tuple(match.value for match in (*self.name, *self.text))


def scan_file(path: str, record: str, data: bytes, name: tuple[Match, ...]) -> FileMatches | None:
    """Scan the text of a file and add the matches in its name; None where there are none, as in almost all files."""
    text = scan(decode(data)) if data else ()
    return FileMatches(path, record, name, text) if name or text else None


def decode(data: bytes) -> str:
    """Decode a file, whatever encoding it was saved in; positions agree with those of the YAML reader."""
    if b"\0" in data[:4]:
        return data.decode("utf-16", "replace")
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def without_allowed_names(private_files: Iterable[FileMatches], allowed_names: AllowedNames) -> tuple[FileMatches, ...]:
    """The files with matches, less the names that are allowed."""
    remaining = (
        private._replace(
            name=tuple(match for match in private.name if not allowed_names.holds(match)),
            text=tuple(match for match in private.text if not allowed_names.holds(match)),
        )
        for private in private_files
    )
    return tuple(private for private in remaining if private.name or private.text)


def privacy_diagnostics(private: FileMatches, data: bytes) -> Iterator[Diagnostic]:
    """The diagnostics of a file: what each match looks like and where it stands, never the value."""
    path, record = mask_path(private.path), mask_values(private.record, private.values)
    for match in private.name:
        says = f"the name of this file holds what looks like {match.kind}"
        hint = "Rename the file, and read on the page of the code what to do if it was ever committed."
        yield _diagnostic(match, says, hint, Location(path, TOP), record)
    fields = _fields(data) if private.text else ()
    for match in private.text:
        at = tuple(
            mask_values(step, private.values) if isinstance(step, str) else step for step in _field_path(match, fields)
        )
        place = Location(path, Position(match.line, match.column))
        hint = _HINTS.get(match.code, _REMOVE_HINT)
        if match.code.severity is not Severity.ERROR:
            hint = (
                f"{hint} If it may stand: `allow` with `only: {value_fingerprint(match.value)}` excepts this value "
                "alone."
            )
        yield _diagnostic(match, f"this looks like {match.kind}", hint, place, record, at)


def _diagnostic(match: Match, says: str, hint: str, place: Location, record: str, at: FieldPath = ()) -> Diagnostic:
    code = match.code
    return Diagnostic(code, code.severity, says, hint, place, record, at, value_fingerprint(match.value))


def _fields(data: bytes) -> tuple[tuple[int, int, FieldPath], ...]:
    fields = ((mark.start, mark.end, path) for path, mark in marks(data).items())
    return tuple(sorted(fields, key=lambda field: (field[0], len(field[2]))))


def _field_path(match: Match, fields: tuple[tuple[int, int, FieldPath], ...]) -> FieldPath:
    """The path of the field that holds a match; empty for a match in a comment."""
    inside = [path for start, end, path in fields if start <= match.start and match.end <= end]
    return max(inside, key=len, default=())


def mask_quoted_values(diagnostic: Diagnostic, private_files: Iterable[FileMatches]) -> Diagnostic:
    """Mask in any other diagnostic every private value that it quotes from a file with matches."""
    values = [
        value
        for private in private_files
        for value in (private.values if _is_about(private, diagnostic) else _name_values(private))
    ]
    if not values:
        return diagnostic
    return replace(
        diagnostic,
        message=mask_values(_TRUNCATED_VALUE.sub("`[masked]`", diagnostic.message), values),
        hint=mask_values(diagnostic.hint, values),
        location=replace(diagnostic.location, path=mask_path(diagnostic.location.path)),
        record=mask_values(diagnostic.record, values),
        at=tuple(mask_values(step, values) if isinstance(step, str) else step for step in diagnostic.at),
    )


_TRUNCATED_VALUE = re.compile(r"`[^`\n]*…`")
"""A quoted value that was cut short, so that it may hold only part of a private value."""


def _is_about(private: FileMatches, diagnostic: Diagnostic) -> bool:
    return diagnostic.location.path in {private.path, mask_path(private.path)}


def _name_values(private: FileMatches) -> tuple[str, ...]:
    return tuple(match.value for match in private.name)
