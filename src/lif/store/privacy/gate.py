"""Refuse to show or write a document whose text holds something that could identify a person."""

from datetime import date

from lif.diagnostics.code import Severity
from lif.errors import LifError
from lif.model.snapshot import Broken, Snapshot
from lif.privacy.mask import mask_path
from lif.privacy.match import Match
from lif.privacy.scan import scan
from lif.rules.allowances import exceptions_in_force
from lif.rules.rule import Question
from lif.store.load.load import Loaded
from lif.store.privacy.allowed_names import allowed_names_of

_MOST_SHOWN = 5


def blocking_matches(text: str, loaded: Loaded, today: date) -> tuple[Match, ...]:
    """The matches in a document's text that are errors, less allowed names and accepted exceptions."""
    allowed_names = allowed_names_of(loaded.snapshot.partnership)
    accepted = _accepted_values(loaded, today)
    return tuple(
        match
        for match in scan(text)
        if match.code.severity is Severity.ERROR
        and not allowed_names.holds(match)
        and (match.code.name, _comparable(match.value)) not in accepted
    )


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
    """Return the text unchanged; raise `LifError` with exit code 1 when something in it could identify a person.

    The error names the lines of the document and the records that hold the values, as far as they are known.
    """
    matches = blocking_matches(text, loaded, today)
    if not matches:
        return text
    descriptions = "; ".join(_describe(match, loaded) for match in matches[:_MOST_SHOWN])
    more = f"; and {len(matches) - _MOST_SHOWN} more" if len(matches) > _MOST_SHOWN else ""
    says = f"The document is not shown or written: something in it could identify a person. {descriptions}{more}."
    raise LifError(says, "lif check --select LIF6 shows where the records hold it.", exit_code=1)


def _describe(match: Match, loaded: Loaded) -> str:
    value = _comparable(match.value)
    sources = (
        private
        for private in loaded.private
        if any(_comparable(private_value) == value for private_value in private.values)
    )
    records = ", ".join(mask_path(private.record or private.path) for private in sources)
    source = f", from {records}" if records else ""
    return f"Line {match.line} holds what looks like {match.kind} [{match.code.name}]{source}"


def _accepted_values(loaded: Loaded, today: date) -> frozenset[tuple[str, str]]:
    """The name of a code with each value in the records excepted from that code."""
    allowed = exceptions_in_force(Question(loaded.snapshot, today))
    return frozenset(
        (match.code.name, _comparable(match.value))
        for private in loaded.private
        for match in private.text
        if (private.record, match.code.name) in allowed
    )


def _comparable(value: str) -> str:
    return " ".join(value.lower().split())
