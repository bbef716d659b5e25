"""The first two parts of a briefing: what it is about and how that was looked into, and why it matters."""

from collections.abc import Iterator, Sequence

from lif.analysis.duties.agencies import name_of
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.review import Review
from lif.model.record import Activity, Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words
from lif.reports.audit_design import cases_chosen
from lif.reports.briefing_subject import BriefingSubject
from lif.reports.chart import join_words
from lif.reports.cited_sentence import RESTS_ON, Line, month_of, sentence
from lif.reports.sources_differ import differences

_MOST_SOURCES = 4
"""The number of reviews and audits that a briefing on a theme or piece of learning names."""
_KINDS_OF = ("review_kind", "audit_kind")


def background_lines(snapshot: Snapshot, subject: BriefingSubject, audience: Sharing) -> Iterator[Line]:
    """What the briefing is about, what was asked, how it was looked into, and who took part and was heard."""
    for message in (
        message for entry in subject.learning if entry == subject.about for message in entry.record.messages
    ):
        yield Line(sentence(message), "", (subject.about.id,) if subject.about else ())
    if subject.about is None or not isinstance(subject.about.record, Activity):
        for entry in subject.sources[:_MOST_SOURCES]:
            yield from _activity_lines(snapshot, entry)
        return
    kind = subject.about.record.marked(_kind_of(subject.about.record).capitalize(), *_KINDS_OF)
    yield Line(sentence(", ".join(filter(None, (kind, month_of(snapshot, subject.about.id))))), "", (subject.about.id,))
    yield from _question_lines(subject.about)
    yield from _method_lines(snapshot, subject.about.id, subject.about.record, audience)
    yield from (Line(text, "", (subject.about.id,)) for text in differences(subject.about.record))
    for is_part in (False, True):
        others = [related.entry for related in subject.related if related.is_part is is_part]
        if others:
            how = "It takes over the findings of"
            if is_part:
                how = "Part of it is" if len(others) == 1 else "Parts of it are"
            named = join_words(tuple(named_with_month(snapshot, other) for other in others))
            yield Line(sentence(f"{how} {named}"), "", tuple(other.id for other in others))


def named_with_month(snapshot: Snapshot, entry: Entry[Record]) -> str:
    """`“Child Q: serious case review” (May 2019)`; with the kind of review or audit unless the title names it."""
    title, kind = entry.record.title, _kind_of(entry.record)
    is_told = kind.casefold() in title.casefold()
    shown = "" if is_told else entry.record.marked(kind, *_KINDS_OF)
    details = ", ".join(filter(None, (shown, month_of(snapshot, entry.id))))
    return f"“{title}”{f' ({details})' if details else ''}"


def _kind_of(record: Record) -> str:
    return words(next((kind for name in _KINDS_OF if (kind := getattr(record, name, None))), ""))


def _activity_lines(snapshot: Snapshot, entry: Entry[Record]) -> Iterator[Line]:
    yield Line(sentence(named_with_month(snapshot, entry)), "", (entry.id,))
    yield from _question_lines(entry)


def _question_lines(entry: Entry[Record]) -> Iterator[Line]:
    if isinstance(entry.record, Activity) and entry.record.question:
        yield Line(sentence(f"It asked: {entry.record.question}"), "", (entry.id,))


def _method_lines(snapshot: Snapshot, record_id: str, activity: Activity, audience: Sharing) -> Iterator[Line]:
    """How a review or audit worked, who took part, how practitioners and families were heard, what it cannot show."""
    agencies = tuple(name_of(snapshot, part.agency) for part in activity.took_part)
    missing = " and ".join(
        who for who, said in (("practitioners", activity.practitioners), ("families", activity.families)) if not said
    )
    for label, text in (
        ("How it worked", _method(activity, audience)),
        ("Who took part", join_words(agencies) if agencies else ""),
        ("How practitioners took part", activity.practitioners),
        ("How children and families were heard", activity.families),
        (f"How {missing} were heard", snapshot.absent if missing else ""),
        ("What it cannot show", _as_sentences(activity.limitations)),
    ):
        if text:
            yield Line(sentence(f"{label}: {text}"), "", (record_id,))


def _method(activity: Activity, audience: Sharing) -> str:
    """The method of a review; how many cases an audit looked at, and how they were chosen."""
    if isinstance(activity, Review):
        return activity.method or ""
    return cases_chosen(activity, audience) if isinstance(activity, Audit) else ""


def _as_sentences(texts: Sequence[str]) -> str:
    return " ".join(sentence(text) for text in texts)


def reason_lines(snapshot: Snapshot, subject: BriefingSubject, concerns: Sequence[Entry[Finding]]) -> Iterator[Line]:
    """Why it matters: what should be different, what in the system it names, what has come back.

    Where the review or audit names neither outcomes nor factors, the first of the concerns stands for them.
    """
    activity = subject.about.record if subject.about and isinstance(subject.about.record, Activity) else None
    about_id = (subject.about.id,) if subject.about else ()
    if activity is not None:
        for intended in activity.intended:
            yield Line(sentence(f"What should be different: {intended.outcome}"), "", about_id)
        if activity.systemic_factors:
            factors = _as_sentences(activity.systemic_factors)
            yield Line(f"What it names in the system: {factors}", "", about_id)
    if concerns and not (activity and (activity.intended or activity.systemic_factors)):
        first = concerns[0]
        text = sentence(f"First among the concerns: {first.record.says or first.record.title}")
        yield Line(first.record.marked_by_field(text, *RESTS_ON), "", (first.id,))
    yield from _come_back_lines(snapshot, subject)


def _come_back_lines(snapshot: Snapshot, subject: BriefingSubject) -> Iterator[Line]:
    """What has come back: each earlier finding once, with when and where it was found."""
    later_findings: dict[str, list[Entry[Finding]]] = {}
    for finding in subject.all_findings:
        later_findings.setdefault(finding.record.recurrence_of or "", []).append(finding)
    for earlier_id, findings in later_findings.items():
        earlier = snapshot.entries.get(earlier_id)
        if earlier is None or not isinstance(earlier.record, Finding):
            continue
        source = snapshot.entries.get(earlier.record.source)
        where = f" in “{source.record.title}”" if source else ""
        when = month_of(snapshot, earlier_id)
        found = f"found{where}{f', {when}' if when else ''}"
        text = sentence(f"This has come back, {found}: {earlier.record.says or earlier.record.title}")
        marked = next((finding for finding in findings if finding.record.is_inferred("recurrence_of")), findings[0])
        record_ids = (*(finding.id for finding in findings), earlier_id)
        yield Line(marked.record.marked(text, "recurrence_of"), "", record_ids)
