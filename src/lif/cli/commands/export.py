"""`lif export`: write records into a workbook, a table, or a folder of tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.exports.subjects import layout_named, subject_names
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.exchange.ask import Ask
    from lif.exchange.layout import Layout


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "export")
    def export(  # noqa: PLR0913 - a parameter for each option
        options: Options,
        *,
        what: Annotated[
            str | None,
            typer.Argument(
                help="What to export; without one, everything that can be is listed.", autocompletion=subject_names
            ),
        ] = None,
        output: Annotated[
            Path | None, typer.Option(metavar="FILE", help="Write here; the ending says how: .xlsx, .csv or .json.")
        ] = None,
        agency: Annotated[str | None, typer.Option(metavar="KEY", help="Only what concerns this agency.")] = None,
        cycle: Annotated[str | None, typer.Option(help="The cycle of an assessment; the last one if left out.")] = None,
        year: Annotated[str | None, typer.Option(help="The year of an audit programme, written 2026-27.")] = None,
        every: Annotated[
            Path | None, typer.Option("--all", metavar="DIR", help="Write tables of all records into this folder.")
        ] = None,
        inside: Annotated[bool, typer.Option("--inside", help="Write even if it stands in a repository.")] = False,
        force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    ) -> None:
        """Write records into a workbook or into tables.

        Into a workbook that people fill in and send back, into one table, or into tables of all records for analysts.

        Examples: lif export; lif export actions --output ../actions.xlsx; lif export actions --agency police --output
        ../police.xlsx; lif export assessment --cycle 2027 --output ../returns.xlsx; lif export finding --output
        ../findings.csv; lif export --all ../tables
        """
        from lif.cli.exports.all_tables import write_all
        from lif.errors import LifError
        from lif.exchange.ask import Ask

        if every is not None:
            if any((what, output, agency, cycle, year)):
                raise LifError("--all writes every kind of record.", "Leave out what to export and all but --force.")
            write_all(options, every, inside=inside, force=force)
            return
        if what is None:
            _list_subjects(options)
            return
        if output is None:
            raise LifError("Where to write it is missing.", f"Add --output, for example --output ../{what}.xlsx")
        asked = Ask(agency or "", cycle or "", year or "")
        _write(options, layout_named(what), asked, output, inside=inside, force=force)


def _list_subjects(options: Options) -> None:
    from lif.exchange.flat import flat_layout
    from lif.exchange.registry import LAYOUTS
    from lif.model.registry import KINDS
    from lif.output.plain_json import as_json
    from lif.output.text.terminal import columns

    rows = [
        (layout.what, f"{layout.title}{', to fill in and send back' if layout.editable else ''}")
        for layout in LAYOUTS.values()
    ]
    flat = [flat_layout(kind) for kind in KINDS]
    rows += [(layout.what, f"{layout.title}: a column for each field") for layout in flat]
    if options.format == "json":
        typer.echo(as_json(subjects=[{"name": name, "says": says} for name, says in rows]), nl=False)
        return
    options.print_text(f"{columns(rows)}\n")


def _write(options: Options, layout: "Layout", ask: "Ask", output: Path, *, inside: bool, force: bool) -> None:
    from lif.cli.exports.gather import exported
    from lif.cli.exports.missing_returns import say_missing_returns
    from lif.cli.exports.place import refuse_inside
    from lif.cli.progress import show_waiting
    from lif.model.sharing import Sharing
    from lif.output.plain_json import as_json
    from lif.output.tables.table_format import export_bytes
    from lif.output.text.terminal import count_noun, safe_text
    from lif.store.write.document import save

    audience = Sharing(options.audience) if options.audience else layout.audience
    refuse_inside(output, options.workspace().root, audience, inside=inside)
    found = exported(options, layout, ask, audience)
    with show_waiting("writing the file", quiet=options.quiet):
        content = export_bytes(found, output)
    save(output, content, over=force)
    if options.format == "json":
        answer = {"file": str(output), "audience": audience, "rows": found.row_count, "withheld": found.view.withheld}
        typer.echo(
            as_json(**answer, content=found.base.content_id, sheets=[sheet.name for sheet in found.sheets]), nl=False
        )
        return
    typer.echo(safe_text(str(output)))
    if not options.quiet:
        says = f"lif: {count_noun(found.row_count, 'row')} for a {audience.value} audience."
        typer.echo(says, err=True)
        if layout.what == "assessment":
            say_missing_returns(found.view, ask)
        if found.view.withheld:
            typer.echo(f"lif: {count_noun(found.view.withheld, 'record')} not for that audience left out.", err=True)
