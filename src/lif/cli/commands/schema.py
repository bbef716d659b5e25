"""`lif schema`: the JSON Schema of a kind of record, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import kind_names


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "schema")
    def schema(
        options: Options,
        *,
        kind: Annotated[
            str | None, typer.Argument(help="A kind of record: review, action …", autocompletion=kind_names)
        ] = None,
        write: Annotated[
            Path | None, typer.Option("--write", metavar="FOLDER", help="Write each into a file there.")
        ] = None,
        check: Annotated[
            Path | None, typer.Option("--check", metavar="FOLDER", help="Say which of the files there are stale.")
        ] = None,
    ) -> int:
        """Print the JSON Schema of one kind of record, or of all.

        It is JSON in either format.

        With --write it puts each into a file of its own, say review.schema.json, over what an older lif wrote there.
        With --check it writes nothing, names each file that is missing or not of this version, and answers 1 then.

        Examples: lif schema action; lif schema > schemas.json; lif schema --write schemas; lif schema --check schemas
        """
        from lif.cli.exits import CLEAN
        from lif.cli.prompts.resolve_words import find_kind
        from lif.errors import LifError
        from lif.model.parts.schema import schema_of
        from lif.model.registry import KINDS
        from lif.output.plain_json import as_json

        if write is not None and check is not None:
            raise LifError("--write and --check ask for two things.", "Leave one of them out.")
        if write is not None:
            return _write(options, options.directory / write, kind)
        if check is not None:
            return _check(options, options.directory / check, kind)
        if kind is not None:
            import json

            typer.echo(json.dumps(schema_of(find_kind(kind)), ensure_ascii=False, indent=2))
            return CLEAN
        typer.echo(as_json(kinds={record_kind.name: schema_of(record_kind) for record_kind in KINDS}), nl=False)
        return CLEAN


def _files(kind: str | None) -> dict[str, bytes]:
    from lif.cli.prompts.resolve_words import find_kind
    from lif.store.shipped.editor_files import schemas

    return schemas([find_kind(kind)]) if kind else schemas()


def _write(options: Options, folder: Path, kind: str | None) -> int:
    from lif.cli.exits import CLEAN
    from lif.cli.prompts.drafts import print_result
    from lif.store.write.document import save

    files = _files(kind)
    for name, data in files.items():
        save(folder / name, data, over=True, make_folder=True)
    file_count = "1 schema" if len(files) == 1 else f"{len(files)} schemas"
    print_result(options, f"Wrote {file_count} into {folder.as_posix()}", written=True, files=list(files))
    return CLEAN


def _check(options: Options, folder: Path, kind: str | None) -> int:
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.cli.prompts.drafts import print_result
    from lif.store.write.document import has_content

    stale = [name for name, data in _files(kind).items() if not has_content(folder / name, data)]
    messages = [f"{(folder / name).as_posix()} is missing or not of this version of lif" for name in stale]
    print_result(
        options,
        "\n".join([*messages, *([f"Write it anew: lif schema --write {folder.as_posix()}"] if stale else [])]),
        stale=stale,
    )
    return PROBLEMS if stale else CLEAN
