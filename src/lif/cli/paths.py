"""Convert files and folders named on the command line to paths from the workspace."""

from collections.abc import Iterable
from pathlib import Path

from lif.errors import LifError


def workspace_paths(root: Path, paths: list[Path], files: Iterable[str] = ()) -> tuple[str, ...]:
    """The paths as POSIX paths from the workspace; each may be given from there or from the current folder.

    `files` are the paths that were read: those of a revision need not exist on disk. Raises `LifError` for a path that
    is not in the workspace, which is wrong use.
    """
    relative_paths = []
    for path in paths:
        absolute = path.resolve() if path.is_absolute() or path.exists() else (root / path).resolve()
        is_there = absolute.exists() or any((root / file).is_relative_to(absolute) for file in files)
        if not is_there or not absolute.is_relative_to(root):
            raise LifError(f"There is no {path} in this workspace.", "Check the spelling.")
        relative_paths.append(absolute.relative_to(root).as_posix())
    return tuple(relative_paths)
