"""Reports `seven-minute` and `one-page`: a briefing on a record or theme, to be read aloud in a team meeting."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.themes.recurrence import DatedRecommendation, recommendations
from lif.errors import LifError
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.record import Activity, Record
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import words
from lif.reports.briefing_subject import CONCERNS, STRENGTHS, BriefingSubject, subject_of
from lif.reports.chart import join_words
from lif.reports.cited_sentence import RESTS_ON, Line, month_of, theme_label
from lif.reports.counts import reading_text
from lif.reports.heading import Head, head
from lif.reports.report import THEME, Ask, Report, Section, partnership_of
from lif.reports.request import Request

HEADINGS = (
    "What this is about",
    "Why it matters",
    "What works",
    "What needs to change",
    "What is being done, and by when",
    "How we shall know that it made a difference",
    "Questions to talk about",
)
"""The headings of the seven parts; a partnership may replace them, in the same order."""
_MOST_LINES = 4
"""The number of sentences of one sort that fit in seven minutes; further ones are counted."""
_KINDS = ("review", "audit", "assessment", "inspection", "finding", "learning", THEME)


@dataclass(frozen=True, slots=True)
class Briefing:
    """The seven parts of a briefing, each made of sentences that stand alone. The template words an empty part."""

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


def build(view: View, request: Request) -> Briefing:
    """Build the briefing on the record or theme of the request, for one agency where the request names one."""
    snapshot = view.records
    subject = subject_of(snapshot, request.about)
    findings = [finding for finding in subject.findings if _concerns_agency(finding.record.agencies, request.agency)]
    strengths = [finding for finding in findings if finding.record.direction in STRENGTHS]
    concerns = [finding for finding in findings if finding.record.direction in CONCERNS]
    actions = [action for action in subject.actions if _concerns_agency(_agencies_of(action.record), request.agency)]
    agency = name_of(snapshot, request.agency)
    return Briefing(
        head=head(view, request, subject.title),
        agency=agency,
        headings=_headings(snapshot),
        background=tuple(_background(snapshot, subject)),
        why=tuple(_reasons(snapshot, subject, findings)),
        strengths=_shorten(_finding_line(finding) for finding in strengths),
        concerns=_shorten(_finding_line(finding) for finding in concerns),
        asked=_shorten(_recommendations(snapshot, subject, request.agency)),
        doing=_shorten(_action_line(snapshot, action) for action in actions),
        knowing=_shorten(_measures(subject, actions, view.audience)),
        questions=tuple(_questions(strengths, concerns, agency)),
    )


def _headings(snapshot: Snapshot) -> tuple[str, ...]:
    own_headings = partnership_of(snapshot).settings.briefing_headings
    if own_headings and len(own_headings) != len(HEADINGS):
        raise LifError(
            f"`briefing_headings` of the partnership are {len(own_headings)}, "
            f"and a briefing has {len(HEADINGS)} parts.",
            f"Write {len(HEADINGS)}, in this order: {'; '.join(HEADINGS)}.",
        )
    return own_headings or HEADINGS


def _concerns_agency(agencies: Sequence[str], agency: str) -> bool:
    """Whether a record concerns the agency of the request: it names that agency or none at all."""
    return not agency or not agencies or agency in agencies


def _agencies_of(action: Action) -> tuple[str, ...]:
    return ((action.owner.agency,) if action.owner else ()) + action.joint_with


def _shorten(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The first lines, and a last line that counts the remaining ones."""
    all_lines = tuple(lines)
    if len(all_lines) <= _MOST_LINES + 1:
        return all_lines
    remaining = all_lines[_MOST_LINES:]
    records = tuple(dict.fromkeys(record for line in remaining for record in line.records))
    return (*all_lines[:_MOST_LINES], Line(f"{len(remaining)} more stand in the records.", "", records))


def _sentence(text: str) -> str:
    """End the text with a full stop unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _background(snapshot: Snapshot, subject: BriefingSubject) -> Iterator[Line]:
    for entry in subject.sources[:_MOST_LINES]:
        when = month_of(snapshot, entry.id)
        record = entry.record
        details = ", ".join(filter(None, (_kind_unless_in_title(entry), when)))
        yield Line(_sentence(f"{record.title}{f': {details}' if details else ''}"), "", (entry.id,))
        if isinstance(record, Activity) and record.question:
            yield Line(_sentence(f"It asked: {record.question}"), "", (entry.id,))
    if subject.about and isinstance(subject.about.record, Learning):
        for message in subject.about.record.messages:
            yield Line(_sentence(message), "", (subject.about.id,))


def _kind_unless_in_title(entry: Entry[Record]) -> str:
    """The kind of review or audit, unless the title already names it."""
    kind = words(getattr(entry.record, "review_kind", None) or getattr(entry.record, "audit_kind", None) or "")
    return "" if kind in entry.record.title.casefold() else entry.record.marked(kind, "review_kind", "audit_kind")


def _reasons(snapshot: Snapshot, subject: BriefingSubject, findings: Sequence[Entry[Finding]]) -> Iterator[Line]:
    themes = dict.fromkeys(finding.record.theme for finding in findings)
    labels = [theme_label(snapshot, key) for key in themes]
    if labels:
        yield Line(f"It is about {_quoted_list(labels)}.", "", tuple(finding.id for finding in findings[:_MOST_LINES]))
    for finding in findings:
        earlier = snapshot.entries.get(finding.record.recurrence_of or "")
        if earlier is not None:
            when = month_of(snapshot, earlier.id)
            sentence = f"This has come back: it was found{f' in {when}' if when else ' before'} too."
            yield Line(finding.record.marked(sentence, "recurrence_of"), "", (finding.id, earlier.id))
    for entry in subject.sources:
        if isinstance(entry.record, Activity):
            for intended in entry.record.intended:
                yield Line(_sentence(f"What should be different: {intended.outcome}"), "", (entry.id,))


def _quoted_list(labels: Sequence[str]) -> str:
    return join_words(tuple(f"“{label}”" for label in labels))


def _finding_line(finding: Entry[Finding]) -> Line:
    text = _sentence(finding.record.says or finding.record.title)
    return Line(finding.record.marked_by_field(text, *RESTS_ON), "", (finding.id,))


def _recommendations(snapshot: Snapshot, subject: BriefingSubject, agency: str) -> Iterator[Line]:
    """Recommendations that name an agency; only those to the agency of the request, where it names one."""
    source_ids = {entry.id for entry in subject.sources}
    for recommendation in recommendations(snapshot):
        source_id = RecordRef.parse(recommendation.id).record
        if (
            source_id in source_ids
            and _belongs_to(subject, recommendation)
            and (agency in recommendation.item.to or (not agency and recommendation.item.to))
        ):
            whom = join_words(tuple(name_of(snapshot, key) for key in recommendation.item.to))
            yield Line(_sentence(f"Asked of {whom}: {recommendation.item.text}"), "", (recommendation.id,))


def _belongs_to(subject: BriefingSubject, recommendation: DatedRecommendation) -> bool:
    """Whether the subject makes the recommendation, or it rests on one of the subject's findings."""
    is_made_by_subject = subject.about is not None and recommendation.id.startswith(f"{subject.about.id}#")
    return is_made_by_subject or bool(set(recommendation.item.findings) & {finding.id for finding in subject.findings})


def _action_line(snapshot: Snapshot, action: Entry[Action]) -> Line:
    record = action.record
    names = tuple(name_of(snapshot, key) for key in _agencies_of(record))
    agencies = join_words(names) if names else ""
    state = ""
    if record.closed:
        state = f"closed{f', {words(record.outcome)}' if record.outcome else ''}"
    elif record.done:
        state = "done, and not yet shown to have made a difference"
    elif record.due:
        state = f"by {record.due:%B %Y}"
    details = "; ".join(filter(None, (agencies, state)))
    text = _sentence(f"{record.title}{f': {details}' if details else ''}")
    return Line(record.marked_by_field(text, "title", "answers", "owner", "done"), "", (action.id,))


def _measures(subject: BriefingSubject, actions: Sequence[Entry[Action]], audience: Sharing) -> Iterator[Line]:
    for entry in subject.sources:
        if isinstance(entry.record, Activity):
            for intended in entry.record.intended:
                if intended.measure:
                    target = f"; good enough: {intended.target}" if intended.target else ""
                    yield Line(_sentence(f"{intended.measure}{target}"), "", (entry.id,))
    for action in actions:
        for measure in action.record.measures:
            then, now = (reading_text(reading, audience) for reading in (measure.baseline, measure.follow_up))
            counts = "; ".join(filter(None, (then and f"then {then}", now and f"now {now}")))
            target = f"; good enough: {measure.target}" if measure.target else ""
            yield Line(_sentence(f"{measure.what}{target}{f'; {counts}' if counts else ''}"), "", (action.id,))


def _questions(strengths: Sequence[Entry[Finding]], concerns: Sequence[Entry[Finding]], agency: str) -> Iterator[str]:
    we = f"we in {agency}" if agency else "we"
    if concerns:
        yield f"{_finding_line(concerns[0]).text} Where do {we} see this in our own work?"
    if strengths:
        yield f"{_finding_line(strengths[0]).text} What helps us to do this, and how do we keep it?"
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
