"""Clear improvements among many comparisons: those that stand when all of a year are looked at together.

Of twenty comparisons in which nothing changed about one looks changed. What a yearly report shows together are the
comparisons whose newer audit lies in one year (April to March): last steps, and steps from the first to the last. An
improvement is called clear only if it stands by Holm's step over all of them (Holm, Scandinavian Journal of Statistics
1979;6:65-70). A deterioration stays what it is: a concern is never explained away by other standards.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lif.analysis.audits.audit_comparison import ChangeWord
from lif.analysis.audits.measurement import Step
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain
from lif.analysis.statistics.proportions import chance_of_difference, clear_after_holm

_APRIL = 4


def judged_together(chains: Iterable[StandardChain]) -> tuple[StandardChain, ...]:
    """The chains, with every improvement that may be chance among all comparisons of its year told so."""
    given = tuple(chains)
    families: dict[object, list[Step]] = {}
    for step in (step for chain in given for line in chain.lines for step in line.comparisons if step.word):
        families.setdefault(_year(step), []).append(step)
    doubtful = {id(step): len(family) for family in families.values() for step in _may_be_chance(family)}
    if not doubtful:
        return given
    return tuple(replace(chain, lines=tuple(_told(line, doubtful) for line in chain.lines)) for chain in given)


def _year(step: Step) -> object:
    """The year from April to March of the newer audit; the audit itself where it has no date."""
    when = step.now.when
    return step.now.audit if when is None else when.latest.year - (when.latest.month < _APRIL)


def _may_be_chance(family: list[Step]) -> Iterator[Step]:
    """The improvements that do not stand by Holm's step over the whole family."""
    if not any(step.word is ChangeWord.IMPROVEMENT for step in family):
        return
    compared = [step.compared for step in family if step.compared is not None]
    stands = clear_after_holm([chance_of_difference(*one.then, *one.now) for one in compared])
    for step, is_clear in zip(family, stands, strict=True):
        if step.word is ChangeWord.IMPROVEMENT and not is_clear:
            yield step


def _told(line: MeasuredLine, doubtful: dict[int, int]) -> MeasuredLine:
    def judged(step: Step) -> Step:
        if step.compared is None or id(step) not in doubtful:
            return step
        compared = replace(step.compared, word=ChangeWord.NO_CLEAR_CHANGE, among=doubtful[id(step)])
        return replace(step, compared=compared)

    overall = judged(line.overall) if line.overall else None
    return replace(line, steps=tuple(map(judged, line.steps)), overall=overall)
