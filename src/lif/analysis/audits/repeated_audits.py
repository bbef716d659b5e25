"""Audits that repeat earlier ones (`reaudit_of`), and the order in which audits took place."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.chronology.record_date import own_date
from lif.model.kinds.audit import Audit
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot, once


@once
def our_audits(snapshot: Snapshot) -> tuple[Entry[Audit], ...]:
    """The audits of this partnership and its agencies; those of others say nothing of practice here."""
    return tuple(audit for audit in snapshot.of(Audit) if not audit.record.is_elsewhere)


def repeats_audit(snapshot: Snapshot, audit: str, earlier: str) -> bool:
    """Whether an audit repeats the earlier one, directly or through others."""
    return earlier in repeated_by(snapshot, audit)


def repeated_by(snapshot: Snapshot, audit: str) -> tuple[str, ...]:
    """The audits that an audit repeats, directly or through others, the newest first; without it in a circle."""
    return tuple(_repeated(_reaudit_of(snapshot), audit))


def first_of(snapshot: Snapshot, audit: str) -> str:
    """The audit with which a chain of repeated audits began; the audit itself where it repeats none."""
    known = [earlier for earlier in repeated_by(snapshot, audit) if earlier in snapshot.entries]
    return known[-1] if known else audit


def _repeated(reaudit_of: dict[str, str], audit: str) -> Iterator[str]:
    seen = {audit}
    earlier = reaudit_of.get(audit)
    while earlier and earlier not in seen:
        seen.add(earlier)
        yield earlier
        earlier = reaudit_of.get(earlier)


@once
def _reaudit_of(snapshot: Snapshot) -> dict[str, str]:
    return {audit.id: audit.record.reaudit_of for audit in snapshot.of(Audit) if audit.record.reaudit_of}


def comes_first(snapshot: Snapshot, audit: str, other: str) -> bool:
    """Whether an audit certainly took place before another: the other repeats it, or their dates say so."""
    if repeats_audit(snapshot, other, audit):
        return True
    first, second = (_date(snapshot, record_id) for record_id in (audit, other))
    return first is not None and second is not None and first.is_before(second)


def place_in_time(snapshot: Snapshot, audit: str) -> tuple[date, int, str]:
    """The sort key of an audit, oldest first.

    An audit without a date takes that of the nearest one it repeats, or of the oldest one that repeats it.
    """
    earlier = repeated_by(snapshot, audit)
    nearest = next((when for record_id in (audit, *earlier) if (when := _date(snapshot, record_id))), None)
    repeats = [when.latest for record_id in repeats_of(snapshot, audit) if (when := _date(snapshot, record_id))]
    day = nearest.latest if nearest else min(repeats, default=date.min)
    return (day, len(earlier), audit)


def repeats_of(snapshot: Snapshot, audit: str) -> tuple[str, ...]:
    """The audits that repeat an audit, directly or through others, in order of id."""
    return _repeats(snapshot).get(audit, ())


@once
def _repeats(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for audit in _reaudit_of(snapshot):
        for earlier in repeated_by(snapshot, audit):
            found.setdefault(earlier, []).append(audit)
    return {earlier: tuple(audits) for earlier, audits in found.items()}


def _date(snapshot: Snapshot, record_id: str) -> When | None:
    entry = snapshot.entries.get(record_id)
    return own_date(entry.record) if entry else None
