"""`lif schema`: the JSON Schema of a kind, for editors."""

from typing import Annotated

import typer

from lif.cli.completion import kind_names
from lif.cli.options import Options, command


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "schema")
    def schema(
        options: Options,
        *,
        kind: Annotated[
            str | None, typer.Argument(help="A kind of record: review, action …", autocompletion=kind_names)
        ] = None,
    ) -> None:
        """Print the JSON Schema of one kind of record, or of every kind by name; it is JSON in either format.

        Examples: lif schema action; lif schema > schemas.json
        """
        from lif.cli.asking import kind_asked
        from lif.model.registry import KINDS
        from lif.model.schema import schema_of
        from lif.output.plain_json import as_json

        del options
        if kind is not None:
            import json

            typer.echo(json.dumps(schema_of(kind_asked(kind)), ensure_ascii=False, indent=2))
            return
        typer.echo(as_json(kinds={one.name: schema_of(one) for one in KINDS}), nl=False)
