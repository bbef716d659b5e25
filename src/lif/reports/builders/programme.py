"""Report `programme`: the audit programme of a year, its order, the reasons, and where reasons and order differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.programme import AnsweredNeed, PlannedAudit, Programme, read_programme
from lif.analysis.audits.repeated_audits import repeated_by
from lif.analysis.audits.standard_chain import StandardChain
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.chronology.stage import life_of
from lif.analysis.duties.agencies import name_of
from lif.model.kinds.audit import Audit
from lif.model.kinds.need import Need
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import AuditKind, words
from lif.reports import sentences
from lif.reports.cited_sentence import Line, Within
from lif.reports.heading import Head, head
from lif.reports.need_order import order_key, place_text
from lif.reports.needs_answered import answered_lines, raised_text
from lif.reports.report import Ask, Report, Section, parse_year, partnership_of
from lif.reports.request import Request
from lif.reports.signal_lines import open_signal_lines
from lif.reports.standards_told import chain_lines, deterioration_lines


@dataclass(frozen=True, slots=True)
class ProgrammeAudit:
    """One audit of the programme; `place` is empty where none is recorded, `stage` where no date is known."""

    says: Line
    place: str
    kind: str
    who: str
    stage: str
    because: str
    reasons: tuple[Line, ...]
    consulted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditProgramme:
    """The content of the programme. The template words the absence where a tuple is empty."""

    head: Head
    audits: tuple[ProgrammeAudit, ...]
    without_place: int
    without_reason: int
    not_consulted: int
    differs: tuple[Line, ...]
    single_agency: tuple[Line, ...]
    deteriorated: tuple[Line, ...]
    compared: tuple[Line, ...]
    needs: tuple[Line, ...]
    answered: tuple[Line, ...]
    signals: tuple[Line, ...]
    outside: tuple[Line, ...]


def build(view: View, request: Request) -> AuditProgramme:
    """Build the programme of the year of the request."""
    snapshot = view.records
    year = request.year or parse_year(None)
    partnership_of(snapshot)
    within = Within(snapshot, year, view.audience)
    programme = read_programme(snapshot, year.name, view.day)
    audits = tuple(_describe_audit(snapshot, planned, view.day) for planned in programme.audits)
    programme_ids = {planned.id for planned in programme.audits}
    return AuditProgramme(
        head=head(view, request, f"Audit programme {year.name}"),
        audits=audits,
        without_place=sum(not audit.place for audit in audits),
        without_reason=sum(not audit.because for audit in audits),
        not_consulted=sum(not audit.consulted for audit in audits),
        differs=tuple(
            Line(
                f"{planned.title}: in place {planned.place}; "
                f"the reasons recorded would put it in place {planned.proposed}",
                "",
                (planned.id,),
            )
            for planned in programme.differs
        ),
        single_agency=tuple(_single_agency_audits(within, programme.audits)),
        deteriorated=tuple(deterioration_lines(snapshot, view.audience, request.themes)),
        compared=tuple(chain_lines(snapshot, _repeated_in(snapshot, programme), view.audience)),
        needs=tuple(_unanswered_needs(within)),
        answered=tuple(answered_lines(snapshot, year)),
        signals=tuple(open_signal_lines(snapshot, view.day, request.themes)),
        outside=tuple(
            sentences.record_line(within, entry, f"{entry.record.title} ({words(entry.record.audit_kind)})")
            for entry in within.all(Audit)
            if entry.id not in programme_ids and not entry.record.programme_year
        ),
    )


def _repeated_in(snapshot: Snapshot, programme: Programme) -> Iterator[StandardChain]:
    """The standards that an audit of the programme measured, or that the audit it repeats did, more than once."""
    audits = {planned.id for planned in programme.audits}
    audits |= {earlier for audit in audits for earlier in repeated_by(snapshot, audit)}
    for chain in standards_over_time(snapshot):
        if chain.compares and not audits.isdisjoint(chain.audits):
            yield chain


def _describe_audit(snapshot: Snapshot, planned: PlannedAudit, today: date) -> ProgrammeAudit:
    entry = snapshot.entries[planned.id]
    led_by = entry.record.led_by if isinstance(entry.record, Audit) else None
    life = life_of(snapshot, entry, today)
    return ProgrammeAudit(
        says=Line(planned.title, "", (planned.id,)),
        place=str(planned.order) if planned.order else "",
        kind=planned.kind,
        who=", ".join(
            filter(
                None,
                (
                    led_by and f"led by {name_of(snapshot, led_by)}",
                    planned.prioritised_by and f"put on the programme by {planned.prioritised_by}",
                ),
            )
        ),
        stage=life.word if life else "",
        because=planned.because,
        reasons=tuple(_reasons(snapshot, planned)),
        consulted=tuple(
            f"{consultation.whose}{f': {consultation.how}' if consultation.how else ''}"
            f"{f' ({consultation.date})' if consultation.date else ''}"
            for consultation in planned.consulted
        ),
    )


def _reasons(snapshot: Snapshot, planned: PlannedAudit) -> Iterator[Line]:
    """The reasons for the place of an audit, strongest first, each with its records."""
    if planned.pressing.serious:
        yield Line(f"Serious risk on it: {_titles(snapshot, planned.pressing.serious)}", "", planned.pressing.serious)
    if planned.pressing.worse:
        titles = _titles(snapshot, planned.pressing.worse)
        yield Line(f"A standard on it is clearly worse than before: {titles}", "", planned.pressing.worse)
    if planned.pressing.recurs:
        yield Line(
            f"It has come back after action: {_titles(snapshot, planned.pressing.recurs)}", "", planned.pressing.recurs
        )
    for need in planned.needs:
        yield Line(_need_text(need), "", (need.id, *(record for record in need.evidence if "/" in record)))
    for last_activity in planned.last_looked:
        if last_activity.record:
            yield Line(f"{last_activity.label}: last looked at {last_activity.when}", "", (last_activity.record,))
        else:
            yield Line(f"{last_activity.label}: an earlier look at it: {snapshot.absent}", "", ())
    if planned.pressing.single_agency:
        titles = _titles(snapshot, planned.pressing.single_agency)
        yield Line(f"Single-agency audits point there: {titles}", "", planned.pressing.single_agency)


def _need_text(need: AnsweredNeed) -> str:
    place = f", in place {need.order} of the needs" if need.order else ""
    because = f": {need.order_because}" if need.order_because else ""
    driver = f"; driven by: {need.driver}" if need.driver else ""
    return f"It answers a need: {need.title}{place}{because}{driver}"


def _titles(snapshot: Snapshot, records: tuple[str, ...]) -> str:
    return "; ".join(snapshot.entries[record_id].record.title for record_id in records if record_id in snapshot.entries)


def _single_agency_audits(within: Within, audits: tuple[PlannedAudit, ...]) -> Iterator[Line]:
    """Single-agency audits of the programme, and those that are a reason for another audit of it."""
    snapshot = within.snapshot
    titles_informed: dict[str, list[str]] = {}
    for planned in audits:
        entry = snapshot.entries[planned.id]
        if isinstance(entry.record, Audit) and entry.record.audit_kind is AuditKind.SINGLE_AGENCY:
            titles_informed.setdefault(planned.id, [])
        for audit_id in planned.pressing.single_agency:
            titles_informed.setdefault(audit_id, []).append(planned.title)
    for audit_id, titles in titles_informed.items():
        informed = f"speaks for: {'; '.join(titles)}" if titles else "speaks for no other audit of the programme"
        yield sentences.record_line(
            within, snapshot.entries[audit_id], f"{snapshot.entries[audit_id].record.title} ({informed})"
        )


def _unanswered_needs(within: Within) -> Iterator[Line]:
    """Needs raised by the end of the year that no record answers and that have no recorded answer of their own."""
    snapshot = within.snapshot
    answered_ids = {need_id for entry in snapshot.entries.values() for need_id in getattr(entry.record, "answers", ())}
    waiting_needs = [
        entry
        for entry in snapshot.of(Need)
        if entry.id not in answered_ids and not entry.record.answered and _is_raised_by(entry, within.year.until)
    ]
    for entry in sorted(waiting_needs, key=order_key):
        need = entry.record
        yield sentences.record_line(
            within, entry, f"{need.says or need.title} ({place_text(need)}{raised_text(snapshot, need)})"
        )


def _is_raised_by(entry: Entry[Need], day: date) -> bool:
    return entry.record.raised is None or entry.record.raised.earliest <= day


PROGRAMME = Report(
    "programme",
    "The audit programme of a year: the order, why each audit stands where it does, what speaks against",
    Sharing.PARTNERSHIP,
    build,
    (
        Section("order", "The programme in its order"),
        Section("reasons", "Why each stands where it does"),
        Section("differs", "Where order and reasons differ", by_theme=False),
        Section("single-agency", "Single-agency audits that inform it"),
        Section("standards", "What its audits measured before, and what is worse"),
        Section("needs", "Needs that nothing answers yet"),
        Section("signals", "What may have to be learned"),
        Section("outside", "Audits of the year outside the programme"),
    ),
    needs=(Ask.YEAR,),
    duties=("F5.1", "F5.2", "F5.3"),
)
