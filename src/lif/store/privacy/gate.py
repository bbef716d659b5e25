"""The last look at a text before it is shown or written as a document: what could identify a person stops it."""

from datetime import date

from lif.diagnostics.code import Severity
from lif.errors import LifError
from lif.model.snapshot import Broken, Snapshot
from lif.privacy.mask import masked_path
from lif.privacy.match import Match
from lif.privacy.scan import scan
from lif.rules.allowances import excepted
from lif.rules.rule import Question
from lif.store.load.load import Loaded
from lif.store.privacy.allowed_names import known_to

_SHOWN = 5


def private_in(text: str, loaded: Loaded, today: date) -> tuple[Match, ...]:
    """Everything in a document's text that is an error, less names that may stand and accepted exceptions."""
    known = known_to(loaded.snapshot.partnership)
    accepted = _accepted(loaded, today)
    return tuple(
        match
        for match in scan(text)
        if match.code.severity is Severity.ERROR
        and not known.holds(match)
        and (match.code.name, _joined(match.value)) not in accepted
    )


def without_private(loaded: Loaded, today: date) -> tuple[Snapshot, int]:
    """The records without those that hold what could identify a person, and how many those are.

    They are taken for broken: known by their id, so that citing one is not called wrong, and shown to nobody.
    """
    allowed = excepted(Question(loaded.snapshot, today))
    held = {
        one.record
        for one in loaded.private
        for match in (*one.name, *one.text)
        if match.code.severity is Severity.ERROR and (one.record, match.code.name) not in allowed
    } & loaded.snapshot.entries.keys() - {"partnership"}
    if not held:
        return loaded.snapshot, 0
    entries = loaded.snapshot.entries
    broken = [Broken(one, entries[one].kind, entries[one].citations, entries[one].items) for one in sorted(held)]
    kept = [entry for entry in entries.values() if entry.id not in held]
    return loaded.snapshot.with_entries(kept, (*loaded.snapshot.broken.values(), *broken)), len(held)


def let_through(text: str, loaded: Loaded, today: date) -> str:
    """The text, unchanged; `LifError` with exit code 1 when something in it could identify a person.

    The error names the lines of the document and the records the values come from, as far as they are known.
    """
    found = private_in(text, loaded, today)
    if not found:
        return text
    told = "; ".join(_told(match, loaded) for match in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    says = f"The document is not shown or written: something in it could identify a person. {told}{more}."
    raise LifError(says, "lif check --select LIF6 shows where the records hold it.", exit_code=1)


def _told(match: Match, loaded: Loaded) -> str:
    value = _joined(match.value)
    held = (one for one in loaded.private if any(_joined(each) == value for each in one.values))
    records = ", ".join(masked_path(one.record or one.path) for one in held)
    source = f", from {records}" if records else ""
    return f"Line {match.line} holds what looks like {match.kind} [{match.code.name}]{source}"


def _accepted(loaded: Loaded, today: date) -> frozenset[tuple[str, str]]:
    """The values, by code, that stand in records excepted from that code."""
    allowed = excepted(Question(loaded.snapshot, today))
    return frozenset(
        (match.code.name, _joined(match.value))
        for one in loaded.private
        for match in one.text
        if (one.record, match.code.name) in allowed
    )


def _joined(value: str) -> str:
    return " ".join(value.lower().split())
