"""Shell completion of record ids and kinds; ids are taken from file names, which is fast."""

import os
from pathlib import Path


def record_ids(incomplete: str) -> list[str]:
    """Ids of records that begin with the typed text, the only ones that a shell offers."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        records = folder / "records"
        if records.is_dir():
            ids = sorted(_record_ids_in(records))
            return [record_id for record_id in ids if record_id.startswith(incomplete)]
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
