"""What a new record begins with: what it is asked, what another record lends it, and a text that explains itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lif.diagnostics.location import FieldPath, spelled
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.sharing import Sharing
from lif.model.snapshot import Broken, Entry
from lif.store.new.field_comments import explaining
from lif.store.yaml.emit import Note, record, stepped
from lif.store.yaml.event_reader import Tree

SAFEST = Sharing.RESTRICTED.value
"""How far a new record may travel until somebody says otherwise."""
_ENTER_IS_TODAY = "[today]"
_TITLES = {"partnership": "What is the partnership called?"}
_COMES_FROM = {
    "finding": ("source",),
    "action": ("answers",),
    "learning": ("from_records",),
    "evaluation": ("of",),
    "assessment": ("follows",),
    "audit": ("reaudit_of", "answers", "part_of"),
    "review": ("answers", "part_of"),
    "decision": ("about",),
    "flag": ("from_records",),
    "challenge": ("about_records",),
    "feedback": ("about",),
}
"""The field that `--from` fills, by kind; of several, the first that may cite that record."""
_REPEATED = {
    "reaudit_of": ("audit_kind", "question", "criteria", "selection", "scale", "themes"),
    "follows": ("agency", "of_partnership", "standards_set", "themes"),
}
"""What a record takes over from the one it repeats or follows, by the field that cites it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: where its answer goes, the field it is about, and whether the whole part may be passed over."""

    path: FieldPath
    shape: FieldShape
    question: str
    is_needed: bool
    enter_is_today: bool = False

    @property
    def flag(self) -> str:
        """The option that answers it: `--set due=…`."""
        return "--title …" if self.path == ("title",) else f"--set {spelled(self.path).replace('[0]', '[+]')}=…"

    @property
    def group(self) -> FieldPath:
        """The part it belongs to; empty for a field of the record itself."""
        return self.path[:-1]


def asked(kind: Kind) -> tuple[Asked, ...]:
    """Every question of a kind: the title, its own fields, what is asked of its parts, and how far it may travel."""

    def order(one: Asked) -> tuple[bool, bool, bool]:
        return (one.path != ("title",), one.path == ("sharing",), bool(one.group))

    return tuple(sorted(_asked(kind), key=order))


def _asked(kind: Kind) -> Iterator[Asked]:
    for name, shape in shape_of(kind.model).items():
        if shape.about.ask:
            question = _TITLES.get(kind.name, shape.about.ask) if name == "title" else shape.about.ask
            yield _question((name,), shape, question, is_needed=shape.is_required)
        elif shape.part is not None:
            for inner, part in shape_of(shape.part).items():
                path: FieldPath = (name, 0, inner) if shape.is_list else (name, inner)
                if part.about.ask:
                    yield _question(path, part, part.about.ask, is_needed=shape.is_required and part.is_required)


def _question(path: FieldPath, shape: FieldShape, question: str, *, is_needed: bool) -> Asked:
    words = question.removesuffix(_ENTER_IS_TODAY).rstrip()
    return Asked(path, shape, words, is_needed, enter_is_today=words != question)


def lent(kind: Kind, source: Entry[Any] | Broken, key: str, tree: dict[str, Tree]) -> dict[str, Tree]:
    """What a new record takes from the one it comes from: the citation, and from the one it repeats the design.

    A return takes the answers of the last cycle, each marked as carried over until somebody judges it again.

    `tree` is the text of the source. Raises `LifError` when a record of that kind does not come from such a one.
    """
    cited = f"{source.id}#{key}" if key else source.id
    what = f"{source.kind.name}#{source.items.get(key, '')}" if key else source.kind.name
    shapes = shape_of(kind.model)
    for name in _COMES_FROM.get(kind.name, ()):
        reference = shapes[name].ref
        if reference is not None and what in reference.targets:
            citation: dict[str, Tree] = {name: [cited] if shapes[name].is_list else cited}
            repeated = {field: tree[field] for field in _REPEATED.get(name, ()) if field in tree}
            return {**citation, **repeated, **(_carried(cited, tree) if name == "follows" else {})}
    says = f"{kind.article.capitalize()} does not come from {source.kind.article}{' item' if key else ''}."
    raise LifError(says, "Leave --from out, or name another record.")


def _carried(cited: str, tree: dict[str, Tree]) -> dict[str, Tree]:
    """The answers of a return as they go into the next one: the agency's own, without what moderation made of them."""
    ratings = tree.get("ratings")
    carried: list[Tree] = [
        {**{name: rating[name] for name in ("standard", "own", "evidence") if name in rating}, "carried_from": cited}
        for rating in (ratings if isinstance(ratings, list) else ())
        if isinstance(rating, dict)
    ]
    return {"ratings": carried} if carried else {}


def repeated_standards(source: dict[str, Tree]) -> tuple[str, ...]:
    """Comment lines that offer a re-audit the standards of the audit before, for counts to be filled in."""
    lines = ["# results: the standards of last time; take away the # and fill in the counts"]
    for result in source.get("results") or ():
        if isinstance(result, dict):
            lines += [f"#   - key: {result.get('key')}", f"#     standard: {result.get('standard')}"]
            lines += ["#     met:", "#     of:"]
    return tuple(lines) if len(lines) > 1 else ()


def text_of(kind: Kind, tree: dict[str, Tree], standards: tuple[str, ...] = ()) -> str:
    """The text of a new record: its fields in order, and a comment for each that is owed."""
    notes, last = explaining(kind.model, tree)
    if standards:
        names = list(shape_of(kind.model))
        after = (name for name in names[names.index("results") + 1 :] if name in tree)
        if (name := next(after, None)) is not None:
            note = notes.get((name,), Note())
            notes[(name,)] = replace(note, before=(*note.before, *standards))
        else:
            last = (*last, *standards)
    return record(tree, kind.model, notes) + "".join(f"{line}\n" for line in stepped(last, ""))
