"""The audit programme of a year: its order, what speaks for each place, and where reasons and order differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.programme import Answered, Planned, read_programme
from lif.analysis.chronology.stage import life_of
from lif.analysis.duties.agencies import name_of
from lif.disclosure.request import Request
from lif.model.kinds.audit import Audit
from lif.model.kinds.need import Need
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AuditKind, words
from lif.reports import sentences
from lif.reports.cited_sentence import Line, Within
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section, the_partnership, year_asked


@dataclass(frozen=True, slots=True)
class AuditSaid:
    """One audit of the programme; `place` is empty where nobody gave it one, `stage` where no date is known."""

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
    """Everything the programme says; an empty tuple is an absence, which the template words."""

    head: Head
    audits: tuple[AuditSaid, ...]
    without_place: int
    without_reason: int
    not_consulted: int
    differs: tuple[Line, ...]
    single_agency: tuple[Line, ...]
    needs: tuple[Line, ...]
    outside: tuple[Line, ...]


def build(snapshot: Snapshot, request: Request) -> AuditProgramme:
    """The programme of the year of the request."""
    year = request.year or year_asked(None)
    the_partnership(snapshot)
    within = Within(snapshot, year, request.audience)
    programme = read_programme(snapshot, year.name, request.today)
    audits = tuple(_audit(snapshot, one, request.today) for one in programme.audits)
    listed = {one.id for one in programme.audits}
    return AuditProgramme(
        head=head(snapshot, request, f"Audit programme {year.name}"),
        audits=audits,
        without_place=sum(not one.place for one in audits),
        without_reason=sum(not one.because for one in audits),
        not_consulted=sum(not one.consulted for one in audits),
        differs=tuple(
            Line(
                f"{one.title}: in place {one.place}; the reasons recorded would put it in place {one.proposed}",
                "",
                (one.id,),
            )
            for one in programme.differs
        ),
        single_agency=tuple(_single_agency(within, programme.audits)),
        needs=tuple(_unanswered(within)),
        outside=tuple(
            sentences.line(within, one, f"{one.record.title} ({words(one.record.audit_kind)})")
            for one in within.all(Audit)
            if one.id not in listed and not one.record.programme_year
        ),
    )


def _audit(snapshot: Snapshot, one: Planned, today: date) -> AuditSaid:
    entry = snapshot.entries[one.id]
    led_by = entry.record.led_by if isinstance(entry.record, Audit) else None
    life = life_of(snapshot, entry, today)
    return AuditSaid(
        says=Line(one.title, "", (one.id,)),
        place=str(one.order) if one.order else "",
        kind=one.kind,
        who=", ".join(
            filter(
                None,
                (
                    led_by and f"led by {name_of(snapshot, led_by)}",
                    one.prioritised_by and f"put on the programme by {one.prioritised_by}",
                ),
            )
        ),
        stage=life.word if life else "",
        because=one.because,
        reasons=tuple(_reasons(snapshot, one)),
        consulted=tuple(
            f"{who.whose}{f': {who.how}' if who.how else ''}{f' ({who.date})' if who.date else ''}"
            for who in one.consulted
        ),
    )


def _reasons(snapshot: Snapshot, one: Planned) -> Iterator[Line]:
    """What speaks for its place, strongest first, each with its records."""
    if one.pressing.serious:
        yield Line(f"Serious risk on it: {_titles(snapshot, one.pressing.serious)}", "", one.pressing.serious)
    if one.pressing.recurs:
        yield Line(f"It has come back after action: {_titles(snapshot, one.pressing.recurs)}", "", one.pressing.recurs)
    for need in one.needs:
        yield Line(_need(need), "", (need.id, *(record for record in need.evidence if "/" in record)))
    for looked in one.last_looked:
        if looked.record:
            yield Line(f"{looked.label}: last looked at {looked.when}", "", (looked.record,))
        else:
            yield Line(f"{looked.label}: never looked at before by an audit or review ({snapshot.absent})", "", ())
    if one.pressing.single_agency:
        said = _titles(snapshot, one.pressing.single_agency)
        yield Line(f"Single-agency audits point there: {said}", "", one.pressing.single_agency)


def _need(need: Answered) -> str:
    place = f", in place {need.order} of the needs" if need.order else ""
    because = f": {need.order_because}" if need.order_because else ""
    driver = f"; driven by: {need.driver}" if need.driver else ""
    return f"It answers a need: {need.title}{place}{because}{driver}"


def _titles(snapshot: Snapshot, records: tuple[str, ...]) -> str:
    return "; ".join(snapshot.entries[one].record.title for one in records if one in snapshot.entries)


def _single_agency(within: Within, audits: tuple[Planned, ...]) -> Iterator[Line]:
    """Single-agency audits of the programme, and those that speak for another audit of it."""
    snapshot = within.snapshot
    informs: dict[str, list[str]] = {}
    for one in audits:
        entry = snapshot.entries[one.id]
        if isinstance(entry.record, Audit) and entry.record.audit_kind is AuditKind.SINGLE_AGENCY:
            informs.setdefault(one.id, [])
        for record in one.pressing.single_agency:
            informs.setdefault(record, []).append(one.title)
    for record, titles in informs.items():
        said = f"speaks for: {'; '.join(titles)}" if titles else "speaks for no other audit of the programme"
        yield sentences.line(within, snapshot.entries[record], f"{snapshot.entries[record].record.title} ({said})")


def _unanswered(within: Within) -> Iterator[Line]:
    """Needs raised by the end of the year that no audit or review answers and nobody has answered otherwise."""
    snapshot = within.snapshot
    answered = {need for one in snapshot.entries.values() for need in getattr(one.record, "answers", ())}
    waiting = [
        one
        for one in snapshot.of(Need)
        if one.id not in answered and not one.record.answered and _raised_by(one, within.year.until)
    ]
    for one in sorted(waiting, key=lambda entry: (not entry.record.order, entry.record.order or 0, entry.id)):
        place = f"in place {one.record.order}" if one.record.order else "no place in the order of the group"
        yield sentences.line(within, one, f"{one.record.says or one.record.title} ({place})")


def _raised_by(entry: Entry[Need], day: date) -> bool:
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
        Section("needs", "Needs that nothing answers yet"),
        Section("outside", "Audits of the year outside the programme"),
    ),
    needs=(Ask.YEAR,),
    duties=("F5.1", "F5.2", "F5.3"),
)
