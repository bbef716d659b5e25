"""Print what an import found: problems and conflicts by sheet, row and column, and what it would change."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from lif.disclosure.comparison import RecordComparison
    from lif.exchange.returned.grid import SheetProblem
    from lif.exchange.returned.three_way import Compared, Edit

_LONGEST = 80
_MOST_NAMED = 8


def print_problems(problems: Sequence["SheetProblem"]) -> None:
    """Print every problem on stderr, with what to do about it."""
    from lif.output.text.terminal import paragraph

    for problem in problems:
        typer.echo(paragraph(_masked(f"{problem.place.says}: {problem.says}".lstrip(": ")), hanging=2), err=True)
        if problem.hint:
            typer.echo(paragraph(_masked(problem.hint), indent=4), err=True)


def print_conflicts(conflicts: Sequence["Edit"]) -> None:
    """Print each field that was changed on both sides, with its three values."""
    from lif.output.text.terminal import paragraph

    for edit in conflicts:
        typer.echo(paragraph(_masked(f"{edit.place.says}: changed here and in the records."), hanging=2), err=True)
        for says, value in (("exported", edit.exported), ("the file", edit.value), ("the records", edit.now)):
            typer.echo(paragraph(f"{says}: {_masked(_short(value))}", indent=4, hanging=2), err=True)


def print_notes(notes: Iterable[str]) -> None:
    """Print what is worth knowing, and keeps nothing from being written."""
    from lif.output.text.terminal import paragraph

    for note in notes:
        typer.echo(paragraph(f"Note: {_masked(note)}", hanging=2), err=True)


def notes_of(compared: "Compared") -> list[str]:
    """What is worth knowing about the sheets, in sentences."""
    notes = [f"{note.place.says}: {note.says}." for note in compared.remarks]
    if compared.gone:
        some = ", ".join(compared.gone[:_MOST_NAMED])
        more = f" and {len(compared.gone) - _MOST_NAMED} more" if len(compared.gone) > _MOST_NAMED else ""
        notes.append(f"Not in the file any more, and left as they are in the records: {some}{more}.")
    return notes


def import_fields(
    compared: "Compared", problems: Sequence["SheetProblem"], visible: "RecordComparison | None"
) -> dict[str, Any]:
    """The result as plain fields."""
    from lif.output.comments.change_json import comparison_fields

    return {
        "problems": [problem_fields(problem) for problem in problems],
        "conflicts": [
            {
                **_place(edit.place),
                "row_id": _masked(edit.row),
                "exported": _masked(edit.exported),
                "file": _masked(edit.value),
                "records": _masked(edit.now),
            }
            for edit in compared.conflicts
        ],
        "notes": [_masked(note) for note in notes_of(compared)],
        "gone": [_masked(row) for row in compared.gone],
        "changes": comparison_fields(visible) if visible else None,
    }


def problem_fields(problem: "SheetProblem") -> dict[str, Any]:
    """A problem as plain fields."""
    return {**_place(problem.place), "message": _masked(problem.says), "hint": _masked(problem.hint)}


def _place(place: Any) -> dict[str, Any]:
    return {
        "sheet": _masked(place.sheet),
        "row": place.row or None,
        "column": place.letters or None,
        "heading": _masked(place.heading) or None,
    }


def _masked(text: str) -> str:
    from lif.privacy.mask import mask_matches

    return mask_matches(text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return "(nothing)" if not line else line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
