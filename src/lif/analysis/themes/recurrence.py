"""What was said before: repeats that a person linked, others that nobody has, and what came of the last time."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.impact.action_strength import only_weaker
from lif.analysis.lines.followed_by import directly_after
from lif.analysis.statistics.similarity import Candidate, Earlier, Index
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.record import Recommendation
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import words

_BEST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation with its full id and the date it was made."""

    id: str
    item: Recommendation
    when: When | None
    themes: frozenset[str]


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """A recommendation that asks for what was asked before, oldest first, and what came of the last time."""

    id: str
    text: str
    earlier: tuple[Asked, ...]
    last_time: str

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it was asked for before."""
        return tuple(sorted({asked.when.earliest.year for asked in self.earlier if asked.when}))


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Earlier recommendations that may ask for the same, the closest first; a person links them or does not.

    `by_theme` are the others on the same theme and to the same agency: a repeat that shares no word is among them.
    """

    id: str
    text: str
    by_text: tuple[Candidate, ...]
    by_theme: tuple[str, ...]


@once
def recommendations(snapshot: Snapshot) -> tuple[Asked, ...]:
    """What every review, audit and inspection asks for, oldest first; with the themes it names, or its record's."""
    return tuple(sorted(_every(snapshot), key=_age))


def _every(snapshot: Snapshot) -> Iterator[Asked]:
    asking: tuple[Entry[Review | Audit | Inspection], ...] = (
        *snapshot.of(Review),
        *snapshot.of(Audit),
        *snapshot.of(Inspection),
    )
    for entry in asking:
        record = entry.record
        for item in record.priority_actions if isinstance(record, Inspection) else record.recommendations:
            themes = frozenset(item.themes or record.themes)
            yield Asked(f"{entry.id}#{item.key}", item, item.made or placed(snapshot, entry.id), themes)


def _age(asked: Asked) -> tuple[date, str]:
    return (asked.when.earliest if asked.when else date.max, asked.id)


def said_before(snapshot: Snapshot, theme: str | None = None) -> tuple[SaidBefore, ...]:
    """Recommendations that a person has linked to earlier ones, on the theme where one is given."""
    known = {asked.id: asked for asked in recommendations(snapshot)}
    found = []
    for asked in known.values():
        earlier = _chain(asked, known) if theme is None or theme in asked.themes else []
        if earlier:
            last = earlier[-1]
            found.append(SaidBefore(asked.id, asked.item.text, tuple(earlier), what_came_of(snapshot, last.id)))
    return tuple(found)


def _chain(asked: Asked, known: dict[str, Asked]) -> list[Asked]:
    """Everything it repeats, directly or through others, oldest first."""
    seen: dict[str, Asked] = {}
    way = list(asked.item.repeat_of)
    while way:
        one = way.pop()
        if one in known and one not in seen and one != asked.id:
            seen[one] = known[one]
            way.extend(known[one].item.repeat_of)
    return sorted(seen.values(), key=_age)


def what_came_of(snapshot: Snapshot, recommendation: str) -> str:
    """How a recommendation was answered: `last closed 2020-03-01 with training only; no follow-up measure`."""
    answers = [one.record for one in directly_after(snapshot, recommendation) if isinstance(one.record, Action)]
    if not answers:
        return f"what was done about it is {snapshot.absent}"
    closed = max((action.closed for action in answers if action.closed), key=lambda when: when.latest, default=None)
    told = f"last closed {closed}" if closed else "still open"
    followed = any(measure.follow_up for action in answers for measure in action.measures)
    return f"{told}{_with(answers)}; {'its measure was followed up' if followed else 'no follow-up measure'}"


def _with(answers: list[Action]) -> str:
    if not only_weaker(action.action_kind for action in answers):
        return ""
    kinds = {words(action.action_kind) for action in answers if action.action_kind}
    return f" with {' and '.join(sorted(kinds))} only"


def perhaps_said_before(snapshot: Snapshot, theme: str | None = None) -> tuple[Perhaps, ...]:
    """For each recommendation that nobody has linked: the three closest earlier ones by text, and those by theme.

    No threshold decides; a person reads them. Only recommendations made before it are offered.
    """
    every = recommendations(snapshot)
    days = [_age(asked)[0] for asked in every]
    return tuple(
        perhaps
        for asked, day in zip(every, days, strict=True)
        if not asked.item.repeat_of and (theme is None or theme in asked.themes)
        if (perhaps := _perhaps(asked, bisect_left(days, day), _index(snapshot))) is not None
    )


@once
def _index(snapshot: Snapshot) -> Index:
    return Index(_earlier(asked) for asked in recommendations(snapshot))


def _perhaps(asked: Asked, earlier: int, index: Index) -> Perhaps | None:
    """What may ask for the same, among so many that were made earlier."""
    by_text = index.best(asked.item.text, _BEST, of_first=earlier)
    named = {candidate.id for candidate in by_text}
    alike = index.alike(_earlier(asked), but=named, of_first=earlier)
    by_theme = tuple(one.id for one in alike)
    return Perhaps(asked.id, asked.item.text, by_text, by_theme) if by_text or by_theme else None


def _earlier(asked: Asked) -> Earlier:
    return Earlier(asked.id, asked.item.text, asked.themes, frozenset(asked.item.to))
