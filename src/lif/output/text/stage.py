"""The stages of an activity as text: each with its dates, the days between, and what the next stage lacks."""

from collections.abc import Iterator

from lif.analysis.chronology.stage import Life, Wait
from lif.analysis.impact.recommendation_state import RecommendationProgress, RecommendationState
from lif.model.reference import RecordRef
from lif.output.text.terminal import columns, count_noun, paragraph


def life_text(
    life: Life | None, recommendations: tuple[RecommendationProgress, ...], *, is_elsewhere: bool = False
) -> str:
    """The stages of an activity and the state of its recommendations; empty for a record that has neither.

    Those of work from elsewhere were not made to us, so that none of them is open here.
    """
    blocks = []
    if life is not None:
        blocks.append(
            "\n".join([f"life: {life.word or 'no date is known'}", *_event_table(life), *_missing_lines(life)])
        )
    if recommendations:
        rows = [
            (
                RecordRef.parse(recommendation.id).key,
                _state(recommendation, is_elsewhere=is_elsewhere),
                ", ".join(recommendation.actions),
            )
            for recommendation in recommendations
        ]
        head = "what was asked for, and where it stands"
        if is_elsewhere:
            head = "what was asked for elsewhere, and what became of it where we took it up"
        blocks.append("\n".join([head, columns(rows, indent=2)]))
    return "".join(f"\n{block}\n" for block in blocks)


def _state(recommendation: RecommendationProgress, *, is_elsewhere: bool) -> str:
    is_not_ours = is_elsewhere and recommendation.state is RecommendationState.OPEN
    return "" if is_not_ours else recommendation.state.value


def wait_text(wait: Wait) -> str:
    """The length of a wait: `31 days`, or `between 49 and 140 days` where a date is not exact."""
    return (
        count_noun(wait.least, "day") if wait.is_exact else f"between {wait.least} and {count_noun(wait.most, 'day')}"
    )


def _event_table(life: Life) -> Iterator[str]:
    waits = {wait.until: wait for wait in life.waits}
    rows = []
    for index, event in enumerate(life.events):
        is_first = index == 0 or life.events[index - 1].stage is not event.stage
        wait = waits.get(event.stage) if is_first else None
        later = f", {wait_text(wait)} after {wait.since}" if wait else ""
        where = "" if event.record == life.record else f" ({event.record})"
        rows.append((event.stage if is_first else "", str(event.when or "no date"), f"{event.what}{where}{later}"))
    if rows:
        yield columns(rows, indent=2)


def _missing_lines(life: Life) -> Iterator[str]:
    for missing_stage in life.missing:
        yield paragraph(f"not {missing_stage.stage}: {missing_stage.what}", indent=2, hanging=2)
