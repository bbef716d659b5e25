"""The service that runs a check, if one does: what it shows best, and by which paths it knows files."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lif.diagnostics.diagnostic import Diagnostic

_FORGES = (("GITHUB_ACTIONS", "github"), ("GITLAB_CI", "gitlab"), ("TF_BUILD", "junit"))
"""What GitHub, GitLab and Azure DevOps set in the environment of what they run."""


def here() -> str:
    """The name of the format that suits the service this runs on; `text` where there is none."""
    return next((written_as for name, written_as in _FORGES if os.environ.get(name)), "text")


def from_the_top(diagnostics: "Iterable[Diagnostic]", root: Path) -> "tuple[Diagnostic, ...]":
    """The same with paths from the top of the repository, where the records stand in a folder of it."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    above = root.relative_to(top).as_posix()
    if above == ".":
        return tuple(diagnostics)
    return tuple(
        replace(one, location=replace(one.location, path=f"{above}/{one.location.path}")) for one in diagnostics
    )
