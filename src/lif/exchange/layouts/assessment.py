"""The return of each agency to an assessment of standards: one row a standard, the last answers beside it."""

from collections.abc import Iterator, Mapping
from typing import cast

from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.grades import scale_of, standards_set_of
from lif.analysis.duties.standards import THE_ARRANGEMENTS, Cell, cells_of
from lif.exchange.ask import Ask
from lif.exchange.column import Column, ColumnType, computed, reference
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject
from lif.model.kinds.assessment import Assessment, Rating
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View


def newest_cycle(snapshot: Snapshot) -> str:
    """The key of the cycle asked for last, of those with a return in the records; empty where there is none."""
    begun = {entry.record.cycle for entry in snapshot.of(Assessment)}
    asked = [(cycle.asked.earliest, cycle.key) for cycle in snapshot.cycles.values() if cycle.asked]
    return max((pair for pair in asked if pair[1] in begun), default=(None, ""))[1]


def _entries(view: View, ask: Ask) -> tuple[Entry[Assessment], ...]:
    cycle = ask.cycle or newest_cycle(view.records)
    return tuple(entry for entry in view.records.of(Assessment) if entry.record.cycle == cycle)


def _rows(view: View, ask: Ask) -> Iterator[Subject]:
    """Every standard of the set, rated or not, then ratings of standards that the set does not hold."""
    for entry in _entries(view, ask):
        chosen = standards_set_of(view.records, entry.record)
        ratings = {rating.standard: rating for rating in entry.record.ratings}
        listed = [standard.key for standard in chosen.standards] if chosen else []
        for key in dict.fromkeys((*listed, *ratings)):
            yield Subject(view, entry, ratings.get(key), key)


def _lists(view: View, ask: Ask) -> Mapping[str, tuple[str, ...]]:
    scales = [scale_of(view.records, entry.record) for entry in _entries(view, ask)]
    return {"grades": tuple(dict.fromkeys(grade.key for scale in scales if scale for grade in scale.grades))}


def _meanings(view: View, ask: Ask) -> Mapping[str, Mapping[str, str]]:
    """The words of the grades of every scale: a return of an earlier cycle may come back late."""
    del ask
    return {"grades": {grade.key: grade.label for scale in view.records.scales.values() for grade in scale.grades}}


def _record(subject: Subject) -> Assessment:
    return cast("Assessment", subject.entry.record)


def _agency(subject: Subject) -> str:
    record = _record(subject)
    return THE_ARRANGEMENTS if record.of_partnership else name_of(subject.view.records, record.agency or "")


def _standard(subject: Subject) -> str:
    chosen = standards_set_of(subject.view.records, _record(subject))
    texts = {standard.key: standard.text for standard in chosen.standards} if chosen else {}
    return texts.get(subject.item, subject.item)


def _last(subject: Subject) -> Cell | None:
    """The answer of the return that this one follows."""
    last = subject.view.records.entries.get(_record(subject).follows or "")
    if last is None or not isinstance(last.record, Assessment):
        return None
    cells = cells_of(subject.view.records, Entry(last.id, last.kind, last.record))
    return next((cell for cell in cells if cell.standard == subject.item), None)


def _rating_before(subject: Subject) -> str:
    last = _last(subject)
    return last.stands if last else ""


def _evidence_before(subject: Subject) -> str:
    last = _last(subject)
    return last.evidence if last else ""


def _carried(subject: Subject) -> str:
    return "not yet judged anew" if isinstance(subject.part, Rating) and subject.part.carried_from else ""


ASSESSMENT = Layout(
    "assessment",
    "Return on standards",
    "assessment",
    (
        reference(),
        computed("agency", "Agency", _agency),
        computed("standard_says", "Standard", _standard),
        computed("before", "Rating in the last return", _rating_before, "The moderated one where there is one."),
        computed("evidence_before", "Evidence in the last return", _evidence_before),
        Column("own", "Your rating now", ColumnType.CHOICE, choices="grades"),
        Column("evidence", "Your evidence now", ColumnType.TEXT, says="What shows it, and where that can be read."),
        computed("carried", "Carried over", _carried, "The answer was taken over from the last return."),
    ),
    items="ratings",
    item_key="standard",
    agency="agency",
    rows=_rows,
    lists=_lists,
    meanings=_meanings,
    judged_anew=("carried_from", "moderated", "moderated_because"),
)
