"""The life of an activity in words: each stage with its dates, the days between, and what is missing next."""

from collections.abc import Iterator

from lif.analysis.chronology.stage import Life, Wait
from lif.analysis.impact.recommendation_state import AskedFor
from lif.output.text.terminal import columns, counted, paragraph


def life_text(life: Life | None, asked: tuple[AskedFor, ...]) -> str:
    """The life and the state of each recommendation; empty for a record that has neither."""
    blocks = []
    if life is not None:
        blocks.append("\n".join([f"life: {life.word or 'no date is known'}", *_events(life), *_missing(life)]))
    if asked:
        rows = [(one.id.partition("#")[2], one.state.value, ", ".join(one.actions)) for one in asked]
        blocks.append("\n".join(["what was asked for, and where it stands", columns(rows, indent=2)]))
    return "".join(f"\n{block}\n" for block in blocks)


def days(wait: Wait) -> str:
    """`31 days`, or `between 49 and 140 days` where a day is not known."""
    return counted(wait.least, "day") if wait.is_exact else f"between {wait.least} and {counted(wait.most, 'day')}"


def _events(life: Life) -> Iterator[str]:
    waits = {wait.until: wait for wait in life.waits}
    rows = []
    for index, event in enumerate(life.events):
        is_first = index == 0 or life.events[index - 1].stage is not event.stage
        wait = waits.get(event.stage) if is_first else None
        later = f", {days(wait)} after {wait.since}" if wait else ""
        where = "" if event.record == life.record else f" ({event.record})"
        rows.append((event.stage if is_first else "", str(event.when or "no date"), f"{event.what}{where}{later}"))
    if rows:
        yield columns(rows, indent=2)


def _missing(life: Life) -> Iterator[str]:
    for one in life.missing:
        yield paragraph(f"not {one.stage}: {one.what}", indent=2, hanging=2)
