"""What a duty of the framework, a kind of record or a field means, in plain words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lif.model.duty import DUTIES
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.schema_words import CHOICES
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.registry import KINDS
from lif.model.vocabulary import words
from lif.output.text.terminal import columns, paragraph
from lif.rules.codes import RULE_CODES


class Meaning(NamedTuple):
    """A meaning as text for the terminal, and as fields for JSON."""

    text: str
    fields: dict[str, Any]


def meaning_of(name: str) -> Meaning | None:
    """The meaning of `F7.6`, `action`, `action.due` or `review.life.aware`; None where the name is none of these."""
    duty = next((duty for duty in DUTIES if duty.name == name.upper()), None)
    if duty is not None:
        return _of_duty(duty.name, duty.says, duty.honours)
    head, _, path = name.partition(".")
    kind = next((kind for kind in KINDS if head and head in {kind.name, kind.folder}), None)
    if kind is None:
        return None
    if not path:
        return _of_kind(kind)
    shape = _at(kind.model, path.split("."))
    return None if shape is None else _of_field(f"{kind.name}.{path}", shape)


def _of_duty(name: str, says: str, honours: str) -> Meaning:
    fields = [path for kind in KINDS for path in _serving(name, kind.model, kind.name)]
    codes = [code.name for code in RULE_CODES if name in code.duties]
    lines = [
        f"{name} · {says}",
        paragraph(f"How it is honoured here: {honours}.", indent=2),
        paragraph(f"Checked by: {', '.join(codes) or 'no rule'}.", indent=2),
        paragraph(f"Fields that serve it: {', '.join(fields) or 'none'}.", indent=2),
    ]
    return Meaning(
        "\n\n".join(lines) + "\n", {"duty": name, "says": says, "honours": honours, "codes": codes, "fields": fields}
    )


def _of_kind(kind: Kind) -> Meaning:
    says = (kind.model.__doc__ or "").split("\n")[0]
    rows = _rows(kind.model)
    where = f"records/{kind.folder}/" if kind.folder else "records/partnership.yaml"
    text = f"{kind.name} · {says}\n\n{paragraph(f'It stands in {where}', indent=2)}\n\n{columns(rows, indent=2)}\n"
    fields = [{"field": name, "needed": needed, "says": about} for name, needed, about in rows]
    return Meaning(text, {"kind": kind.name, "says": says, "fields": fields})


def _of_field(name: str, shape: FieldShape) -> Meaning:
    choices = list(_choices(shape))
    inside = _rows(shape.part) if shape.part else []
    says = _says(shape)
    form = "A list" if shape.is_list else "One value"
    needed = _needed(shape) or "may be left out"
    facts = [
        f"{says}.",
        f"{form}; {needed}; {shape.about.reach.value}, at most as far as its record travels.",
        f"It serves {', '.join(shape.about.duties)}." if shape.about.duties else "",
        f"It names {' or '.join(shape.ref.targets)}." if shape.ref else "",
    ]
    blocks = [name, *(paragraph(fact, indent=2) for fact in facts if fact)]
    blocks += [columns(rows, indent=4) for rows in (choices, inside) if rows]
    fields: dict[str, Any] = {
        "field": name,
        "says": says,
        "needed": _needed(shape),
        "reach": shape.about.reach.value,
        "duties": list(shape.about.duties),
        "choices": [choice for choice, _ in choices],
        "fields": [inner for inner, _, _ in inside],
    }
    return Meaning("\n\n".join(blocks) + "\n", fields)


def _serving(duty: str, model: type[Part], at: str) -> Iterator[str]:
    """The paths of the fields that serve the duty, those of sets of fields with them."""
    for field in shape_of(model).values():
        path = f"{at}.{field.name}"
        if duty in field.about.duties:
            yield path
        if field.part is not None:
            yield from _serving(duty, field.part, path)


def _rows(model: type[Part]) -> list[tuple[str, str, str]]:
    return [(field.name, _needed(field), _says(field)) for field in shape_of(model).values()]


def _says(shape: FieldShape) -> str:
    """What the field declares of itself, or else what the fields in it are together."""
    return shape.about.says or ((shape.part.__doc__ or "").split("\n")[0].rstrip(".") if shape.part else "")


def _choices(shape: FieldShape) -> Iterator[tuple[str, str]]:
    for word in shape.words or ():
        yield word.value, CHOICES.get(type(word).__name__, {}).get(word.value, words(word.value))


def _needed(shape: FieldShape) -> str:
    return "must be there" if shape.is_required else "owed" if shape.about.owed else ""


def _at(model: type[Part], steps: list[str]) -> FieldShape | None:
    shape = shape_of(model).get(steps[0])
    if shape is None or len(steps) == 1:
        return shape
    return _at(shape.part, steps[1:]) if shape.part else None
