"""Reports `seven-minute` and `one-page`: a briefing on a record or theme, to be read aloud in a team meeting."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.overruled import is_strength, lowered_to
from lif.errors import LifError
from lif.model.kinds.finding import Finding
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import Direction
from lif.reports.briefing_background import background_lines, reason_lines
from lif.reports.briefing_subject import CONCERNS, STRENGTHS, BriefingSubject, RelatedActivity, subject_of
from lif.reports.briefing_work import (
    action_lines,
    agencies_of,
    asked_lines,
    compared_lines,
    measure_lines,
    to_do_lines,
    worse_lines,
)
from lif.reports.cited_sentence import RESTS_ON, Line, sentence
from lif.reports.counts import share_text
from lif.reports.heading import Head, head, long_date
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
_MOST_OWN, _MOST_RELATED = 7, 3
"""The same for the findings of a record itself, and for those of its parts and those it takes over."""
_KINDS = ("review", "audit", "assessment", "inspection", "finding", "learning", THEME)


@dataclass(frozen=True, slots=True)
class Briefing:
    """The seven parts of a briefing, each made of sentences that stand alone. The template words an empty part."""

    head: Head
    as_of: str
    agency: str
    headings: tuple[str, ...]
    background: tuple[Line, ...]
    why: tuple[Line, ...]
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    to_do: tuple[Line, ...]
    asked: tuple[Line, ...]
    doing: tuple[Line, ...]
    knowing: tuple[Line, ...]
    questions: tuple[str, ...]


def build(view: View, request: Request) -> Briefing:
    """Build the briefing on the record or theme of the request, for one agency where the request names one."""
    snapshot = view.records
    subject = subject_of(snapshot, request.about)
    findings = [finding for finding in subject.findings if _concerns_agency(finding.record.agencies, request.agency)]
    strengths = [finding for finding in findings if is_strength(snapshot, finding)]
    concerns = [finding for finding in findings if finding.record.direction in CONCERNS]
    actions = [action for action in subject.actions if _concerns_agency(agencies_of(action.record), request.agency)]
    agency = name_of(snapshot, request.agency)
    measures = measure_lines(snapshot, subject, actions, view.audience)
    lines = _FindingLines(snapshot, subject, request.agency, view.audience)
    return Briefing(
        head=head(view, request, subject.title),
        as_of=long_date(view.day),
        agency=agency,
        headings=_headings(snapshot),
        background=tuple(background_lines(snapshot, subject, view.audience)),
        why=tuple(reason_lines(snapshot, subject, concerns)),
        strengths=lines.of(STRENGTHS),
        concerns=(*lines.of(CONCERNS), *worse_lines(snapshot, subject, request.about, view.audience)),
        to_do=_shorten(to_do_lines(snapshot, subject)),
        asked=_shorten(asked_lines(snapshot, subject, request.agency)),
        doing=_shorten(action_lines(snapshot, actions)),
        knowing=_shorten((*compared_lines(snapshot, subject, request.about, view.audience), *measures)),
        questions=tuple(_questions(strengths, concerns or lines.related(CONCERNS), agency)),
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


@dataclass(frozen=True, slots=True)
class _FindingLines:
    """The findings of a subject as sentences: its own first, then those of its parts and those it takes over.

    A strength of a return that moderation overruled is left out, unless the briefing is on that finding itself.
    """

    snapshot: Snapshot
    subject: BriefingSubject
    agency: str
    audience: Sharing

    def of(self, directions: AbstractSet[Direction]) -> tuple[Line, ...]:
        """The sentences on findings that point in one of these directions; each related one says where it is from."""
        most = _MOST_OWN if self.subject.about is not None else _MOST_LINES
        own = (Line(self._text(finding), "", (finding.id,)) for finding in self._own(directions))
        related = (
            Line(f"{_origin(activity)}: {self._text(finding)}", "", (finding.id,))
            for activity in self.subject.related
            for finding in self._of_agency(activity.findings, directions)
        )
        return (*_shorten(own, most), *_shorten(related, _MOST_RELATED, ", of its parts or taken over,"))

    def _text(self, finding: Entry[Finding]) -> str:
        return _finding_text(self.snapshot, finding, self.audience)

    def related(self, directions: AbstractSet[Direction]) -> list[Entry[Finding]]:
        """The findings of its parts, and those it takes over."""
        return [
            finding for activity in self.subject.related for finding in self._of_agency(activity.findings, directions)
        ]

    def _own(self, directions: AbstractSet[Direction]) -> list[Entry[Finding]]:
        return self._of_agency(self.subject.findings, directions)

    def _of_agency(
        self, findings: Iterable[Entry[Finding]], directions: AbstractSet[Direction]
    ) -> list[Entry[Finding]]:
        return [
            finding
            for finding in findings
            if finding.record.direction in directions
            and _concerns_agency(finding.record.agencies, self.agency)
            and (not lowered_to(self.snapshot, finding) or self._is_subject(finding))
        ]

    def _is_subject(self, finding: Entry[Finding]) -> bool:
        return self.subject.about is not None and self.subject.about.id == finding.id


def _origin(activity: RelatedActivity) -> str:
    title = activity.entry.record.title
    return f"From “{title}”, a part of it" if activity.is_part else f"Taken over from “{title}”"


def _finding_text(snapshot: Snapshot, finding: Entry[Finding], audience: Sharing) -> str:
    """What a finding says, with its count where the sentence does not give it."""
    record = finding.record
    text = sentence(record.says or record.title)
    if record.met is not None and record.of is not None and f"{record.met} of {record.of}" not in text:
        in_register = snapshot.practice_standard(record.standard)
        standard = f"{in_register.text}: " if in_register else ""
        text = sentence(f"{text} Counted: {standard}{share_text(record.met, record.of, audience)}")
    if lowered := lowered_to(snapshot, finding):
        text = sentence(f"{text.rstrip('.')} ({lowered})")
    return record.marked_by_field(text, *RESTS_ON)


def _shorten(lines: Iterable[Line], most: int = _MOST_LINES, which: str = "") -> tuple[Line, ...]:
    """The first lines, and a last line that counts the remaining ones."""
    all_lines = tuple(lines)
    if len(all_lines) <= most + 1:
        return all_lines
    remaining = all_lines[most:]
    records = tuple(dict.fromkeys(record for line in remaining for record in line.records))
    return (*all_lines[:most], Line(f"{len(remaining)} more{which} stand in the records.", "", records))


def _questions(strengths: Sequence[Entry[Finding]], concerns: Sequence[Entry[Finding]], agency: str) -> Iterator[str]:
    """Questions on the first two concerns and the first strength, and what will be done differently."""
    we = f"we in {agency}" if agency else "we"
    asked = (f"Where do {we} see this in our own work?", "Could we show from our records that it is different here?")
    for concern, question in zip(concerns, asked, strict=False):
        yield f"{_words_of(concern)} {question}"
    if strengths:
        yield f"{_words_of(strengths[0])} What helps us to do this, and how do we keep it?"
    else:
        yield "What already works well here, and who should hear of it?"
    yield f"What will {we} do differently before we next meet, and what will a child notice?"


def _words_of(finding: Entry[Finding]) -> str:
    return sentence(finding.record.says or finding.record.title)


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
