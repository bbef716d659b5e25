"""Rules on signals: what may have to be learned becomes a need, or is declined."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.duties.signal import Signal
from lif.analysis.duties.signals import signals
from lif.diagnostics.code import note
from lif.diagnostics.location import FieldPath
from lif.model.period import months_after
from lif.model.reference import RecordRef
from lif.model.vocabulary import words
from lif.rules.applicability import duties_apply_since
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    note(
        "LIF728",
        "a signal that no need answers",
        "signals have been answered by no need and no decision for some months",
        "F5.1",
        "F5.5",
        is_duty=True,
    )
)
def signal_is_answered(question: Question) -> Iterator[RuleProblem]:
    """What may have to be learned becomes a need or is declined, within the months in which results are shared."""
    since = duties_apply_since(question)
    if since is None:
        return
    snapshot = question.snapshot
    months = snapshot.thresholds.share_within_months
    since_then = months_after(question.today, -months)
    then = {_identity(signal) for signal in signals(snapshot, since_then) if _is_certain(signal, since_then)}
    for signal in signals(snapshot, question.today):
        is_under_duty = signal.when is None or signal.when.latest >= since
        is_long = _identity(signal) in then and is_under_duty
        if is_long and not signal.is_answered and signal.record not in question.cited_unread:
            record, at = _place(question, signal)
            message = f"{words(signal.driver)}: {months} months ago and today, and no need or decision answers it"
            yield RuleProblem(record, at, message, _hint(signal))


def _is_certain(signal: Signal, day: date) -> bool:
    """Whether it certainly stood on the day; what has no date may have come later."""
    return signal.when is not None and signal.when.latest <= day


def _identity(signal: Signal) -> tuple[str, str]:
    return signal.record, signal.priority


def _place(question: Question, signal: Signal) -> tuple[str, FieldPath]:
    """The record and the field of a signal: the priority in its list, or the item that asks."""
    if signal.priority:
        return "partnership", ("priorities", list(question.snapshot.priorities).index(signal.priority))
    ref = RecordRef.parse(signal.record)
    entry = question.snapshot.entries[ref.record]
    places = ((name, index) for name, index, item in entry.recommendations() if item.key == ref.key)
    return ref.record, next(places, ())


def _hint(signal: Signal) -> str:
    if signal.priority:
        return f"Look at it, or record the need: lif new need --set driver=priority --set priorities={signal.priority}"
    return (
        f"Accept it: lif new need --from {signal.record}; or decline it: "
        f"lif new decision --from {signal.record} --set accepts=no"
    )


RULES = (signal_is_answered,)
