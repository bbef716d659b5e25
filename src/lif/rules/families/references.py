"""Rules on references: cited records exist, are of the right kind, and do not cite each other in a circle."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from lif.analysis.lines.circles import circles
from lif.diagnostics.code import error, warning
from lif.diagnostics.location import FieldPath
from lif.model.kinds.finding import Finding
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Item, Record
from lif.model.reference import REGISTERS, Citation, RecordRef
from lif.model.snapshot import Broken, Entry, Snapshot
from lif.model.vocabulary import Axis
from lif.rules.rule import Question, RuleProblem, rule
from lif.rules.suggestion import suggest


def _citations_by_target(snapshot: Snapshot) -> Iterator[tuple[str, Sequence[tuple[Entry[Record] | Broken, Citation]]]]:
    """Each cited id with its citations in sound records, then the same for broken records."""
    yield from snapshot.cited.records.items()
    yield from snapshot.cited_unread.records.items()


def _item_kind(entry: Entry[Record] | Broken, key: str) -> str:
    """The kind of an item as a reference names it, `review#recommendations`; empty if there is no such item."""
    list_name = entry.items.get(key)
    return f"{entry.kind.name}#{list_name}" if list_name else ""


@rule(
    error("LIF301", "a record that is cited and is not there", "citations lead to records that are not there", "F1.2")
)
def cited_record_exists(question: Question) -> Iterator[RuleProblem]:
    """Every cited record, and every cited item in it, exists."""
    snapshot = question.snapshot
    for cited, citing in _citations_by_target(snapshot):
        record_id, key = RecordRef.parse(cited)
        target = snapshot.find(record_id)
        if target is None:
            message = f"there is no record `{record_id}`.{suggest(record_id, [*snapshot.entries, *snapshot.broken])}"
            hint = "Correct the id, write the missing record, or take the citation out."
        elif key and not target.items.get(key) and not (isinstance(target, Broken) and not target.items):
            message = f"`{record_id}` has no item with the key `{key}`.{suggest(key, list(target.items))}"
            hint = f"Keys in that record: {', '.join(target.items) or 'none yet'}."
        else:
            continue
        yield from (RuleProblem(entry.id, citation.at, message, hint) for entry, citation in citing)


@rule(error("LIF302", "a record of the wrong kind is cited", "citations lead to the wrong kind of record", "F1.2"))
def cited_record_is_of_the_right_kind(question: Question) -> Iterator[RuleProblem]:
    """A field cites only the kinds of record that it may cite."""
    for cited, citing in _citations_by_target(question.snapshot):
        record_id, key = RecordRef.parse(cited)
        target = question.snapshot.find(record_id)
        cited_kind = (_item_kind(target, key) if key else target.kind.name) if target else ""
        if target is None or not cited_kind:
            continue
        for entry, citation in citing:
            if cited_kind not in citation.ref.targets:
                message = f"`{cited}` is {'an item of ' if key else ''}{target.kind.article}"
                allowed = ", ".join(_kind_in_words(allowed_kind) for allowed_kind in citation.ref.targets)
                yield RuleProblem(entry.id, citation.at, message, f"Cite one of: {allowed}.")


def _kind_in_words(kind_or_item: str) -> str:
    kind, _, list_name = kind_or_item.partition("#")
    return f"an item of `{list_name}` in {kind}s" if list_name else kind


@rule(error("LIF303", "a name the partnership does not know", "names are not in the partnership record", "F1.1"))
def named_thing_is_in_the_partnership(question: Question) -> Iterator[RuleProblem]:
    """Agencies, groups, themes and other registered names that records use are in the partnership record."""
    snapshot = question.snapshot
    if snapshot.partnership is None:
        return
    for citations in (snapshot.cited, snapshot.cited_unread):
        for register, items in snapshot.registers.items():
            for name, citing in citations.names[register].items():
                if name in items:
                    continue
                message = f"the partnership has no {register.replace('-', ' ')} `{name}`.{suggest(name, list(items))}"
                hint = f"Correct it, or add it under `{REGISTERS[register]}` in records/partnership.yaml."
                yield from (RuleProblem(entry.id, citation.at, message, hint) for entry, citation in citing)


@rule(error("LIF304", "records that cite each other in a circle", "citations run in a circle", "F1.2"))
def chains_have_no_circle(question: Question) -> Iterator[RuleProblem]:
    """Chains of repeats, successors and parts do not lead back to a record already in the chain."""
    for chains in _chains(question.snapshot).values():
        for circle in circles({start: [citation.target for _, citation in cites] for start, cites in chains.items()}):
            record, citation = next(cite for cite in chains[circle[0]] if cite[1].target == circle[1 % len(circle)])
            yield RuleProblem(record, citation.at, f"this leads in a circle: {_way(circle)}", _CIRCLE_HINT)


_CIRCLE_HINT = "Take out the citation that is wrong."
_LONGEST_WAY = 6
"""Ids; of a longer circle the middle is left out."""


def _way(circle: tuple[str, ...]) -> str:
    """The ids of a circle in order, back to the first."""
    more = len(circle) - _LONGEST_WAY
    named = circle if more <= 0 else (*circle[: _LONGEST_WAY - 1], f"{more} more", circle[-1])
    return " → ".join((*named, circle[0]))


_Chains = dict[str, list[tuple[str, Citation]]]


def _chains(snapshot: Snapshot) -> dict[str, _Chains]:
    """For each field that forms chains, the citations by the record or item they start from."""
    chains_by_field: dict[str, _Chains] = {}
    chained_citations: Iterator[tuple[Entry[Record] | Broken, Citation]]
    chained_citations = chain(snapshot.cited.chains, snapshot.cited_unread.chains)
    for entry, citation in chained_citations:
        field = next(step for step in reversed(citation.at) if isinstance(step, str))
        start = _chain_start(entry, citation)
        if start:
            register = f"{citation.ref.to[0]}." if entry.kind.name == "partnership" else ""
            chain_name = f"{entry.kind.name}.{register}{field}"
            chains_by_field.setdefault(chain_name, {}).setdefault(start, []).append((entry.id, citation))
    return chains_by_field


def _chain_start(entry: Entry[Record] | Broken, citation: Citation) -> str:
    """The id of the citing record, or of the item that holds the citation; empty if a broken record holds it."""
    field, position = citation.at[0], citation.at[1] if len(citation.at) > 1 else None
    if not isinstance(position, int) or len(citation.at) <= 2:  # noqa: PLR2004 - a field of the record itself
        return entry.id
    record = entry.record if isinstance(entry, Entry) else None
    items = getattr(record, str(field), ())
    if position >= len(items):
        return ""
    key: str = items[position].key
    return key if entry.kind.name == "partnership" else str(RecordRef(entry.id, key))


@rule(error("LIF305", "two items with one key", "keys stand twice in one list"))
def keys_are_unique(question: Question) -> Iterator[RuleProblem]:
    """Keys are unique in a list, and across all items of a record that other records can cite."""
    for entry in question.snapshot.entries.values():
        yield from _duplicate_keys(entry.id, entry.record, ())


def _duplicate_keys(record: str, part: Part, at: FieldPath) -> Iterator[RuleProblem]:
    record_keys: dict[str, str] = {}
    for field in _lists_with_items(type(part)):
        list_keys = record_keys if field.has_items else {}
        for index, element in enumerate(getattr(part, field.name)):
            element_path = (*at, field.name, index)
            if isinstance(element, Item):
                if element.key in list_keys:
                    message = (
                        f"the key `{element.key}` stands here a second time; the first is in `{list_keys[element.key]}`"
                    )
                    yield RuleProblem(record, (*element_path, "key"), message, "Give this item a key of its own.")
                list_keys.setdefault(element.key, field.name)
            yield from _duplicate_keys(record, element, element_path)


@cache
def _lists_with_items(model: type[Part]) -> tuple[FieldShape, ...]:
    """The lists of a model that hold items, or parts that have such lists."""
    lists = [field for field in shape_of(model).values() if field.is_list and field.part is not None]
    return tuple(
        field for field in lists if field.part and (issubclass(field.part, Item) or _lists_with_items(field.part))
    )


@rule(warning("LIF306", "a theme that another has replaced", "records carry themes that others have replaced"))
def theme_is_current(question: Question) -> Iterator[RuleProblem]:
    """Records name current themes, not replaced ones."""
    themes = question.snapshot.themes
    for name, citing in question.snapshot.cited.names["theme"].items():
        theme = themes.get(name)
        if theme and theme.replaced_by:
            message, hint = (
                f"the theme `{theme.key}` was replaced by `{theme.replaced_by}`",
                f"Write `{theme.replaced_by}`.",
            )
            for entry, citation in citing:
                if citation.ref.to == ("theme",) and entry.kind.name != "partnership":
                    yield RuleProblem(entry.id, citation.at, message, hint)


@rule(error("LIF307", "a theme on the wrong axis", "findings carry a theme on the wrong axis"))
def theme_is_on_its_axis(question: Question) -> Iterator[RuleProblem]:
    """The theme of a finding is a practice or system theme; needs of children go under `needs`."""
    themes = question.snapshot.themes
    for entry in question.snapshot.of(Finding):
        theme = themes.get(entry.record.theme)
        if theme and theme.axis is Axis.NEED:
            message = f"`{theme.key}` is a need of children; the theme of a finding is about practice or the system"
            yield RuleProblem(
                entry.id, ("theme",), message, "Move it under `needs`, and choose a practice or system theme."
            )
        for index, key in enumerate(entry.record.needs):
            need = themes.get(key)
            if need and need.axis is not Axis.NEED:
                message = f"`{key}` is about practice or the system, not a need of children"
                yield RuleProblem(
                    entry.id, ("needs", index), message, "Take it out, or make it the `theme` of the finding."
                )


RULES = (
    cited_record_exists,
    cited_record_is_of_the_right_kind,
    named_thing_is_in_the_partnership,
    chains_have_no_circle,
    keys_are_unique,
    theme_is_current,
    theme_is_on_its_axis,
)
