"""Files and folders named on the command line, as the workspace knows them."""

from collections.abc import Iterable
from pathlib import Path

from lif.errors import LifError


def inside(root: Path, paths: list[Path], files: Iterable[str] = ()) -> tuple[str, ...]:
    """The paths from the workspace, POSIX; they may be given from there or from where one stands.

    `files` are those that were read, for they need not be on disk when a revision was. Raises `LifError` for a path
    that is not there, which is wrong use.
    """
    found = []
    for path in paths:
        whole = path.resolve() if path.is_absolute() or path.exists() else (root / path).resolve()
        is_there = whole.exists() or any((root / file).is_relative_to(whole) for file in files)
        if not is_there or not whole.is_relative_to(root):
            raise LifError(f"There is no {path} in this workspace.", "Check the spelling.")
        found.append(whole.relative_to(root).as_posix())
    return tuple(found)
