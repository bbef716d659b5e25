"""The chain of a standard in words that are the same everywhere: whose audits, what can be said, what to know."""

from collections.abc import Iterator

from lif.analysis.audits.audit_comparison import ChangeWord, percent
from lif.analysis.audits.measurement import Measurement, Step
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain
from lif.analysis.audits.standard_identity import joined_standards, same_standard
from lif.model.declaration import EvidenceKind
from lif.model.snapshot import Snapshot

_NOT_MEASURED = "not measured"


def whose_audits(snapshot: Snapshot, line: MeasuredLine) -> str:
    """`audits of several agencies`, `single-agency audits of the police`: each is a line of its own."""
    if line.sort is EvidenceKind.AUDIT_MULTI:
        return "audits of several agencies"
    agency = snapshot.agency(line.whose)
    return f"single-agency audits of {agency.name}" if agency else f"single-agency audits (whose: {snapshot.absent})"


def count_words(snapshot: Snapshot, line: MeasuredLine, measured: Measurement) -> str:
    """`8 of 16`, with the percentage where every measurement of the line has cases enough; `not measured`."""
    if measured.counts is None:
        return _NOT_MEASURED
    fewest = min(counted.counts.of for counted in line.measured if counted.counts)
    share = f" ({percent(*measured.counts)}%)" if fewest >= snapshot.thresholds.percentages_from else ""
    return f"{measured.counts.met} of {measured.counts.of}{share}"


def conclusions(snapshot: Snapshot, line: MeasuredLine) -> tuple[str, ...]:
    """What can be said of the line: of its last step and, after three measurements, from the first to the last."""
    if line.last is None:
        return (f"measured once; another measurement: {snapshot.absent}",)
    said = [f"last step: {line.last.conclusion}"]
    before = line.last_counted
    if before is not None and before is not line.last:
        said.append(f"last time it was measured again ({before.now.when or before.now.audit}): {before.conclusion}")
    return (*said, _overall(line, line.overall)) if line.overall else tuple(said)


def _overall(line: MeasuredLine, overall: Step) -> str:
    is_whole = overall.then is line.measured[0]
    first = "" if is_whole else f" that can be compared ({overall.then.when or overall.then.audit})"
    back = "; it rose again after a fall" if _rose_again(line, overall) else ""
    return f"first{first} to last: {overall.conclusion}{back}"


def _rose_again(line: MeasuredLine, overall: Step) -> bool:
    """Whether the last step clearly improved on less than there was at first, and the whole is no clear change."""
    last = line.last
    if last is None or last.compared is None or overall.compared is None:
        return False
    before, first = last.compared.then, overall.compared.then
    is_up = last.word is ChangeWord.IMPROVEMENT and overall.word is ChangeWord.NO_CLEAR_CHANGE
    return is_up and before.met * first.of < first.met * before.of


def chain_notes(chain: StandardChain, line: MeasuredLine) -> Iterator[str]:
    """What else belongs beside the counts of a line: new, other words, cases to which it did not apply, own grades."""
    for earlier in line.new_since[:1]:
        yield f"new: {earlier} did not measure it"
    for measured in line.measurements:
        if measured.not_applicable:
            yield f"did not apply to {measured.not_applicable} more cases of {measured.audit}"
        if measured.asked and measured.asked != chain.text:
            same = f", which people judge to ask the same: {measured.same_because}" if measured.same_because else ""
            yield f'asked in {measured.audit} as "{measured.asked}"{same}'
        if measured.beside:
            yield f"in {measured.audit}: {measured.beside}"


def register_notes(snapshot: Snapshot, chain: StandardChain) -> Iterator[str]:
    """What the register says of a standard: what it is the same as and why, what it took the place of."""
    for because in chain.same_because:
        yield f"measured under more than one key, which people judge to be the same: {because}"
    for key in chain.replaced:
        yield f'it took the place of "{_text(snapshot, key)}", which is not compared with it'
    if chain.replaced_by:
        yield f'"{_text(snapshot, chain.replaced_by)}" has taken its place, which is not compared with it'


def keys_in_words(snapshot: Snapshot, chain: StandardChain) -> str:
    """The keys of a standard in the register, the newest first; empty for grades."""
    if not chain.standard:
        return ""
    joined = joined_standards(snapshot, same_standard(snapshot, chain.standard))
    others = [standard.key for standard in joined if standard.key != chain.standard]
    return ", ".join((chain.standard, *others))


def _text(snapshot: Snapshot, key: str) -> str:
    standard = snapshot.practice_standard(key)
    return standard.text if standard else key
