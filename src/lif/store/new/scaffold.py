"""Prepares a new record: what it takes over from another record, and its text with comments."""

from typing import Any

from lif.analysis.duties.signals import driver_shown_by
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.reference import RecordRef, Ref
from lif.model.sharing import Sharing
from lif.model.snapshot import Broken, Entry
from lif.store.new.field_comments import field_comments
from lif.store.yaml.emit import Notes, indented, record_text
from lif.store.yaml.event_reader import Tree

SAFEST_SHARING = Sharing.RESTRICTED.value
"""The sharing of a new record unless another is given."""
_CARRIED = ("standard", "own", "evidence", "moderated", "moderated_because")
"""The fields of a rating that the next return takes over."""


def fields_from_source(kind: Kind, source: Entry[Any] | Broken, key: str, tree: dict[str, Tree]) -> dict[str, Tree]:
    """The fields a new record takes from its source: the citation, and the design of a record that it repeats.

    A return takes the answers of the last cycle, each marked as carried over until it is judged again.

    `tree` is the text of the source. Raises `LifError` when a record of that kind cannot come from such a source.
    """
    cited = str(RecordRef(source.id, key))
    source_kind = f"{source.kind.name}#{source.items.get(key, '')}" if key else source.kind.name
    shapes = shape_of(kind.model)
    for name in kind.declares.comes_from:
        reference, citation = _citation(shapes[name], cited)
        if reference is not None and source_kind in reference.targets:
            repeated_fields = {field: tree[field] for field in kind.declares.repeats.get(name, ()) if field in tree}
            if standards := _to_measure(repeated_fields.pop("results", [])):
                repeated_fields["results"] = standards
            more = _carried_over(cited, tree) if name == "follows" else {}
            return {**_need_fields(kind, source, key), name: citation, **repeated_fields, **more}
    says = f"{kind.article.capitalize()} does not come from {source.kind.article}{' item' if key else ''}."
    raise LifError(says, "Leave --from out, or name another record.")


def _citation(shape: FieldShape, cited: str) -> tuple[Ref | None, Tree]:
    """What a field may cite, and the citation as it stands there: an id, a list of ids, or of parts with a `record`."""
    if shape.part is not None:
        return shape_of(shape.part)["record"].ref, [{"record": cited}]
    return shape.ref, [cited] if shape.is_list else cited


def _need_fields(kind: Kind, source: Entry[Any] | Broken, key: str) -> dict[str, Tree]:
    """The driver and the themes of a need that rests on a record, as far as the record shows them; else nothing."""
    if kind.name != "need" or isinstance(source, Broken):
        return {}
    driver = driver_shown_by(source.record)
    item = next((item for _, _, item in source.recommendations() if item.key == key), None)
    record = source.record
    one = getattr(record, "theme", None)
    themes: list[Tree] = [*(item.themes if item else ())] or [*([one] if one else ()), *getattr(record, "themes", ())]
    return {**({"driver": driver.value} if driver else {}), **({"themes": themes} if themes else {})}


def _carried_over(cited: str, tree: dict[str, Tree]) -> dict[str, Tree]:
    """The answers of a return for the next one, as moderation left them, each marked as carried over."""
    ratings = tree.get("ratings")
    answers: list[Tree] = [
        {**{name: rating[name] for name in _CARRIED if name in rating}, "carried_from": cited}
        for rating in (ratings if isinstance(ratings, list) else ())
        if isinstance(rating, dict)
    ]
    return {"ratings": answers} if answers else {}


def _to_measure(results: Tree) -> list[Tree]:
    """The standards of an audit for the one that repeats it, with the words they were asked in and without counts."""
    return [
        {name: result[name] for name in ("key", "asked", "same_because", "themes") if name in result}
        for result in (results if isinstance(results, list) else ())
        if isinstance(result, dict)
    ]


def new_record_text(
    kind: Kind, tree: dict[str, Tree], at_the_end: tuple[str, ...] = (), beside: Notes | None = None
) -> str:
    """The text of a new record: its fields in order, with comments.

    There is one for each field that is owed, those of `beside` at their fields, and others `at_the_end`.
    """
    notes, owed_comments = field_comments(kind.model, tree)
    notes |= beside or {}
    last_comments = (*owed_comments, *at_the_end)
    return record_text(tree, kind.model, notes) + "".join(f"{line}\n" for line in indented(last_comments, ""))
