"""Shell completion of record ids and kinds; ids are taken from file names, which is fast."""

import os
from pathlib import Path

import typer


def record_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Ids of records that begin with the typed text, the only ones that a shell offers.

    Under `--audience` only those that the audience may see, for which the records are read.
    """
    audience, folder = (_typed(context, name) for name in ("audience", "directory"))
    here = Path.cwd() / (folder or "")
    if audience is not None and audience != "restricted":
        return [record_id for record_id in _visible_ids(here, audience) if record_id.startswith(incomplete)]
    for above in (here, *here.parents):
        records = above / "records"
        if records.is_dir():
            ids = sorted(_record_ids_in(records))
            return [record_id for record_id in ids if record_id.startswith(incomplete)]
    return []


def _typed(context: typer.Context, name: str) -> str | None:
    """A shared option, typed after the command or before it."""
    for where in (context, context.parent):
        if where is not None and where.params.get(name) is not None:
            return str(where.params[name])
    return None


def _visible_ids(here: Path, audience: str) -> list[str]:
    from lif.disclosure.audience import for_audience
    from lif.errors import LifError
    from lif.model.sharing import Sharing
    from lif.store.workspace import Workspace

    try:
        snapshot = Workspace.find(here, remembers=True).load().snapshot
        return list(for_audience(snapshot, Sharing(audience))[0].entries)
    except (LifError, ValueError):
        return []


def _record_ids_in(records: Path) -> list[str]:
    ids = []
    for folder, _, names in os.walk(records):
        folder_id = Path(folder).relative_to(records).as_posix()
        prefix = "" if folder_id == "." else f"{folder_id}/"
        ids += [prefix + name.removesuffix(".yaml") for name in names if name.endswith(".yaml")]
    return ids


def kind_names(incomplete: str) -> list[str]:
    """Kinds of record that begin with the typed text."""
    from lif.model.registry import KINDS

    return [name for name in KINDS.names if name.startswith(incomplete)]
