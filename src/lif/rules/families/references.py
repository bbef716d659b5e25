"""References and identity: what a record cites is there, is of the right kind, and leads nowhere in a circle."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from lif.diagnostics.code import error, warning
from lif.diagnostics.location import FieldPath
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Scale, StandardsSet, Theme
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Item, Record
from lif.model.reference import REGISTERS, Citation
from lif.model.snapshot import Broken, Entry, Snapshot
from lif.model.vocabulary import Axis
from lif.rules.rule import Found, Question, rule

_ALIKE = (0.9, 0.6)
"""How alike a name must be to be offered; nearly the same first, because that search passes most others by."""


def _like(written: str, known: list[str]) -> str:
    from difflib import get_close_matches

    for likeness in _ALIKE:
        if close := get_close_matches(written, known, n=1, cutoff=likeness):
            return f" Did you mean `{close[0]}`?"
    return ""


def _cited(snapshot: Snapshot) -> Iterator[tuple[str, Sequence[tuple[Entry[Record] | Broken, Citation]]]]:
    """What is cited, and each citation of it, in sound and in broken records."""
    yield from snapshot.cited.records.items()
    yield from snapshot.cited_unread.records.items()


def _item(target: Entry[Record] | Broken, key: str) -> str:
    """What an item is, as a reference may ask for it: `review#recommendations`; empty when it is not there."""
    where = target.items.get(key)
    return f"{target.kind.name}#{where}" if where else ""


@rule(
    error("LIF301", "a record that is cited and is not there", "citations lead to records that are not there", "F1.2")
)
def cited_record_is_there(question: Question) -> Iterator[Found]:
    """Every cited record, and every cited item in it, exists."""
    snapshot = question.snapshot
    for cited, citing in _cited(snapshot):
        wanted, _, key = cited.partition("#")
        target = snapshot.find(wanted)
        if target is None:
            says = f"there is no record `{wanted}`.{_like(wanted, [*snapshot.entries, *snapshot.broken])}"
            hint = "Correct the id, write the missing record, or take the citation out."
        elif key and not target.items.get(key) and not (isinstance(target, Broken) and not target.items):
            says = f"`{wanted}` has no item with the key `{key}`.{_like(key, list(target.items))}"
            hint = f"Keys in that record: {', '.join(target.items) or 'none yet'}."
        else:
            continue
        yield from (Found(one.id, citation.at, says, hint) for one, citation in citing)


@rule(error("LIF302", "a record of the wrong kind is cited", "citations lead to the wrong kind of record", "F1.2"))
def cited_record_is_of_the_right_kind(question: Question) -> Iterator[Found]:
    """A field cites only the kinds it is meant for."""
    for cited, citing in _cited(question.snapshot):
        wanted, _, key = cited.partition("#")
        target = question.snapshot.find(wanted)
        named = (_item(target, key) if key else target.kind.name) if target else ""
        if target is None or not named:
            continue
        for one, citation in citing:
            if named not in citation.ref.targets:
                says = f"`{cited}` is {'an item of ' if key else ''}{target.kind.article}"
                allowed = ", ".join(_in_words(each) for each in citation.ref.targets)
                yield Found(one.id, citation.at, says, f"Cite one of: {allowed}.")


def _in_words(target: str) -> str:
    kind, _, where = target.partition("#")
    return f"an item of `{where}` in {kind}s" if where else kind


@rule(error("LIF303", "a name the partnership does not know", "names are not in the partnership record", "F1.1"))
def named_thing_is_in_the_partnership(question: Question) -> Iterator[Found]:
    """Agencies, groups, priorities, themes, scales and sets of standards are those of the partnership record."""
    snapshot = question.snapshot
    if snapshot.partnership is None:
        return
    for cited in (snapshot.cited, snapshot.cited_unread):
        for register, known in snapshot.registers.items():
            for name, citing in cited.names[register].items():
                if name in known:
                    continue
                says = f"the partnership has no {register.replace('-', ' ')} `{name}`.{_like(name, list(known))}"
                hint = f"Correct it, or add it under `{REGISTERS[register]}` in records/partnership.yaml."
                yield from (Found(one.id, citation.at, says, hint) for one, citation in citing)


@rule(error("LIF304", "records that cite each other in a circle", "citations run in a circle", "F1.2"))
def chain_does_not_come_back(question: Question) -> Iterator[Found]:
    """Repeats, successors and parts lead onwards and never back to where they began."""
    for chains in _chains(question.snapshot).values():
        for start in sorted(chains):
            circle = _circle(start, chains)
            if circle and start == min(circle):
                record, citation = chains[start][0]
                path = " → ".join((*circle, start))
                yield Found(
                    record, citation.at, f"this leads in a circle: {path}", "Take out the citation that is wrong."
                )


_Chains = dict[str, list[tuple[str, Citation]]]


def _chains(snapshot: Snapshot) -> dict[str, _Chains]:
    """For each field that chains, who leads where: from the record (or its item) to its citations."""
    found: dict[str, _Chains] = {}
    chains: Iterator[tuple[Entry[Record] | Broken, Citation]]
    chains = chain(snapshot.cited.chains, snapshot.cited_unread.chains)
    for entry, citation in chains:
        field = next(step for step in reversed(citation.at) if isinstance(step, str))
        start = _start(entry, citation)
        if start:
            found.setdefault(f"{entry.kind.name}.{field}", {}).setdefault(start, []).append((entry.id, citation))
    return found


def _start(entry: Entry[Record] | Broken, citation: Citation) -> str:
    """The record a chain starts from, or the item in it when the citation stands inside an item."""
    where, position = citation.at[0], citation.at[1] if len(citation.at) > 1 else None
    if not isinstance(position, int) or len(citation.at) <= 2:  # noqa: PLR2004 - a field of the record itself
        return entry.id
    record = entry.record if isinstance(entry, Entry) else None
    items = getattr(record, str(where), ())
    if position >= len(items):
        return ""
    key: str = items[position].key
    return key if entry.kind.name == "partnership" else f"{entry.id}#{key}"


def _circle(start: str, chains: _Chains) -> tuple[str, ...]:
    """The way from `start` back to itself; empty when there is none."""
    way: list[tuple[str, tuple[str, ...]]] = [(start, (start,))]
    seen: set[str] = set()
    while way:
        here, path = way.pop()
        for _, citation in chains.get(here, ()):
            if citation.target == start:
                return path
            if citation.target not in seen:
                seen.add(citation.target)
                way.append((citation.target, (*path, citation.target)))
    return ()


@rule(error("LIF305", "two items with one key", "keys stand twice in one list"))
def keys_differ(question: Question) -> Iterator[Found]:
    """The items of a list have keys of their own, and so have all items of a record that others can cite."""
    for entry in question.snapshot.entries.values():
        yield from _keys_twice(entry.id, entry.record, ())


def _keys_twice(record: str, part: Part, at: FieldPath) -> Iterator[Found]:
    cited: dict[str, str] = {}
    for field in _lists(type(part)):
        seen = cited if field.has_items else {}
        for index, one in enumerate(getattr(part, field.name)):
            here = (*at, field.name, index)
            if isinstance(one, Item):
                if one.key in seen:
                    says = f"the key `{one.key}` stands here a second time; the first is in `{seen[one.key]}`"
                    yield Found(record, (*here, "key"), says, "Give this item a key of its own.")
                seen.setdefault(one.key, field.name)
            yield from _keys_twice(record, one, here)


@cache
def _lists(model: type[Part]) -> tuple[FieldShape, ...]:
    """The lists of a model that hold items, or parts with such lists in them."""
    lists = [field for field in shape_of(model).values() if field.is_list and field.part is not None]
    return tuple(field for field in lists if field.part and (issubclass(field.part, Item) or _lists(field.part)))


@rule(warning("LIF306", "a theme that another has replaced", "records carry themes that others have replaced"))
def theme_is_current(question: Question) -> Iterator[Found]:
    """Records carry the theme that took another's place."""
    themes = question.snapshot.registers["theme"]
    for name, citing in question.snapshot.cited.names["theme"].items():
        theme = themes.get(name)
        if isinstance(theme, Theme) and theme.replaced_by:
            says, hint = (
                f"the theme `{theme.key}` was replaced by `{theme.replaced_by}`",
                f"Write `{theme.replaced_by}`.",
            )
            for entry, citation in citing:
                if citation.ref.to == ("theme",) and entry.kind.name != "partnership":
                    yield Found(entry.id, citation.at, says, hint)


@rule(error("LIF307", "a theme on the wrong axis", "findings carry a theme on the wrong axis"))
def theme_is_on_its_axis(question: Question) -> Iterator[Found]:
    """A finding belongs to one practice or system theme; needs of children stand under `needs`."""
    themes = question.snapshot.registers["theme"]
    for entry in question.snapshot.of(Finding):
        theme = themes.get(entry.record.theme)
        if isinstance(theme, Theme) and theme.axis is Axis.NEED:
            says = f"`{theme.key}` is a need of children; the theme of a finding is about practice or the system"
            yield Found(entry.id, ("theme",), says, "Move it under `needs`, and choose a practice or system theme.")
        for index, key in enumerate(entry.record.needs):
            need = themes.get(key)
            if isinstance(need, Theme) and need.axis is not Axis.NEED:
                says = f"`{key}` is about practice or the system, not a need of children"
                yield Found(entry.id, ("needs", index), says, "Take it out, or make it the `theme` of the finding.")


@rule(
    error(
        "LIF308",
        "a grade or standard the partnership does not know",
        "grades or standards are not in their list",
        "F4.11",
    )
)
def grade_is_on_its_scale(question: Question) -> Iterator[Found]:
    """Grades of an audit are on its scale; standards of an assessment are in its set."""
    snapshot = question.snapshot
    for audit in snapshot.of(Audit):
        scale = snapshot.registers["scale"].get(audit.record.scale or "")
        if isinstance(scale, Scale):
            yield from _grades(audit, [grade.key for grade in scale.grades])
    for assessment in snapshot.of(Assessment):
        chosen = snapshot.registers["standards-set"].get(assessment.record.standards_set or "")
        if isinstance(chosen, StandardsSet):
            yield from _ratings(assessment, chosen, snapshot)


def _grades(audit: Entry[Audit], known: list[str]) -> Iterator[Found]:
    for index, case in enumerate(audit.record.cases):
        if case.moderated and case.moderated not in known:
            yield _not_on_scale(audit.id, ("cases", index, "moderated"), case.moderated, known)
        for place, own in enumerate(case.grades):
            if own.grade not in known:
                yield _not_on_scale(audit.id, ("cases", index, "grades", place, "grade"), own.grade, known)


def _ratings(assessment: Entry[Assessment], chosen: StandardsSet, snapshot: Snapshot) -> Iterator[Found]:
    standards = [standard.key for standard in chosen.standards]
    scale = snapshot.registers["scale"].get(chosen.scale or "")
    grades = [grade.key for grade in scale.grades] if isinstance(scale, Scale) else []
    for index, rating in enumerate(assessment.record.ratings):
        if rating.standard not in standards:
            says = f"the set `{chosen.key}` has no standard `{rating.standard}`.{_like(rating.standard, standards)}"
            yield Found(
                assessment.id, ("ratings", index, "standard"), says, f"Standards there: {', '.join(standards)}."
            )
        for field in ("own", "moderated"):
            grade = getattr(rating, field)
            if grade and grades and grade not in grades:
                yield _not_on_scale(assessment.id, ("ratings", index, field), grade, grades)


def _not_on_scale(record: str, at: tuple[str | int, ...], grade: str, known: list[str]) -> Found:
    return Found(
        record, at, f"the scale has no grade `{grade}`.{_like(grade, known)}", f"Grades there: {', '.join(known)}."
    )


RULES = (
    cited_record_is_there,
    cited_record_is_of_the_right_kind,
    named_thing_is_in_the_partnership,
    chain_does_not_come_back,
    keys_differ,
    theme_is_current,
    theme_is_on_its_axis,
    grade_is_on_its_scale,
)
