"""Finds the folders of files that ship with the program, in an installed copy or in the repository."""

from pathlib import Path


def shipped_folder(packed: str, kept: str) -> Path:
    """The folder as packed in the wheel, or as kept beside `src/` in an editable install."""
    module = Path(__file__)
    installed = module.parents[2] / "_data" / packed
    return installed if installed.is_dir() else module.parents[4] / kept
