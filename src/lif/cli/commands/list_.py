"""`lif list`: the register of one kind of record, or the number of records of every kind."""

from typing import Annotated, Any

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import kind_names


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "list", formats=("text", "json", "csv"))
    def list_(
        options: Options,
        *,
        kind: Annotated[
            str | None, typer.Argument(help="A kind of record: review, action …", autocompletion=kind_names)
        ] = None,
        theme: Annotated[str | None, typer.Option(help="Only those on this theme.")] = None,
        columns: Annotated[
            str | None, typer.Option(metavar="FIELDS", help="The columns to show, with commas: due,owner.agency,id.")
        ] = None,
        sort: Annotated[str | None, typer.Option(metavar="FIELD", help="Sort by this column; otherwise by id.")] = None,
        where: Annotated[
            list[str] | None,
            typer.Option(metavar="FIELD=TEXT", help="Only those in whose column the text stands; as often as needed."),
        ] = None,
    ) -> None:
        """List one kind of record as a register, or count every kind.

        Examples: lif list; lif list action --where owner.agency=police --sort due; lif list finding --theme neglect;
        lif list audit --columns date,cases_looked_at,selection,id; lif list action --format csv
        """
        from lif.analysis.chronology.register import columns_of, register_of
        from lif.analysis.lines.lineage import records_naming_theme
        from lif.cli.prompts.register_columns import known_columns, places, told_rows
        from lif.cli.prompts.resolve_words import find_kind, find_theme
        from lif.model.registry import KINDS
        from lif.output.tables.csv_ import csv_text
        from lif.output.text.register import register_text
        from lif.output.text.terminal import columns as in_columns
        from lif.output.text.terminal import count_noun

        view = options.view()
        snapshot = view.records
        if theme is not None:
            theme = find_theme(snapshot, theme)
        wanted = [find_kind(kind)] if kind else list(KINDS)
        on_theme = set(records_naming_theme(snapshot, theme)) if theme else set(snapshot.entries)
        selected = [entry for entry in snapshot.entries.values() if entry.kind in wanted and entry.id in on_theme]
        is_count = kind is None and theme is None and columns is None and sort is None and not where
        if is_count and options.format == "text":
            numbers = [(str(sum(entry.kind is one for entry in selected)), one.name) for one in KINDS]
            options.print_text(in_columns([row for row in numbers if row[0] != "0"]) + "\n")
            typer.echo(count_noun(len(selected), "record"), err=True)
            return
        usual = columns_of({entry.kind.name: entry.kind for entry in selected}.values() if kind is None else wanted)
        shown = known_columns(wanted, columns, usual)
        asked = places(wanted, [*(where or []), *([f"{sort}="] if sort else [])])
        every = tuple(dict.fromkeys((*shown, *(column for column, _ in asked))))
        whole = register_of(snapshot, selected, every, view.day)
        entries, rows = told_rows(selected, whole.rows, every, asked, sort)
        if options.format == "json":
            typer.echo(_as_json(view, entries, rows, shown), nl=False)
            return
        if options.format == "csv":
            typer.echo(csv_text(shown, [row[: len(shown)] for row in rows]), nl=False)
            return
        if rows:
            told = [row[: len(shown)] for row in rows]
            options.print_text(register_text(whole.headings[: len(shown)], told, shown, options.width))
        typer.echo(count_noun(len(rows), "record"), err=True)


def _as_json(view: Any, entries: list[Any], rows: list[tuple[str, ...]], shown: tuple[str, ...]) -> str:
    from lif.analysis.chronology.record_date import record_date
    from lif.analysis.chronology.stage import life_of
    from lif.output.plain_json import as_json

    return as_json(
        records=[
            {
                **dict(zip(shown, row, strict=False)),
                "id": entry.id,
                "kind": entry.kind.name,
                "title": entry.record.title,
                "date": record_date(view.records, entry.id),
                **({"stage": life.stage} if (life := life_of(view.records, entry, view.day)) else {}),
            }
            for entry, row in zip(entries, rows, strict=True)
        ]
    )
