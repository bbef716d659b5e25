"""Answers to questions that were not finished: kept in the folder of the cache until they are used, or 14 days old."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from lif.store.cache.folder import cache_folder
from lif.store.write.disk import remove, replace, temporary_in, write_new

KEPT_DAYS = 14
_OWNER_ONLY = 0o600


def keep_answers(root: Path, kind: str, trees: list[dict[str, Any]], today: date) -> bool:
    """Keep the answers about a new record of a kind, first its own tree and then those of its findings.

    False where nothing is kept: the workspace has no folder for a cache, or others may look into it.
    """
    folder = cache_folder(root)
    if folder is None:
        return False
    file = _file(folder, root, kind)
    part = temporary_in(folder)
    text = json.dumps({"day": today.isoformat(), "trees": trees}, ensure_ascii=False)
    try:
        write_new(part, text.encode(), _OWNER_ONLY)
        replace(part, file)
    except OSError:
        remove(part)
        return False
    return True


def kept_answers(root: Path, kind: str, today: date) -> tuple[date, list[dict[str, Any]]] | None:
    """The day and the answers that were kept; None where there are none, or they are older than `KEPT_DAYS`."""
    folder = cache_folder(root)
    if folder is None:
        return None
    try:
        kept = json.loads(_file(folder, root, kind).read_text(encoding="utf-8"))
        day, trees = date.fromisoformat(kept["day"]), kept["trees"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(trees, list) or not trees or not all(isinstance(tree, dict) for tree in trees):
        return None
    if (today - day).days > KEPT_DAYS:
        forget_answers(root, kind)
        return None
    return day, trees


def forget_answers(root: Path, kind: str) -> None:
    """Delete the answers that were kept, if there are any."""
    folder = cache_folder(root)
    if folder is not None:
        remove(_file(folder, root, kind))


def _file(folder: Path, root: Path, kind: str) -> Path:
    """The file for a workspace: several may share one folder of the cache, and none sees the answers of another."""
    return folder / f"answers-{sha256(str(root.resolve()).encode()).hexdigest()[:16]}-{kind}.json"
