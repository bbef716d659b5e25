"""Judges a file beside the records that a commit changes: whether it can be searched, and what the search finds."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from lif.diagnostics.code import Code, Severity
from lif.diagnostics.codes import EMAIL, HARD_CODES, NOT_SEARCHED, PERSONAL_TABLE, PHONE, RESTRICTING_MARK
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import TOP, Location
from lif.model.kinds.partnership import Partnership
from lif.model.sharing import Sharing
from lif.privacy.headings import is_written_by_lif, personal_headings, restricting_mark, written_for
from lif.privacy.mask import mask_matches, mask_path
from lif.privacy.scan import scan, scan_path
from lif.store.load.text_of import text_of
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.privacy.files import FileMatches, privacy_diagnostics, without_allowed_names
from lif.store.privacy.office import UnreadableError, is_zip, office_text

LARGEST_TEXT = 2 * 1024 * 1024
LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; a larger file is not searched, and so is refused."""
_TABLES = (".csv", ".tsv")
_HEAD_LINES = 10
_CERTAIN = {*HARD_CODES} - {EMAIL, PHONE}
"""Codes of what certainly identifies one person; an address or a number of an office stands in many a file."""
_DIGITS = 16


def beside_diagnostics(path: str, data: bytes, partnership: Partnership | None) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a file beside the records; nothing where a person has looked through just this one.

    What certainly identifies one person is an error; a name, an address or a phone number is a warning, since a file
    that explains a repository may hold those of an office.
    """
    content = sha256(data).hexdigest()[:_DIGITS]
    if partnership and any((seen.path, seen.content) == (path, content) for seen in partnership.settings.seen_files):
        return ()
    level = partnership.readers.level if partnership else Sharing.RESTRICTED
    hint = (
        "Keep it where case files are kept. If it may stand here, let a person look through it and write it under "
        f"`settings.seen_files` in records/partnership.yaml, with `content: {content}`."
    )
    found = (*_named(path, partnership), *_read(path, data, level, partnership))
    return tuple(replace(one, hint=hint if one.severity is Severity.ERROR else one.hint) for one in found)


def _read(path: str, data: bytes, level: Sharing, partnership: Partnership | None) -> Iterator[Diagnostic]:
    if len(data) > LARGEST_FILE:
        yield _of(path, NOT_SEARCHED, "this file is larger than lif looks into")
        return
    text = text_of(data)
    if text is not None:
        yield from _text(path, text, level, partnership)
    elif is_zip(data):
        yield from _office(path, data, level, partnership)
    elif is_written_by_lif(properties := data.decode("latin-1")):
        yield from _audience(path, properties, level)
    else:
        yield _of(path, NOT_SEARCHED, "this file is no text that lif can read, so it was not searched")


def _text(path: str, text: str, level: Sharing, partnership: Partnership | None) -> Iterator[Diagnostic]:
    if len(text) > LARGEST_TEXT:
        yield _of(path, NOT_SEARCHED, "this text is longer than lif looks into")
        return
    if path.lower().endswith(_TABLES):
        for line in text.splitlines()[:_HEAD_LINES]:
            cells = (cell.strip(" \"'") for cell in line.replace(";", ",").replace("\t", ",").split(","))
            yield from _table(path, personal_headings(cells))
    yield from _audience(path, text, level)
    yield from _finds(path, text, partnership)


def _office(path: str, data: bytes, level: Sharing, partnership: Partnership | None) -> Iterator[Diagnostic]:
    try:
        office = office_text(data)
    except UnreadableError as error:
        yield _of(path, NOT_SEARCHED, f"lif cannot look into this file: {error}")
        return
    text = "\n".join(office.lines)
    yield from _table(path, personal_headings(office.lines))
    if level is not Sharing.RESTRICTED and (mark := restricting_mark(office.lines)):
        yield _of(
            path,
            RESTRICTING_MARK,
            f"this file says \u201c{mask_matches(mark)}\u201d, and more people can open the folder",
        )
    yield from _audience(path, text, level)
    yield from _finds(path, text, partnership)
    if office.unread:
        says = f"of this file only the text was searched; it also holds {' and '.join(office.unread)}"
        yield replace(_of(path, NOT_SEARCHED, says, "Look at them before you commit."), severity=Severity.WARNING)


def _audience(path: str, text: str, level: Sharing) -> Iterator[Diagnostic]:
    audience = written_for(text)
    if audience and not Sharing(audience).may_reach(level):
        says = f"lif wrote this document for a {audience} audience, and this folder is open to a {level.value} one"
        yield _of(path, RESTRICTING_MARK, says)


def _table(path: str, headings: tuple[str, ...]) -> Iterator[Diagnostic]:
    if headings:
        named = ", ".join(f"`{heading}`" for heading in headings[:5])
        yield _of(path, PERSONAL_TABLE, f"this file has the columns of a table about people: {named}")


def _named(path: str, partnership: Partnership | None) -> Iterator[Diagnostic]:
    yield from _weighed(FileMatches(path, "", scan_path(path), ()), partnership)


def _finds(path: str, text: str, partnership: Partnership | None) -> Iterator[Diagnostic]:
    yield from _weighed(FileMatches(path, "", (), scan(text)), partnership)


def _weighed(found: FileMatches, partnership: Partnership | None) -> Iterator[Diagnostic]:
    for private in without_allowed_names((found,), allowed_names_of(partnership)):
        for diagnostic in privacy_diagnostics(private, b""):
            is_certain = diagnostic.code in _CERTAIN
            yield diagnostic if is_certain else replace(diagnostic, severity=Severity.WARNING)


def _of(path: str, code: Code, says: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code, code.severity, says, hint, Location(mask_path(path), TOP))
