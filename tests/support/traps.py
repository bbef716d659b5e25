"""Repositories that name a program wherever git could run one."""

import shutil
from collections.abc import Callable
from pathlib import Path

from support.repository import Repo

Trap = Callable[[Repo, str], None]


def config(repo: Repo, program: str) -> None:
    for name in (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy", "core.alternateRefsCommand",
        "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.smudge",
        "filter.evil.process", "merge.evil.driver", "alias.rev-parse", "alias.ls-tree", "alias.cat-file",
        "credential.helper", "gpg.program", "uploadpack.packObjectsHook", "interactive.diffFilter", "core.askPass",
    ):  # fmt: skip
        repo.git("config", name, f"!{program}" if name.startswith("alias") else program)
    for name in ("pager.ls-tree", "pager.cat-file", "pager.rev-parse", "filter.evil.required"):
        repo.git("config", name, "true")


def attributes(repo: Repo, program: str) -> None:
    config(repo, program)
    text = "*.yaml diff=evil filter=evil merge=evil working-tree-encoding=UTF-16 ident export-subst binary\n"
    (repo.root / ".gitattributes").write_text(text, encoding="utf-8")
    (repo.root / ".git" / "info").mkdir(exist_ok=True)
    (repo.root / ".git" / "info" / "attributes").write_text(text, encoding="utf-8")


def hooks(repo: Repo, program: str) -> None:
    folder = repo.root / "hooks"
    for place in (folder, repo.root / ".git" / "hooks"):
        place.mkdir(exist_ok=True)
        for name in ("pre-commit", "post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"):
            shutil.copy(program, place / name)
    repo.git("config", "core.hooksPath", str(folder))


def included(repo: Repo, program: str) -> None:
    more = repo.root / "more.config"
    more.write_text(f'[core]\n\tfsmonitor = "{program}"\n[diff]\n\texternal = "{program}"\n', encoding="utf-8")
    repo.git("config", "include.path", str(more))


TRAPS = (config, attributes, hooks, included)
"""Each sets the program wherever it can."""


def bait(program: Path, ran: Path) -> Path:
    """A program that leaves a file behind when it runs."""
    program.write_text(f"#!/bin/sh\ntouch {ran}\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    return program
