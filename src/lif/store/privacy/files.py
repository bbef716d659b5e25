"""Scan the files of a workspace for personal data: their names and every line, whether YAML reads it or not."""

from collections.abc import Iterable, Iterator
from functools import cache
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
from lif.privacy.mask import Values, mask_matches, mask_path
from lif.privacy.match import Match
from lif.privacy.scan import scan
from lif.store.load.most_told import MORE_HINT, first_of_each, more_message
from lif.store.load.text_of import text_of
from lif.store.privacy.allowed_names import AllowedNames
from lif.store.yaml.fields import Fields
from lif.store.yaml.parse import marks

_NAMES_BY_LIST = {"agencies", "groups"}
"""Lists of the partnership record whose items have names of their own, which can read like a person's: Hope House."""
_ORGANISATION_HINT = (
    "If it is the name of an organisation, enter it under `public_names` in records/partnership.yaml too, with why. "
    "With lif init: leave it out, and add both afterwards."
)
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
    text = text_of(data)
    return data.decode("latin-1") if text is None else text


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
    values = Values(private.values)
    path, record = mask_path(private.path), mask_matches(values.masked(private.record))
    for match in private.name:
        says = f"the name of this file holds what looks like {match.kind}"
        hint = "Rename the file, and read on the page of the code what to do if it was ever committed."
        yield _diagnostic(match, says, hint, Location(path, TOP), record)
    fields = Fields(marks(data) if private.text else {})

    @cache
    def masked(step: str) -> str:
        return mask_path(mask_matches(values.masked(step)))

    def told(match: Match, says: str, hint: str) -> Diagnostic:
        at = tuple(masked(step) if isinstance(step, str) else step for step in fields.at(match.start, match.end))
        place = Location(path, Position(match.line, match.column))
        is_organisation = record == "partnership" and at[:1] and at[0] in _NAMES_BY_LIST and match.code is NAME
        return _diagnostic(match, says, _ORGANISATION_HINT if is_organisation else hint, place, record, at)

    first, left_out = first_of_each(private.text, lambda match: match.code)
    yield from (told(match, f"this looks like {match.kind}", _hint(match)) for match in first)
    yield from (told(match, more_message(count), MORE_HINT) for match, count in left_out)


def _hint(match: Match) -> str:
    """What to do about a match; one that is only a warning may stand by an exception of this value alone."""
    hint = _HINTS.get(match.code, _REMOVE_HINT)
    if match.code.severity is Severity.ERROR:
        return hint
    return f"{hint} If it may stand: `allow` with `only: {value_fingerprint(match.value)}` excepts this value alone."


def _diagnostic(match: Match, says: str, hint: str, place: Location, record: str, at: FieldPath = ()) -> Diagnostic:
    code = match.code
    return Diagnostic(code, code.severity, says, hint, place, record, at, value_fingerprint(match.value))
