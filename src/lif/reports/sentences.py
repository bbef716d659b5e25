"""How records of each kind are put in one sentence of a report."""

from collections.abc import Iterable, Iterator, Mapping

from lif.analysis.chronology.record_date import placed
from lif.analysis.impact.evidenced import impact_of
from lif.disclosure.small_counts import HIDDEN, LARGEST_HIDDEN, in_words
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution, Figure
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.learning import Learning, Received
from lif.model.kinds.partnership import Agency
from lif.model.kinds.review import Review
from lif.model.period import Period
from lif.model.record import Evidence, Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.model.vocabulary import AgencyRole, ReviewKind, words
from lif.reports.cited_sentence import Line, Within
from lif.reports.counts import counted, share, table

_AFTER_AN_INCIDENT = {ReviewKind.SERIOUS_CASE_REVIEW, ReviewKind.PRACTICE_REVIEW, ReviewKind.RAPID_REVIEW}


def line(within: Within, entry: Entry[Record], text: str = "") -> Line:
    """The text, or else what the record says, or else its title; with its date."""
    said = text or getattr(entry.record, "says", None) or entry.record.title
    when = placed(within.snapshot, entry.id)
    return Line(said, str(when) if when else "", (entry.id,))


def evidence(within: Within, one: Evidence) -> Line | None:
    """What something rests on, and what it shows; None where this audience may be told neither."""
    entry = within.snapshot.entries.get((one.record or "").partition("#")[0])
    said = ": ".join(filter(None, (one.unnamed or (entry.record.title if entry else ""), one.note)))
    records = (one.record,) if one.record and entry else ()
    return Line(said, str(one.date) if one.date else "", records) if said else None


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
    return (evaluated(within, entry) for entry in within.all(Evaluation))


def evaluated(within: Within, entry: Entry[Evaluation]) -> Line:
    """One evaluation: the claim, then and now, how far it reaches, and what it lacks."""
    evaluation = entry.record
    lacks = impact_of(entry).lacks
    weak = f"; not evidenced, for it lacks {', '.join(lacks)}" if lacks else ""
    then, now = share(evaluation.baseline, within.audience), share(evaluation.follow_up, within.audience)
    counts = ", ".join(filter(None, (then and f"{then} then", now and f"{now} now")))
    reach = f"shown in {words(evaluation.domain)}; level {evaluation.level} of 4{weak}"
    measured = f": {counts}" if counts else ""
    return line(within, entry, f"{evaluation.claim or evaluation.title}{measured} ({reach})")


def voices(within: Within) -> Iterator[Line]:
    """Whose voice it is and how many spoke, before what was said.

    The counts of the year are one table: for the public none of 1 to 5 is shown, nor one that would give it away.
    """
    entries = within.all(Feedback)
    spoke = {one.id: one.record.answered for one in entries if one.record.answered is not None}
    shown = table(spoke, within.audience)
    for entry in entries:
        said = entry.record
        how_many = f" ({_how_many(said, shown[entry.id], within.audience)})" if entry.id in shown else ""
        yield line(within, entry, f"{words(said.whose).capitalize()}{how_many}: {'; '.join(said.said) or said.title}")


def _how_many(said: Feedback, shown: str, audience: Sharing) -> str:
    """`22 of 40 asked`, or how many answered; words where the public may not see the count."""
    if said.answered is not None and said.asked is not None:
        asked = max(said.asked, said.answered)
        return f"{in_words(said.answered, asked) if shown == HIDDEN else counted(said.answered, asked, audience)} asked"
    return "how many is not shown" if shown == HIDDEN else shown


def looked_at(within: Within) -> Iterator[Line]:
    """The reviews, audits, assessments and inspections of the year."""
    entries: tuple[Entry[Record], ...] = (
        *within.all(Review), *within.all(Audit), *within.all(Assessment), *within.all(Inspection),
    )  # fmt: skip
    for entry in entries:
        yield line(within, entry, entry.record.title)


def incidents(within: Within) -> Iterator[Line]:
    """The reviews of serious incidents of the year."""
    for entry in within.all(Review):
        if entry.record.review_kind in _AFTER_AN_INCIDENT:
            yield line(within, entry, entry.record.title)


def scrutiny(within: Within) -> Iterator[Line]:
    """Inspections with what they judged, and self-assessments of the arrangements that somebody challenged."""
    for inspection in within.all(Inspection):
        record = inspection.record
        judged = "; ".join(f"{one.about}: {one.judged}" for one in record.judgements)
        yield line(within, inspection, f"{record.title} ({record.body}){f': {judged}' if judged else ''}")
    for assessment in within.all(Assessment):
        if assessment.record.peer_challenge:
            yield line(within, assessment, f"{assessment.record.title}: challenged by others")


def contribution(within: Within, entry: Entry[Contribution], names: Mapping[str, str]) -> Line:
    """The agency, and what it did."""
    sent = entry.record
    said = "; ".join((*sent.activity, *(f"{one.what}: {_figure(one, within.audience)}" for one in sent.data)))
    made = f". What changed for children: {sent.impact}" if sent.impact else ""
    return line(within, entry, f"{names.get(sent.agency, sent.agency)}: {said or sent.title}{made}")


def _figure(one: Figure, audience: Sharing) -> str:
    """A figure with what it is out of; for the public a word, or `c`, where it may count a few children."""
    if one.value is None:
        return one.said or "no figure"
    whole = one.value.is_integer()
    if one.of is not None and whole:
        return counted(int(one.value), one.of, audience)
    is_small = whole and 0 < one.value <= LARGEST_HIDDEN
    return HIDDEN if audience is Sharing.PUBLIC and is_small else f"{one.value:g}"


def funding(within: Within, names: Mapping[str, str]) -> Iterator[Line]:
    """What each agency says it pays."""
    for entry in within.named(Contribution):
        if entry.record.funding:
            yield line(within, entry, f"{names.get(entry.record.agency, entry.record.agency)}: {entry.record.funding}")


def not_sent(within: Within, agencies: Iterable[Agency]) -> tuple[str, ...]:
    """Agencies with a role in the year that sent no contribution; bodies outside the partnership owe none."""
    sent = {entry.record.agency for entry in within.named(Contribution)}
    return tuple(one.name for one in agencies if one.key not in sent and _had_a_role(one, within.year))


def _had_a_role(agency: Agency, year: Period) -> bool:
    return any(
        role.role is not AgencyRole.OUTSIDE_BODY
        and (role.since is None or role.since.earliest <= year.until)
        and (role.until is None or role.until.latest >= year.since)
        for role in agency.roles
    )


def passed_on(within: Within, names: Mapping[str, str]) -> Iterator[Line]:
    """Everything passed on in the year, and who received it."""
    for entry in within.all(Learning):
        reached = "; ".join(filter(None, (received(one, names) for one in entry.record.received)))
        yield line(within, entry, f"{entry.record.title}{': ' if reached else ''}{reached}")


def received(one: Received, names: Mapping[str, str]) -> str:
    """`received by 46 team managers of the council`, as far as it is known."""
    agency = names.get(one.agency, one.agency) if one.agency else ""
    who = " of ".join(filter(None, (one.role, agency)))
    number = f"received by {one.number}{f' ({who})' if who else ''}" if one.number is not None else ""
    said = f"{who}: {one.said}" if who and one.said and not number else one.said or ""
    return ", ".join(filter(None, (number, said))) or (who and f"received by {who}")
