"""Compare agencies by standard in one assessment cycle: their own ratings and other evidence (F4.11, F5.4).

Ratings are never added up, averaged or ranked: a rating is a word with its evidence, and agencies differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.analysis.deadlines.returns import Return, assessments_by_cycle, returns_of_cycle
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.cycle_evidence import RelatedFinding, findings_of_cycle
from lif.analysis.duties.grades import is_in_better_half, scale_of, words_of
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.assessment import Assessment, Rating, SurveyAnswer
from lif.model.kinds.partnership import Scale, Standard
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot

THE_ARRANGEMENTS = "the arrangements themselves"
"""The name shown instead of an agency where the partnership assesses its own arrangements."""


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """The answers of practitioners to a survey question on a standard that their agency rated."""

    asked: str
    agreed: int
    answered: int

    @property
    def said(self) -> str:
        """The answers in words, as counts."""
        return f"{self.agreed} of {self.answered} practitioners agreed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency on one standard, its ratings in the words of the scale; a field is empty where nothing is recorded.

    `before` is the final rating of the last return. `apart` is a sentence where the answers of practitioners contradict
    the agency's own rating. `carried_from` names the return whose answer is used until the standard is rated again.
    """

    agency: str
    name: str
    record: str
    standard: str
    own: str
    evidence: str
    moderated: str
    moderated_because: str
    before: str
    carried_from: str
    heard: tuple[SurveyResult, ...]
    apart: str

    @property
    def stands(self) -> str:
        """The rating that counts now: the moderated one, if any, or else the agency's own."""
        return self.moderated or self.own

    @property
    def since_last(self) -> str:
        """The change since the last cycle, in words; empty where no earlier rating is known."""
        if self.carried_from:
            return "carried over from the last cycle, not yet re-judged"
        if not self.before or not self.stands:
            return ""
        return "as last time" if self.before == self.stands else f"was {self.before}, now {self.stands}"


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One standard: every agency that answered it, and other evidence on it, newest first."""

    key: str
    text: str
    cells: tuple[Cell, ...]
    beside: tuple[RelatedFinding, ...]


@dataclass(frozen=True, slots=True)
class ReturnChallenge:
    """One peer challenge to a return."""

    agency: str
    record: str
    by: tuple[str, ...]
    date: When | None
    asked: str
    outcome: str


@dataclass(frozen=True, slots=True)
class CycleReading:
    """A cycle: the returns owed and their states, the matrix of standards, and the peer challenges to returns."""

    key: str
    standards: str
    asked: When | None
    due: When | None
    returns: tuple[Return, ...]
    rows: tuple[StandardRow, ...]
    questioned: tuple[ReturnChallenge, ...]


def read_cycle(snapshot: Snapshot, key: str, today: date) -> CycleReading | None:
    """Read the cycle with that key; None where the partnership does not list it."""
    cycle = snapshot.cycle(key)
    if cycle is None:
        return None
    assessments = assessments_by_cycle(snapshot)
    entries = assessments.get(key, ())
    chosen = snapshot.standards_set(
        cycle.standards_set or next((entry.record.standards_set for entry in entries), None)
    )
    beside = findings_of_cycle(snapshot, cycle, today)
    return CycleReading(
        key=key,
        standards=chosen.name if chosen else "",
        asked=cycle.asked,
        due=cycle.due,
        returns=returns_of_cycle(snapshot, cycle, assessments, today),
        rows=tuple(_row(snapshot, standard, entries, beside) for standard in chosen.standards) if chosen else (),
        questioned=tuple(challenge for entry in entries for challenge in _peer_challenges(snapshot, entry)),
    )


def cells_of(snapshot: Snapshot, entry: Entry[Assessment]) -> tuple[Cell, ...]:
    """The ratings of one return, in the order in which they stand there."""
    scale = scale_of(snapshot, entry.record)
    before = _last_ratings(snapshot, entry.record)
    surveys: dict[str, list[SurveyAnswer]] = {}
    for answer in entry.record.practitioner_survey:
        surveys.setdefault(answer.standard, []).append(answer)
    return tuple(_cell(snapshot, entry, rating, scale, before, surveys) for rating in entry.record.ratings)


def _cell(
    snapshot: Snapshot,
    entry: Entry[Assessment],
    rating: Rating,
    scale: Scale | None,
    before: Mapping[str, str],
    surveys: Mapping[str, list[SurveyAnswer]],
) -> Cell:
    record = entry.record
    heard = tuple(
        SurveyResult(answer.asked, answer.agreed, answer.answered) for answer in surveys.get(rating.standard, ())
    )
    return Cell(
        agency=record.agency or "",
        name=THE_ARRANGEMENTS if record.of_partnership else name_of(snapshot, record.agency or ""),
        record=entry.id,
        standard=rating.standard,
        own=words_of(scale, rating.own),
        evidence=rating.evidence or "",
        moderated=words_of(scale, rating.moderated),
        moderated_because=rating.moderated_because or "",
        before=before.get(rating.standard, ""),
        carried_from=rating.carried_from or "",
        heard=heard,
        apart=_contradiction(rating, scale, heard),
    )


def _contradiction(rating: Rating, scale: Scale | None, heard: tuple[SurveyResult, ...]) -> str:
    """A sentence where practitioners contradict the agency's own rating; empty where they do not."""
    is_high = is_in_better_half(scale, rating.own)
    against = next((answers for answers in heard if is_contradicted(is_high, answers)), None)
    if against is None:
        return ""
    return f"the agency rates itself {words_of(scale, rating.own)}; {against.said}: the two point apart"


def is_contradicted(is_high: bool | None, answers: SurveyResult) -> bool:  # noqa: FBT001 - a rating in the better half
    """Whether the answers of practitioners contradict a rating: high, low, or None where it is not on the scale.

    They do where fewer than three in four agree and the rating is in the better half of its scale, or where more than
    half agree and it is in the worse half.
    """
    if is_high is None or not answers.answered:
        return False
    return answers.agreed * 4 < answers.answered * 3 if is_high else answers.agreed * 2 > answers.answered


def _row(
    snapshot: Snapshot,
    standard: Standard,
    entries: tuple[Entry[Assessment], ...],
    beside: Mapping[str, Sequence[RelatedFinding]],
) -> StandardRow:
    cells = tuple(cell for entry in entries for cell in cells_of(snapshot, entry) if cell.standard == standard.key)
    themes = dict.fromkeys(current_theme(snapshot, theme) for theme in standard.themes)
    findings = {finding.record: finding for theme in themes for finding in beside.get(theme, ())}
    newest_first = sorted(
        findings.values(), key=lambda finding: finding.when.latest if finding.when else date.min, reverse=True
    )
    return StandardRow(standard.key, standard.text, cells, tuple(newest_first))


def _peer_challenges(snapshot: Snapshot, entry: Entry[Assessment]) -> tuple[ReturnChallenge, ...]:
    name = THE_ARRANGEMENTS if entry.record.of_partnership else name_of(snapshot, entry.record.agency or "")
    return tuple(
        ReturnChallenge(
            name,
            entry.id,
            tuple(name_of(snapshot, by) for by in challenge.by),
            challenge.date,
            challenge.asked or "",
            challenge.outcome or "",
        )
        for challenge in entry.record.peer_challenge
    )


def _last_ratings(snapshot: Snapshot, record: Assessment) -> dict[str, str]:
    """For each standard, the final rating of the return of the last cycle, in words."""
    last = snapshot.entries.get(record.follows or "")
    if last is None or not isinstance(last.record, Assessment):
        return {}
    scale = scale_of(snapshot, last.record)
    return {rating.standard: words_of(scale, rating.moderated or rating.own) for rating in last.record.ratings}
