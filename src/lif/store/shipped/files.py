"""Files that ship with the program and are for people to read: where they are, installed or in the repository."""

from pathlib import Path


def shipped(packed: str, kept: str) -> Path:
    """The folder as it is packed inside the wheel, or as it is kept beside `src/` in an editable install."""
    here = Path(__file__)
    inside = here.parents[2] / "_data" / packed
    return inside if inside.is_dir() else here.parents[4] / kept
