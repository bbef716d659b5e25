"""What may be said of a problem to readers who may not see the record it is in: that it is there, and where."""

from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.audience import for_audience, is_open
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot


def discreet(found: Iterable[Diagnostic], snapshot: Snapshot, audience: Sharing) -> tuple[Diagnostic, ...]:
    """The diagnostics as this audience may read them (F1.4).

    Where a record or its field is not open to the audience, the title of the code stands in place of the message, since
    a message holds what stands in the field; so it does where a record cannot be read, for nobody knows then how far
    it may travel. The file, the record's id, the field and the code stay.
    """
    if audience is Sharing.RESTRICTED:
        return tuple(found)
    shown = for_audience(snapshot, audience)[0]
    return tuple(one if _may_read(one, shown, audience) else only_that_it_is_there(one) for one in found)


def of_seen(found: Iterable[Diagnostic], shown: Snapshot, audience: Sharing) -> tuple[Diagnostic, ...]:
    """The diagnostics on records and fields that the audience sees, so that a count of them tells of no others."""
    return tuple(one for one in found if one.record in shown.entries and _may_read(one, shown, audience))


def _may_read(one: Diagnostic, shown: Snapshot, audience: Sharing) -> bool:
    if not one.record:
        return True
    entry = shown.entries.get(one.record)
    return entry is not None and (not one.at or is_open(type(entry.record), one.at, audience))


def only_that_it_is_there(one: Diagnostic) -> Diagnostic:
    """The same without a word of what stands in the record."""
    hint = f"What it says is only for those who may see the record; lif explain {one.code.name} says what to do."
    return replace(one, message=one.code.title, hint=hint)
