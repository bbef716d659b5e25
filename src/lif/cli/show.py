"""`lif show`: one record in words."""

from typing import Annotated

import typer

from lif.cli.completion import record_ids
from lif.cli.options import Options, command


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "show")
    def show(
        options: Options,
        *,
        record: Annotated[str, typer.Argument(help="Any unique part of its id.", autocompletion=record_ids)],
    ) -> None:
        """Show one record in words, with what it cites and what cites it.

        Example: lif show vulnerable-adolescents
        """
        from lif.cli.asking import entry_asked
        from lif.model.fingerprint import fingerprint
        from lif.output.plain_json import as_json
        from lif.output.record import record_text

        snapshot = options.snapshot()
        entry = entry_asked(snapshot, record)
        is_whole = options.audience in {None, "restricted"}
        if options.format == "json":
            cited_by = sorted({citing.id for citing, _ in snapshot.cited_by.get(entry.id, ())})
            seen = {"fingerprint": fingerprint(entry.record)} if is_whole else {}
            typer.echo(as_json(record=entry, **seen, cited_by=cited_by), nl=False)
            return
        typer.echo(record_text(snapshot, entry, is_whole=is_whole), nl=False)
