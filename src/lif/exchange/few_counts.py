"""Counts that are too small for the public, in tables: all counts of the same set of fields are hidden with them.

The rule is that of methods, section 3: 1 to 5, whether counted or left over when one count is taken from another.
"""

from itertools import combinations

from lif.disclosure.published import is_published
from lif.disclosure.small_counts import LARGEST_HIDDEN
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.record import Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.model.view import View

_NOT_OF_PEOPLE = {"order", "programme_order"}
"""Whole numbers that count nobody: a place in an order."""
_NONE: frozenset[str] = frozenset()


def counts_to_hide(view: View, entry: Entry[Record], part: object) -> frozenset[str]:
    """The fields of the part whose numbers the audience of the view may not see.

    None where the audience is not the public, where the record has published its numbers, and in the partnership's own
    record, which counts no children.
    """
    if view.audience is not Sharing.PUBLIC or not isinstance(part, Part):
        return _NONE
    if not entry.kind.folder or is_published(view.records, entry.id):
        return _NONE
    numbers = {
        name: getattr(part, name)
        for name, field in shape_of(type(part)).items()
        if field.kind_of_value in {int, float} and not field.is_list and name not in _NOT_OF_PEOPLE
    }
    counts = sorted({0, *(number for number in numbers.values() if isinstance(number, int))})
    is_few = any(1 <= more - fewer <= LARGEST_HIDDEN for fewer, more in combinations(counts, 2))
    return frozenset(numbers) if is_few else _NONE
