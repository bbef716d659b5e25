"""What the shell offers when a word is half typed; read from file names, so that it is instant."""

import os
from pathlib import Path


def record_ids(incomplete: str) -> list[str]:
    """Ids of records that begin with what was typed so far; shells offer no others."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        records = folder / "records"
        if records.is_dir():
            found = sorted(_ids(records))
            return [one for one in found if one.startswith(incomplete)]
    return []


def _ids(records: Path) -> list[str]:
    found = []
    for folder, _, names in os.walk(records):
        inside = Path(folder).relative_to(records).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        found += [prefix + name.removesuffix(".yaml") for name in names if name.endswith(".yaml")]
    return found


def kind_names(incomplete: str) -> list[str]:
    """Kinds of record that begin with what was typed so far."""
    from lif.model.registry import KINDS

    return [name for name in KINDS.names if name.startswith(incomplete)]
