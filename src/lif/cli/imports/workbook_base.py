"""Find the hidden sheet of a workbook, and refuse one that is not of these records, or not of this kind."""

from typing import TYPE_CHECKING

from lif.errors import LifError

if TYPE_CHECKING:
    from lif.cli.options import Options
    from lif.exchange.hidden_sheet import Base
    from lif.exchange.layout import Layout
    from lif.model.view import View
    from lif.store.sheets.read_sheets import SheetFile

_REFUSED = 1
_AGAIN = "Export it anew, and copy what was changed into that."


def base_of(file: "SheetFile", layout: "Layout") -> "Base":
    """What the workbook was exported with. Raises `LifError` where that is missing, changed or of another version."""
    from lif.exchange.cell_text import cell_text
    from lif.exchange.hidden_sheet import BASE_SHEET, SCHEMA_VERSION, BaseUnreadableError, read_base

    grid = next((grid for grid in file.grids if grid.name == BASE_SHEET), None)
    if grid is None:
        raise LifError(
            "The file does not hold what was exported (the hidden sheet _lif), so nothing shows what was changed.",
            "Send the whole workbook, not a copy of a sheet. A tracker of your own needs a map of columns: --guess",
            exit_code=_REFUSED,
        )
    try:
        base, content_id = read_base([[cell_text(cell) for cell in row] for row in grid.rows])
    except BaseUnreadableError as error:
        raise LifError(f"The hidden sheet _lif was changed: {error}.", _AGAIN, exit_code=_REFUSED) from None
    if base.schema != SCHEMA_VERSION:
        age = "an older" if base.schema.isdigit() and int(base.schema) < int(SCHEMA_VERSION) else "another"
        says = f"The workbook was written by {age} version of lif (its sheets have version {base.schema or 'none'})."
        raise LifError(says, _AGAIN, exit_code=_REFUSED)
    if base.what != layout.what:
        says = f"The workbook holds {base.what}, not {layout.what}."
        raise LifError(says, f"Write: lif import {base.what} FILE", exit_code=_REFUSED)
    if base.content_id != content_id:
        raise LifError("The hidden sheet _lif was changed.", _AGAIN, exit_code=_REFUSED)
    known = {column.key for column in layout.columns}
    unknown = [column.heading for sheet in base.sheets for column in sheet.columns if column.key not in known]
    if unknown:
        says = f"The workbook has columns that this version of lif does not know: {', '.join(dict.fromkeys(unknown))}."
        raise LifError(says, _AGAIN, exit_code=_REFUSED)
    return base


def refuse_other_records(base: "Base", view: "View", options: "Options") -> None:
    """Raise `LifError` where the workbook was exported from another partnership's records.

    A partnership that only has another name now is known by the commit that the workbook was exported from.
    """
    from lif.exchange.tidy import partnership_key
    from lif.store.git.plumbing import Repository

    own = partnership_key(view)
    if base.partnership == own:
        return
    try:
        is_known = bool(base.revision) and Repository(options.workspace().root).commit_or_none(base.revision)
    except LifError:
        is_known = False
    if not is_known:
        says = f"The workbook was exported from the records of {base.partnership or 'no partnership'}, not of {own}."
        raise LifError(says, "Go to the folder of those records, or name it: lif -C FOLDER import", exit_code=_REFUSED)
