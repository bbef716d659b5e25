"""Files and folders named on the command line, as the workspace knows them."""

from pathlib import Path

from lif.errors import LifError


def inside(root: Path, paths: list[Path]) -> tuple[str, ...]:
    """The paths from the workspace, POSIX; they may be given from there or from where one stands.

    Raises `LifError` for one that is not there, which is wrong use.
    """
    found = []
    for path in paths:
        whole = path.resolve() if path.is_absolute() or path.exists() else (root / path).resolve()
        if not whole.exists() or not whole.is_relative_to(root):
            raise LifError(f"There is no {path} in this workspace.", "Check the spelling.")
        found.append(whole.relative_to(root).as_posix())
    return tuple(found)
