"""How a record stands among others, in words: a return in its cycle, an audit in its programme, a challenge, a flag."""

from datetime import date

from lif.analysis.audits.programme import Planned, Programme, read_programme
from lif.analysis.duties.challenges import ChallengeRead, read_challenge
from lif.analysis.duties.flags import FlagRead, Reached, read_flag
from lif.analysis.duties.standards import Cell, CycleReading, StandardRow, read_cycle
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.flag import Flag
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.output.text.terminal import counted, paragraph

Standing = CycleReading | Programme | ChallengeRead | FlagRead | None
_SHOWN = 3
"""Findings named beside a standard; the rest are counted."""


def standing_of(snapshot: Snapshot, entry: Entry[Record], today: date) -> Standing:
    """How the record stands among others as of a day; None where there is nothing to stand among."""
    record = entry.record
    if isinstance(record, Assessment):
        return read_cycle(snapshot, record.cycle, today)
    if isinstance(record, Audit) and record.programme_year:
        return read_programme(snapshot, record.programme_year, today)
    if isinstance(record, Challenge):
        return read_challenge(snapshot, Entry(entry.id, entry.kind, record), today)
    return read_flag(snapshot, Entry(entry.id, entry.kind, record), today) if isinstance(record, Flag) else None


def standing_text(standing: Standing, record_id: str) -> str:
    """The same for the terminal; empty where there is nothing to say."""
    if isinstance(standing, CycleReading):
        lines = _in_its_cycle(standing, record_id)
    elif isinstance(standing, Programme):
        lines = [line for one in standing.audits if one.id == record_id for line in _in_its_programme(standing, one)]
    elif isinstance(standing, ChallengeRead):
        lines = _challenge(standing)
    else:
        lines = _flag(standing) if standing else []
    return "".join(f"{line}\n" for line in ("", *lines)) if lines else ""


def _in_its_cycle(cycle: CycleReading, record_id: str) -> list[str]:
    lines = [f"in cycle {cycle.key}, standard by standard"]
    for row in cycle.rows:
        for cell in row.cells:
            if cell.record == record_id:
                lines += _standard(row, cell)
    if cycle.returns:
        lines += ["", f"returns in cycle {cycle.key}"]
    for one in cycle.returns:
        by = f", commissioned by {one.commissioned_by}" if one.commissioned_by else ""
        when = f" {one.returned}" if one.returned else ""
        due = f"; due {one.due}" if one.due else ""
        lines.append(paragraph(f"{one.name}{by}: {one.state.value}{when}{due}", indent=2, hanging=2))
    return lines


def _standard(row: StandardRow, cell: Cell) -> list[str]:
    because = f" ({cell.moderated_because})" if cell.moderated_because else ""
    said = [
        f"own {cell.own or 'none'}" + ("" if cell.evidence else ", no evidence given"),
        f"moderated {cell.moderated}{because}" if cell.moderated else "not moderated",
        cell.since_last,
    ]
    lines = [paragraph(f"{row.key}: {' · '.join(filter(None, said))}", indent=2, hanging=2)]
    lines += [paragraph(f'{one.said}: "{one.asked}"', indent=4, hanging=2) for one in cell.heard]
    if cell.apart:
        lines.append(paragraph(cell.apart, indent=4, hanging=2))
    others = "; ".join(f"{one.name} {one.stands}" for one in row.cells if one.record != cell.record and one.stands)
    if others:
        lines.append(paragraph(f"beside it: {others}", indent=4, hanging=2))
    for one in row.beside[:_SHOWN]:
        lines.append(paragraph(f"{one.when or 'no date'}  {one.direction}: {one.title}", indent=4, hanging=2))
    if len(row.beside) > _SHOWN:
        lines.append(f"    and {counted(len(row.beside) - _SHOWN, 'more finding')} on its themes")
    return lines


def _in_its_programme(programme: Programme, audit: Planned) -> list[str]:
    place = f"in place {audit.order} of" if audit.order else "without a place among"
    because = f": {audit.because}" if audit.because else ", no reason recorded"
    heading = f"in the programme of {programme.year}, {place} {len(programme.audits)}{because}"
    lines = [paragraph(heading, hanging=2), *(paragraph(one, indent=2, hanging=2) for one in audit.reasons)]
    for one in programme.differs:
        if one.id == audit.id:
            says = f"what is recorded would put it in place {one.proposed}; the group's order stands"
            lines.append(paragraph(says, indent=2, hanging=2))
    return lines


def _challenge(read: ChallengeRead) -> list[str]:
    state = f"answered {read.answered}" if read.answered else "closed" if read.closed else "not answered"
    days = f", {counted(read.days_open, 'day')} after it was raised" if read.days_open is not None else ""
    lines = [f"{state}{days}" + (f"; due {read.answer_due}" if read.answer_due else "")]
    for step in read.steps:
        after = f", {counted(step.days, 'day')} later" if step.days else ""
        lines.append(f"  stage {step.stage} ({'formal' if step.is_formal else 'informal'}): {step.date}{after}")
    if read.owes_information:
        lines.append("  the information asked for has not been given")
    return lines


def _flag(read: FlagRead) -> list[str]:
    lines = ["who it reached", *(paragraph(_reached(one), indent=2, hanging=2) for one in read.reached)]
    told = read.reported_to_executive
    days = f", {counted(read.days_open, 'day')}" if read.days_open is not None else ""
    lines.append(f"  answered {read.answered}{days}" if read.answered else f"  not answered{days}")
    lines.append(f"  the Executive heard of it {told}" if told else "  no report of it to the Executive is recorded")
    return lines


def _reached(one: Reached) -> str:
    what = " (as a safeguarding partner)" if one.as_partner else ""
    if one.acknowledged is None:
        return f"{one.name}{what}: not acknowledged"
    days = f", {counted(one.days, 'day')} after it was raised" if one.days is not None else ""
    return f"{one.name}{what}: {one.acknowledged}{days}"
