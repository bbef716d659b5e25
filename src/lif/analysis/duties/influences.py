"""What the records show on each of the eight influences on a decision to review (F6.4), with references.

The module gathers evidence and recommends nothing: the group decides, and records its decision and the reason.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import own_date, record_date
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.review_decision import answers_to_influences, decided_on, decision_to_review
from lif.analysis.lines.whose_work import ours
from lif.analysis.themes.learning_elsewhere import LearningElsewhere, learning_from_elsewhere
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.source_votes import Vote
from lif.analysis.themes.sources import pieces_of_work
from lif.analysis.themes.theme_reading import are_a_year_apart, read_theme
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.finding import Finding
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AgencyRole, Answer, Direction, Influence, ReviewKind, words

_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
_TOGETHER = {"multi-agency-working", "information-sharing"}
_EXCEPTIONAL = {ReviewKind.GOOD_PRACTICE_REVIEW, ReviewKind.NEAR_MISS_REVIEW}
QUESTIONS = {
    Influence.IMPROVEMENT_KNOWN_BEFORE: "Was the improvement known to be needed before?",
    Influence.RECURRENT_THEME: "Does a theme recur?",
    Influence.AGENCIES_WORKING_TOGETHER: "Is there concern about how agencies work together?",
    Influence.SINGLE_AGENCY: "Is there concern about a single agency?",
    Influence.NO_AGENCY_INVOLVED: "Was no agency involved, and is that a concern?",
    Influence.ACROSS_BORDERS: "Is more than one area involved?",
    Influence.NATIONAL_PANEL_RECOMMENDS: "Does the national Panel recommend a review?",
    Influence.GOOD_PRACTICE_OR_NEAR_MISS: "Is it good practice, or a near miss?",
}
"""Each influence as a question to the group."""


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One thing the records show, in words, and the records that show it.

    `is_elsewhere`: it was learned by another partnership or nationally, and is not known of practice here.
    """

    said: str
    records: tuple[str, ...]
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class InfluenceReading:
    """One influence: what the records show on it, and the answer of the group, if recorded."""

    influence: Influence
    shown: tuple[ShownEvidence, ...]
    answer: Answer | None
    because: str


@dataclass(frozen=True, slots=True)
class Case:
    """The review in question, its themes, and the day of the reading.

    `own` holds the ids of the review and of every record that is one piece of work with it; these do not count as
    other evidence.
    """

    snapshot: Snapshot
    review: Entry[Review]
    themes: tuple[str, ...]
    today: date
    own: frozenset[str]

    def is_about(self, themes: Iterable[str]) -> bool:
        """Whether any of these themes, or the theme that replaced it, is one of its own."""
        return any(current_theme(self.snapshot, theme) in self.themes for theme in themes)

    def findings(self) -> list[Entry[Finding]]:
        """Our findings of concern on its themes that come from other pieces of work, oldest first."""
        concerns = [
            entry
            for entry in ours(self.snapshot, self.snapshot.of(Finding))
            if entry.record.source not in self.own
            and not entry.record.derived_from
            and entry.record.direction in _CONCERNS
            and self.is_about((entry.record.theme, *entry.record.needs))
        ]
        return sorted(concerns, key=lambda entry: (str(record_date(self.snapshot, entry.id)), entry.id))

    def elsewhere(self, theme: str) -> list[LearningElsewhere]:
        """What was learned elsewhere on a theme before the question of the review arose."""
        arose = _when_question_arose(self)
        return [
            learning
            for learning in learning_from_elsewhere(self.snapshot, theme)
            if learning.record != self.review.id
            and (arose is None or (learning.when is not None and learning.when.is_before(arose)))
        ]


def influences(snapshot: Snapshot, review: Entry[Review], today: date) -> tuple[InfluenceReading, ...]:
    """All eight influences, in the order of the framework, each with the group's answer in the decision to review."""
    case = Case(snapshot, review, themes_of(snapshot, review), today, _same_work(snapshot, review.id))
    decision = decision_to_review(snapshot, review.id)
    answers = answers_to_influences(decision.record.review_decision if decision else None)
    return tuple(
        InfluenceReading(
            influence,
            tuple(gather(case)),
            answers[influence].applies if influence in answers else None,
            (answers[influence].because or "") if influence in answers else "",
        )
        for influence, gather in _GATHER.items()
    )


def _same_work(snapshot: Snapshot, review: str) -> frozenset[str]:
    """The ids of the review and of every record that is one piece of work with it."""
    pieces = pieces_of_work(snapshot)
    return frozenset({review, *(record for record, piece in pieces.items() if piece == pieces.get(review))})


def themes_of(snapshot: Snapshot, review: Entry[Review]) -> tuple[str, ...]:
    """The themes and needs of a review and of its findings, in the order of the vocabulary.

    A replaced theme counts as the theme that replaced it.
    """
    named = {*review.record.themes, *review.record.needs}
    for entry in snapshot.of(Finding):
        if entry.record.source == review.id:
            named |= {entry.record.theme, *entry.record.needs}
    current = {current_theme(snapshot, theme) for theme in named}
    return tuple(theme for theme in snapshot.themes if theme in current)


def _known_before(case: Case) -> list[ShownEvidence]:
    question_arose = _when_question_arose(case)
    shown = []
    for entry in case.findings():
        when = record_date(case.snapshot, entry.id)
        if when is not None and (question_arose is None or when.is_before(question_arose)):
            shown.append(ShownEvidence(f"{when}: {_title_and_direction(entry.record)}", (entry.id,)))
    return [*shown, *_found_elsewhere(case)]


def _found_elsewhere(case: Case) -> list[ShownEvidence]:
    """What other partnerships and national bodies had learned on the themes before: told as theirs, never as known."""
    learned = {learning.record: learning for theme in case.themes for learning in case.elsewhere(theme)}
    return [
        ShownEvidence(
            f"Learning from elsewhere ({learning.whose}), not counted as known here: {learning.title}",
            (learning.record, *learning.findings),
            is_elsewhere=True,
        )
        for learning in learned.values()
    ]


def _title_and_direction(finding: Finding) -> str:
    return finding.marked_by_field(
        f"{finding.title} ({words(finding.direction)})", "title", "direction", "theme", "agencies"
    )


def _when_question_arose(case: Case) -> When | None:
    """When the question of a review arose: findings after that date were not known before."""
    life = case.review.record.life
    decided = decided_on(case.snapshot, case.review.id)
    stages = (life.aware, life.notified, life.rapid_review_sent, decided, life.commissioned, life.started)
    return next((when for when in stages if when), own_date(case.review.record))


def _recurrent(case: Case) -> list[ShownEvidence]:
    """The themes on which other pieces of work raised a concern before, a year apart from this one or each other."""
    shown = []
    for theme in case.themes:
        reading = read_theme(case.snapshot, theme, case.today)
        concerns = [vote for line in reading.lines for vote in line.votes if vote.concern_years]
        earlier = [vote for vote in concerns if _is_earlier(case, vote)]
        years = sorted({year for vote in earlier for year in vote.concern_years})
        own = [vote for vote in concerns if vote.source in case.own]
        if earlier and are_a_year_apart([day for vote in (*earlier, *own) for day in vote.concern_days]):
            now = ", and again in this review" if own else ""
            said = f"{reading.label}: a concern in {', '.join(map(str, years))}{now}"
            shown.append(ShownEvidence(said, tuple(vote.source for vote in earlier)))
        records = tuple(learning.record for learning in case.elsewhere(theme))
        if records:
            said = f"{reading.label}: raised elsewhere too, which is not counted as a recurrence here"
            shown.append(ShownEvidence(said, records, is_elsewhere=True))
    return shown


def _is_earlier(case: Case, vote: Vote) -> bool:
    """Whether another piece of work voted before the question of this review arose."""
    arose = _when_question_arose(case)
    is_before = vote.when is not None and (arose is None or vote.when.is_before(arose))
    return is_before and vote.source not in case.own


def _working_together(case: Case) -> list[ShownEvidence]:
    shown = [
        ShownEvidence(_title_and_direction(entry.record), (entry.id,))
        for entry in (*case.findings(), *_own_concerns(case))
        if entry.record.theme in _TOGETHER or len(entry.record.agencies) > 1
    ]
    for challenge in case.snapshot.of(Challenge):
        if case.is_about(challenge.record.themes):
            state = "answered" if challenge.record.answered else "not answered"
            shown.append(ShownEvidence(f"Challenge: {challenge.record.title} ({state})", (challenge.id,)))
    return shown


def _own_concerns(case: Case) -> list[Entry[Finding]]:
    """Findings of concern from the review itself or the same piece of work."""
    return [
        entry
        for entry in case.snapshot.of(Finding)
        if entry.record.source in case.own and entry.record.direction in _CONCERNS
    ]


def _single_agency(case: Case) -> list[ShownEvidence]:
    return [
        ShownEvidence(f"{entry.record.title} ({name_of(case.snapshot, entry.record.agencies[0])})", (entry.id,))
        for entry in (*case.findings(), *_own_concerns(case))
        if len(entry.record.agencies) == 1
    ]


def _no_agency(case: Case) -> list[ShownEvidence]:
    """What the review records under `no_agency_involved`, with who looked: no finding can answer this question."""
    held = case.review.record.no_agency_involved
    if held is None:
        return []
    absent = case.snapshot.absent
    looked = (
        f"looked by {held.looked_by}" if held.looked_by else f"who looked: {absent}",
        f"how: {held.how}" if held.how else "",
        str(held.date) if held.date else "",
    )
    said = f"No agency was involved: {words(held.answer)} ({'; '.join(filter(None, looked))})"
    return [ShownEvidence(case.review.record.marked(said, "no_agency_involved"), (case.review.id,))]


def _across_borders(case: Case) -> list[ShownEvidence]:
    """The authorities that knew the family, and bodies from outside the partnership that took part."""
    record = case.review.record
    took_part = [
        name_of(case.snapshot, participant.agency)
        for participant in record.took_part
        if (agency := case.snapshot.agency(participant.agency))
        and any(role.role is AgencyRole.OUTSIDE_BODY for role in agency.roles)
    ]
    known = [ShownEvidence(f"{name}: knew the family", (case.review.id,)) for name in record.authorities]
    outside = [ShownEvidence(f"{name}, outside the partnership: took part", (case.review.id,)) for name in took_part]
    return [*known, *outside]


def _national_panel(case: Case) -> list[ShownEvidence]:
    """What the Panel recommended; whether it agreed with the decision came after it and is no influence."""
    record = case.review.record
    if not (record.life.panel_replied or record.panel_recommends):
        return []
    when = f" {record.life.panel_replied}" if record.life.panel_replied else ""
    recommends = words(record.panel_recommends) if record.panel_recommends else case.snapshot.absent
    said = f"The Panel replied{when}; it recommends a review: {recommends}"
    return [ShownEvidence(record.marked(said, "panel_recommends"), (case.review.id,))]


def _exceptional(case: Case) -> list[ShownEvidence]:
    kind = case.review.record.review_kind
    return [ShownEvidence(f"Recorded as a {words(kind)}", (case.review.id,))] if kind in _EXCEPTIONAL else []


_GATHER: dict[Influence, Callable[[Case], list[ShownEvidence]]] = {
    Influence.IMPROVEMENT_KNOWN_BEFORE: _known_before,
    Influence.RECURRENT_THEME: _recurrent,
    Influence.AGENCIES_WORKING_TOGETHER: _working_together,
    Influence.SINGLE_AGENCY: _single_agency,
    Influence.NO_AGENCY_INVOLVED: _no_agency,
    Influence.ACROSS_BORDERS: _across_borders,
    Influence.NATIONAL_PANEL_RECOMMENDS: _national_panel,
    Influence.GOOD_PRACTICE_OR_NEAR_MISS: _exceptional,
}
"""The function that gathers the evidence on each influence."""
