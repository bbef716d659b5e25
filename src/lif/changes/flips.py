"""What a change flips: verdicts of audits then and now, and what shows a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lif.analysis.audits.measurement import Step
from lif.analysis.audits.standard_chain import StandardChain
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.impact.shown_change import ShownChange, changes_shown
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Flip:
    """An answer that is another one after the change: about which record, and what it was and is, in words."""

    record: str
    text: str


def flips(
    before: Snapshot, after: Snapshot, moves: Mapping[str, str], standards: Mapping[str, str] = MappingProxyType({})
) -> tuple[Flip, ...]:
    """Every verdict on a standard that was audited again, and every shown change, that differs; moved records follow.

    `standards` are the renamed keys of practice standards. A standard in new words is the same standard. A comparison
    that is new or gone as a whole is none: the records that came or went are told.
    """
    return (*_verdicts(before, after, moves, standards), *_shown(before, after, moves))


def _verdicts(
    before: Snapshot, after: Snapshot, moves: Mapping[str, str], standards: Mapping[str, str]
) -> Iterator[Flip]:
    was = {
        (
            moves.get(step.then.audit, step.then.audit),
            moves.get(step.now.audit, step.now.audit),
            standards.get(chain.standard, chain.standard),
        ): step.verdict
        for chain, step in _comparisons(before)
    }
    for chain, step in _comparisons(after):
        old = was.get((step.then.audit, step.now.audit, chain.standard))
        if old is not None and old != step.verdict:
            yield Flip(step.now.audit, f"then and now, {chain.text}: {step.verdict} (was {old})")


def _comparisons(snapshot: Snapshot) -> Iterator[tuple[StandardChain, Step]]:
    """Every last step, and every step from the first audit to the last, with the chain of its standard.

    The grades of two audits, whose standard has no key, are in one chain.
    """
    for chain in standards_over_time(snapshot):
        for line in chain.lines:
            for step in line.comparisons:
                yield chain, step


def _shown(before: Snapshot, after: Snapshot, moves: Mapping[str, str]) -> Iterator[Flip]:
    was, now = (
        {_key(one, names): one for one in changes_shown(side)} for side, names in ((before, moves), (after, {}))
    )
    for key in sorted(was.keys() - now.keys()):
        if key[0] in after.entries:
            yield Flip(key[0], f"no longer shows a change: {was[key].claim}")
    for key in sorted(now.keys() - was.keys()):
        if key[0] in before.entries or key[0] in moves.values():
            yield Flip(key[0], f"now shows a change: {now[key].claim}")


def _key(one: ShownChange, moves: Mapping[str, str]) -> tuple[str, str]:
    return moves.get(one.record, one.record), one.claim
