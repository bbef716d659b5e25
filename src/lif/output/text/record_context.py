"""The context of a record as text: a return in its cycle, an audit in its programme, a challenge, a flag."""

from datetime import date

from lif.analysis.audits.programme import PlannedAudit, Programme, read_programme
from lif.analysis.duties.challenges import ChallengeReading, read_challenge
from lif.analysis.duties.flags import FlagClock, FlagReading, FlagRecipient, read_flag
from lif.analysis.duties.standards import Cell, CycleReading, StandardRow, read_cycle
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.flag import Flag
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.output.text.terminal import count_noun, paragraph

RecordContext = CycleReading | Programme | ChallengeReading | FlagReading | None
_MOST_FINDINGS = 3
"""The most findings named beside a standard; the rest are counted."""


def context_of(snapshot: Snapshot, entry: Entry[Record], today: date) -> RecordContext:
    """The context of the record as of a day; None for a record of a kind that has none."""
    record = entry.record
    if isinstance(record, Assessment):
        return read_cycle(snapshot, record.cycle, today)
    if isinstance(record, Audit) and record.programme_year:
        return read_programme(snapshot, record.programme_year, today)
    if isinstance(record, Challenge):
        return read_challenge(snapshot, Entry(entry.id, entry.kind, record), today)
    return read_flag(snapshot, Entry(entry.id, entry.kind, record), today) if isinstance(record, Flag) else None


def context_text(context: RecordContext, record_id: str) -> str:
    """The context as text for the terminal; empty where there is none."""
    if isinstance(context, CycleReading):
        lines = _cycle_lines(context, record_id)
    elif isinstance(context, Programme):
        lines = [line for audit in context.audits if audit.id == record_id for line in _programme_lines(context, audit)]
    elif isinstance(context, ChallengeReading):
        lines = _challenge_lines(context)
    else:
        lines = _flag_lines(context) if context else []
    return "".join(f"{line}\n" for line in ("", *lines)) if lines else ""


def _cycle_lines(cycle: CycleReading, record_id: str) -> list[str]:
    lines = [f"in cycle {cycle.key}, standard by standard"]
    for row in cycle.rows:
        for cell in row.cells:
            if cell.record == record_id:
                lines += _standard_lines(row, cell)
    if cycle.returns:
        lines += ["", f"returns in cycle {cycle.key}"]
    for assessment_return in cycle.returns:
        by = f", commissioned by {assessment_return.commissioned_by}" if assessment_return.commissioned_by else ""
        when = f" {assessment_return.returned}" if assessment_return.returned else ""
        due = f"; due {assessment_return.due}" if assessment_return.due else ""
        lines.append(
            paragraph(f"{assessment_return.name}{by}: {assessment_return.state.value}{when}{due}", indent=2, hanging=2)
        )
    return lines


def _standard_lines(row: StandardRow, cell: Cell) -> list[str]:
    because = f" ({cell.moderated_because})" if cell.moderated_because else ""
    parts = [
        f"own {cell.own or 'none'}" + ("" if cell.evidence else ", no evidence given"),
        f"moderated {cell.moderated}{because}" if cell.moderated else "not moderated",
        cell.since_last,
    ]
    lines = [paragraph(f"{row.key}: {' · '.join(filter(None, parts))}", indent=2, hanging=2)]
    lines += [paragraph(f'{response.said}: "{response.asked}"', indent=4, hanging=2) for response in cell.heard]
    if cell.apart:
        lines.append(paragraph(cell.apart, indent=4, hanging=2))
    other_agencies = "; ".join(
        f"{other.name} {other.stands}" for other in row.cells if other.record != cell.record and other.stands
    )
    if other_agencies:
        lines.append(paragraph(f"beside it: {other_agencies}", indent=4, hanging=2))
    for finding in row.beside[:_MOST_FINDINGS]:
        lines.append(
            paragraph(f"{finding.when or 'no date'}  {finding.direction}: {finding.title}", indent=4, hanging=2)
        )
    if len(row.beside) > _MOST_FINDINGS:
        lines.append(f"    and {count_noun(len(row.beside) - _MOST_FINDINGS, 'more finding')} on its themes")
    return lines


def _programme_lines(programme: Programme, audit: PlannedAudit) -> list[str]:
    place = f"in place {audit.order} of" if audit.order else "without a place among"
    because = f": {audit.because}" if audit.because else ", no reason recorded"
    heading = f"in the programme of {programme.year}, {place} {len(programme.audits)}{because}"
    lines = [paragraph(heading, hanging=2), *(paragraph(reason, indent=2, hanging=2) for reason in audit.reasons)]
    for difference in programme.differs:
        if difference.id == audit.id:
            says = f"what is recorded would put it in place {difference.proposed}; the group's order stands"
            lines.append(paragraph(says, indent=2, hanging=2))
    return lines


def _challenge_lines(read: ChallengeReading) -> list[str]:
    state = f"answered {read.answered}" if read.answered else "closed" if read.closed else "not answered"
    days = f", {count_noun(read.days_open, 'day')} after it was raised" if read.days_open is not None else ""
    lines = [f"{state}{days}" + (f"; due {read.answer_due}" if read.answer_due else "")]
    for step in read.steps:
        after = f", {count_noun(step.days, 'day')} later" if step.days else ""
        lines.append(f"  stage {step.stage} ({'formal' if step.is_formal else 'informal'}): {step.date}{after}")
    if read.owes_information:
        lines.append("  the information asked for has not been given")
    return lines


def _flag_lines(read: FlagReading) -> list[str]:
    lines = [
        "who it reached",
        *(paragraph(_recipient_text(recipient), indent=2, hanging=2) for recipient in read.reached),
    ]
    report_date = read.reported_to_executive
    days = f", {count_noun(read.days_open, 'day')}" if read.days_open is not None else ""
    days += _clock_text(read.clock)
    lines.append(f"  answered {read.answered}{days}" if read.answered else f"  not answered{days}")
    lines.append(
        f"  {read.executive_group} heard of it {report_date}"
        if report_date
        else f"  no report of it to {read.executive_group} is recorded"
    )
    return lines


def _recipient_text(recipient: FlagRecipient) -> str:
    what = " (as a safeguarding partner)" if recipient.as_partner else ""
    if recipient.acknowledged is None:
        return f"{recipient.name}{what}: not acknowledged{_clock_text(recipient.clock)}"
    days = f", {count_noun(recipient.days, 'day')} after it was raised" if recipient.days is not None else ""
    return f"{recipient.name}{what}: {recipient.acknowledged}{days}{_clock_text(recipient.clock)}"


def _clock_text(clock: FlagClock | None) -> str:
    return f", {clock.said}" if clock and clock.said else ""
