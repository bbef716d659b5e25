"""Turn the edits of a workbook into changes of files: only the fields that were changed, and all else to the byte."""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lif.changes.seen import write_seen
from lif.diagnostics.diagnostic import Diagnostic
from lif.errors import LifError
from lif.exchange.cell_text import parted
from lif.exchange.column import ADDED, ColumnType
from lif.exchange.layout import Layout
from lif.exchange.returned.grid import CellPlace, SheetProblem
from lif.exchange.returned.readers import row_model
from lif.exchange.returned.three_way import Compared, Edit, NewRow
from lif.model.kind import Kind
from lif.model.parts.shape import shape_of
from lif.model.reference import RecordRef
from lif.model.registry import KINDS
from lif.store.load.load import Loaded
from lif.store.load.positions import path_of
from lif.store.new.assign import add_missing_keys
from lif.store.new.scaffold import new_record_text
from lif.store.new.slug import can_name_a_file, record_slug
from lif.store.sheets.edit_row import RefusedEditError, edit_row, is_there, judge_anew
from lif.store.write.edit import rewrite
from lif.store.write.writer import Change
from lif.store.yaml.parse import parse

SharingOf = Callable[[Kind, dict[str, Any]], str]
"""How far a new record of a kind travels where its row does not say."""
_CELL = "Look at the record, and change it there: lif set"


@dataclass
class Made:
    """The changes of files that a workbook asks for, and the places that each of their fields comes from."""

    changes: list[Change] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)
    places: dict[str, list[tuple[tuple[str, ...], CellPlace]]] = field(default_factory=dict)

    def place_of(self, diagnostic: Diagnostic) -> CellPlace | None:
        """The cell that a problem of a changed record comes from; its row where it is no single cell."""
        names = tuple(step for step in diagnostic.at if isinstance(step, str))
        places = self.places.get(diagnostic.record, [])
        exact = (place for steps, place in places if steps and names[: len(steps)] == steps)
        rows = (place._replace(column=-1, heading="") for _, place in places)
        return next(exact, next(rows, None))


def make_edits(compared: Compared, layout: Layout, loaded: Loaded, sharing: SharingOf) -> Made:
    """The changes that follow from the edits and the new rows."""
    made = Made()
    items = _new_items(compared.new_rows, layout, loaded, made) if layout.items else {}
    by_record: dict[str, list[Edit]] = {}
    for edit in compared.edits:
        by_record.setdefault(RecordRef.parse(edit.row).record, []).append(edit)
    for record in dict.fromkeys((*by_record, *items)):
        _change(record, (by_record.get(record, []), items.get(record, [])), layout, loaded, made)
    if not layout.items:
        for row in compared.new_rows:
            _new_record(row, layout, loaded, (sharing, made))
    return made


def _change(record: str, asked: tuple[list[Edit], list[NewRow]], layout: Layout, loaded: Loaded, made: Made) -> None:
    edits, rows = asked
    kind, path = KINDS[layout.kind], path_of(record)
    data = loaded.files[path]
    tree = parse(data).tree or {}
    wanted = deepcopy(tree)
    before = (layout.items,) if layout.items else ()
    try:
        for row_id, of_row in _by_row(edits).items():
            target = _target(wanted, layout, RecordRef.parse(row_id).key)
            edit_row(target, of_row, row_model(layout))
            judge_anew(target, layout)
        for row in rows:
            _insert(wanted.setdefault(layout.items, []), _tree_of(row.values, layout), layout)  # type: ignore[arg-type]
        add_missing_keys(kind.model, wanted)
        write_seen(kind.model, wanted, tree, loaded.snapshot)
        after = rewrite(data, wanted, kind)
    except RefusedEditError as refused:
        made.problems.append(SheetProblem(refused.edit.place, refused.says, f"{_CELL} {record}"))
        return
    except LifError as error:
        place = edits[0].place if edits else rows[0].row.place()
        made.problems.append(SheetProblem(place, f"cannot be written into {path}: {error.message}", error.hint))
        return
    steps = [((*before, *_names(edit)), edit.place) for edit in edits]
    steps += [((*before, *key.split(".")), row.row.place(key)) for row in rows for key in row.values]
    made.places[record] = steps
    if after != data:
        made.changes.append(Change(path, data, after, wanted))


def _names(edit: Edit) -> tuple[str, ...]:
    return tuple(step for step in edit.column.steps if step != ADDED)


def _by_row(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    by_row: dict[str, list[Edit]] = {}
    for edit in edits:
        by_row.setdefault(edit.row, []).append(edit)
    return by_row


def _target(wanted: dict[str, Any], layout: Layout, key: str) -> dict[str, Any]:
    """The record, or the item that the row is; an item that is not there yet is added with its key."""
    if not layout.items:
        return wanted
    items = wanted.setdefault(layout.items, [])
    for item in items:
        if isinstance(item, dict) and item.get(layout.item_key) == key:
            return item
    new: dict[str, Any] = {layout.item_key: key}
    items.append(new)
    return new


def _without_sharing(tree: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in tree.items() if name != "sharing"}


def _tree_of(values: Mapping[str, str], layout: Layout) -> dict[str, Any]:
    """The tree of a new record or item, in the order of the columns."""
    tree: dict[str, Any] = {}
    columns = {column.key: column for column in layout.editable}
    added: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        column = columns.get(key)
        if column is None:
            tree[key] = value
            continue
        if column.is_added:
            added.setdefault(column.steps[0], {})[column.steps[-1]] = value
            continue
        *before, last = column.steps
        holder = tree
        for step in before:
            holder = holder.setdefault(step, {})
        holder[last] = list(parted(value)) if column.type is ColumnType.LIST else value
    return {**tree, **{name: [item] for name, item in added.items()}}


def _new_items(rows: list[NewRow], layout: Layout, loaded: Loaded, made: Made) -> dict[str, list[NewRow]]:
    """New items by the record that each belongs to, which their row has to name."""
    found: dict[str, list[NewRow]] = {}
    for new in rows:
        owner = str(new.row.cells.get(layout.owner, "")).strip() if layout.owner else ""
        if not layout.owner:
            says = "has no reference, and a row of this sheet cannot be new"
            made.problems.append(SheetProblem(new.row.place(), says, "Delete the row, or write its reference."))
        elif path_of(owner) not in loaded.files or owner not in loaded.snapshot.entries:
            says = "is new, and does not say to which record it belongs"
            hint = "Write the id of the record there, as other rows have it."
            made.problems.append(SheetProblem(new.row.place(layout.owner), says, hint))
        elif not new.values.get(layout.item_key):
            says = f"is new, and has nothing under {_heading(layout, layout.item_key)}"
            made.problems.append(SheetProblem(new.row.place(layout.item_key), says, "Fill it in."))
        elif f"{owner}#{new.values[layout.item_key]}" in _item_ids(owner, layout, loaded):
            says = f"is new, and {owner} has the same already"
            made.problems.append(SheetProblem(new.row.place(layout.item_key), says, "Change the row that is there."))
        else:
            found.setdefault(owner, []).append(new)
    return found


def _heading(layout: Layout, key: str) -> str:
    return next(column.heading for column in layout.columns if column.key == key)


def _item_ids(owner: str, layout: Layout, loaded: Loaded) -> set[str]:
    items = (parse(loaded.files[path_of(owner)]).tree or {}).get(layout.items, [])
    return {f"{owner}#{item.get(layout.item_key)}" for item in items if isinstance(item, dict)}


def _insert(items: list[Any], new: dict[str, Any], layout: Layout) -> None:
    """Put an item at its place in the order of a list that is kept in order, else at the end."""
    key = layout.item_key
    ends = [item[key] for item in items if isinstance(item, dict) and key in item]
    at = len(items)
    if len(ends) == len(items) and ends == sorted(ends):
        at = next((index for index, end in enumerate(ends) if end > new[key]), at)
    items.insert(at, new)


def _new_record(new: NewRow, layout: Layout, loaded: Loaded, into: tuple[SharingOf, Made]) -> None:
    sharing, made = into
    kind = KINDS[layout.kind]
    tree = _tree_of(new.values, layout)
    if "sharing" not in tree:
        tree["sharing"] = sharing(kind, tree)
    slug = record_slug(kind, tree)
    record = kind.id_of(slug)
    path = path_of(record)
    if not slug or not can_name_a_file(slug):
        says = "is new, and gives no name for its record"
        made.problems.append(SheetProblem(new.row.place(), says, "Fill in what it is about."))
    elif path in loaded.files and is_there([parse(loaded.files[path]).tree], _without_sharing(tree)):
        return
    elif path in loaded.files or path in {change.path for change in made.changes}:
        says = f"is new, and there is {record} already"
        hint = "If it is the same, write that as its reference; if it is another one, change its title."
        made.problems.append(SheetProblem(new.row.place(), says, hint))
    else:
        in_order = {name: tree[name] for name in shape_of(kind.model) if name in tree}
        add_missing_keys(kind.model, in_order)
        write_seen(kind.model, in_order, {}, loaded.snapshot)
        text = new_record_text(kind, in_order)
        made.places[record] = [
            ((), new.row.place()),
            *((tuple(step for step in key.split(".") if step != ADDED), new.row.place(key)) for key in new.values),
        ]
        made.changes.append(Change(path, None, text.encode(), in_order))
