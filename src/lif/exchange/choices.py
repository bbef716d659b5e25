"""The lists that drop-downs offer: the partnership's own registers, and the closed lists of words."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from lif.exchange.ask import Ask
from lif.exchange.layout import Layout
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.reference import REGISTERS
from lif.model.registry import KINDS
from lif.model.view import View

YES_NO = "yes_no"


def choice_lists(view: View, layout: Layout, ask: Ask) -> Mapping[str, tuple[str, ...]]:
    """The choices of each list that a column of the layout names, as keys, in the order of the partnership's list."""
    own = layout.lists(view, ask)
    words = dict(_words(KINDS[layout.kind].model))
    registers = {name: register for register, name in REGISTERS.items()}
    found: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(column.choices for column in layout.columns if column.choices):
        if name in registers:
            found[name] = tuple(view.records.registers.get(registers[name], {}))
        elif name == YES_NO:
            found[name] = ("yes", "no")
        else:
            found[name] = own.get(name) or words.get(name, ())
    return {name: values for name, values in found.items() if values}


def _words(model: type[Part]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The closed lists of a kind, those of its parts too, by the name of the list."""
    for field in shape_of(model).values():
        if field.words is not None:
            yield field.words.__name__, _values(field.words)
        elif field.part is not None:
            yield from _words(field.part)


def _values(listed: type[StrEnum]) -> tuple[str, ...]:
    return tuple(word.value for word in listed)
