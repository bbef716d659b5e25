"""Count the records that hold something on a duty, by the fields in which the duty is written down."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from lif.analysis.lines.whose_work import ours
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.record import Record
from lif.model.registry import KINDS
from lif.model.snapshot import Entry
from lif.model.vocabulary import Answer
from lif.reports.cited_sentence import Line, Within
from lif.reports.guidance_answer import out_of

_SHOWN = 3
_LABELS = 4
_BY_FIELD = {"F3.8": {"practitioners": "how practitioners took part", "families": "how families took part"}}
"""The duties of which these fields are counted one by one: what practitioners say is not what families say."""
_ONLY_YES = frozenset({"own_account"})
"""The fields that hold something on a duty only where the answer is yes."""

RecordsByKind = dict[Kind, list[Entry[Record]]]
Counted = tuple[Kind, list[Entry[Record]], list[Entry[Record]]]
"""A kind, its records of the period, and those of them that hold something on a duty."""


def records_of_period(within: Within) -> RecordsByKind:
    """The records of the period by kind, without the partnership record and what is from elsewhere."""
    kinds = (kind for kind in KINDS if kind.folder)
    return {
        kind: [entry for entry in ours(within.snapshot, within.snapshot.of(kind.model)) if within.holds(entry.id)]
        for kind in kinds
    }


def records_line(within: Within, duty: str, by_kind: Sequence[Counted]) -> tuple[Line, ...]:
    """`5 of 9 records (reviews 1 of 2, audits 2 of 3, findings 2 of 4)`, or `2 of 3 audits` where there is one kind.

    In an edition only what holds something is counted. For a duty in `_BY_FIELD` fields are counted one by one.
    """
    is_edition = within.snapshot.can_withhold
    shown = _shown(within, by_kind)
    if not shown:
        return ()
    held = [entry for _, _, holding in shown for entry in holding]
    total = sum(len(entries) for _, entries, _ in shown)
    what = shown[0][0].counted if len(shown) == 1 else ("record", "records")
    texts = [_kind_text(duty, *counted, is_edition=is_edition) for counted in shown]
    kinds = f" ({', '.join(texts)})" if len(shown) > 1 or duty in _BY_FIELD else ""
    return (Line(f"{out_of(within, len(held), total, *what)}{kinds}", "", _first_ids(held)),)


def _shown(within: Within, by_kind: Sequence[Counted]) -> list[Counted]:
    return [counted for counted in by_kind if counted[2 if within.snapshot.can_withhold else 1]]


def _kind_text(
    duty: str, kind: Kind, entries: list[Entry[Record]], holding: list[Entry[Record]], *, is_edition: bool
) -> str:
    """`audits 2 of 3`; where fields are counted one by one, `audits 2 of 3: how families took part 1`."""
    text = f"{kind.counted[1]} {len(holding)}{'' if is_edition else f' of {len(entries)}'}"
    fields = {name: label for name, label in _BY_FIELD.get(duty, {}).items() if name in shape_of(kind.model)}
    by_label = {label: sum(_is_filled(entry.record, (name,)) for entry in holding) for name, label in fields.items()}
    counts = "; ".join(f"{label} {count}" for label, count in by_label.items() if count)
    return f"{text}: {counts}" if counts else text


def fields_counted(within: Within, duty: str, by_kind: Sequence[Counted]) -> str:
    """What a record has to give, any one of it, to be counted on the duty, in the words of its fields."""
    labels = dict.fromkeys(
        _small_first(_label(kind.model, path).partition(";")[0])
        for kind, _, _ in _shown(within, by_kind)
        for path in duty_paths(kind.model).get(duty, ())
    )
    first, more = list(labels)[:_LABELS], len(labels) - _LABELS
    return "; ".join((*first, *((f"or {more} more",) if more > 0 else ())))


def _label(model: type[Part], path: tuple[str, ...]) -> str:
    """What the first field of the path is for; that of the next where a part has no words of its own."""
    field = shape_of(model)[path[0]]
    return field.about.says or (_label(field.part, path[1:]) if field.part and path[1:] else path[0])


def _small_first(label: str) -> str:
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def _first_ids(entries: Iterable[Entry[Record]]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)[:_SHOWN]


def records_holding(duty: str, records: RecordsByKind) -> Iterator[Counted]:
    """Each kind with fields for the duty, its records of the period, and those of them that hold something on it."""
    for kind, entries in records.items():
        paths = duty_paths(kind.model).get(duty, ())
        if paths:
            yield kind, entries, [entry for entry in entries if any(_is_filled(entry.record, path) for path in paths)]


@cache
def duty_paths(model: type[Part]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each duty, the paths of the fields of a model in which it is written down.

    Where some of them are owed, required fields are left out: every record fills them, so they show nothing.
    """
    optional: dict[str, list[tuple[str, ...]]] = {}
    required: dict[str, list[tuple[str, ...]]] = {}
    owed: set[str] = set()
    for name, field in shape_of(model).items():
        owed |= set(field.about.duties) if field.about.owed else set()
        for duty in field.about.duties:
            (required if field.is_required else optional).setdefault(duty, []).append((name,))
        for duty, paths in (duty_paths(field.part) if field.part else {}).items():
            optional.setdefault(duty, []).extend((name, *path) for path in paths)
    by_duty = {duty: (*optional.get(duty, ()), *required.get(duty, ())) for duty in (*optional, *required)}
    return {duty: tuple(optional[duty]) if duty in owed & optional.keys() else paths for duty, paths in by_duty.items()}


@cache
def is_written_down(duty: str) -> bool:
    """Whether any field holds something on the duty."""
    return any(duty in duty_paths(kind.model) for kind in KINDS)


def _is_filled(value: Any, path: tuple[str, ...]) -> bool:
    """Whether the field at the path has a value, in any of the parts of a list."""
    if isinstance(value, tuple):
        return any(_is_filled(part, path) for part in value)
    if not path:
        return value is not None and value is not False and value != ""
    if value is None:
        return False
    inner = getattr(value, path[0])
    if path[0] in _ONLY_YES and inner is not Answer.YES:
        return False
    return _is_filled(inner, path[1:])
