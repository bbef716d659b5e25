"""What a row of a sheet is about: a record, or an item of one of its lists."""

from dataclasses import dataclass

from lif.analysis.deadlines.deadline import Deadline
from lif.model.parts.part import Part
from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.model.view import View


@dataclass(frozen=True, slots=True)
class Subject:
    """The record of a row, and the part whose fields the columns show.

    `part` is the record itself, or the item; None where the item is still to be written. `item` is the item's own value
    by which the row is known, empty where the row is a record. `deadline` is what a row of `due` tells.
    """

    view: View
    entry: Entry[Record]
    part: Part | None
    item: str = ""
    deadline: Deadline | None = None
