"""Report lines on signals: what may have to be learned, with the need or the decision that answers it."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.duties.signal import Signal
from lif.analysis.duties.signals import signals
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Driver, words
from lif.reports.cited_sentence import Line


def open_signal_lines(snapshot: Snapshot, day: date, themes: frozenset[str] = frozenset()) -> Iterator[Line]:
    """A line on each signal that no need answers and no decision declines, by driver.

    `themes` are those of the priority that a report is on: a priority that has other themes too is then left out, since
    the records on those are not there. In an edition, what answers a signal may be withheld.
    """
    for signal in signals(snapshot, day):
        is_of_another = bool(signal.priority and themes and not (signal.themes and signal.themes <= themes))
        if not signal.is_answered and not is_of_another:
            yield Line(f"{_driver(signal)}: {signal.says}{_to_name(signal)}", str(signal.when or ""), (signal.record,))


def worsening_figure_lines(snapshot: Snapshot, day: date) -> Iterator[Line]:
    """A line on each figure with a real change for the worse, with what answers it."""
    for signal in signals(snapshot, day):
        if signal.driver is Driver.DATA:
            records = tuple(filter(None, (signal.record, signal.need, signal.decision)))
            yield Line(f"{signal.says}; {_answer(snapshot, signal)}", str(signal.when or ""), records)


def _driver(signal: Signal) -> str:
    return words(signal.driver).capitalize()


def _to_name(signal: Signal) -> str:
    """How a need says that it serves a priority, which has no record to cite."""
    return f" (a need names it under priorities: {signal.priority})" if signal.priority else ""


def _answer(snapshot: Snapshot, signal: Signal) -> str:
    if signal.need:
        return f"the need that answers it: {snapshot.entries[signal.need].record.title}"
    if signal.decision:
        return f"declined: {snapshot.entries[signal.decision].record.title}"
    return f"a need or a decision that answers it: {snapshot.absent}"
