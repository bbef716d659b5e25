"""The line of sight: from a need through what was looked at, found, asked for and done, to evidence of impact."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.chronology.stage import life_of
from lif.analysis.impact.recommendation_state import state_of
from lif.analysis.themes.recurrence import recommendations
from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.period import When
from lif.model.record import Evidence, Record
from lif.model.reference import Citation
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Direction, Outcome, words

STAGES = {
    "need": "Need",
    "looked": "Looked at",
    "finding": "Found",
    "recommendation": "Asked for",
    "decision": "Decided",
    "action": "Done",
    "learning": "Passed on",
    "evaluation": "Evidence of impact",
    "other": "Besides",
}
"""The stages of the line, in order, as people read them."""
_PLACES = {stage: place for place, stage in enumerate(STAGES)}
NO_ANSWER = "no action answers it"
"""What is missing after a recommendation that nothing follows."""
_STAGE_OF = {
    "need": "need", "position": "need",
    "review": "looked", "audit": "looked", "assessment": "looked", "inspection": "looked", "indicator": "looked",
    "feedback": "looked",
    "finding": "finding", "decision": "decision", "action": "action", "learning": "learning",
    "evaluation": "evaluation",
}  # fmt: skip
_ASKED = {"recommendations", "priority_actions"}
_CARRIERS = {"review", "audit", "assessment", "inspection", "position"}
_EXPECTED = ("looked", "finding", "recommendation", "decision", "action", "learning", "evaluation")


@dataclass(frozen=True, slots=True)
class Stop:
    """One record or item on the line."""

    id: str
    stage: str
    title: str
    when: When | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """The line: its stops in order of stage and date, what sources speak of without naming, and where it breaks.

    `breaks` are pairs: the record after which the line ends, empty for the line as a whole, and what is missing.
    """

    stops: tuple[Stop, ...]
    unnamed: tuple[tuple[str, str], ...]
    breaks: tuple[tuple[str, str], ...]

    def at(self, stage: str) -> tuple[Stop, ...]:
        """The stops of one stage."""
        return tuple(stop for stop in self.stops if stop.stage == stage)

    @property
    def waits(self) -> dict[str, int]:
        """Days from the first stop of one stage to the first of the next, where both days are known exactly."""
        found: dict[str, int] = {}
        before: date | None = None
        for stage in STAGES:
            days = [stop.when.earliest for stop in self.at(stage) if stop.when and stop.when.is_exact]
            if days and before is not None and min(days) >= before:
                found[stage] = (min(days) - before).days
            before = min(days) if days else before
        return found


def trace(snapshot: Snapshot, start: Iterable[str], today: date, carriers: Iterable[str] = ()) -> Thread:
    """The line of sight through these records: everything behind them, and everything that followed from them.

    `carriers` stand on the line themselves, and nothing that followed from them does: a review on many themes.
    """
    links = _links(snapshot)
    first = list(start)
    found = dict.fromkeys(first)
    found.update(dict.fromkeys(_closure(first, links.behind)))
    found.update(dict.fromkeys(_closure(first, links.after)))
    found.update(dict.fromkeys(carriers))
    stops = sorted((_stop(snapshot, one, today) for one in found if links.exists(one)), key=_order)
    unnamed = tuple(_unnamed(snapshot, found))
    return Thread(tuple(stops), unnamed, tuple(_breaks(snapshot, stops, links, today)))


def on_theme(snapshot: Snapshot, theme: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is about the theme, and the activities that only carry it among others.

    A recommendation that names themes of its own is about those; any other is about the themes of its record.
    """
    about: list[str] = []
    carriers: list[str] = []
    for one in carrying(snapshot, theme):
        entry = snapshot.entries[one]
        (carriers if entry.kind.name in _CARRIERS else about).append(one)
    about += [asked.id for asked in recommendations(snapshot) if theme in asked.themes]
    return tuple(about), tuple(carriers)


def carrying(snapshot: Snapshot, theme: str) -> tuple[str, ...]:
    """The records that name the theme, in order of id; the partnership itself aside."""
    naming = snapshot.cited.names["theme"].get(theme, ())
    return tuple(dict.fromkeys(entry.id for entry, _ in naming if entry.kind.name != "partnership"))


class _Links:
    """Which record or item stands directly behind which."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._behind: dict[str, list[str]] = {}
        self._after: dict[str, list[str]] = {}
        for entry in snapshot.entries.values():
            for key, where in entry.items.items():
                if where in _ASKED:
                    self._join(entry.id, f"{entry.id}#{key}")
            for citation in entry.citations:
                if citation.ref.behind:
                    self._join(citation.target, _node(entry, citation))
                elif citation.ref.ahead:
                    self._join(_node(entry, citation), citation.target)

    def _join(self, behind: str, after: str) -> None:
        self._behind.setdefault(after, []).append(behind)
        self._after.setdefault(behind, []).append(after)

    def behind(self, one: str) -> list[str]:
        """What stands directly behind it."""
        return self._behind.get(one, [])

    def after(self, one: str) -> list[str]:
        """What follows directly from it."""
        return self._after.get(one, [])

    def exists(self, one: str) -> bool:
        """Whether the record, and the item in it, is there."""
        record, _, key = one.partition("#")
        entry = self._snapshot.entries.get(record)
        return entry is not None and (not key or key in entry.items)


@once
def _links(snapshot: Snapshot) -> _Links:
    return _Links(snapshot)


def _node(entry: Entry[Record], citation: Citation) -> str:
    """The record a citation stands in, or the recommendation in it."""
    where = citation.at[0]
    if where in _ASKED and isinstance(citation.at[1], int):
        return f"{entry.id}#{getattr(entry.record, str(where))[citation.at[1]].key}"
    return entry.id


def _closure(start: list[str], step: Callable[[str], list[str]]) -> Iterator[str]:
    seen: set[str] = set(start)
    way = list(start)
    while way:
        for one in step(way.pop()):
            if one not in seen:
                seen.add(one)
                way.append(one)
                yield one


def _stop(snapshot: Snapshot, one: str, today: date) -> Stop:
    record, _, key = one.partition("#")
    entry = snapshot.entries[record]
    if not key:
        note = _note(snapshot, entry, today)
        return Stop(one, _STAGE_OF.get(entry.kind.name, "other"), entry.record.title, placed(snapshot, one), note)
    item = next(item for item in getattr(entry.record, entry.items[key]) if item.key == key)
    asked = entry.items[key] in _ASKED
    note = state_of(snapshot, one).state.value if asked else ""
    return Stop(one, "recommendation" if asked else "other", _text(item), _made(snapshot, item, one), note)


def _note(snapshot: Snapshot, entry: Entry[Record], today: date) -> str:
    """Which way a finding points, or how far an activity or an action has come."""
    direction = getattr(entry.record, "direction", None)
    if isinstance(direction, Direction):
        return words(direction)
    life = life_of(snapshot, entry, today)
    return life.word if life else ""


def text_of(snapshot: Snapshot, one: str) -> str:
    """The title of a record, or the words of an item in it; the id itself where it cannot be read."""
    record, _, key = one.partition("#")
    entry = snapshot.entries.get(record)
    if entry is None or (key and key not in entry.items):
        return one
    return (
        next(_text(item) for item in getattr(entry.record, entry.items[key]) if item.key == key)
        if key
        else entry.record.title
    )


def _text(item: object) -> str:
    return str(getattr(item, "text", None) or getattr(item, "factor", None) or getattr(item, "key", ""))


def _made(snapshot: Snapshot, item: object, one: str) -> When | None:
    made = getattr(item, "made", None)
    return made if isinstance(made, When) else placed(snapshot, one)


def _order(stop: Stop) -> tuple[int, date, str]:
    return (_PLACES[stop.stage], stop.when.earliest if stop.when else date.max, stop.id)


def _unnamed(snapshot: Snapshot, found: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one in found:
        entry = snapshot.entries.get(one)
        for evidence in getattr(entry.record, "evidence", ()) if entry else ():
            if isinstance(evidence, Evidence) and evidence.unnamed:
                yield one, evidence.unnamed


def _breaks(snapshot: Snapshot, stops: list[Stop], links: _Links, today: date) -> Iterator[tuple[str, str]]:
    for stop in stops:
        record = snapshot.entries[stop.id.partition("#")[0]].record
        followed = links.after(stop.id)
        if stop.stage == "recommendation" and not followed:
            yield stop.id, NO_ANSWER
        elif isinstance(record, Finding) and not followed and _asks_for_something(record):
            yield stop.id, "nothing was asked for, decided or done about it"
        elif isinstance(record, Action) and not followed and (missing := _not_shown(record, today)):
            yield stop.id, missing
    present = {stop.stage for stop in stops}
    for stage in _EXPECTED:
        if stage not in present:
            yield "", STAGES[stage]


def _asks_for_something(finding: Finding) -> bool:
    current = not (finding.derived_from or finding.superseded_by)
    return current and finding.direction in {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


def _not_shown(action: Action, today: date) -> str:
    """What is missing after an action that nothing follows; empty while it is not due, or its follow-up is there."""
    if any(measure.follow_up for measure in action.measures):
        return ""
    if action.outcome is Outcome.CANNOT_TELL:
        return "it cannot be told what difference it made"
    still_open = not (action.done or action.closed) and action.due is not None and action.due >= today
    return "" if still_open else "nothing shows what difference it made"
