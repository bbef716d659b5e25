"""Values for a record of any kind, worked out from its model: what `lif new --set` needs to write one.

A new kind needs nothing here. Each value follows from the shape of its field: the first word of a closed list, a day, a
count, the first key of a register, the first record of the example that the field may cite.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from typing import Any

from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.period import When
from lif.model.reference import REGISTERS
from lif.model.registry import kind_of
from lif.store.yaml.parse import parse
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example" / "records"
_MONTH, _DAY = "2026-10", "2026-10-30"
"""The date of everything, shortly before the day of the tests: the month where a field takes one, so that no date lies
before another."""
_YEAR = "2026-27"
"""The year of everything: one of which the example has no record that stands alone for its year."""
_VALUES: dict[type, str] = {When: _MONTH, date: _DAY, int: "20", float: "20", bool: "yes"}


def assignments(kind: Kind, *, without: Collection[str] = ()) -> list[str]:
    """`field=value` for all that a record of the kind must hold and owes, and for its first date."""
    paths = [path.split(".") for path in kind.declares.dated_by[:1]]
    steps = [tuple(step for step in path if not step.lstrip("-").isdigit()) for path in paths]
    changes = _of_part(kind.model, "", steps)
    return [change for change in changes if re.split(r"[=.\[]", change, maxsplit=1)[0] not in without]


def _of_part(model: type[Part], prefix: str, also: list[tuple[str, ...]]) -> Iterator[str]:
    """The assignments of a part; `also` are the paths of fields to fill that are neither required nor owed."""
    for name, field in shape_of(model).items():
        deeper = [path[1:] for path in also if path[0] == name]
        if not (field.is_required or field.about.owed or deeper):
            continue
        yield from _of_field(model, field, f"{prefix}{name}", [path for path in deeper if path])


def _of_field(model: type[Part], field: FieldShape, name: str, also: list[tuple[str, ...]]) -> Iterator[str]:
    if field.part is None:
        yield f"{name}={_value(model, field)}"
        return
    inside = f"{name}[+]." if field.is_list else f"{name}."
    values = list(_of_part(field.part, inside, also))
    if not values:
        first = next(iter(shape_of(field.part).values()))
        values = list(_of_field(field.part, first, f"{inside}{first.name}", []))
    yield from values


def _value(model: type[Part], field: FieldShape) -> str:
    """A value that the field of the model takes."""
    if field.words is not None:
        # The direction that agrees with what the example decided, so that its decision still fits the evidence.
        return "needs-to-improve" if field.name == "direction" else str(next(iter(field.words)).value)
    if field.ref is not None:
        return _cited(field.ref.targets)
    if field.is_text:
        return "Supervision was recorded each month"
    if field.name == "year" and field.kind_of_value is not int:
        return _YEAR
    if field.kind_of_value in _VALUES:
        return _VALUES[field.kind_of_value]
    return _in_the_example(model, field.name)


def _cited(targets: tuple[str, ...]) -> str:
    """The first key of the register, or the first record or item of the example, that a field may cite."""
    if targets[0] in REGISTERS:
        return str(example_tree("partnership")[REGISTERS[targets[0]]][0]["key"])
    return next(found for target in targets for found in examples_of(target))


@cache
def _in_the_example(model: type[Part], name: str) -> str:
    """What the first record of the example that fills the field of the model writes there: a short name, a year."""
    trees = ((kind, example_tree(record)) for record in example_ids() if (kind := kind_of(record)))
    return next(str(value) for kind, tree in trees for value in _written(kind.model, tree, (model, name)))


def _written(model: type[Part], tree: Any, wanted: tuple[type[Part], str]) -> Iterator[Any]:
    for name, value in tree.items() if isinstance(tree, dict) else ():
        field = shape_of(model).get(name)
        if field is None:
            continue
        for item in value if isinstance(value, list) else [value]:
            if (model, name) == wanted:
                yield item
            elif field.part:
                yield from _written(field.part, item, wanted)


def examples_of(target: str) -> list[str]:
    """The records of a kind in the example, or their items: `review`, `review#recommendations`."""
    kind, _, items = target.partition("#")
    ids = [record for record in example_ids() if getattr(kind_of(record), "name", "") == kind]
    if not items:
        return ids
    return [f"{record}#{item['key']}" for record in ids for item in example_tree(record).get(items, ())]


@cache
def example_ids() -> tuple[str, ...]:
    """The ids of the records of the example, in order."""
    return tuple(sorted(path.relative_to(EXAMPLE).with_suffix("").as_posix() for path in EXAMPLE.rglob("*.yaml")))


@cache
def example_tree(record: str) -> dict[str, Any]:
    """A record of the example as plain text values."""
    return parse((EXAMPLE / f"{record}.yaml").read_bytes()).tree or {}
