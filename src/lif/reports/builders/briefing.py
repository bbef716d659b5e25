"""A briefing: one piece of learning for people at work, in seven minutes or on a page, to be read aloud."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lif.analysis.themes.recurrence import Asked, recommendations
from lif.disclosure.request import Request
from lif.errors import LifError
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.kinds.partnership import Theme
from lif.model.record import Activity, Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, words
from lif.reports.briefing_subject import STRENGTHS, Matter, matter
from lif.reports.cited_sentence import Line, month_of
from lif.reports.counts import share
from lif.reports.heading import Head, head
from lif.reports.report import THEME, Ask, Report, Section, the_partnership

HEADINGS = (
    "What this is about",
    "Why it matters",
    "What works",
    "What needs to change",
    "What is being done, and by when",
    "How we shall know that it made a difference",
    "Questions to talk about",
)
"""The usual seven; a partnership may put others in their place, in the same order."""
_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
_MOST = 4
"""So many sentences of one sort are read in seven minutes; the others are counted."""
_KINDS = ("review", "audit", "assessment", "inspection", "finding", "learning", THEME)


@dataclass(frozen=True, slots=True)
class Briefing:
    """Seven parts, each of sentences that stand alone; a part that is empty says so in its template."""

    head: Head
    agency: str
    headings: tuple[str, ...]
    background: tuple[Line, ...]
    why: tuple[Line, ...]
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    asked: tuple[Line, ...]
    doing: tuple[Line, ...]
    knowing: tuple[Line, ...]
    questions: tuple[str, ...]


def build(snapshot: Snapshot, request: Request) -> Briefing:
    """The briefing on the record or theme of the request, for one agency where it names one."""
    about = matter(snapshot, request.about)
    findings = [one for one in about.findings if _concerns(one.record.agencies, request.agency)]
    strengths = [one for one in findings if one.record.direction in STRENGTHS]
    concerns = [one for one in findings if one.record.direction in _CONCERNS]
    actions = [one for one in about.actions if _concerns(_agencies(one.record), request.agency)]
    agency = _name(snapshot, request.agency)
    return Briefing(
        head=head(snapshot, request, about.title),
        agency=agency,
        headings=_headings(snapshot),
        background=tuple(_background(snapshot, about)),
        why=tuple(_why(snapshot, about, findings)),
        strengths=_few(_found(one) for one in strengths),
        concerns=_few(_found(one) for one in concerns),
        asked=_few(_asked(snapshot, about, request.agency)),
        doing=_few(_doing(snapshot, one) for one in actions),
        knowing=_few(_knowing(about, actions, request)),
        questions=tuple(_questions(strengths, concerns, agency)),
    )


def _headings(snapshot: Snapshot) -> tuple[str, ...]:
    own = the_partnership(snapshot).settings.briefing_headings
    if own and len(own) != len(HEADINGS):
        raise LifError(
            f"`briefing_headings` of the partnership are {len(own)}, and a briefing has {len(HEADINGS)} parts.",
            f"Write {len(HEADINGS)}, in this order: {'; '.join(HEADINGS)}.",
        )
    return own or HEADINGS


def _concerns(agencies: Sequence[str], agency: str) -> bool:
    """Whether something concerns the agency asked for: it is named, or nobody is."""
    return not agency or not agencies or agency in agencies


def _agencies(action: Action) -> tuple[str, ...]:
    return ((action.owner.agency,) if action.owner else ()) + action.joint_with


def _name(snapshot: Snapshot, agency: str) -> str:
    return str(getattr(snapshot.registers["agency"].get(agency), "name", agency))


def _few(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The first few, and how many more there are."""
    every = tuple(lines)
    if len(every) <= _MOST + 1:
        return every
    more = every[_MOST:]
    records = tuple(dict.fromkeys(record for line in more for record in line.records))
    return (*every[:_MOST], Line(f"{len(more)} more stand in the records.", "", records))


def _sentence(text: str) -> str:
    """The text with a full stop, so that it is read as a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _background(snapshot: Snapshot, about: Matter) -> Iterator[Line]:
    for entry in about.sources[:_MOST]:
        when = month_of(snapshot, entry.id)
        record = entry.record
        told = ", ".join(filter(None, (_kind_unless_said(entry), when)))
        yield Line(_sentence(f"{record.title}{f': {told}' if told else ''}"), "", (entry.id,))
        if isinstance(record, Activity) and record.question:
            yield Line(_sentence(f"It asked: {record.question}"), "", (entry.id,))
    if about.about and isinstance(about.about.record, Learning):
        for message in about.about.record.messages:
            yield Line(_sentence(message), "", (about.about.id,))


def _kind_unless_said(entry: Entry[Record]) -> str:
    """What sort of work it was, where its title does not say so."""
    kind = words(getattr(entry.record, "review_kind", None) or getattr(entry.record, "audit_kind", None) or "")
    return "" if kind in entry.record.title.casefold() else kind


def _why(snapshot: Snapshot, about: Matter, findings: Sequence[Entry[Finding]]) -> Iterator[Line]:
    themes = dict.fromkeys(one.record.theme for one in findings)
    labels = [_label(snapshot, key) for key in themes]
    if labels:
        yield Line(f"It is about {_listed(labels)}.", "", tuple(one.id for one in findings[:_MOST]))
    for one in findings:
        earlier = snapshot.entries.get(one.record.recurrence_of or "")
        if earlier is not None:
            when = month_of(snapshot, earlier.id)
            again = f"This has come back: it was found{f' in {when}' if when else ' before'} too."
            yield Line(again, "", (one.id, earlier.id))
    for entry in about.sources:
        if isinstance(entry.record, Activity):
            for intended in entry.record.intended:
                yield Line(_sentence(f"What should be different: {intended.outcome}"), "", (entry.id,))


def _label(snapshot: Snapshot, key: str) -> str:
    theme = snapshot.registers["theme"].get(key)
    return theme.label if isinstance(theme, Theme) else key


def _listed(labels: Sequence[str]) -> str:
    *most, last = (f"“{label}”" for label in labels)
    return f"{', '.join(most)} and {last}" if most else last


def _found(finding: Entry[Finding]) -> Line:
    return Line(_sentence(finding.record.says or finding.record.title), "", (finding.id,))


def _asked(snapshot: Snapshot, about: Matter, agency: str) -> Iterator[Line]:
    """What is asked of whom, where somebody is named."""
    mine = {entry.id for entry in about.sources}
    for asked in recommendations(snapshot):
        source = asked.id.partition("#")[0]
        if source in mine and _is_of(about, asked) and (agency in asked.item.to or (not agency and asked.item.to)):
            whom = _listed_plain([_name(snapshot, key) for key in asked.item.to])
            yield Line(_sentence(f"Asked of {whom}: {asked.item.text}"), "", (asked.id,))


def _is_of(about: Matter, asked: Asked) -> bool:
    """Whether it is asked by the subject itself, or rests on one of its findings."""
    by_itself = about.about is not None and asked.id.startswith(f"{about.about.id}#")
    return by_itself or bool(set(asked.item.findings) & {finding.id for finding in about.findings})


def _listed_plain(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _doing(snapshot: Snapshot, action: Entry[Action]) -> Line:
    record = action.record
    who = _listed_plain([_name(snapshot, key) for key in _agencies(record)]) if _agencies(record) else ""
    state = ""
    if record.closed:
        state = f"closed{f', {words(record.outcome)}' if record.outcome else ''}"
    elif record.done:
        state = "done, and not yet shown to have made a difference"
    elif record.due:
        state = f"by {record.due:%B %Y}"
    told = "; ".join(filter(None, (who, state)))
    return Line(_sentence(f"{record.title}{f': {told}' if told else ''}"), "", (action.id,))


def _knowing(about: Matter, actions: Sequence[Entry[Action]], request: Request) -> Iterator[Line]:
    for entry in about.sources:
        if isinstance(entry.record, Activity):
            for one in entry.record.intended:
                if one.measure:
                    good = f"; good enough: {one.target}" if one.target else ""
                    yield Line(_sentence(f"{one.measure}{good}"), "", (entry.id,))
    for action in actions:
        for measure in action.record.measures:
            then, now = (share(reading, request.audience) for reading in (measure.baseline, measure.follow_up))
            counts = "; ".join(filter(None, (then and f"then {then}", now and f"now {now}")))
            good = f"; good enough: {measure.target}" if measure.target else ""
            yield Line(_sentence(f"{measure.what}{good}{f'; {counts}' if counts else ''}"), "", (action.id,))


def _questions(strengths: Sequence[Entry[Finding]], concerns: Sequence[Entry[Finding]], agency: str) -> Iterator[str]:
    we = f"we in {agency}" if agency else "we"
    if concerns:
        yield f"{_found(concerns[0]).text} Where do {we} see this in our own work?"
    if strengths:
        yield f"{_found(strengths[0]).text} What helps us to do this, and how do we keep it?"
    else:
        yield "What already works well here, and who should hear of it?"
    yield f"What will {we} do differently before we next meet, and what will a child notice?"


_SECTIONS = tuple(
    Section(name, "") for name in ("background", "why", "strengths", "concerns", "doing", "knowing", "questions")
)
SEVEN_MINUTE = Report(
    "seven-minute",
    "A seven-minute briefing, to be read aloud in a team meeting",
    Sharing.PARTNERSHIP,
    build,
    _SECTIONS,
    needs=(Ask.ABOUT,),
    takes=(Ask.AGENCY,),
    kinds=_KINDS,
    duties=("F4.5",),
    numbered=True,
)
ONE_PAGE = Report(
    "one-page",
    "A briefing on one page",
    Sharing.PARTNERSHIP,
    build,
    (Section("found", "What was found"), Section("change", "What changes"), Section("talk", "To talk about")),
    needs=(Ask.ABOUT,),
    takes=(Ask.AGENCY,),
    kinds=_KINDS,
    duties=("F4.5",),
    numbered=True,
)
