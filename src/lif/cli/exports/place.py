"""Where an export may be written: outside of every repository, unless it is public or somebody says otherwise."""

from pathlib import Path

from lif.errors import LifError
from lif.model.sharing import Sharing


def refuse_inside(output: Path, root: Path, audience: Sharing, *, inside: bool) -> None:
    """Raise `LifError` where the file would stand in the workspace or a git repository, and so could be committed."""
    if inside or audience is Sharing.PUBLIC:
        return
    absolute = output.resolve()
    if root.resolve() in absolute.parents or any((folder / ".git").exists() for folder in absolute.parents):
        raise LifError(
            f"{output} would stand in a repository, and what it holds is for a {audience.value} audience.",
            "Write it elsewhere, for example --output ~/Documents/NAME. Add --inside if it belongs here.",
        )
