"""How records of each kind are put in one sentence of a report."""

from collections.abc import Iterator, Mapping

from lif.analysis.dates import placed
from lif.analysis.impact import impact_of
from lif.model.kinds.action import Action
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.learning import Learning, Received
from lif.model.record import Reading, Record
from lif.model.snapshot import Entry
from lif.model.vocabulary import words
from lif.reports.line import Line, Within


def line(within: Within, entry: Entry[Record], text: str = "") -> Line:
    """The text, or else what the record says, or else its title; with its date."""
    said = text or getattr(entry.record, "says", None) or entry.record.title
    when = placed(within.snapshot, entry.id)
    return Line(said, str(when) if when else "", (entry.id,))


def action(within: Within, entry: Entry[Action]) -> Line:
    """The title with its state and outcome; evidenced when something shows a difference."""
    action = entry.record
    evaluated = any(entry.id in one.record.of for one in within.snapshot.of(Evaluation))
    shown = evaluated or bool(action.evidence) or any(measure.follow_up for measure in action.measures)
    state = f"closed {action.closed}" if action.closed else f"done {action.done}" if action.done else ""
    outcome = words(action.outcome) if action.outcome else ""
    told = ", ".join(part for part in (state, outcome) if part)
    when = placed(within.snapshot, entry.id)
    return Line(f"{action.title}{f' ({told})' if told else ''}", str(when) if when else "", (entry.id,), shown)


def impact(within: Within) -> Iterator[Line]:
    """Every evaluation of the year: the claim, then and now, how far it reaches, and what it lacks."""
    for entry in within.all(Evaluation):
        evaluation = entry.record
        lacks = impact_of(entry).lacks
        weak = f"; not evidenced, for it lacks {', '.join(lacks)}" if lacks else ""
        then, now = _count(evaluation.baseline), _count(evaluation.follow_up)
        counts = ", ".join(filter(None, (then and f"{then} then", now and f"{now} now")))
        reach = f"shown in {words(evaluation.domain)}; level {evaluation.level} of 4{weak}"
        measured = f": {counts}" if counts else ""
        yield line(within, entry, f"{evaluation.claim or evaluation.title}{measured} ({reach})")


def _count(reading: Reading | None) -> str:
    """`8 of 16`, or the figure; empty where neither is there."""
    if reading is None:
        return ""
    if reading.met is not None and reading.of is not None:
        return f"{reading.met} of {reading.of}"
    return f"{reading.value:g}" if reading.value is not None else ""


def voice(within: Within, entry: Entry[Feedback]) -> Line:
    """Whose voice it is and how many spoke, before what was said."""
    voice = entry.record
    who = words(voice.whose).capitalize()
    if voice.answered is not None:
        who += f" ({voice.answered} of {voice.asked} asked)" if voice.asked is not None else f" ({voice.answered})"
    return line(within, entry, f"{who}: {'; '.join(voice.said) or voice.title}")


def contribution(within: Within, entry: Entry[Contribution], names: Mapping[str, str]) -> Line:
    """The agency, and what it did."""
    sent = entry.record
    return line(within, entry, f"{names.get(sent.agency, sent.agency)}: {'; '.join(sent.activity) or sent.title}")


def passed_on(within: Within, names: Mapping[str, str]) -> Iterator[Line]:
    """Everything passed on in the year, and who received it."""
    for entry in within.all(Learning):
        reached = "; ".join(filter(None, (_received(one, names) for one in entry.record.received)))
        yield line(within, entry, f"{entry.record.title}{': ' if reached else ''}{reached}")


def _received(one: Received, names: Mapping[str, str]) -> str:
    """`received by 46 team managers of the council`, as far as it is known."""
    agency = names.get(one.agency, one.agency) if one.agency else ""
    who = " of ".join(filter(None, (one.role, agency)))
    number = f"received by {one.number}{f' ({who})' if who else ''}" if one.number is not None else ""
    said = f"{who}: {one.said}" if who and one.said and not number else one.said or ""
    return ", ".join(filter(None, (number, said)))
