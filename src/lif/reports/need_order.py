"""The order that a group gave its needs: the sort key, and the place of a need in words."""

from lif.model.kinds.need import Need
from lif.model.snapshot import Entry


def order_key(entry: Entry[Need]) -> tuple[bool, int, str]:
    """The key that sorts needs by their place; needs without a place come last, in order of id."""
    return (not entry.record.order, entry.record.order or 0, entry.id)


def place_text(need: Need) -> str:
    """`in place 2`, or that the group gave it none."""
    return f"in place {need.order}" if need.order else "no place in the order of the group"
