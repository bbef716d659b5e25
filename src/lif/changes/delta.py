"""What a change means: problems that came and went, proposals that turn, evidence that is no longer what was seen."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.analysis.theme import read_theme, successors
from lif.analysis.triangulate import Proposal
from lif.changes.change import Changes
from lif.changes.suspect import Cited, suspects
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.kinds.partnership import Theme
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


def turns(before: Snapshot, after: Snapshot, today: date) -> tuple[Turn, ...]:
    """Every theme on which the proposal is another one."""
    return tuple(_turns(before, after, today))


def _turns(old: Snapshot, new: Snapshot, today: date) -> Iterator[Turn]:
    themes = {**old.registers["theme"], **new.registers["theme"]}
    for key, item in themes.items():
        if successors(new, key) == key:
            before, after = (read_theme(snapshot, key, today).proposal for snapshot in (old, new))
            if before.word != after.word:
                yield Turn(key, item.label if isinstance(item, Theme) else key, before, after)


def newly_suspect(before: Snapshot, after: Snapshot) -> tuple[Cited, ...]:
    """Evidence that was not suspect before."""
    known = {(one.record, one.target) for one in suspects(before)}
    return tuple(one for one in suspects(after) if (one.record, one.target) not in known)
