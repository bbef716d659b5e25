"""The decision pack on a review: what the records show, laid out for those who decide; it advises nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.chronology.stage import life_of
from lif.analysis.deadlines.deadline import Deadline, State
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.influences import QUESTIONS, influences, themes_of
from lif.analysis.lines.lineage import trace
from lif.analysis.themes.replaced_themes import successors
from lif.disclosure.request import Request
from lif.disclosure.whole_and_view import deadlines_for
from lif.errors import LifError
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Theme
from lif.model.kinds.review import Definition, Review
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, words
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.charts.line_of_sight import LineOfSight, line_of_sight
from lif.reports.cited_sentence import Line
from lif.reports.decisions_wanted import awaits_a_decision
from lif.reports.heading import Head, head
from lif.reports.open_items import owner
from lif.reports.report import Ask, Report, Section

_STATES = {
    State.OVERDUE: "overdue",
    State.AHEAD: "ahead",
    State.NO_DAY: "no day set",
    State.CANNOT_TELL: "cannot be told",
    State.MET: "met",
    State.MET_LATE: "met late",
    State.TOO_EARLY: "ended too early",
}


@dataclass(frozen=True, slots=True)
class Considered:
    """One influence as a question: what the records show, and the group's answer where it has given one."""

    question: str
    shown: tuple[Line, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class DecisionPack:
    """The pack on one review; `is_open` while nobody is recorded to have decided.

    `hidden` is how an absence is put where it may only be withheld from this audience.
    """

    head: Head
    kind: str
    is_open: bool
    hidden: str
    question: str
    themes: tuple[str, ...]
    definition: tuple[Line, ...]
    dates: tuple[Line, ...]
    clocks: tuple[Line, ...]
    took_part: tuple[Line, ...]
    not_taking_part: tuple[Line, ...]
    practitioners: str
    families: str
    influences: tuple[Considered, ...]
    works: tuple[Line, ...]
    known: tuple[Line, ...]
    acting: tuple[Line, ...]
    decided: tuple[Line, ...]
    line: LineOfSight


def build(snapshot: Snapshot, request: Request) -> DecisionPack:
    """The pack on the review that the request is about."""
    entry = next((one for one in snapshot.of(Review) if one.id == request.about), None)
    if entry is None:
        raise LifError(f"{request.about} is no review that this audience may see.", "lif list review names them.")
    review, about = entry.record, themes_of(snapshot, entry)
    is_narrow = request.audience is not Sharing.RESTRICTED
    absent = snapshot.absent
    return DecisionPack(
        head=head(snapshot, request, f"Decision pack, {review.title}"),
        kind=words(review.review_kind),
        is_open=awaits_a_decision(entry, request.today),
        hidden=f"{absent}, or not for this audience" if is_narrow else absent,
        question=review.question or "",
        themes=tuple(_label(snapshot, theme) for theme in about),
        definition=tuple(_definition(entry.id, review.definition)),
        dates=tuple(_dates(snapshot, entry, request)),
        clocks=tuple(
            _clock(snapshot, one)
            for one in deadlines_for(snapshot, request, request.today)
            if one.record == entry.id and one.edition
        ),
        took_part=tuple(
            Line(f"{name_of(snapshot, one.agency)}{f': {one.how}' if one.how else ''}", "", (entry.id,))
            for one in review.took_part
        ),
        not_taking_part=tuple(
            Line(f"{name_of(snapshot, one.agency)}{f': {one.reason}' if one.reason else ''}", "", (entry.id,))
            for one in review.not_taking_part
        ),
        practitioners=review.practitioners or "",
        families=review.families or "",
        influences=tuple(_influences(snapshot, entry, request)),
        works=tuple(_works(snapshot, about)),
        known=tuple(_known(snapshot, entry, about)),
        acting=tuple(_acting(snapshot, about)),
        decided=tuple(_decided(snapshot, entry)),
        line=line_of_sight("line", review.title, trace(snapshot, (entry.id,), request.today), absent),
    )


def _label(snapshot: Snapshot, key: str) -> str:
    theme = snapshot.registers["theme"].get(key)
    return theme.label if isinstance(theme, Theme) else key


def _definition(review: str, definition: Definition | None) -> Iterator[Line]:
    """The two questions of the definition with the group's answers (F6.3)."""
    if definition is not None:
        yield Line(f"Is abuse or neglect known or suspected? {words(definition.abuse_or_neglect)}", "", (review,))
        harmed = words(definition.died_or_seriously_harmed)
        yield Line(f"Has a child died or been seriously harmed? {harmed}", "", (review,))
        if definition.because:
            yield Line(f"On what that rests: {definition.because}", "", (review,))


def _dates(snapshot: Snapshot, entry: Entry[Review], request: Request) -> Iterator[Line]:
    life = entry.record.life
    before = ((life.aware, "the partners became aware"), (life.notified, "the national Panel was notified"))
    for when, what in before:
        if when is not None:
            yield Line(what, str(when), (entry.id,))
    lived = life_of(snapshot, entry, request.today)
    for event in lived.events if lived else ():
        yield Line(event.what, str(event.when or "no date"), (event.record,))
    if life.panel_replied is not None:
        agrees = entry.record.panel_agrees
        yield Line(
            f"the Panel replied{f'; it agrees: {words(agrees)}' if agrees else ''}",
            str(life.panel_replied),
            (entry.id,),
        )


def _clock(snapshot: Snapshot, one: Deadline) -> Line:
    """A clock with its day, how it stands, whose it is, and the edition it comes from."""
    unsure = "" if one.is_verified else "; not verified against the text of the guidance"
    by = owner(snapshot, one)
    met = f", {one.met}" if one.met else ""
    told = "; ".join(filter(None, (f"due {one.due}", f"{_STATES[one.state]}{met}", by, one.why)))
    return Line(f"{one.what}: {told}{unsure if 'not verified' not in one.why else ''}", "", (one.record,))


def _influences(snapshot: Snapshot, entry: Entry[Review], request: Request) -> Iterator[Considered]:
    for one in influences(snapshot, entry, request.today):
        because = f", because {one.because}" if one.because else ""
        shown = tuple(Line(shown.said, "", tuple(dict.fromkeys(shown.records))) for shown in one.shown)
        yield Considered(QUESTIONS[one.influence], shown, f"{words(one.answer)}{because}" if one.answer else "")


def _works(snapshot: Snapshot, about: tuple[str, ...]) -> Iterator[Line]:
    """What works well on its themes, from any source: what a review could build on (F3.4)."""
    for one in snapshot.of(Finding):
        stands = one.record.direction in STRENGTHS and not (one.record.superseded_by or one.record.derived_from)
        if stands and successors(snapshot, one.record.theme) in about:
            yield Line(one.record.says or one.record.title, str(one.record.date or ""), (one.id,))


def _known(snapshot: Snapshot, entry: Entry[Review], about: tuple[str, ...]) -> Iterator[Line]:
    """Reviews and audits that looked at one of its themes: what is learned there need not be learned again."""
    looked: tuple[Entry[Review] | Entry[Audit], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    for one in looked:
        mine = {successors(snapshot, theme) for theme in one.record.themes}
        if one.id != entry.id and mine & set(about):
            found = sum(
                finding.record.source == one.id and finding.record.direction is not Direction.DESCRIPTIVE
                for finding in snapshot.of(Finding)
            )
            asked = len(one.record.recommendations)
            yield Line(
                f"{one.record.title}: {_many(found, 'finding')}, {_many(asked, 'recommendation')}", "", (one.id,)
            )


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _acting(snapshot: Snapshot, about: tuple[str, ...]) -> Iterator[Line]:
    """Open actions that answer findings on its themes, or name one of them."""
    findings = {one.id for one in snapshot.of(Finding) if successors(snapshot, one.record.theme) in about}
    for one in snapshot.of(Action):
        action = one.record
        named = {successors(snapshot, theme) for theme in action.themes} & set(about)
        if (named or findings & set(action.answers)) and not (action.done or action.closed):
            yield Line(f"{action.title}{f' (due {action.due})' if action.due else ''}", "", (one.id,))


def _decided(snapshot: Snapshot, entry: Entry[Review]) -> Iterator[Line]:
    """The decision with its reason, and who saw it differently."""
    decision = entry.record.decision
    if decision is None:
        return
    group = snapshot.registers["group"].get(decision.by or "")
    by = f"by {getattr(group, 'name', decision.by)}" if decision.by else ""
    what = f"to review: {words(decision.to_review)}" if decision.to_review else ""
    because = f"because {decision.because}" if decision.because else ""
    said = ", ".join(filter(None, (what, by, because)))
    yield Line(said or f"what was decided: {snapshot.absent}", str(entry.record.life.decided or ""), (entry.id,))
    if decision.dissent:
        yield Line(f"Seen differently: {decision.dissent}", "", (entry.id,))


REVIEW = Report(
    "review",
    "The decision pack on a review: definition, dates, who took part, the eight influences, options",
    Sharing.RESTRICTED,
    build,
    (
        Section("decision", "The decision that is asked"),
        Section("definition", "The definition of a serious case"),
        Section("dates", "Dates and clocks"),
        Section("took-part", "Who took part"),
        Section("influences", "What may influence the decision"),
        Section("known", "What is known already, and what is being done"),
        Section("line", "The line of sight"),
    ),
    needs=(Ask.ABOUT,),
    kinds=("review",),
    reaches=Sharing.PARTNERSHIP,
    duties=("F6.2", "F6.3", "F6.4", "F6.1"),
)
