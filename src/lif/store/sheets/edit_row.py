"""Make the edits of one row in the tree of a record: single values, lists, and new items of lists."""

from collections.abc import Mapping
from typing import Any

from lif.exchange.cell_text import parted
from lif.exchange.column import ColumnType
from lif.exchange.layout import Layout
from lif.exchange.returned.three_way import Edit
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of


class RefusedEditError(Exception):
    """An edit that cannot be made, and why."""

    def __init__(self, edit: Edit, says: str) -> None:
        super().__init__(says)
        self.edit, self.says = edit, says


def edit_row(target: dict[str, Any], edits: list[Edit], model: type[Part]) -> None:
    """Make the edits of one row in the tree of the record, or of the item. Raises `RefusedEditError`."""
    due_before = {name: target.get(name) for name in shape_of(model)}
    added: dict[str, dict[str, Any]] = {}
    for edit in edits:
        if edit.column.is_added:
            name, _, inner = edit.column.steps
            added.setdefault(name, {})[inner] = edit.value
        else:
            _put(target, edit)
    for name, item in added.items():
        items = target.setdefault(name, [])
        whole = {**_moved(name, model, due_before, target), **item}
        if not is_there(items, whole):
            if whole == item and _moved_date(name, model):
                first = next(edit for edit in edits if edit.column.steps[0] == name)
                raise RefusedEditError(first, f"says why a date moves, and `{_moved_date(name, model)}` did not move")
            items.append(whole)


def judge_anew(target: dict[str, Any], layout: Layout) -> None:
    """Take away what was carried over from an earlier record, now that the row was filled in again."""
    if layout.judged_anew and target.get(layout.judged_anew[0]):
        for name in layout.judged_anew:
            target.pop(name, None)


def _moved_date(name: str, model: type[Part]) -> str:
    """The date whose moves a list holds; empty where it holds something else."""
    return next((shape.name for shape in shape_of(model).values() if shape.about.back_through == name), "")


def _moved(name: str, model: type[Part], before: Mapping[str, Any], target: Mapping[str, Any]) -> dict[str, Any]:
    """For the list of moves of a date: the date before, and the one that stands there now."""
    moved = _moved_date(name, model)
    if not moved or not before.get(moved) or before.get(moved) == target.get(moved):
        return {}
    return {"since": before[moved], **({"to": target[moved]} if target.get(moved) else {})}


def is_there(items: list[Any], new: Mapping[str, Any]) -> bool:
    """Whether the list holds an item that says the same: a workbook that is taken in twice adds nothing."""
    return any(_says(item, new) for item in items)


def _says(old: Any, new: Any) -> bool:
    """Whether what stands there says all that is new, and perhaps more."""
    if isinstance(new, dict):
        return isinstance(old, dict) and all(name in old and _says(old[name], value) for name, value in new.items())
    if isinstance(new, list):
        return isinstance(old, list) and all(any(_says(item, value) for item in old) for value in new)
    return bool(old == new)


def _put(target: dict[str, Any], edit: Edit) -> None:
    """Write one value at its path; an empty one takes the field away, and what is then empty around it."""
    *before, last = edit.column.steps
    holders = [target]
    for step in before:
        holders.append(holders[-1].setdefault(step, {}))
    holder = holders[-1]
    if holder.get(last) and not edit.now:
        raise RefusedEditError(edit, "stands for a field that holds what the audience of the workbook may not see")
    if edit.column.type is ColumnType.LIST:
        holder[last] = _with_changed_items(holder.get(last, []), edit)
    elif edit.value:
        holder[last] = edit.value
    else:
        holder.pop(last, None)
    if not holder.get(last):
        holder.pop(last, None)
        for step, outer in zip(reversed(before), reversed(holders[:-1]), strict=True):
            if not outer[step]:
                del outer[step]


def _with_changed_items(items: list[Any], edit: Edit) -> list[Any]:
    """The list without what was taken out, and with what was put in: what nobody could see of it stays."""
    old, new = parted(edit.exported), parted(edit.value)
    kept = [item for item in items if item not in old or item in new]
    return [*kept, *(item for item in new if item not in kept)]
