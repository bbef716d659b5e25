"""What a change means: problems that came and went, proposals that turn, evidence that is no longer what was seen."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.analysis.deadlines.deadline import Deadline
from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.triangulation import Proposal
from lif.changes.change import Changes
from lif.changes.suspect import Cited, suspects
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.kinds.partnership import Theme
from lif.model.period import When
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Delta:
    """Problems that `lif check` tells now and did not tell before, and those that it tells no longer."""

    introduced: tuple[Diagnostic, ...]
    resolved: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A theme on which `lif triangulate` would propose something else than before."""

    theme: str
    label: str
    before: Proposal
    after: Proposal


@dataclass(frozen=True, slots=True)
class Shift:
    """An open deadline that appeared (`is_new`), is open no longer (`is_gone`), or has another day."""

    kind: str
    record: str
    before: When | None
    after: When | None
    is_new: bool = False
    is_gone: bool = False


def delta(before: Sequence[Diagnostic], after: Sequence[Diagnostic], changes: Changes) -> Delta:
    """What came and what went; a record under a new id is the same one."""
    renamed = [replace(one, record=changes.moves.get(one.record, one.record)) for one in before]
    return Delta(introduced=_without(after, renamed), resolved=_without(renamed, after))


def _without(some: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those of which there are more than among the others; two of one fingerprint count twice."""
    left = Counter(one.fingerprint for one in others)
    kept = []
    for one in some:
        if left[one.fingerprint]:
            left[one.fingerprint] -= 1
        else:
            kept.append(one)
    return tuple(kept)


def turns(before: Snapshot, after: Snapshot, today: date, touched: Container[str]) -> tuple[Turn, ...]:
    """Every theme among those that the change touches on which the proposal is another one."""
    return tuple(_turns(before, after, today, touched))


def _turns(old: Snapshot, new: Snapshot, today: date, touched: Container[str]) -> Iterator[Turn]:
    themes = {**old.registers["theme"], **new.registers["theme"]}
    for key, item in themes.items():
        if key in touched and successors(new, key) == key:
            before, after = (read_theme(snapshot, key, today).proposal for snapshot in (old, new))
            if before.word != after.word:
                yield Turn(key, item.label if isinstance(item, Theme) else key, before, after)


def shifts(before: Sequence[Deadline], after: Sequence[Deadline], moves: Mapping[str, str]) -> tuple[Shift, ...]:
    """Open deadlines that appeared, went or moved; one that only stands elsewhere in its list has not."""
    old = [replace(one, record=moves.get(one.record, one.record)) for one in before if one.state.is_open]
    new = [one for one in after if one.state.is_open]
    gone, come = _other_days(old, new), _other_days(new, old)
    found = []
    for one in gone:
        now = next((two for two in come if (two.kind, two.record, two.at) == (one.kind, one.record, one.at)), None)
        if now is not None:
            come.remove(now)
        found.append(Shift(one.kind, one.record, one.due, now.due if now else None, is_gone=now is None))
    return (*found, *(Shift(one.kind, one.record, None, one.due, is_new=True) for one in come))


def told_alike(whole: Iterable[Shift], view: Iterable[Shift]) -> tuple[Shift, ...]:
    """What an audience may be told: shifts of its view that are the same ones when everything is counted.

    What only came into or went out of its view has not shifted, nor may it learn so of what only a hidden record did.
    """
    left, kept = Counter(view), []
    for one in whole:
        if left[one]:
            left[one] -= 1
            kept.append(one)
    return tuple(kept)


def _other_days(some: Iterable[Deadline], others: Iterable[Deadline]) -> list[Deadline]:
    left = Counter((one.kind, one.record, str(one.due)) for one in others)
    kept = []
    for one in some:
        key = (one.kind, one.record, str(one.due))
        if left[key]:
            left[key] -= 1
        else:
            kept.append(one)
    return kept


def newly_suspect(before: Snapshot, after: Snapshot) -> tuple[Cited, ...]:
    """Evidence that was not suspect before."""
    known = {(one.record, one.target) for one in suspects(before)}
    return tuple(one for one in suspects(after) if (one.record, one.target) not in known)
