"""The comment that stands in a new record for a field nobody has filled in yet, and says what belongs there."""

from collections.abc import Iterator

from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.store.yaml.emit import Note
from lif.store.yaml.event_reader import Tree


def explained(shape: FieldShape) -> str:
    """`# took_part: Agencies that took part; a list of: agency, how (F3.3)`."""
    holds = ", ".join(shape_of(shape.part)) if shape.part else ", ".join(word.value for word in shape.words or ())
    what = "one of" if shape.words else "a list of" if shape.is_list else "with"
    inside = f"; {what}: {holds}" if holds else ""
    return f"# {shape.name}: {shape.about.says}{inside}{_duties(shape)}"


def in_words(shape: FieldShape) -> str:
    """`agencies that took part (F3.3)`."""
    says = shape.about.says
    return f"{says[:1].lower()}{says[1:]}{_duties(shape)}"


def _duties(shape: FieldShape) -> str:
    return f" ({', '.join(shape.about.duties)})" if shape.about.duties else ""


def owed(model: type[Part], tree: dict[str, Tree]) -> Iterator[FieldShape]:
    """The fields without which the record is not finished and that are not in it, in order."""
    return (shape for name, shape in shape_of(model).items() if shape.about.owed and name not in tree)


def explaining(model: type[Part], tree: dict[str, Tree]) -> tuple[dict[tuple[str | int, ...], Note], tuple[str, ...]]:
    """The explaining comments before each field of a new record, and those after its last."""
    waiting: list[str] = []
    notes: dict[tuple[str | int, ...], Note] = {}
    missing = {shape.name for shape in owed(model, tree)}
    for name, shape in shape_of(model).items():
        if name in missing:
            waiting.append(explained(shape))
        elif name in tree and waiting:
            notes[(name,)] = Note(before=tuple(waiting))
            waiting = []
    return notes, tuple(waiting)
