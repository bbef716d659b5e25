"""The questions of a kind of record: which fields are asked for, in which order, and in which words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lif.diagnostics.location import FieldPath, spelled
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of

_ENTER_IS_TODAY = "[today]"
_KEY = "key"
"""The key of an item is made from its first words, and not asked for, unless it names something in a register."""


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """A question: the path of its answer, the field it is about, and whether an answer is needed.

    `part` is the field of the set of fields, or of the list of sets, to which the answer belongs; None for a field of
    the record itself.
    """

    path: FieldPath
    shape: FieldShape
    question: str
    is_needed: bool
    enter_is_today: bool = False
    part: FieldShape | None = None

    @property
    def flag(self) -> str:
        """The command-line option for its answer: `--set due=…`."""
        return "--title …" if self.path == ("title",) else f"--set {spelled(self.path).replace('[0]', '[+]')}=…"

    @property
    def group(self) -> FieldPath:
        """The path of the part it belongs to; empty for a field of the record itself."""
        return self.path[:-1]

    @property
    def repeats(self) -> bool:
        """Whether it belongs to an item of a list, so that it is asked again for the next item."""
        return self.part is not None and self.part.is_list

    def of_item(self, index: int) -> "RecordQuestion":
        """The same question about another item of the list."""
        return replace(self, path=(self.path[0], index, *self.path[2:]))


@cache
def record_questions(kind: Kind) -> tuple[RecordQuestion, ...]:
    """Every question of a kind in the order a person thinks: the title first, and the sharing last.

    Those that its declaration names as `asked`, in that order; for other kinds, those that have words for a question
    or that are owed, in the order of the layout.
    """
    leaves = {_dotted(question.path): (question, is_usual) for question, is_usual in _leaves(kind)}
    named = kind.declares.asked or tuple(name for name, (_, is_usual) in leaves.items() if is_usual)
    between = [name for name in named if name not in {"title", "sharing"}]
    return tuple(leaves[name][0] for name in ("title", *between, "sharing"))


def _dotted(path: FieldPath) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _leaves(kind: Kind) -> Iterator[tuple[RecordQuestion, bool]]:
    """Every field that holds a value, with whether it is usually asked for."""
    for name, shape in shape_of(kind.model).items():
        if shape.part is None:
            words = kind.declares.title_question if name == "title" else ""
            question = _question((name,), shape, words, is_needed=shape.is_required)
            yield question, bool(shape.about.ask or shape.about.owed)
        else:
            yield from _inside(shape.part, _step_into((name,), shape), shape, is_owed=shape.about.owed)


def _inside(
    model: type[Part], at: FieldPath, part: FieldShape, *, is_owed: bool
) -> Iterator[tuple[RecordQuestion, bool]]:
    for name, shape in shape_of(model).items():
        if shape.part is not None:
            deeper = _step_into((*at, name), shape)
            yield from _inside(shape.part, deeper, part, is_owed=is_owed and shape.about.owed and not shape.is_list)
        elif name != _KEY or shape.ref is not None:
            question = _question((*at, name), shape, "", is_needed=part.is_required and shape.is_required, part=part)
            yield question, is_owed and bool(shape.about.ask or shape.about.owed)


def _step_into(path: FieldPath, shape: FieldShape) -> FieldPath:
    return (*path, 0) if shape.is_list else path


def _question(
    path: FieldPath, shape: FieldShape, words: str, *, is_needed: bool, part: FieldShape | None = None
) -> RecordQuestion:
    asked = words or shape.about.ask or shape.about.says
    text = asked.removesuffix(_ENTER_IS_TODAY).rstrip()
    return RecordQuestion(path, shape, text, is_needed, text != asked, part)
