"""Detect the CI service that runs a check: its output format, and paths relative to its repository."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lif.diagnostics.diagnostic import Diagnostic

_FORGES = (("GITHUB_ACTIONS", "github"), ("GITLAB_CI", "gitlab"), ("TF_BUILD", "junit"))
"""Environment variables that GitHub, GitLab and Azure DevOps set in their jobs, and the output format for each."""


def default_format() -> str:
    """The name of the output format that suits the CI service this runs on; `text` where there is none."""
    return next((output_format for variable, output_format in _FORGES if os.environ.get(variable)), "text")


def with_repository_paths(diagnostics: "Iterable[Diagnostic]", root: Path) -> "tuple[Diagnostic, ...]":
    """The diagnostics with paths from the top of the repository, for records that stand in a folder of it."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    prefix = root.relative_to(top).as_posix()
    if prefix == ".":
        return tuple(diagnostics)
    return tuple(
        replace(diagnostic, location=replace(diagnostic.location, path=f"{prefix}/{diagnostic.location.path}"))
        for diagnostic in diagnostics
    )
