"""Judge the item of the guidance's list on recommendations: n of N answered, and what came of them."""

from collections.abc import Iterator

from lif.analysis.chronology.record_date import record_date
from lif.analysis.impact.recommendation_state import RecommendationProgress, RecommendationState, progress_of
from lif.analysis.themes.recurrence import DatedRecommendation, recommendations
from lif.model.kinds.review import Review
from lif.model.reference import RecordRef
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.guidance_answer import Judgement, judgement, out_of

_NAMED = 5


def recommendations_answered(within: Within) -> Judgement:
    """The recommendations of reviews that were open in the year: n of N with an answer, and what came of them."""
    open_in_year = tuple(_open_in_year(within))
    answered = [progress for _, progress in open_in_year if progress.state is not RecommendationState.OPEN]
    without = [item for item, progress in open_in_year if progress.state is RecommendationState.OPEN]
    total = len(open_in_year)
    states = ", ".join(
        f"{state} {count}"
        for state in RecommendationState
        if (count := sum(progress.state is state for progress in answered))
    )
    counted = out_of(within, len(answered), total, "recommendation of reviews", "recommendations of reviews")
    says = f"{counted} answered ({states})" if answered else ""
    if not answered and total:
        says = f"{quantity(total, 'recommendation')} of reviews"
    missing = [f"an answer to {quantity(len(without), 'recommendation')}"] if without else []
    if not total:
        missing = ["recommendations of reviews, and an answer to them"]
    elif not any(progress.shown for progress in answered):
        missing.append("improvements that came of them")
    records = (item for progress in answered for item in (*progress.decisions, *progress.actions, progress.id))
    lines = () if within.snapshot.can_withhold else _unanswered_lines(without, within.snapshot.absent)
    return judgement((says,), (*records, *(item.id for item in without)), missing, counts=bool(answered), below=lines)


def _open_in_year(within: Within) -> Iterator[tuple[DatedRecommendation, RecommendationProgress]]:
    """Each recommendation of a review to this partnership made by the end of the year and not answered before it.

    One answered before the year counts again where a change is shown in the year.
    """
    for made in recommendations(within.snapshot):
        entry = within.snapshot.entries[RecordRef.parse(made.id).record]
        if not isinstance(entry.record, Review) or made.when is None or made.when.earliest > within.year.until:
            continue
        if made.item.to or not made.item.outside:
            progress = progress_of(within.snapshot, made.id)
            if not _was_answered_before(within, progress):
                yield made, progress


def _was_answered_before(within: Within, progress: RecommendationProgress) -> bool:
    dates = [record_date(within.snapshot, answer) for answer in (*progress.decisions, *progress.actions)]
    is_shown_now = any(shown.when is not None and shown.when.overlaps(within.year) for shown in progress.shown)
    return not is_shown_now and any(when is not None and when.latest < within.year.since for when in dates)


def _unanswered_lines(without: list[DatedRecommendation], absent: str) -> Iterator[Line]:
    for item in without[:_NAMED]:
        yield Line(f"An answer: {absent}: {item.item.text}", str(item.when or ""), (item.id,))
    if len(without) > _NAMED:
        more = without[_NAMED:]
        yield Line(f"An answer: {absent}: {len(more)} more", "", tuple(item.id for item in more))
