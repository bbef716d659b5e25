"""The subject of a briefing: one review, audit, finding, piece of learning or theme, with its findings and actions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.chronology.record_date import record_date
from lif.analysis.lines.whose_work import elsewhere_of, is_ours, whose_in_words
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.votes import history_on_theme
from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.record import Activity, Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction

STRENGTHS = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL}
CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}


@dataclass(frozen=True, slots=True)
class RelatedActivity:
    """A review or audit that is part of the subject, or that it takes over, with its findings."""

    entry: Entry[Record]
    is_part: bool
    findings: tuple[Entry[Finding], ...]


@dataclass(frozen=True, slots=True)
class BriefingSubject:
    """The subject with its findings, and the actions that answer it, soonest due first.

    `about` is the record itself, None for a theme; `sources` are the reviews and audits that made the findings.
    `findings` are the subject's own: those of a review in the order in which its recommendations rest on them, others
    newest first. Findings of its parts, and of those that it takes over, are in `related`. `learning` passes the
    findings on, `evaluations` say what difference the learning and the actions made.
    """

    title: str
    about: Entry[Record] | None
    sources: tuple[Entry[Record], ...]
    findings: tuple[Entry[Finding], ...]
    related: tuple[RelatedActivity, ...]
    actions: tuple[Entry[Action], ...]
    learning: tuple[Entry[Learning], ...]
    evaluations: tuple[Entry[Evaluation], ...]

    @property
    def all_findings(self) -> tuple[Entry[Finding], ...]:
        """The subject's own findings, then those of related activities."""
        return (*self.findings, *(finding for related in self.related for finding in related.findings))


def subject_of(snapshot: Snapshot, about: str) -> BriefingSubject:
    """The subject with that record id or theme key; a finding comes with the strengths found by the same source."""
    entry = snapshot.entries.get(about)
    theme = snapshot.theme(about)
    history = history_on_theme(snapshot, current_theme(snapshot, about)) if entry is None else frozenset()
    current = sorted(
        (
            finding
            for finding in snapshot.of(Finding)
            if finding.id == about or not (finding.record.superseded_by or finding.id in history)
        ),
        key=lambda finding: _date_key(snapshot, finding.id),
        reverse=True,
    )
    own = [finding for finding in current if _belongs(snapshot, finding, about)]
    related = [
        RelatedActivity(
            activity, is_part, tuple(finding for finding in current if finding.record.source == activity.id)
        )
        for activity, is_part in _related_activities(snapshot, entry)
    ]
    told_ids = {finding.id for finding in (*own, *(finding for group in related for finding in group.findings))}
    own = [finding for finding in own if finding.id == about or not _repeats(finding, told_ids)]
    related = [
        RelatedActivity(group.entry, group.is_part, tuple(f for f in group.findings if not _repeats(f, told_ids)))
        for group in related
    ]
    findings = (*_by_recommendation(entry, own), *(finding for group in related for finding in group.findings))
    source_ids = dict.fromkeys([
        *([about] if entry else []), *(group.entry.id for group in related), *(finding.record.source for finding in own)
    ])  # fmt: skip
    actions = tuple(_actions(snapshot, about, entry, findings))
    learning = tuple(_learning(snapshot, entry, findings))
    return BriefingSubject(
        title=theme.label if theme is not None and entry is None else _title(snapshot, about, entry),
        about=entry,
        sources=tuple(snapshot.entries[source_id] for source_id in source_ids if source_id in snapshot.entries),
        findings=findings[: len(own)],
        related=tuple(related),
        actions=actions,
        learning=learning,
        evaluations=tuple(_evaluations(snapshot, [*([entry] if entry else []), *actions, *learning])),
    )


def _title(snapshot: Snapshot, about: str, entry: Entry[Record] | None) -> str:
    """The title of the record; of what is from elsewhere, with whose it is."""
    elsewhere = elsewhere_of(snapshot, about)
    title = entry.record.title if entry else about
    return f"{title} (learning from elsewhere, {whose_in_words(elsewhere)})" if elsewhere else title


def _date_key(snapshot: Snapshot, record_id: str) -> tuple[str, str]:
    when = record_date(snapshot, record_id)
    return (str(when.latest) if when else "", record_id)


def _repeats(finding: Entry[Finding], told_ids: set[str]) -> bool:
    """Whether the finding only repeats another one of the briefing."""
    return finding.record.derived_from in told_ids


def _by_recommendation(entry: Entry[Record] | None, own: list[Entry[Finding]]) -> list[Entry[Finding]]:
    """The findings with those first on which the activity rests its recommendations, in the order of these."""
    recommendations = entry.record.recommendations if entry and isinstance(entry.record, Activity) else ()
    cited = list(dict.fromkeys(finding_id for item in recommendations for finding_id in item.findings))
    return sorted(own, key=lambda finding: cited.index(finding.id) if finding.id in cited else len(cited))


def _belongs(snapshot: Snapshot, finding: Entry[Finding], about: str) -> bool:
    subject = snapshot.entries.get(about)
    if subject is None:
        themes = (finding.record.theme, *finding.record.needs)
        on_theme = current_theme(snapshot, about) in {current_theme(snapshot, key) for key in themes}
        return on_theme and is_ours(snapshot, finding.id)
    if isinstance(subject.record, Learning):
        return bool({finding.id, finding.record.source} & set(_base_ids(subject.record)))
    if isinstance(subject.record, Finding):
        same_source = finding.record.source == subject.record.source
        return finding.id == about or (same_source and finding.record.direction in STRENGTHS)
    return finding.record.source == about


def _base_ids(learning: Learning) -> Iterator[str]:
    """The records that a piece of learning comes from."""
    return (RecordRef.parse(cited).record for cited in learning.from_records)


def _related_activities(snapshot: Snapshot, entry: Entry[Record] | None) -> Iterator[tuple[Entry[Record], bool]]:
    """The activities that this one takes over, and those that are part of it; each with whether it is a part."""
    if entry is None:
        return
    taken_over = entry.record.takes_over if isinstance(entry.record, Activity) else ()
    parts = [part.id for part in snapshot.entries.values() if getattr(part.record, "part_of", None) == entry.id]
    for record_id in dict.fromkeys((*taken_over, *parts)):
        if record_id in snapshot.entries:
            yield snapshot.entries[record_id], record_id in parts


def _actions(
    snapshot: Snapshot, about: str, entry: Entry[Record] | None, findings: Iterable[Entry[Finding]]
) -> list[Entry[Action]]:
    subject_ids = {finding.id for finding in findings}
    if entry is not None:
        subject_ids |= set(entry.citable_ids)
        subject_ids |= set(entry.record.from_records) if isinstance(entry.record, Learning) else set()
    actions = [
        action
        for action in snapshot.of(Action)
        if subject_ids & set(action.record.answers)
        or action.id in subject_ids
        or (entry is None and about in action.record.themes)
    ]
    return sorted(
        actions, key=lambda action: (action.record.closed is not None, str(action.record.due or "9"), action.id)
    )


def _learning(
    snapshot: Snapshot, entry: Entry[Record] | None, findings: Iterable[Entry[Finding]]
) -> Iterator[Entry[Learning]]:
    """The subject itself where it is a piece of learning; otherwise what was passed on of it or of its findings."""
    base_ids = {finding.id for finding in findings} | (set(entry.citable_ids) if entry else set())
    for learning in snapshot.of(Learning):
        if (entry is not None and learning.id == entry.id) or base_ids & set(learning.record.from_records):
            yield learning


def _evaluations(snapshot: Snapshot, evaluated: Iterable[Entry[Record]]) -> Iterator[Entry[Evaluation]]:
    evaluated_ids = {record_id for entry in evaluated for record_id in entry.citable_ids}
    return (evaluation for evaluation in snapshot.of(Evaluation) if evaluated_ids & set(evaluation.record.of))
