"""Reads a git repository by plumbing commands only, so that nothing its configuration names is ever run.

Porcelain commands, `git status` and `git diff` among them, run programs that a configuration or an attribute names.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import new as digest
from io import BytesIO
from pathlib import Path

from lif.errors import LifError
from lif.store.git.errors import git_error, no_common_commit, no_such_revision

_FLAGS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.pager=cat"),
    *("-c", "protocol.allow=never"),
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
)
_SETTINGS = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
"""Nothing is fetched either: content missing in a partial clone is an error, not fetched by programs it names."""
_INDEX = "GIT_INDEX_FILE"
_OBJECT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_EMPTY = {digest(method, b"blob 0\0").hexdigest() for method in ("sha1", "sha256")}
"""The names git gives to an empty file."""
_FLAGGED = re.compile(rb"([^\0]+)\0  ctime: .*?flags: ([0-9a-f]+)\n", re.DOTALL)
_INTENT_TO_ADD = 0x20000000
_AT_ONCE = 50
"""Names requested before answers are read: few enough for the pipe of any system, so that there is no deadlock."""
_CHUNK = 1 << 16
CONFLICTED = "conflicted"
"""The mode listed for a file with an unresolved merge."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file as git lists it: its path from the workspace, its mode, and the name of its content."""

    path: str
    mode: str
    blob: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder; the folder may lie anywhere in it."""

    folder: Path

    def commit(self, revision: str) -> str:
        """The name of the commit that a revision means; `LifError` when there is none."""
        commit_id = self.commit_or_none(revision)
        if commit_id is None:
            remote = f"origin/{revision}"
            known_remote = remote if self.commit_or_none(remote) else None
            raise no_such_revision(revision, is_shallow=self._is_shallow(), remote=known_remote)
        return commit_id

    def commit_or_none(self, revision: str) -> str | None:
        """The name of the commit, or None when there is none; `LifError` when git cannot read the repository."""
        commit_expression = f"{revision}^{{commit}}".replace("\0", " ")
        completed = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", commit_expression)
        output = completed.stdout.strip()
        if completed.returncode == 0 and _OBJECT.fullmatch(output):
            return output.decode()
        self._is_shallow()
        return None

    def merge_base(self, commit: str, other: str) -> str:
        """The commit at which two commits diverged."""
        completed = self._run("merge-base", commit, other)
        if completed.returncode == 0:
            return completed.stdout.splitlines()[0].decode()
        raise no_common_commit(is_shallow=self._is_shallow())

    def _is_shallow(self) -> bool:
        """Whether the clone has only the newest commits; `LifError` when git cannot read the repository."""
        return self._answer("rev-parse", "--is-shallow-repository").strip() == b"true"

    def tree(self, commit: str, place: str) -> tuple[ListedFile, ...]:
        """Every file of a commit under the place, a path from the folder."""
        listed = self._answer("ls-tree", "-r", "-z", commit, f"{place}/")
        return tuple(_of_tree(line) for line in listed.split(b"\0") if line)

    def index(self, place: str) -> tuple[ListedFile, ...]:
        """Every file of the index under the place; one with an unresolved merge is listed once, as `CONFLICTED`."""
        index = self._hook_index()
        answer = self._answer("ls-files", "--stage", "-z", "--", f"{place}/", index=index)
        listed = {file.path: file for file in map(_of_index, answer.split(b"\0")[:-1])}
        if any(file.blob in _EMPTY for file in listed.values()):
            flagged = self._answer("ls-files", "--debug", "-z", "--", f"{place}/", index=index)
            for path in _only_intended(flagged):
                listed.pop(path, None)
        return tuple(listed.values())

    def blobs(self, names: Iterable[str], largest: int) -> Iterator[tuple[str, bytes]]:
        """Each content by its name; of one larger than `largest` bytes only the first `largest` + 1."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return
        pipe = subprocess.PIPE
        command, environment = self._command("cat-file", "--batch"), _environment()
        with subprocess.Popen(  # noqa: S603 - our own words, and names that git gave
            command, cwd=self.folder, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as git:
            for start in range(0, len(wanted), _AT_ONCE):
                batch = wanted[start : start + _AT_ONCE]
                _request(git, batch)
                for name in batch:
                    yield name, _content(git, largest)

    def top(self) -> "Repository":
        """The same repository, seen from the folder at its top."""
        return Repository(Path(os.fsdecode(self._answer("rev-parse", "--show-toplevel").removesuffix(b"\n"))))

    def _hook_index(self) -> str | None:
        """The index that git prepared for the commit of a hook; `git commit -a` has one of its own."""
        named = os.environ.get(_INDEX)
        if not named:
            return None
        folder = Path(os.fsdecode(self._answer("rev-parse", "--absolute-git-dir").removesuffix(b"\n"))).resolve()
        index = Path(named).resolve()
        if not index.is_relative_to(folder):
            says = f"{_INDEX} names a file outside this repository, so what is staged cannot be told."
            raise LifError(says, f"Unset {_INDEX}.")
        return str(index)

    def _answer(self, *words: str, index: str | None = None) -> bytes:
        completed = self._run(*words, index=index)
        if completed.returncode != 0:
            raise git_error(completed.stderr, self.folder)
        return completed.stdout

    def _run(self, *words: str, index: str | None = None) -> "subprocess.CompletedProcess[bytes]":
        environment = _environment() | ({_INDEX: index} if index else {})
        return subprocess.run(  # noqa: S603 - our own words; a revision is set apart by --end-of-options
            self._command(*words),
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def _command(self, *words: str) -> tuple[str, ...]:
        return (_program(), *_FLAGS, *words)


def _request(git: "subprocess.Popen[bytes]", names: Sequence[str]) -> None:
    try:
        if git.stdin:
            git.stdin.write("".join(f"{name}\n" for name in names).encode())
            git.stdin.flush()
    except OSError:
        raise _missing_content() from None


def _content(git: "subprocess.Popen[bytes]", largest: int) -> bytes:
    """The next content that git sends: a line with its name, type and size, then its bytes and a line feed."""
    stream = git.stdout or BytesIO()
    head = stream.readline().split()
    if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 - name, type, size
        raise _missing_content()
    remaining = int(head[2])
    content = stream.read(min(remaining, largest + 1))
    remaining -= len(content)
    while remaining > 0 and (more := stream.read(min(remaining, _CHUNK))):
        remaining -= len(more)
    stream.read(1)
    return content


def _missing_content() -> LifError:
    says = "git does not hold the content of every file of that revision."
    return LifError(says, "Fetch the repository whole: clone it anew, without --filter.")


def _of_tree(line: bytes) -> ListedFile:
    """A line of `git ls-tree`: `100644 blob 3f2a…<tab>path`."""
    head, _, path = line.partition(b"\t")
    mode, _, blob = head.decode().split()
    return ListedFile(_path(path), mode, blob)


def _of_index(line: bytes) -> ListedFile:
    """A line of `git ls-files --stage`: `100644 3f2a… 0<tab>path`; the last number is 0, or a merge is unresolved."""
    head, _, path = line.partition(b"\t")
    mode, blob, stage = head.decode().split()
    return ListedFile(_path(path), mode if stage == "0" else CONFLICTED, blob)


def _only_intended(flagged: bytes) -> Iterator[str]:
    """Files only announced by `git add -N`: they are empty in the index, and no commit would contain them."""
    for path, flags in _FLAGGED.findall(flagged):
        if int(flags, 16) & _INTENT_TO_ADD:
            yield _path(path)


def _path(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _environment() -> dict[str, str]:
    """The environment without git's own variables: a hook may set them for another repository."""
    variables = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**variables, **_SETTINGS}


@cache
def _program() -> str:
    """The path of git; only absolute folders of the search path are looked into, never the current folder."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        program = Path(folder) / name
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise LifError(
        "There is no git on this computer, or not on its path.",
        "Only --at, --staged and `lif diff` need it; get it from https://git-scm.com",
    )
