"""Writes the comments of a new record that explain the fields not filled in yet."""

from collections.abc import Iterator

from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.store.yaml.emit import Note
from lif.store.yaml.event_reader import Tree


def field_comment(shape: FieldShape) -> str:
    """The explaining comment of a field: `# took_part: Agencies that took part; a list of: agency, how (F3.3)`."""
    contents = ", ".join(shape_of(shape.part)) if shape.part else ", ".join(word.value for word in shape.words or ())
    introduction = "one of" if shape.words else "a list of" if shape.is_list else "with"
    detail = f"; {introduction}: {contents}" if contents else ""
    return f"# {shape.name}: {shape.about.says}{detail}{_duties(shape)}"


def field_in_words(shape: FieldShape) -> str:
    """What a field holds, in words, with its duty: `agencies that took part (F3.3)`."""
    says = shape.about.says
    return f"{says[:1].lower()}{says[1:]}{_duties(shape)}"


def _duties(shape: FieldShape) -> str:
    return f" ({', '.join(shape.about.duties)})" if shape.about.duties else ""


def owed_fields(model: type[Part], tree: dict[str, Tree]) -> Iterator[FieldShape]:
    """The fields that a finished record must have and this one lacks, in order."""
    return (shape for name, shape in shape_of(model).items() if shape.about.owed and name not in tree)


def field_comments(
    model: type[Part], tree: dict[str, Tree]
) -> tuple[dict[tuple[str | int, ...], Note], tuple[str, ...]]:
    """The explaining comments before each field of a new record, and those after its last field."""
    waiting: list[str] = []
    notes: dict[tuple[str | int, ...], Note] = {}
    missing = {shape.name for shape in owed_fields(model, tree)}
    for name, shape in shape_of(model).items():
        if name in missing:
            waiting.append(field_comment(shape))
        elif name in tree and waiting:
            notes[(name,)] = Note(before=tuple(waiting))
            waiting = []
    return notes, tuple(waiting)
