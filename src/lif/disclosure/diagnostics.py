"""Diagnostics for readers who may not see the record: they keep the code and place, and lose the message."""

from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.audience import for_audience, is_open
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot


def diagnostics_for_audience(
    diagnostics: Iterable[Diagnostic], snapshot: Snapshot, audience: Sharing
) -> tuple[Diagnostic, ...]:
    """The diagnostics as this audience may read them (F1.4).

    Where a record or its field is not open to the audience, the title of the code replaces the message, since a message
    quotes the field. The same holds where a record cannot be read, since its level of sharing is then unknown. The
    file, the record's id, the field and the code stay.
    """
    if audience is Sharing.RESTRICTED:
        return tuple(diagnostics)
    shown = for_audience(snapshot, audience)[0]
    return tuple(
        diagnostic if _may_read(diagnostic, shown, audience) else withhold_message(diagnostic)
        for diagnostic in diagnostics
    )


def diagnostics_on_visible(
    diagnostics: Iterable[Diagnostic], shown: Snapshot, audience: Sharing
) -> tuple[Diagnostic, ...]:
    """The diagnostics on records and fields that the audience sees, so that their count reveals no hidden record."""
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.record in shown.entries and _may_read(diagnostic, shown, audience)
    )


def _may_read(diagnostic: Diagnostic, shown: Snapshot, audience: Sharing) -> bool:
    if not diagnostic.record:
        return True
    entry = shown.entries.get(diagnostic.record)
    return entry is not None and (not diagnostic.at or is_open(type(entry.record), diagnostic.at, audience))


def withhold_message(diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic without any content of the record: only its code, its title and its place."""
    hint = f"What it says is only for those who may see the record; lif explain {diagnostic.code.name} says what to do."
    return replace(diagnostic, message=diagnostic.code.title, hint=hint)
