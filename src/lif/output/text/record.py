"""One record as text: its fields in words, the titles of what it cites, and the records that cite it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lif.analysis.themes.came_back import Recurrence
from lif.model.fingerprint import fingerprint
from lif.model.inferred import mark_as_our_reading
from lif.model.parts.part import Part, fields_of
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Item, Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words
from lif.output.text.recurrence import proposal_text, recurrence_text
from lif.output.text.terminal import paragraph, safe_line

_SHOWN_OTHERWISE = {"title", "inferred"}
"""The title stands at the head; what is inferred is shown as a mark on the fields it names."""
_LAST_FIELDS = ("sources", "disputed", "retention_review", "allow", "notes")
_STEP = 2


def record_text(snapshot: Snapshot, entry: Entry[Record], *, is_whole: bool = True) -> str:
    """The record, fields in the order of its kind, sources and notes last; its fingerprint only if it is whole."""
    blocks = [f"{entry.kind.name.upper()}  {entry.id}", paragraph(entry.record.marked(entry.record.title, "title")), ""]
    shape = shape_of(type(entry.record))
    order = [name for name in shape if name not in _LAST_FIELDS] + [name for name in shape if name in _LAST_FIELDS]
    for name in order:
        value = getattr(entry.record, name)
        if name not in _SHOWN_OTHERWISE and not _is_default(entry.record, name):
            blocks.extend(_field(snapshot, shape[name], value, 0, _Place(entry.record, name)))
    citing_ids = sorted({citing.id for citing, _ in _citations_of(snapshot, entry)})
    if citing_ids:
        blocks += [
            "",
            "cited by",
            *(f"  {citing_id}  {safe_line(snapshot.entries[citing_id].record.title)}" for citing_id in citing_ids),
        ]
    if is_whole:
        says = "write it as `seen` where this record is cited as evidence"
        blocks += ["", f"fingerprint {fingerprint(entry.record)}: {says}"]
    return "\n".join(blocks) + "\n"


def _citations_of(snapshot: Snapshot, entry: Entry[Record]) -> Iterator[tuple[Entry[Record], object]]:
    for target in entry.citable_ids:
        yield from snapshot.cited_by.get(target, ())


def _is_default(part: Part, name: str) -> bool:
    return bool(getattr(part, name) == fields_of(type(part))[name].default)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a record, `life.published`, and whether the record marks exactly this place as our reading."""

    record: Record
    name: str

    def inside(self, step: str, *, is_key: bool = False) -> "_Place":
        """The place of a field, or of the item with that key, inside this one."""
        return _Place(self.record, f"{self.name}{'#' if is_key else '.'}{step}")

    def marked(self, text: str) -> str:
        """The text with the mark, where this very place is inferred; what is inside it then needs none."""
        return mark_as_our_reading(text) if self.name in self.record.inferred else text


def _field(snapshot: Snapshot, field: FieldShape, value: Any, indent: int, place: _Place) -> Iterator[str]:
    label = words(field.name.replace("_", "-"))
    if field.part is None:
        values = value if field.is_list else (value,)
        texts = [_value(snapshot, field, item) for item in values]
        if len(texts) == 1:
            yield paragraph(place.marked(f"{label}: {texts[0]}"), indent=indent, hanging=_STEP)
            return
        yield f"{' ' * indent}{place.marked(label)}:"
        for text in texts:
            yield paragraph(f"- {text}", indent=indent + _STEP, hanging=_STEP)
        return
    yield f"{' ' * indent}{place.marked(label)}:"
    for part in value if field.is_list else (value,):
        inner = place.inside(part.key, is_key=True) if isinstance(part, Item) else place
        lines = list(_part(snapshot, part, indent + 2 * _STEP, inner))
        if field.is_list and lines:
            lines[0] = f"{' ' * (indent + _STEP)}- {lines[0].lstrip()}"
        yield from lines


def _part(snapshot: Snapshot, part: Part, indent: int, place: _Place) -> Iterator[str]:
    for name, field in shape_of(type(part)).items():
        value = getattr(part, name)
        if not _is_default(part, name):
            is_key_of_item = isinstance(part, Item) and name == "key"
            yield from _field(snapshot, field, value, indent, place if is_key_of_item else place.inside(name))


def _value(snapshot: Snapshot, field: FieldShape, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.ref is not None and "/" in str(value):
        entry = snapshot.entries.get(RecordRef.parse(str(value)).record)
        return f"{value}  ({entry.record.title})" if entry else str(value)
    if field.words is not None:
        return words(str(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def not_judged_text(because: str) -> str:
    """Why no deadline of the guidance judges a review; empty where one may."""
    return f"\nno deadline of the guidance judges this review ({because})\n" if because else ""


def recurrences_text(linked: Sequence[Recurrence], proposed: Sequence[Recurrence]) -> str:
    """What a person linked as come back, and apart from that what may have come back; empty where there is neither."""
    texts = [f"came back, linked by a person: {recurrence_text(recurrence)}" for recurrence in linked]
    texts += [proposal_text(recurrence) for recurrence in proposed]
    return "".join(f"\n{paragraph(text, hanging=_STEP)}\n" for text in texts)
