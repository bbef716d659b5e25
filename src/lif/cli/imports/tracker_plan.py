"""Plan the import of a partnership's own tracker by a map of columns, or propose such a map."""

from pathlib import Path
from typing import TYPE_CHECKING

from lif.errors import LifError

if TYPE_CHECKING:
    from lif.cli.imports.planned import Planned
    from lif.cli.options import Options
    from lif.exchange.layout import Layout
    from lif.exchange.returned.guess import Guess

_NAME_LIMIT = 60


def plan_of_tracker(options: "Options", layout: "Layout", path: Path, map_path: Path) -> "Planned":
    """The plan of a tracker that the map describes."""
    from lif.cli.imports.planned import planned, searched_file
    from lif.disclosure.view_of import view_of
    from lif.exchange.returned.readers import readers_of
    from lif.exchange.returned.tracker import compare_tracker
    from lif.exchange.returned.tracker_rows import is_dropped, tracker_rows
    from lif.exchange.rows import values_at
    from lif.model.sharing import Sharing
    from lif.store.sheets.read_map import read_map

    if layout.items:
        raise LifError(f"A map cannot describe {layout.what} yet.", f"Send the workbook: lif export {layout.what}")
    asked = read_map(map_path, layout)
    loaded, whole, file = searched_file(options, path, lambda grid, column: is_dropped(grid, column, asked.drop))
    view = view_of(whole, options.today, Sharing.RESTRICTED)
    returned = tracker_rows(file.grids, asked)
    readers = readers_of(layout, view, returned.rows)
    compared = compare_tracker(returned, asked, lambda row: values_at(view, layout, row), readers)
    return planned(options, layout, loaded, compared, (path, file))


def guessed_map(options: "Options", layout: "Layout", path: Path, sheet: str) -> tuple[str, tuple["Guess", ...]]:
    """The text of a map that fits the tracker as far as that can be told, and its guesses."""
    from lif.cli.imports.planned import searched_file
    from lif.disclosure.view_of import view_of
    from lif.exchange.returned.guess import guesses
    from lif.exchange.returned.readers import readers_of
    from lif.exchange.returned.tracker_rows import best_headings, is_of_form
    from lif.model.sharing import Sharing

    _, whole, file = searched_file(options, path, is_of_form)
    readers = readers_of(layout, view_of(whole, options.today, Sharing.RESTRICTED), ())
    best: tuple[str, tuple[Guess, ...], tuple[str, ...]] = ("", (), ())
    for grid in file.grids:
        headings = best_headings(grid) if sheet in {"", grid.name} and not grid.is_hidden else None
        if headings is not None:
            found, left = guesses(grid, headings, readers)
            if len(found) > len(best[1]):
                best = (grid.name, found, left)
    if not best[1]:
        raise LifError(f"No sheet of {path} has headings that look like {layout.what}.", "Write the map by hand.")
    return _map_text(layout, *best), best[1]


def _map_text(layout: "Layout", sheet: str, found: "tuple[Guess, ...]", left: tuple[str, ...]) -> str:
    """The map as YAML, with a comment on how sure each line is."""
    lines = [
        "# A map of columns. Look at every line that is not sure, and give each word under `values` its meaning.",
        f"what: {layout.what}",
        f"sheet: {_quoted(sheet)}",
        "columns:",
    ]
    for guess in found:
        lines.append(f"  # {guess.sureness}: {guess.readable} of {guess.filled} cells can be read as they are")
        lines += [f"  - heading: {_quoted(guess.heading)}", f"    field: {guess.field}"]
        words = [word for word in guess.unread if len(word) <= _NAME_LIMIT and "\n" not in word]
        if words:
            lines.append("    # values:  # what the words mean; one that means nothing goes under `nothing`")
            for word in words:
                lines += [f"    #   - is: {_quoted(word)}", "    #     means:"]
    lines += [f"# not used: {_quoted(heading)}" for heading in left]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text in double quotes, masked where it could identify a person."""
    from lif.privacy.mask import mask_matches

    plain = " ".join(mask_matches(text).split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
