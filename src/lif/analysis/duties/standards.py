"""Agencies side by side by standard, in one cycle: what each says of itself, and what stands beside that (F4.11, F5.4).

Nothing here is added up, averaged or put in order: a rating is a word with its evidence, and agencies differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.deadlines.returns import Return, by_cycle, returns
from lif.analysis.duties.agencies import name_of
from lif.analysis.themes.replaced_themes import successors
from lif.model.kinds.assessment import Assessment, Rating, SurveyAnswer
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Cycle, Scale, Standard, StandardsSet, Thresholds
from lif.model.period import When, months_between
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words

THE_ARRANGEMENTS = "the arrangements themselves"
"""Who is assessed where the partnership assesses its own arrangements."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What practitioners answered on a standard their agency rated."""

    asked: str
    agreed: int
    answered: int

    @property
    def said(self) -> str:
        """In counts, before anything else."""
        return f"{self.agreed} of {self.answered} practitioners agreed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency on one standard, its ratings in the words of the scale; what is not recorded is empty.

    `before` is the rating the last return ended with. `apart` is a sentence where practitioners point another way than
    the agency's own rating; `carried_from` names the return whose answer stands here until it is judged again.
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
    heard: tuple[Heard, ...]
    apart: str

    @property
    def stands(self) -> str:
        """The rating that counts now: after moderation, where there was one."""
        return self.moderated or self.own

    @property
    def since_last(self) -> str:
        """What became of it since the last cycle, in words; empty where there is no last time to look back to."""
        if self.carried_from:
            return "carried over from the last cycle, not yet re-judged"
        if not self.before or not self.stands:
            return ""
        return "as last time" if self.before == self.stands else f"was {self.before}, now {self.stands}"


@dataclass(frozen=True, slots=True)
class Beside:
    """A finding from elsewhere on the themes of a standard."""

    record: str
    title: str
    direction: str
    when: When | None


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One standard: every agency that answered it, and other evidence on it, newest first."""

    key: str
    text: str
    cells: tuple[Cell, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Questioned:
    """One peer challenge to a return."""

    agency: str
    record: str
    by: tuple[str, ...]
    date: When | None
    asked: str
    outcome: str


@dataclass(frozen=True, slots=True)
class CycleReading:
    """A cycle: who owed a return and what became of it, the matrix, and how returns were challenged."""

    key: str
    standards: str
    asked: When | None
    due: When | None
    returns: tuple[Return, ...]
    rows: tuple[StandardRow, ...]
    questioned: tuple[Questioned, ...]


def read_cycle(snapshot: Snapshot, key: str, today: date) -> CycleReading | None:
    """The cycle of that key; None where the partnership lists none."""
    cycle = snapshot.registers["cycle"].get(key)
    if not isinstance(cycle, Cycle):
        return None
    came = by_cycle(snapshot)
    entries = came.get(key, ())
    chosen = _set(snapshot, cycle.standards_set or next((one.record.standards_set for one in entries), None))
    beside = _findings_by_theme(snapshot, (cycle.due or cycle.asked), today)
    return CycleReading(
        key=key,
        standards=chosen.name if chosen else "",
        asked=cycle.asked,
        due=cycle.due,
        returns=returns(snapshot, cycle, came, today),
        rows=tuple(_row(snapshot, standard, entries, beside) for standard in chosen.standards) if chosen else (),
        questioned=tuple(one for entry in entries for one in _questioned(snapshot, entry)),
    )


def cells_of(snapshot: Snapshot, entry: Entry[Assessment]) -> tuple[Cell, ...]:
    """The standards of one return, in the order in which it answers them."""
    grades = _grades(snapshot, entry.record)
    before = _before(snapshot, entry.record)
    surveys: dict[str, list[SurveyAnswer]] = {}
    for answer in entry.record.practitioner_survey:
        surveys.setdefault(answer.standard, []).append(answer)
    return tuple(_cell(snapshot, entry, one, grades, before, surveys) for one in entry.record.ratings)


def _cell(
    snapshot: Snapshot,
    entry: Entry[Assessment],
    rating: Rating,
    grades: Mapping[str, str],
    before: Mapping[str, str],
    surveys: Mapping[str, list[SurveyAnswer]],
) -> Cell:
    record = entry.record
    heard = tuple(Heard(one.asked, one.agreed, one.answered) for one in surveys.get(rating.standard, ()))
    return Cell(
        agency=record.agency or "",
        name=THE_ARRANGEMENTS if record.of_partnership else name_of(snapshot, record.agency or ""),
        record=entry.id,
        standard=rating.standard,
        own=grades.get(rating.own or "", rating.own or ""),
        evidence=rating.evidence or "",
        moderated=grades.get(rating.moderated or "", rating.moderated or ""),
        moderated_because=rating.moderated_because or "",
        before=before.get(rating.standard, ""),
        carried_from=rating.carried_from or "",
        heard=heard,
        apart=_apart(rating, grades, heard),
    )


def _apart(rating: Rating, grades: Mapping[str, str], heard: tuple[Heard, ...]) -> str:
    """Where at most half agree with a rating in the better half of its scale, or more than half with a worse one."""
    own = rating.own or ""
    if own not in grades:
        return ""
    is_high = list(grades).index(own) * 2 < len(grades)
    for one in heard:
        if one.answered and (one.agreed * 2 <= one.answered) == is_high:
            return f"the agency rates itself {grades[own]}; {one.said}: the two point apart"
    return ""


def _row(
    snapshot: Snapshot, standard: Standard, entries: tuple[Entry[Assessment], ...], beside: Mapping[str, list[Beside]]
) -> StandardRow:
    cells = tuple(cell for entry in entries for cell in cells_of(snapshot, entry) if cell.standard == standard.key)
    themes = dict.fromkeys(successors(snapshot, theme) for theme in standard.themes)
    other = {one.record: one for theme in themes for one in beside.get(theme, ())}
    newest = sorted(other.values(), key=lambda one: one.when.latest if one.when else date.min, reverse=True)
    return StandardRow(standard.key, standard.text, cells, tuple(newest))


def _findings_by_theme(snapshot: Snapshot, around: When | None, today: date) -> dict[str, list[Beside]]:
    """Findings that still stand and come from elsewhere, up to the age at which evidence is old."""
    thresholds = snapshot.partnership.thresholds if snapshot.partnership else Thresholds()
    day = around.latest if around else today
    found: dict[str, list[Beside]] = {}
    for entry in snapshot.of(Finding):
        finding = entry.record
        if finding.source.startswith("assessments/") or finding.derived_from or finding.superseded_by:
            continue
        when = placed(snapshot, entry.id)
        if when is None or months_between(when.latest, day) < thresholds.old_after_months:
            one = Beside(entry.id, finding.title, words(finding.direction), when)
            found.setdefault(successors(snapshot, finding.theme), []).append(one)
    return found


def _questioned(snapshot: Snapshot, entry: Entry[Assessment]) -> tuple[Questioned, ...]:
    name = THE_ARRANGEMENTS if entry.record.of_partnership else name_of(snapshot, entry.record.agency or "")
    return tuple(
        Questioned(
            name,
            entry.id,
            tuple(name_of(snapshot, by) for by in one.by),
            one.date,
            one.asked or "",
            one.outcome or "",
        )
        for one in entry.record.peer_challenge
    )


def _before(snapshot: Snapshot, record: Assessment) -> dict[str, str]:
    """For each standard, the rating the return of the last cycle ended with."""
    last = snapshot.entries.get(record.follows or "")
    if last is None or not isinstance(last.record, Assessment):
        return {}
    grades = _grades(snapshot, last.record)
    ended = {one.standard: one.moderated or one.own or "" for one in last.record.ratings}
    return {standard: grades.get(grade, grade) for standard, grade in ended.items()}


def _set(snapshot: Snapshot, key: str | None) -> StandardsSet | None:
    found = snapshot.registers["standards-set"].get(key or "")
    return found if isinstance(found, StandardsSet) else None


def _grades(snapshot: Snapshot, record: Assessment) -> dict[str, str]:
    """The grades of its scale in words, best first; empty where no scale is known."""
    chosen = _set(snapshot, record.standards_set)
    scale = snapshot.registers["scale"].get((chosen.scale if chosen else None) or "")
    return {grade.key: grade.label.lower() for grade in scale.grades} if isinstance(scale, Scale) else {}
