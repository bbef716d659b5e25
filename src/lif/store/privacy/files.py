"""What of a person stands in the files of a workspace: in their names, and in every line, read by YAML or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lif.diagnostics.code import Code
from lif.diagnostics.codes import INITIALS, NAME, PLACE, PLACE_BESIDE_AGE, TITLED_NAME
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import TOP, FieldPath, Location, Position
from lif.privacy.mask import masked, masked_path
from lif.privacy.match import Match
from lif.privacy.scan import scan
from lif.store.privacy.allowed_names import Known
from lif.store.yaml.parse import marks

_TAKE_OUT = "Take it out and say what matters without it: git keeps for ever what is committed."
_HINTS = {
    TITLED_NAME: (
        "Write the role instead: the health visitor. A name that is public goes into `public_names`, with why."
    ),
    NAME: "Write the role or the pseudonym: the mother, Child A. A pseudonym in use goes into `pseudonyms`.",
    INITIALS: "Write the role or a pseudonym that is nobody's initials: Child A.",
    PLACE: "Leave the place out, or name the borough.",
    PLACE_BESIDE_AGE: "Leave out the place or the age: together they point to one child.",
}


@dataclass(frozen=True, slots=True)
class Private:
    """What was found in one file: its path, the record in it, and the finds in its name and its text."""

    path: str
    record: str
    name: tuple[Match, ...]
    text: tuple[Match, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """Every value found, to be masked wherever it would be shown."""
        return tuple(one.value for one in (*self.name, *self.text))


def looked_through(path: str, record: str, data: bytes, name: tuple[Match, ...]) -> Private | None:
    """What stands in a file and was found in its name; None in almost all cases."""
    text = scan(readable(data)) if data else ()
    return Private(path, record, name, text) if name or text else None


def readable(data: bytes) -> str:
    """The text of a file as far as there is any, whatever it was saved as; places are those the reader gives."""
    if b"\0" in data[:4]:
        return data.decode("utf-16", "replace")
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def not_known(found: Iterable[Private], known: Known) -> tuple[Private, ...]:
    """The finds without names that may stand."""
    kept = (
        replace(
            one,
            name=tuple(match for match in one.name if not known.holds(match)),
            text=tuple(match for match in one.text if not known.holds(match)),
        )
        for one in found
    )
    return tuple(one for one in kept if one.name or one.text)


def diagnostics(one: Private, data: bytes) -> Iterator[Diagnostic]:
    """What a person reads of it: what it looks like and where, never the value."""
    path, record = masked_path(one.path), masked(one.record, one.values)
    for match in one.name:
        says = f"the name of this file holds what looks like {match.kind}"
        hint = "Rename the file, and read on the page of the code what to do if it was ever committed."
        yield _diagnostic(match.code, says, hint, Location(path, TOP), record)
    fields = _fields(data) if one.text else ()
    for match in one.text:
        at = tuple(masked(step, one.values) if isinstance(step, str) else step for step in _at(match, fields))
        place = Location(path, Position(match.line, match.column))
        hint = _HINTS.get(match.code, _TAKE_OUT)
        yield _diagnostic(match.code, f"this looks like {match.kind}", hint, place, record, at)


def _diagnostic(code: Code, says: str, hint: str, place: Location, record: str, at: FieldPath = ()) -> Diagnostic:
    return Diagnostic(code, code.severity, says, hint, place, record, at)


def _fields(data: bytes) -> tuple[tuple[int, int, FieldPath], ...]:
    found = ((mark.start, mark.end, path) for path, mark in marks(data).items())
    return tuple(sorted(found, key=lambda one: (one[0], len(one[2]))))


def _at(match: Match, fields: tuple[tuple[int, int, FieldPath], ...]) -> FieldPath:
    """The field a find stands in; a comment stands in none."""
    inside = [path for start, end, path in fields if start <= match.start and match.end <= end]
    return max(inside, key=len, default=())


def without_values(diagnostic: Diagnostic, found: Iterable[Private]) -> Diagnostic:
    """Another diagnostic with every value masked that it quotes from a file in which something was found."""
    everywhere = [value for one in found for value in (one.values if _is_of(one, diagnostic) else _named(one))]
    if not everywhere:
        return diagnostic
    return replace(
        diagnostic,
        message=masked(_CUT.sub("`[masked]`", diagnostic.message), everywhere),
        hint=masked(diagnostic.hint, everywhere),
        location=replace(diagnostic.location, path=masked_path(diagnostic.location.path)),
        record=masked(diagnostic.record, everywhere),
        at=tuple(masked(step, everywhere) if isinstance(step, str) else step for step in diagnostic.at),
    )


_CUT = re.compile(r"`[^`\n]*…`")
"""A value that was cut short, so that only part of what is private may be left in it."""


def _is_of(one: Private, diagnostic: Diagnostic) -> bool:
    return diagnostic.location.path in {one.path, masked_path(one.path)}


def _named(one: Private) -> tuple[str, ...]:
    return tuple(match.value for match in one.name)
