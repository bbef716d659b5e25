"""Repeated recommendations: repeats that a person linked, possible repeats, and what was done the last time."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.impact.action_state import is_open
from lif.analysis.impact.action_strength import only_weaker
from lif.analysis.lines.followed_by import direct_followers
from lif.analysis.statistics.similarity import Candidate, EarlierText, SimilarityIndex, terms
from lif.model.kinds.action import Action
from lif.model.period import When
from lif.model.record import Recommendation, Record
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import words

_OFFERED = 3
_READ = 50
"""So many of the most alike texts are read for those that share enough words."""
_SHARED_TERMS = 2
"""One word in common is no sign that the same was asked for: so many, besides those of its themes, are."""


@dataclass(frozen=True, slots=True)
class DatedRecommendation:
    """A recommendation with its full id and the date it was made."""

    id: str
    item: Recommendation
    when: When | None
    themes: frozenset[str]


@dataclass(frozen=True, slots=True)
class RepeatedRecommendation:
    """A recommendation that repeats earlier ones (oldest first), and what was done about the last of them."""

    id: str
    text: str
    earlier: tuple[DatedRecommendation, ...]
    last_time: str

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it was asked for before."""
        return tuple(sorted({repeated.when.earliest.year for repeated in self.earlier if repeated.when}))


@dataclass(frozen=True, slots=True)
class PossibleRepeat:
    """Earlier recommendations that may ask for the same, the closest first; a person decides whether to link them.

    `by_theme` are the others on the same theme and to the same agency, because a repeat may share no word.
    """

    id: str
    text: str
    by_text: tuple[Candidate, ...]
    by_theme: tuple[str, ...]


@once
def recommendations(snapshot: Snapshot) -> tuple[DatedRecommendation, ...]:
    """Every recommendation of our own reviews, audits and inspections, oldest first, with its themes."""
    own = (entry for entry in snapshot.entries.values() if not entry.record.is_elsewhere)
    return tuple(sorted(_recommendations_of(snapshot, own), key=_date_and_id))


@once
def recommendations_from_elsewhere(snapshot: Snapshot) -> tuple[DatedRecommendation, ...]:
    """The recommendations of other partnerships and national bodies: not made to us, and not asked for here before."""
    others = (entry for entry in snapshot.entries.values() if entry.record.is_elsewhere)
    return tuple(sorted(_recommendations_of(snapshot, others), key=_date_and_id))


def _recommendations_of(snapshot: Snapshot, entries: Iterable[Entry[Record]]) -> Iterator[DatedRecommendation]:
    for entry in entries:
        for _, _, item in entry.recommendations():
            themes: tuple[str, ...] = item.themes or getattr(entry.record, "themes", ())
            when = item.made or record_date(snapshot, entry.id)
            yield DatedRecommendation(entry.id_of(item.key), item, when, frozenset(themes))


def _date_and_id(recommendation: DatedRecommendation) -> tuple[date, str]:
    return (recommendation.when.earliest if recommendation.when else date.max, recommendation.id)


def repeated_recommendations(snapshot: Snapshot, theme: str | None = None) -> tuple[RepeatedRecommendation, ...]:
    """Recommendations that a person has linked to earlier ones, on the theme where one is given."""
    by_id = {recommendation.id: recommendation for recommendation in recommendations(snapshot)}
    repeats = []
    for repeat in by_id.values():
        earlier = _repeated_by(repeat, by_id) if theme is None or theme in repeat.themes else []
        if earlier:
            last = earlier[-1]
            repeats.append(
                RepeatedRecommendation(
                    repeat.id, repeat.item.text, tuple(earlier), response_in_words(snapshot, last.id)
                )
            )
    return tuple(repeats)


def _repeated_by(repeat: DatedRecommendation, by_id: dict[str, DatedRecommendation]) -> list[DatedRecommendation]:
    """Every recommendation it repeats, directly or through others, oldest first."""
    earlier: dict[str, DatedRecommendation] = {}
    pending = list(repeat.item.repeat_of)
    while pending:
        earlier_id = pending.pop()
        if earlier_id in by_id and earlier_id not in earlier and earlier_id != repeat.id:
            earlier[earlier_id] = by_id[earlier_id]
            pending.extend(by_id[earlier_id].item.repeat_of)
    return sorted(earlier.values(), key=_date_and_id)


def response_in_words(snapshot: Snapshot, recommendation: str) -> str:
    """How a recommendation was answered: `last closed 2020-03-01 with training only; its measure was followed up`."""
    actions = [entry.record for entry in direct_followers(snapshot, recommendation) if isinstance(entry.record, Action)]
    if not actions:
        return f"what was done about it: {snapshot.absent}"
    closed = max((action.closed for action in actions if action.closed), key=lambda when: when.latest, default=None)
    state = (
        "still open" if any(map(is_open, actions)) else f"last closed {closed}" if closed else "done, not yet closed"
    )
    is_measured = any(measure.follow_up for action in actions for measure in action.measures)
    measured = "its measure was followed up" if is_measured else f"a follow-up of its measure: {snapshot.absent}"
    return f"{state}{'' if snapshot.can_withhold else _weaker(actions)}; {measured}"


def _weaker(actions: list[Action]) -> str:
    if not only_weaker(action.action_kind for action in actions):
        return ""
    kinds = {words(action.action_kind) for action in actions if action.action_kind}
    return f" with {' and '.join(sorted(kinds))} only"


def possible_repeats(snapshot: Snapshot, theme: str | None = None) -> tuple[PossibleRepeat, ...]:
    """For each recommendation without `repeat_of`: the three closest earlier ones by text, and those by theme.

    Those by text share two words or more besides those of the themes. A person reads them and decides. Only
    recommendations made before it are offered.
    """
    in_order = recommendations(snapshot)
    days = [_date_and_id(recommendation)[0] for recommendation in in_order]
    return tuple(
        possible
        for recommendation, day in zip(in_order, days, strict=True)
        if not recommendation.item.repeat_of and (theme is None or theme in recommendation.themes)
        if (possible := _possible_repeat(snapshot, recommendation, bisect_left(days, day))) is not None
    )


@once
def _similarity_index(snapshot: Snapshot) -> SimilarityIndex:
    return SimilarityIndex(_as_text(recommendation) for recommendation in recommendations(snapshot))


def _possible_repeat(
    snapshot: Snapshot, recommendation: DatedRecommendation, earlier_count: int
) -> PossibleRepeat | None:
    """The earlier recommendations that may ask for the same, among the first `earlier_count`."""
    index = _similarity_index(snapshot)
    labels = (theme.label for key in recommendation.themes if (theme := snapshot.theme(key)))
    theme_words = frozenset(terms(" ".join((*recommendation.themes, *labels))))
    alike = index.best(recommendation.item.text, _READ, of_first=earlier_count)
    by_text = tuple(one for one in alike if len(set(one.shared) - theme_words) >= _SHARED_TERMS)[:_OFFERED]
    offered = {candidate.id for candidate in by_text}
    on_theme = index.on_same_theme_and_agency(_as_text(recommendation), excluding=offered, of_first=earlier_count)
    by_theme = tuple(candidate.id for candidate in on_theme)
    return (
        PossibleRepeat(recommendation.id, recommendation.item.text, by_text, by_theme) if by_text or by_theme else None
    )


def _as_text(recommendation: DatedRecommendation) -> EarlierText:
    return EarlierText(
        recommendation.id, recommendation.item.text, recommendation.themes, frozenset(recommendation.item.to)
    )
