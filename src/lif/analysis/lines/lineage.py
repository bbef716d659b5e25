"""The line of sight: from needs through activities, findings, recommendations and actions to evidence of impact."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.audits.standard_identity import themes_measured
from lif.analysis.chronology.record_date import record_date
from lif.analysis.chronology.stage import life_of
from lif.analysis.chronology.succession import record_or_item_date
from lif.analysis.impact.action_state import is_open
from lif.analysis.impact.recommendation_state import progress_of
from lif.analysis.impact.shown_change import better_results_in, results_on
from lif.analysis.lines.whose_work import is_ours
from lif.analysis.themes.recurrence import recommendations, recommendations_from_elsewhere
from lif.model.declaration import LineStage
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.period import When
from lif.model.record import Evidence, Record
from lif.model.reference import Citation, RecordRef
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Direction, Outcome, words

STAGES: dict[str, str] = {
    LineStage.NEED: "Need",
    LineStage.LOOKED_AT: "Looked at",
    LineStage.FINDING: "Found",
    LineStage.RECOMMENDATION: "Asked for",
    LineStage.DECISION: "Decided",
    LineStage.ACTION: "Done",
    LineStage.LEARNING: "Passed on",
    LineStage.EVALUATION: "Evidence of impact",
    LineStage.OTHER: "Besides",
}
"""The stages of the line, in order, with their headings."""
_STAGE_ORDER: dict[str, int] = {stage: index for index, stage in enumerate(STAGES)}
_PLACED_BY = ("title", "direction", "theme", "needs", "themes", "part_of")
"""The fields that say what a record on the line is about and which way it points, in whichever kind they stand."""
NO_ANSWER = "no action answers it"
"""The break after a recommendation that no record follows."""
_EXPECTED = tuple(stage for stage in LineStage if stage not in {LineStage.NEED, LineStage.OTHER})


@dataclass(frozen=True, slots=True)
class Stop:
    """One record or item on the line.

    `is_our_reading`: its direction, its theme, its date or what it follows from was inferred and is in no source.
    """

    id: str
    stage: str
    title: str
    when: When | None
    note: str = ""
    is_our_reading: bool = False


@dataclass(frozen=True, slots=True)
class TracedLine:
    """The line: its stops in order of stage and date, evidence that sources do not name, and where the line breaks.

    `unnamed` are pairs: the record, and the evidence it mentions. `breaks` are pairs: the record after which the line
    ends, empty for the line as a whole, and what is missing.
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
        days_to_stage: dict[str, int] = {}
        previous: date | None = None
        for stage in STAGES:
            days = [stop.when.earliest for stop in self.at(stage) if stop.when and stop.when.is_exact]
            if days and previous is not None and min(days) >= previous:
                days_to_stage[stage] = (min(days) - previous).days
            previous = min(days) if days else previous
        return days_to_stage


def trace(snapshot: Snapshot, start: Iterable[str], today: date, carriers: Iterable[str] = ()) -> TracedLine:
    """The line of sight through these records: everything behind them, and everything that followed from them.

    `carriers`, such as a review on many themes, are on the line themselves, without what followed from them.
    """
    links = _links(snapshot)
    start_ids = list(start)
    record_ids = dict.fromkeys(start_ids)
    record_ids.update(dict.fromkeys(_reachable(start_ids, links.behind)))
    record_ids.update(dict.fromkeys(_reachable(start_ids, links.after)))
    record_ids.update(dict.fromkeys(carriers))
    existing = [record_id for record_id in record_ids if links.exists(record_id)]
    stops = sorted(
        (*(_stop(snapshot, record_id, today) for record_id in existing), *_measures_taken_again(snapshot, existing)),
        key=_sort_key,
    )
    unnamed = tuple(_unnamed(snapshot, record_ids))
    return TracedLine(tuple(stops), unnamed, tuple(_breaks(snapshot, stops, links, today)))


def records_on_theme(snapshot: Snapshot, theme: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of records about the theme, and of carriers: activities that name it among other themes.

    A recommendation with themes of its own is about those; any other is about the themes of its record.
    """
    about: list[str] = []
    carriers: list[str] = []
    for record_id in records_naming_theme(snapshot, theme):
        entry = snapshot.entries[record_id]
        (carriers if entry.kind.declares.carries_themes else about).append(record_id)
    every = (*recommendations(snapshot), *recommendations_from_elsewhere(snapshot))
    about += [recommendation.id for recommendation in every if theme in recommendation.themes]
    return tuple(about), tuple(carriers)


def records_naming_theme(snapshot: Snapshot, theme: str) -> tuple[str, ...]:
    """The ids of records that name the theme, or measured a standard on it, without the partnership record."""
    naming = snapshot.cited.names["theme"].get(theme, ())
    measuring = {entry.id for entry in snapshot.of(Audit) if theme in themes_measured(snapshot, entry.record)}
    return tuple(sorted({entry.id for entry, _ in naming if entry.kind.name != "partnership"} | measuring))


class _Links:
    """Links between records and items: which stands directly behind which on the line."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._behind: dict[str, list[str]] = {}
        self._after: dict[str, list[str]] = {}
        for entry in snapshot.entries.values():
            for key, where in entry.items.items():
                if where in (*entry.kind.lists_of_recommendations, *entry.kind.declares.promises):
                    self._join(entry.id, entry.id_of(key))
            for citation in entry.citations:
                if citation.ref.behind:
                    self._join(citation.target, _citing_id(entry, citation))
                elif citation.ref.ahead:
                    self._join(_citing_id(entry, citation), citation.target)

    def _join(self, behind: str, after: str) -> None:
        self._behind.setdefault(after, []).append(behind)
        self._after.setdefault(behind, []).append(after)

    def behind(self, record_id: str) -> list[str]:
        """The ids of what stands directly behind the record or item."""
        return self._behind.get(record_id, [])

    def after(self, record_id: str) -> list[str]:
        """The ids of what follows directly from the record or item."""
        return self._after.get(record_id, [])

    def exists(self, record_id: str) -> bool:
        """Whether the record, and the item in it if the id names one, exists."""
        record, key = RecordRef.parse(record_id)
        entry = self._snapshot.entries.get(record)
        return entry is not None and (not key or key in entry.items)


@once
def _links(snapshot: Snapshot) -> _Links:
    return _Links(snapshot)


def _citing_id(entry: Entry[Record], citation: Citation) -> str:
    """The id of the recommendation a citation stands in, or else of the record."""
    where = citation.at[0]
    if where in entry.kind.lists_of_recommendations and isinstance(citation.at[1], int):
        return entry.id_of(getattr(entry.record, str(where))[citation.at[1]].key)
    return entry.id


def _reachable(start: list[str], neighbours: Callable[[str], list[str]]) -> Iterator[str]:
    """Yield every id reachable from the start ids, each once, without the start ids themselves."""
    visited: set[str] = set(start)
    to_visit = list(start)
    while to_visit:
        for record_id in neighbours(to_visit.pop()):
            if record_id not in visited:
                visited.add(record_id)
                to_visit.append(record_id)
                yield record_id


def _stop(snapshot: Snapshot, record_id: str, today: date) -> Stop:
    record, key = RecordRef.parse(record_id)
    entry = snapshot.entries[record]
    if not key:
        note = _note(snapshot, entry, today)
        return Stop(
            record_id,
            entry.kind.declares.line_stage,
            entry.record.title,
            record_date(snapshot, record_id),
            note,
            entry.record.is_inferred(*_PLACED_BY, *entry.kind.declares.comes_from, *entry.kind.declares.dated_by),
        )
    item = next(item for item in getattr(entry.record, entry.items[key]) if item.key == key)
    is_recommendation = entry.items[key] in entry.kind.lists_of_recommendations
    note = progress_of(snapshot, record_id).state.value if is_recommendation else ""
    if entry.record.is_elsewhere:
        note = "learning from elsewhere"
    return Stop(
        record_id,
        LineStage.RECOMMENDATION if is_recommendation else LineStage.OTHER,
        _text(item),
        record_or_item_date(snapshot, record_id),
        note,
        entry.record.is_inferred(f"{entry.items[key]}#{key}"),
    )


def _measures_taken_again(snapshot: Snapshot, record_ids: Iterable[str]) -> Iterator[Stop]:
    """The measures of actions on the line that were taken again and are better: they are evidence of impact too."""
    for result in better_results_in(snapshot, record_ids):
        if result.level is None:
            yield Stop(result.record, LineStage.EVALUATION, result.what, result.when, result.verdict)


def _note(snapshot: Snapshot, entry: Entry[Record], today: date) -> str:
    """The direction of a finding, or the stage an activity or an action has reached; and where it is not ours."""
    direction = getattr(entry.record, "direction", None)
    life = life_of(snapshot, entry, today)
    said = words(direction) if isinstance(direction, Direction) else life.word if life else ""
    elsewhere = "" if is_ours(snapshot, entry.id) else "learning from elsewhere"
    return ", ".join(filter(None, (said, elsewhere)))


def text_of(snapshot: Snapshot, record_id: str) -> str:
    """The title of a record, or the text of an item in it; the id itself where there is no such record or item."""
    record, key = RecordRef.parse(record_id)
    entry = snapshot.entries.get(record)
    if entry is None or (key and key not in entry.items):
        return record_id
    if not key:
        return entry.record.title
    return next(_text(item) for item in getattr(entry.record, entry.items[key]) if item.key == key)


def _text(item: object) -> str:
    texts = (getattr(item, name, None) for name in ("text", "factor", "outcome", "key"))
    return str(next(filter(None, texts), ""))


def _sort_key(stop: Stop) -> tuple[int, date, str]:
    return (_STAGE_ORDER[stop.stage], stop.when.earliest if stop.when else date.max, stop.id)


def _unnamed(snapshot: Snapshot, record_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each record with the evidence that it mentions but does not name."""
    for record_id in record_ids:
        entry = snapshot.entries.get(record_id)
        for evidence in getattr(entry.record, "evidence", ()) if entry else ():
            if isinstance(evidence, Evidence) and evidence.unnamed:
                yield record_id, evidence.unnamed


def _breaks(snapshot: Snapshot, stops: list[Stop], links: _Links, today: date) -> Iterator[tuple[str, str]]:
    """Where the line ends, and the stages without a record; in an edition only these: what follows may be withheld."""
    for stop in () if snapshot.can_withhold else stops:
        record = snapshot.entries[RecordRef.parse(stop.id).record].record
        following = links.after(stop.id)
        if not is_ours(snapshot, stop.id):
            continue
        if stop.stage == LineStage.RECOMMENDATION and not following:
            yield stop.id, NO_ANSWER
        elif isinstance(record, Finding) and not following and _needs_response(record):
            yield stop.id, "nothing was asked for, decided or done about it"
        elif isinstance(record, Action) and stop.stage == LineStage.ACTION and not following:
            missing = "" if results_on(snapshot, stop.id) else _missing_evidence(record, today)
            yield from [(stop.id, missing)] if missing else []
    present = {stop.stage for stop in stops}
    for stage in _EXPECTED:
        if stage not in present:
            yield "", STAGES[stage]


def _needs_response(finding: Finding) -> bool:
    is_current = not (finding.derived_from or finding.superseded_by)
    return is_current and finding.direction in {Direction.NEEDS_TO_IMPROVE, Direction.GAP}


def _missing_evidence(action: Action, today: date) -> str:
    """What is missing after an action that no record follows; empty while it is not due, or if it was followed up."""
    if any(measure.follow_up for measure in action.measures):
        return "its measure, taken again, shows no change"
    if action.outcome is Outcome.CANNOT_TELL:
        return "it cannot be told what difference it made"
    is_not_yet_due = is_open(action, today) and action.due is not None and action.due >= today
    return "" if is_not_yet_due else "nothing shows what difference it made"
