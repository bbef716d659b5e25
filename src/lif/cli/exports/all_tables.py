"""Write tidy tables of all records into a folder: CSV with its description, and SQLite."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.exchange.tidy import TidyTable
    from lif.model.view import View


def write_all(options: Options, folder: Path, *, inside: bool, force: bool) -> None:
    """Write every table. The description comes last: a folder without it is not complete."""
    from lif.cli.exports.gather import gathered, refuse_what_may_not_leave
    from lif.cli.exports.place import refuse_inside
    from lif.cli.progress import show_progress, show_waiting
    from lif.exchange.tidy import tidy_tables
    from lif.model.sharing import Sharing
    from lif.output.plain_json import as_json
    from lif.output.text.terminal import count_noun, safe_text
    from lif.store.write.document import save

    audience = Sharing(options.audience or Sharing.PARTNERSHIP)
    refuse_inside(folder / "x", options.workspace().root, audience, inside=inside)
    view, loaded = gathered(options, audience)
    tables = tuple(tidy_tables(view))
    refuse_what_may_not_leave(_texts(tables), view, loaded, options)
    with show_waiting("making the tables", quiet=options.quiet):
        files = tuple(_files(tables, view))
    for name, content in show_progress(files, "writing tables", quiet=options.quiet):
        save(folder / name, content, over=force, make_folder=True)
    rows = sum(len(table.rows) for table in tables)
    if options.format == "json":
        names = [table.name for table in tables]
        answer = as_json(folder=str(folder), audience=audience, rows=rows, withheld=view.withheld, tables=names)
        typer.echo(answer, nl=False)
        return
    typer.echo(safe_text(str(folder)))
    if not options.quiet:
        says = f"{count_noun(len(tables), 'table')}, {count_noun(rows, 'row')}, for a {audience.value} audience."
        typer.echo(f"lif: {says}", err=True)
        if view.withheld:
            typer.echo(f"lif: {count_noun(view.withheld, 'record')} not for that audience left out.", err=True)


def _files(tables: "tuple[TidyTable, ...]", view: "View") -> Iterator[tuple[str, bytes]]:
    from lif.exchange.guide import MARKS
    from lif.exchange.tidy import partnership_key
    from lif.output.tables.data_package import DESCRIPTOR, csv_table, descriptor
    from lif.output.tables.sqlite_ import DATABASE, sqlite_bytes

    for table in tables:
        yield f"{table.name}.csv", csv_table(table)
    yield DATABASE, sqlite_bytes(tables)
    partnership = view.records.partnership
    title = partnership.title if partnership else ""
    mark = MARKS[view.audience].replace("This workbook", "This package")
    says = f"{mark} Records as of {view.day} \u00b7 audience: {view.audience.value} \u00b7"
    yield DESCRIPTOR, descriptor(tables, name=partnership_key(view), title=title, says=says, day=view.day)


def _texts(tables: "tuple[TidyTable, ...]") -> Iterator[str]:
    for table in tables:
        for row in table.rows:
            yield from (value for value in row if isinstance(value, str))
