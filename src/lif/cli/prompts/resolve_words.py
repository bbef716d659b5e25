"""Resolve words typed in a command to the kind, record, item, theme or agency they mean, or raise `LifError`."""

from collections.abc import Collection
from difflib import get_close_matches

from lif.cli.exits import PROBLEMS
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.kinds.partnership import Partnership
from lif.model.naming import named
from lif.model.record import Record
from lif.model.registry import KINDS
from lif.model.snapshot import Broken, Entry, Snapshot
from lif.model.view import View


def find_kind(text: str) -> Kind:
    """The kind with that name, or with that folder."""
    for kind in KINDS:
        if text in {kind.name, kind.folder}:
            return kind
    close = get_close_matches(text, KINDS.names, n=1)
    guess = f"Did you mean {close[0]}?" if close else f"Kinds: {', '.join(KINDS.names)}"
    raise LifError(f'There is no kind of record called "{text}".', guess)


def find_entry(snapshot: Snapshot, text: str, kinds: Collection[str] = ()) -> Entry[Record]:
    """The sound record whose id contains the text; records of `kinds` are preferred."""
    records: dict[str, Entry[Record] | Broken] = {**snapshot.entries, **snapshot.broken}
    record_id = named(records, text, (key for key, entry in records.items() if entry.kind.name in kinds))
    if record_id in snapshot.broken:
        raise LifError(
            f"{record_id} has errors and cannot be read.",
            f"See: lif check records/{record_id}.yaml",
            exit_code=PROBLEMS,
        )
    return snapshot.entries[record_id]


def find_in_view(view: View, text: str, kinds: Collection[str] = ()) -> Entry[Record]:
    """The sound record in the view whose id contains the text; says so where it is only known after the day."""
    try:
        return find_entry(view.records, text, kinds)
    except LifError as error:
        later = [record_id for record_id in view.later if text in record_id]
        if len(later) != 1:
            raise
        message = f"{later[0]} is dated after {view.day}, and was not known on that day."
        raise LifError(message, "Leave --today out, or name a later day.", exit_code=error.exit_code) from None


def find_item_key(entry: Entry[Record], text: str) -> str:
    """The key of the item of a record that contains the text."""
    matches = [key for key in entry.items if key == text] or [key for key in entry.items if text.casefold() in key]
    if len(matches) == 1:
        return matches[0]
    hint = f"Items there: {', '.join(entry.items)}" if entry.items else "It holds none that can be cited."
    wrong = f'"{text}" could be several items of {entry.id}.' if matches else f'{entry.id} has no item called "{text}".'
    raise LifError(wrong, hint, exit_code=2 if matches else PROBLEMS)


def find_theme(snapshot: Snapshot, text: str) -> str:
    """The theme with that key."""
    themes = list(snapshot.themes)
    if text in themes:
        return text
    close = get_close_matches(text, themes, n=1, cutoff=0.5)
    hint = f"Did you mean {close[0]}?" if close else f"Themes: {', '.join(themes)}"
    raise LifError(f'The partnership has no theme "{text}".', hint)


def require_partnership(snapshot: Snapshot) -> Partnership:
    """The partnership record; raises `LifError` where there is none, for themes need it."""
    if snapshot.partnership is None:
        raise LifError("There is no readable records/partnership.yaml.", "lif check says what is wrong with it.")
    return snapshot.partnership


def find_agency(snapshot: Snapshot, text: str) -> str:
    """The agency with that key."""
    agencies = list(snapshot.agencies)
    if text in agencies:
        return text
    close = get_close_matches(text, agencies, n=1, cutoff=0.5)
    hint = f"Did you mean {close[0]}?" if close else f"Agencies: {', '.join(agencies)}"
    raise LifError(f'The partnership has no agency "{text}".', hint)
