"""Plan an import: read the file, search it, compare it with the records, and judge what would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lif.errors import LifError

if TYPE_CHECKING:
    from lif.cli.options import Options
    from lif.disclosure.comparison import RecordComparison
    from lif.exchange.layout import Layout
    from lif.exchange.returned.grid import SheetProblem
    from lif.exchange.returned.three_way import Compared
    from lif.model.snapshot import Snapshot
    from lif.store.load.load import Loaded
    from lif.store.sheets.make_edits import Made, SharingOf
    from lif.store.sheets.read_sheets import SheetFile
    from lif.store.sheets.search import Dropped
    from lif.store.write.draft import Draft
    from lif.store.write.writer import Change


@dataclass(frozen=True)
class Planned:
    """What an import would do: the changes of files, empty where it is refused, and what they mean.

    `visible` is the comparison that `lif diff` would show; None where nothing changes. `file_notes` are about the file.
    """

    compared: "Compared"
    problems: tuple["SheetProblem", ...] = ()
    changes: tuple["Change", ...] = ()
    visible: "RecordComparison | None" = None
    file_notes: tuple[str, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether something keeps the changes from being written."""
        return bool(self.problems or self.compared.conflicts)


def plan_of_workbook(options: "Options", layout: "Layout", path: Path, only: Sequence[str]) -> Planned:
    """The plan of a workbook that was exported and came back."""
    from lif.cli.imports.workbook_base import base_of, refuse_other_records
    from lif.disclosure.view_of import view_of
    from lif.exchange.returned.readers import readers_of
    from lif.exchange.returned.sheet_rows import returned_rows
    from lif.exchange.returned.three_way import three_way
    from lif.exchange.rows import values_at
    from lif.model.sharing import Sharing

    if not layout.editable:
        raise LifError(f"{layout.what} follows from the records, so nothing of it can be imported.", "Change those.")
    loaded, whole, file = searched_file(options, path)
    base = base_of(file, layout)
    view = view_of(whole, options.today, Sharing(base.audience))
    refuse_other_records(base, view, options)
    returned = returned_rows(base, file.grids, only)
    readers = readers_of(layout, view, returned.rows)
    compared = three_way(base, returned, lambda row: values_at(view, layout, row), readers)
    return planned(options, layout, loaded, compared, (path, file))


def searched_file(
    options: "Options", path: Path, is_dropped: "Dropped | None" = None
) -> "tuple[Loaded, Snapshot, SheetFile]":
    """The records, those of them that may be shown, and the file; raises `LifError` where it could identify a person.

    Nothing of the file is said before it was searched. Columns that are dropped are not read at all.
    """
    from lif.cli.imports.said import print_problems
    from lif.store.sheets.read_sheets import read_sheets
    from lif.store.sheets.search import nothing_dropped, personal_data

    file = read_sheets(path)
    loaded = options.loaded(say_what_is_left_out=False)
    whole = options.whole(loaded)
    if found := personal_data(file, loaded, whole, is_dropped or nothing_dropped):
        print_problems(found)
        says = f"{path} holds what could identify a person, so nothing of it was read."
        raise LifError(
            says, "Ask the sender for one without it, and keep this one where case files are kept.", exit_code=1
        )
    return loaded, whole, file


def planned(
    options: "Options",
    layout: "Layout",
    loaded: "Loaded",
    compared: "Compared",
    source: "tuple[Path, SheetFile]",
) -> Planned:
    """The plan that follows from a comparison."""
    from lif.store.sheets.make_edits import make_edits
    from lif.store.write.draft import Draft

    path, file = source
    made = make_edits(compared, layout, loaded, _usual_sharing(loaded))
    problems = (*compared.problems, *made.problems)
    draft = Draft({change.path: change.after for change in made.changes})
    if made.changes:
        problems = (*problems, *_problems_of(draft, made, loaded, options))
    unread = [f"{path.name} also holds {' and '.join(file.unread)}, which were not searched."] if file.unread else []
    notes = (*file.remarks, *unread)
    if problems or compared.conflicts or not made.changes:
        return Planned(compared, problems, file_notes=notes)
    visible = _visible(options, loaded, draft, path)
    return Planned(compared, (), tuple(made.changes), visible, notes)


def _usual_sharing(loaded: "Loaded") -> "SharingOf":
    from lif.cli.prompts.records_made import NewRecord, usual_sharing

    return lambda kind, tree: usual_sharing(loaded.snapshot, NewRecord(kind, tree))


def _problems_of(draft: "Draft", made: "Made", loaded: "Loaded", options: "Options") -> "list[SheetProblem]":
    """What is wrong with the records as they would be, at the cells it comes from."""
    from lif.exchange.returned.grid import CellPlace, SheetProblem

    found = []
    for error in draft.judged(loaded, options.today).errors:
        place = made.place_of(error) or CellPlace(error.record, 0, heading=error.field)
        field = f"`{error.field}`: " if error.field else ""
        found.append(SheetProblem(place, f"{field}{error.message}  [{error.code.name}]", error.hint))
    return found


def _visible(options: "Options", loaded: "Loaded", draft: "Draft", path: Path) -> "RecordComparison":
    """The comparison of the records now with the records as they would be, as `lif diff` shows it."""
    from lif.cli.comparison import compare_states, mask_ids
    from lif.disclosure.comparison import for_readers
    from lif.model.sharing import Sharing
    from lif.store.git.compared_states import ComparedStates

    level = Sharing(options.audience or Sharing.RESTRICTED)
    states = ComparedStates("the records", path.name, loaded, draft.on(loaded), ("", None))
    _, full = compare_states(options, states, level)
    return mask_ids(for_readers(full, states.before.snapshot, states.after.snapshot, level, states.private))
