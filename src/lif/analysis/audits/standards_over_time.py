"""All standards over the years: the one function that every command, report and chart asks (F4.7)."""

from collections.abc import Iterable, Iterator, Sequence

from lif.analysis.audits.audit_comparison import Met
from lif.analysis.audits.graded_audits import graded_chains
from lif.analysis.audits.many_comparisons import judged_together
from lif.analysis.audits.measurement import Measurement
from lif.analysis.audits.repeated_audits import first_of, our_audits, place_in_time, repeated_by, repeats_of
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain, measured_line
from lif.analysis.audits.standard_identity import (
    is_share,
    joined_standards,
    same_standard,
    themes_of_result,
    wording_of,
    words_of,
)
from lif.analysis.chronology.record_date import date_at, own_date
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.declaration import EvidenceKind
from lif.model.kinds.audit import Audit, Result
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Entry, Snapshot, once

LineKey = tuple[EvidenceKind, str]
"""The sort of audit, and for audits of one agency whose they are."""


def standards_over_time(snapshot: Snapshot, theme: str | None = None) -> tuple[StandardChain, ...]:
    """The chain of every standard that was measured, and of the grades of audits that were repeated.

    They stand in order of the words of the standard; where a theme is given, only those on it.
    """
    return tuple(chain for chain in _chains(snapshot) if theme is None or theme in chain.themes)


def chain_of(snapshot: Snapshot, standard: str) -> StandardChain | None:
    """The chain of a standard, by its key or that of one that is the same; None where nothing measured it."""
    return _by_standard(snapshot).get(same_standard(snapshot, standard))


def chains_of_record(snapshot: Snapshot, record_id: str) -> tuple[StandardChain, ...]:
    """The chains of the standards that an audit measured or left out, or of the one that a finding is about."""
    entry = snapshot.entries.get(record_id)
    standard = entry.record.standard if entry is not None and isinstance(entry.record, Finding) else None
    named = chain_of(snapshot, standard) if standard else None
    return tuple(chain for chain in _chains(snapshot) if chain is named or record_id in chain.audits)


def line_key(snapshot: Snapshot, audit: Entry[Audit]) -> LineKey:
    """To which line of each standard an audit belongs.

    Where it is not recorded whose single-agency audit it is, only the audits that repeat each other are one line.
    """
    sort = audit.record.sort
    if sort is EvidenceKind.AUDIT_MULTI:
        return sort, ""
    return sort, audit.record.led_by or first_of(snapshot, audit.id)


def line_of(snapshot: Snapshot, chain: StandardChain, audit: Entry[Audit]) -> MeasuredLine | None:
    """The line of the chain that an audit belongs to, whether or not it measured the standard."""
    key = line_key(snapshot, audit)
    return next((line for line in chain.lines if (line.sort, line.whose) == key), None)


@once
def _measured_keys(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(
        result.key for audit in our_audits(snapshot) for result in audit.record.results if is_share(result)
    )


@once
def _chains(snapshot: Snapshot) -> tuple[StandardChain, ...]:
    chains = (*_by_standard(snapshot).values(), *graded_chains(snapshot))
    return tuple(sorted(judged_together(chains), key=lambda chain: (chain.text.casefold(), chain.standard)))


@once
def _by_standard(snapshot: Snapshot) -> dict[str, StandardChain]:
    found: dict[str, list[tuple[Entry[Audit], Result]]] = {}
    for audit in our_audits(snapshot):
        for result in audit.record.results:
            found.setdefault(same_standard(snapshot, result.key), []).append((audit, result))
    chains = ((identity, _chain(snapshot, identity, results)) for identity, results in found.items())
    return {identity: chain for identity, chain in chains if chain is not None}


def _chain(snapshot: Snapshot, identity: str, results: Sequence[tuple[Entry[Audit], Result]]) -> StandardChain | None:
    counted = [(audit, result) for audit, result in results if is_share(result)]
    if not counted:
        return None
    _, newest = max(counted, key=lambda row: place_in_time(snapshot, row[0].id))
    by_line: dict[LineKey, list[tuple[Entry[Audit], Result]]] = {}
    for audit, result in results:
        by_line.setdefault(line_key(snapshot, audit), []).append((audit, result))
    themes = (theme for audit, result in counted for theme in themes_of_result(snapshot, audit.record, result))
    joined = joined_standards(snapshot, identity)
    in_register = snapshot.practice_standard(newest.key)
    keys = {standard.key for standard in joined}
    successor = next((standard.replaced_by for standard in joined if standard.replaced_by not in {None, *keys}), None)
    return StandardChain(
        standard=newest.key,
        text=in_register.text if in_register else words_of(snapshot, newest),
        themes=tuple(dict.fromkeys(current_theme(snapshot, theme) for theme in themes)),
        lines=tuple(line for key in sorted(by_line) if (line := _line(snapshot, key, by_line[key]))),
        same_because=tuple(_why_same(keys & {result.key for _, result in results}, joined)),
        replaced=tuple(
            key
            for key, standard in snapshot.practice_standards.items()
            if standard.replaced_by in keys and key not in keys and key in _measured_keys(snapshot)
        ),
        replaced_by=successor or "",
    )


def _why_same(used: set[str], joined: Sequence[object]) -> Iterator[str]:
    """The reasons of people for joining the keys, where more than one of them was measured."""
    if len(used) > 1:
        for standard in joined:
            because, by = getattr(standard, "same_because", None), getattr(standard, "by", None)
            if because:
                yield f"{because} ({by})" if by else because


def _line(snapshot: Snapshot, key: LineKey, results: Sequence[tuple[Entry[Audit], Result]]) -> MeasuredLine | None:
    measured: dict[str, Measurement] = {}
    for audit, result in results:
        measured.setdefault(audit.id, _measurement(snapshot, audit, result))
    counted = {audit: measurement for audit, measurement in measured.items() if measurement.counts}
    if not counted:
        return None
    for audit in (audit for audit_id in counted for audit in _audits(snapshot, repeats_of(snapshot, audit_id))):
        if audit.id not in measured and line_key(snapshot, audit) == key and _has_measured(audit.record):
            measured[audit.id] = _left_out(audit)
    reported = {
        audit: measurement
        for audit, measurement in measured.items()
        if measurement.counts or _is_reported(snapshot.entries[audit].record)
    }
    in_order = sorted(reported, key=lambda audit: place_in_time(snapshot, audit))
    first = next(place for place, audit in enumerate(in_order) if audit in counted)
    earlier = _audits(snapshot, repeated_by(snapshot, in_order[first]))
    new_since = tuple(audit.id for audit in earlier if _has_measured(audit.record))
    return measured_line(snapshot, *key, (reported[audit] for audit in in_order[first:]), new_since)


def _audits(snapshot: Snapshot, ids: Iterable[str]) -> Iterator[Entry[Audit]]:
    """The audits with these ids that are there and are ours."""
    for record_id in ids:
        entry = snapshot.entries.get(record_id)
        if entry is not None and isinstance(entry.record, Audit) and not entry.record.is_elsewhere:
            yield Entry(entry.id, entry.kind, entry.record)


def _measurement(snapshot: Snapshot, audit: Entry[Audit], result: Result) -> Measurement:
    record = audit.record
    return Measurement(
        audit=audit.id,
        when=own_date(record),
        counts=Met(result.met or 0, result.of or 0) if is_share(result) else None,
        selection=record.selection,
        selected_by=record.selected_by or "",
        selected_how=record.selection_described or "",
        asked=words_of(snapshot, result),
        same_because=(result.same_because or "") if result.asked else "",
        wording=wording_of(snapshot, result),
        not_applicable=result.not_applicable or 0,
    )


def _left_out(audit: Entry[Audit]) -> Measurement:
    record = audit.record
    return Measurement(audit.id, own_date(record), None, record.selection, record.selected_by or "")


def _has_measured(audit: Audit) -> bool:
    return any(map(is_share, audit.results))


def _is_reported(record: object) -> bool:
    """Whether an audit has a date of its report or its end: before that a standard without counts is only planned."""
    return isinstance(record, Audit) and any(date_at(record, path) for path in record.declares.reported_by)
