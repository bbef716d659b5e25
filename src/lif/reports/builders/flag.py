"""The letter on a flag: to the agency and the safeguarding partner, with no detail of any child (F7.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import placed
from lif.analysis.duties.flags import Reached, read_flag
from lif.disclosure.request import Request
from lif.errors import LifError
from lif.model.kinds.flag import Flag
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.reports.cited_sentence import Line, label_of
from lif.reports.heading import Head, head
from lif.reports.report import Ask, Report, Section


@dataclass(frozen=True, slots=True)
class FlagLetter:
    """Everything the letter says; an empty text or tuple is an absence, which the template words."""

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
    acknowledged: tuple[Line, ...]
    answered: str
    answer: str
    executive: str


def build(snapshot: Snapshot, request: Request) -> FlagLetter:
    """The letter on the flag of the request."""
    entry = next((one for one in snapshot.of(Flag) if one.id == request.about), None)
    if entry is None:
        raise LifError("On which flag?", "Say it: lif report flag ID; lif list flag names them.")
    flag, read = entry.record, read_flag(snapshot, entry, request.today)
    group = snapshot.registers["group"].get(flag.raised_by or "")
    kind = "Serious risk" if flag.serious else read.kind.capitalize()
    return FlagLetter(
        head=head(snapshot, request, f"{kind} flagged"),
        about=Line(flag.title, "", (entry.id,)),
        is_serious=flag.serious,
        is_risk=read.kind == "risk",
        raised=str(flag.raised or ""),
        raised_by=str(getattr(group, "name", flag.raised_by or "")),
        agencies=tuple(_names(read.reached, flag.to)),
        partners=tuple(_names(read.reached, flag.partners)),
        says=flag.says or "",
        themes=" · ".join(dict.fromkeys(label_of(snapshot, theme) for theme in flag.themes)),
        rests_on=tuple(_rests_on(snapshot, entry)),
        wanted=tuple(one.name for one in read.unacknowledged),
        acknowledged=tuple(_acknowledged(entry, read.reached)),
        answered=str(read.answered or ""),
        answer=read.answer,
        executive=str(read.reported_to_executive or ""),
    )


def _names(reached: Iterable[Reached], keys: Iterable[str]) -> Iterator[str]:
    wanted = set(keys)
    return (one.name for one in reached if one.agency in wanted)


def _rests_on(snapshot: Snapshot, entry: Entry[Flag]) -> Iterator[Line]:
    """The records behind it by title only, so that no detail travels with the letter."""
    for record in entry.record.from_records:
        source = snapshot.entries.get(record.partition("#")[0])
        if source is not None:
            when = placed(snapshot, record)
            yield Line(f"{source.record.title} ({source.kind.name})", str(when) if when else "", (record,))


def _acknowledged(entry: Entry[Flag], reached: Iterable[Reached]) -> Iterator[Line]:
    for one in reached:
        if one.acknowledged is not None:
            days = (
                f", {one.days} {'day' if one.days == 1 else 'days'} after it was raised" if one.days is not None else ""
            )
            role = f", by its {one.role}" if one.role else ""
            yield Line(f"{one.name}{role}{days}", str(one.acknowledged), (entry.id,))


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
