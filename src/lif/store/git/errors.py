"""The errors for what git cannot do, in plain words with a remedy."""

from pathlib import Path

from lif.errors import LifError

_ONLY_NEWEST = "this clone holds only the newest commits"
_SHALLOW = "Fetch the rest: git fetch --unshallow. In a workflow, give the checkout `fetch-depth: 0`."
_LONGEST = 200


def no_such_revision(revision: str, *, is_shallow: bool, remote: str | None) -> LifError:
    """The error for an unknown revision; `remote` is its name on the server, where it is known there."""
    says = f'There is no revision "{_shown(revision)}" here'
    if is_shallow:
        return LifError(f"{says}: {_ONLY_NEWEST}.", _SHALLOW)
    if remote:
        return LifError(f"{says}.", f"Did you mean {_shown(remote)}?")
    if revision in {"HEAD", "@"}:
        return LifError("There is no commit here yet.", "Make the first one: git add records; git commit")
    return LifError(f"{says}.", "Name a branch, a tag or a commit: main, 2025-report, 3f2a91c")


def no_common_commit(*, is_shallow: bool) -> LifError:
    """The error for two revisions without a common commit."""
    says = "The two revisions have no commit in common here"
    if is_shallow:
        return LifError(f"{says}: {_ONLY_NEWEST}.", _SHALLOW)
    return LifError(f"{says}.", "Compare them as they are, with two dots: A..B")


def git_error(stderr: bytes, folder: Path) -> LifError:
    """The error for git's own message, in plain words; the last line of an unusual one is quoted."""
    message = stderr.decode("utf-8", "replace")
    if "dubious ownership" in message:
        return LifError(
            "This repository belongs to another user of the computer, so git does not read it.",
            f"If you trust them: git config --global --add safe.directory {_shown(str(folder))}",
        )
    if "cannot use bare repository" in message or "must be run in a work tree" in message:
        return LifError("This repository is bare: it has no folder to work in.", "Clone it, and work in the clone.")
    if "not a git repository" in message:
        return LifError(
            "These records are not in a git repository.",
            "Only --at, --staged and `lif diff` need one; `git init` makes one.",
        )
    lines = [line for line in message.splitlines() if line.strip()]
    last = _shown(lines[-1].removeprefix("fatal: ").removeprefix("error: ")) if lines else "it gave no reason"
    return LifError(f"git cannot read this repository: {last}.", "Look at it with: git fsck")


def _shown(text: str) -> str:
    """Text from outside on one line, without characters that could move the cursor."""
    safe = "".join(character if character.isprintable() else "?" for character in " ".join(text.split()))
    return safe if len(safe) <= _LONGEST else f"{safe[:_LONGEST]}…"
