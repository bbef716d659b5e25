"""`lif list`: list the records of one kind, or count the records of every kind."""

from typing import Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import kind_names


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "list")
    def list_(
        options: Options,
        *,
        kind: Annotated[
            str | None, typer.Argument(help="A kind of record: review, action …", autocompletion=kind_names)
        ] = None,
        theme: Annotated[str | None, typer.Option(help="Only those on this theme.")] = None,
    ) -> None:
        """List the records of one kind with their dates and stages of life, or count the records of every kind.

        Examples: lif list; lif list review; lif list finding --theme neglect
        """
        from lif.analysis.chronology.record_date import dated_in_words, record_date
        from lif.analysis.chronology.stage import life_of
        from lif.analysis.lines.lineage import records_naming_theme
        from lif.cli.prompts.resolve_words import find_kind, find_theme
        from lif.model.registry import KINDS
        from lif.output.plain_json import as_json
        from lif.output.text.terminal import columns, count_noun

        view = options.view()
        snapshot = view.records
        if theme is not None:
            theme = find_theme(snapshot, theme)
        wanted = [find_kind(kind)] if kind else list(KINDS)
        on_theme = set(records_naming_theme(snapshot, theme)) if theme else set(snapshot.entries)
        selected = [entry for entry in snapshot.entries.values() if entry.kind in wanted and entry.id in on_theme]
        if options.format == "json":
            listed = [
                {
                    "id": entry.id,
                    "kind": entry.kind.name,
                    "title": entry.record.title,
                    "date": record_date(snapshot, entry.id),
                    **({"stage": life.stage} if (life := life_of(snapshot, entry, view.day)) else {}),
                }
                for entry in selected
            ]
            typer.echo(as_json(records=listed), nl=False)
            return
        if kind is None and theme is None:
            counts = [
                (str(sum(entry.kind is record_kind for entry in selected)), record_kind.name) for record_kind in KINDS
            ]
            typer.echo(columns([row for row in counts if row[0] != "0"]))
        elif selected:
            has_life = any(entry.kind.declares.life for entry in selected)
            rows = []
            for entry in selected:
                life = life_of(snapshot, entry, view.day)
                stage = ((life.word or "not known") if life else "",) if has_life else ()
                title = entry.record.marked(entry.record.title, "title")
                rows.append((dated_in_words(snapshot, entry.id) or "no date", *stage, entry.id, title))
            typer.echo(columns(rows))
        typer.echo(count_noun(len(selected), "record"), err=True)
