"""Report `flag`: the letter on a flag to an agency and a safeguarding partner, without detail of any child (F7.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import record_date
from lif.analysis.deadlines.flag_clocks import flag_clocks_in_words
from lif.analysis.duties.flags import FlagClock, FlagRecipient, read_flag
from lif.errors import LifError
from lif.model.kinds.flag import Flag
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.reports.cited_sentence import Line, current_label
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section
from lif.reports.request import Request


@dataclass(frozen=True, slots=True)
class FlagLetter:
    """The content of the letter. The template words the absence where a text or tuple is empty."""

    head: Head
    about: Line
    is_serious: bool
    is_risk: bool
    raised: str
    raised_by: str
    agencies: tuple[str, ...]
    partners: tuple[str, ...]
    says: str
    themes: str
    rests_on: tuple[Line, ...]
    wanted: tuple[str, ...]
    acknowledge_by: str
    answer_by: str
    clocks: str
    acknowledged: tuple[Line, ...]
    answered: str
    in_time: str
    answer: str
    executive: str
    executive_group: str


def build(view: View, request: Request) -> FlagLetter:
    """Build the letter on the flag of the request.

    Raises `LifError` when there is no such flag.
    """
    snapshot = view.records
    entry = next((candidate for candidate in snapshot.of(Flag) if candidate.id == request.about), None)
    if entry is None:
        raise LifError("On which flag?", "Say it: lif report flag ID; lif list flag names them.")
    flag, reading = entry.record, read_flag(snapshot, entry, view.day)
    group = snapshot.group(flag.raised_by)
    kind = "Serious risk" if flag.serious else reading.kind.capitalize()
    return FlagLetter(
        head=head(view, request, f"{kind} flagged"),
        about=Line(flag.title, "", (entry.id,)),
        is_serious=flag.serious,
        is_risk=reading.kind == "risk",
        raised=str(flag.raised or ""),
        raised_by=group.name if group is not None else flag.raised_by or "",
        agencies=tuple(_agency_names(reading.reached, flag.to)),
        partners=tuple(_agency_names(reading.reached, flag.partners)),
        says=flag.says or "",
        themes=" · ".join(dict.fromkeys(current_label(snapshot, theme) for theme in flag.themes)),
        rests_on=tuple(_source_lines(snapshot, entry)),
        wanted=tuple(recipient.name for recipient in reading.unacknowledged),
        acknowledge_by=_due_day(next((recipient.clock for recipient in reading.unacknowledged), None)),
        answer_by=_due_day(reading.clock),
        clocks=flag_clocks_in_words(snapshot.thresholds),
        acknowledged=tuple(_acknowledgements(entry, reading.reached)),
        answered=str(reading.answered or ""),
        in_time=reading.clock.said if reading.clock and reading.answered else "",
        answer=reading.answer,
        executive=str(reading.reported_to_executive or ""),
        executive_group=reading.executive_group,
    )


def _due_day(clock: FlagClock | None) -> str:
    return str(clock.due or "") if clock else ""


def _agency_names(reached: Iterable[FlagRecipient], keys: Iterable[str]) -> Iterator[str]:
    wanted = set(keys)
    return (recipient.name for recipient in reached if recipient.agency in wanted)


def _source_lines(snapshot: Snapshot, entry: Entry[Flag]) -> Iterator[Line]:
    """The records the flag rests on, by title only, so that the letter holds no detail of them."""
    for source_id in entry.record.from_records:
        source = snapshot.entries.get(RecordRef.parse(source_id).record)
        if source is not None:
            when = record_date(snapshot, source_id)
            yield Line(f"{source.record.title} ({source.kind.name})", str(when) if when else "", (source_id,))


def _acknowledgements(entry: Entry[Flag], reached: Iterable[FlagRecipient]) -> Iterator[Line]:
    for recipient in reached:
        if recipient.acknowledged is not None:
            days = (
                f", {recipient.days} {'day' if recipient.days == 1 else 'days'} after it was raised"
                if recipient.days is not None
                else ""
            )
            role = f", by its {recipient.role}" if recipient.role else ""
            clock = f", {recipient.clock.said}" if recipient.clock and recipient.clock.said else ""
            yield Line(f"{recipient.name}{role}{days}{clock}", str(recipient.acknowledged), (entry.id,))


FLAG = Report(
    "flag",
    "The letter on a flag, to the agency and the safeguarding partner: what is flagged, what is asked, by when",
    Sharing.RESTRICTED,
    build,
    (
        Section("flagged", "What is flagged"),
        Section("rests-on", "What it rests on"),
        Section("asked", "What we ask of you, and by when"),
        Section("received", "Who has received this letter"),
        Section("answer", "What came of it"),
    ),
    needs=(Ask.ABOUT,),
    kinds=("flag",),
    duties=("F7.5", "F7.6"),
    reaches=Sharing.RESTRICTED,
)
