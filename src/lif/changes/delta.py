"""The consequences of a change: new and resolved diagnostics, changed proposals, moved deadlines, suspect evidence."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.analysis.deadlines.deadline import Deadline
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.triangulation import Proposal
from lif.changes.change import Changes
from lif.changes.suspect import CitedEvidence, suspects
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.period import When
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Delta:
    """The diagnostics of `lif check` that are new, and those that are gone."""

    introduced: tuple[Diagnostic, ...]
    resolved: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """A theme on which the proposal of `lif triangulate` changed."""

    theme: str
    label: str
    before: Proposal
    after: Proposal


@dataclass(frozen=True, slots=True)
class DeadlineShift:
    """An open deadline that appeared (`is_new`), is open no longer (`is_gone`), or has another day."""

    kind: str
    record: str
    before: When | None
    after: When | None
    is_new: bool = False
    is_gone: bool = False


def delta(before: Sequence[Diagnostic], after: Sequence[Diagnostic], changes: Changes) -> Delta:
    """The new and the resolved diagnostics; a record under a new id counts as the same record."""
    renamed = [
        replace(diagnostic, record=changes.moves.get(diagnostic.record, diagnostic.record)) for diagnostic in before
    ]
    return Delta(introduced=_without(after, renamed), resolved=_without(renamed, after))


def _without(diagnostics: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics less the others, as multisets of fingerprints."""
    remaining = Counter(other.fingerprint for other in others)
    unmatched = []
    for diagnostic in diagnostics:
        if remaining[diagnostic.fingerprint]:
            remaining[diagnostic.fingerprint] -= 1
        else:
            unmatched.append(diagnostic)
    return tuple(unmatched)


def proposal_changes(
    before: Snapshot, after: Snapshot, today: date, touched: Container[str], renamed: Mapping[str, str]
) -> tuple[ProposalChange, ...]:
    """The themes that the change touches and on which the proposal changed; `renamed` are old keys with new ones."""
    return tuple(_proposal_changes(before, after, today, touched, renamed))


def _proposal_changes(
    old: Snapshot, new: Snapshot, today: date, touched: Container[str], renamed: Mapping[str, str]
) -> Iterator[ProposalChange]:
    old_keys = {now: was for was, now in renamed.items()}
    themes = {**old.themes, **new.themes}
    for key, theme in themes.items():
        if key in touched and key not in renamed and current_theme(new, key) == key:
            before = read_theme(old, old_keys.get(key, key), today).proposal
            after = read_theme(new, key, today).proposal
            if before.word != after.word:
                yield ProposalChange(key, theme.label, before, after)


def deadline_shifts(
    before: Sequence[Deadline], after: Sequence[Deadline], moves: Mapping[str, str]
) -> tuple[DeadlineShift, ...]:
    """Open deadlines that appeared, went or got another day; a new position in a list is no change."""
    old = [
        replace(deadline, record=moves.get(deadline.record, deadline.record))
        for deadline in before
        if deadline.state.is_open
    ]
    new = [deadline for deadline in after if deadline.state.is_open]
    gone, added = _other_days(old, new), _other_days(new, old)
    shifted = []
    for was in gone:
        now = next(
            (later for later in added if (later.kind, later.record, later.at) == (was.kind, was.record, was.at)), None
        )
        if now is not None:
            added.remove(now)
        shifted.append(DeadlineShift(was.kind, was.record, was.due, now.due if now else None, is_gone=now is None))
    return (
        *shifted,
        *(DeadlineShift(deadline.kind, deadline.record, None, deadline.due, is_new=True) for deadline in added),
    )


def shared_shifts(whole: Iterable[DeadlineShift], view: Iterable[DeadlineShift]) -> tuple[DeadlineShift, ...]:
    """The shifts in an audience's view that are also shifts in the whole snapshot, as multisets.

    A deadline that only entered or left the view has not shifted, and a shift that only a hidden record caused must
    not be revealed.
    """
    remaining, shared = Counter(view), []
    for shift in whole:
        if remaining[shift]:
            remaining[shift] -= 1
            shared.append(shift)
    return tuple(shared)


def _other_days(deadlines: Iterable[Deadline], others: Iterable[Deadline]) -> list[Deadline]:
    """The deadlines without a match among the others by kind, record and day, as multisets."""
    remaining = Counter((other.kind, other.record, str(other.due)) for other in others)
    unmatched = []
    for deadline in deadlines:
        key = (deadline.kind, deadline.record, str(deadline.due))
        if remaining[key]:
            remaining[key] -= 1
        else:
            unmatched.append(deadline)
    return unmatched


def newly_suspect(before: Snapshot, after: Snapshot) -> tuple[CitedEvidence, ...]:
    """Evidence that was not suspect before."""
    known = {(evidence.record, evidence.target) for evidence in suspects(before)}
    return tuple(evidence for evidence in suspects(after) if (evidence.record, evidence.target) not in known)
