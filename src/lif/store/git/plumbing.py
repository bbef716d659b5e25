"""What is read from a git repository: by plumbing commands only, so that nothing its configuration names is ever run.

Porcelain, `git status` and `git diff` among it, runs programs that a configuration or an attribute names.
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
from lif.store.git.errors import no_such_revision, nothing_in_common, refused

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
"""Nothing is fetched either: the missing content of a partial clone is said, not sought by programs it names."""
_INDEX = "GIT_INDEX_FILE"
_OBJECT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_EMPTY = {digest(method, b"blob 0\0").hexdigest() for method in ("sha1", "sha256")}
"""What git calls a file without a byte in it."""
_FLAGGED = re.compile(rb"([^\0]+)\0  ctime: .*?flags: ([0-9a-f]+)\n", re.DOTALL)
_INTENT_TO_ADD = 0x20000000
_AT_ONCE = 50
"""Names asked for before answers are read: less than any system's pipe holds, so that neither side waits for ever."""
_CHUNK = 1 << 16
CONFLICTED = "conflicted"
"""The mode under which a file is listed whose merge is not settled."""


@dataclass(frozen=True, slots=True)
class Listed:
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
        found = self.commit_or_none(revision)
        if found is None:
            remote = f"origin/{revision}"
            there = remote if self.commit_or_none(remote) else None
            raise no_such_revision(revision, is_shallow=self._is_shallow(), remote=there)
        return found

    def commit_or_none(self, revision: str) -> str | None:
        """The same, and None when the revision means no commit; `LifError` when git cannot read the repository."""
        asked = f"{revision}^{{commit}}".replace("\0", " ")
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", asked)
        said = done.stdout.strip()
        if done.returncode == 0 and _OBJECT.fullmatch(said):
            return said.decode()
        self._is_shallow()
        return None

    def merge_base(self, one: str, other: str) -> str:
        """The commit from which two commits went apart."""
        done = self._run("merge-base", one, other)
        if done.returncode == 0:
            return done.stdout.splitlines()[0].decode()
        raise nothing_in_common(is_shallow=self._is_shallow())

    def _is_shallow(self) -> bool:
        """Whether only the newest commits are here; `LifError` when git cannot read the repository at all."""
        return self._answer("rev-parse", "--is-shallow-repository").strip() == b"true"

    def tree(self, commit: str, place: str) -> tuple[Listed, ...]:
        """Every file of a commit under the place, which is a path from the folder."""
        listed = self._answer("ls-tree", "-r", "-z", commit, f"{place}/")
        return tuple(_of_tree(line) for line in listed.split(b"\0") if line)

    def index(self, place: str) -> tuple[Listed, ...]:
        """Every file that the next commit would hold, under the place; one in mid-merge is listed once as such."""
        index = self._index_of_the_hook()
        answer = self._answer("ls-files", "--stage", "-z", "--", f"{place}/", index=index)
        listed = {one.path: one for one in map(_of_index, answer.split(b"\0")[:-1])}
        if any(one.blob in _EMPTY for one in listed.values()):
            flagged = self._answer("ls-files", "--debug", "-z", "--", f"{place}/", index=index)
            for path in _only_intended(flagged):
                listed.pop(path, None)
        return tuple(listed.values())

    def blobs(self, names: Iterable[str], largest: int) -> Iterator[tuple[str, bytes]]:
        """Each content by its name; of one that is larger than `largest` bytes only so many and one more."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return
        pipe = subprocess.PIPE
        command, environment = self._command("cat-file", "--batch"), _environment()
        with subprocess.Popen(  # noqa: S603 - our own words, and names that git gave
            command, cwd=self.folder, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as git:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                _ask(git, some)
                for name in some:
                    yield name, _content(git, largest)

    def _index_of_the_hook(self) -> str | None:
        """The index that git prepared for the commit that a hook was called for; `git commit -a` has one of its own."""
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
        done = self._run(*words, index=index)
        if done.returncode != 0:
            raise refused(done.stderr, self.folder)
        return done.stdout

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


def _ask(git: "subprocess.Popen[bytes]", names: Sequence[str]) -> None:
    try:
        if git.stdin:
            git.stdin.write("".join(f"{name}\n" for name in names).encode())
            git.stdin.flush()
    except OSError:
        raise _not_whole() from None


def _content(git: "subprocess.Popen[bytes]", largest: int) -> bytes:
    """The next content that git sends: a line with its name, its type and its size, then its bytes and a new line."""
    answers = git.stdout or BytesIO()
    head = answers.readline().split()
    if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 - name, type, size
        raise _not_whole()
    left = int(head[2])
    kept = answers.read(min(left, largest + 1))
    left -= len(kept)
    while left > 0 and (more := answers.read(min(left, _CHUNK))):
        left -= len(more)
    answers.read(1)
    return kept


def _not_whole() -> LifError:
    says = "git does not hold the content of every file of that revision."
    return LifError(says, "Fetch the repository whole: clone it anew, without --filter.")


def _of_tree(line: bytes) -> Listed:
    """`100644 blob 3f2a…<tab>path`."""
    head, _, path = line.partition(b"\t")
    mode, _, blob = head.decode().split()
    return Listed(_path(path), mode, blob)


def _of_index(line: bytes) -> Listed:
    """`100644 3f2a… 0<tab>path`; the last number is 0 unless a merge is not settled."""
    head, _, path = line.partition(b"\t")
    mode, blob, stage = head.decode().split()
    return Listed(_path(path), mode if stage == "0" else CONFLICTED, blob)


def _only_intended(flagged: bytes) -> Iterator[str]:
    """Files that `git add -N` only announced: they stand in the index as empty ones, and no commit would hold them."""
    for path, flags in _FLAGGED.findall(flagged):
        if int(flags, 16) & _INTENT_TO_ADD:
            yield _path(path)


def _path(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _environment() -> dict[str, str]:
    """The environment without what git was told by whoever called: a hook, say, speaks of another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**kept, **_SETTINGS}


@cache
def _program() -> str:
    """Where git is; only whole folders of the path are searched, never the one in which people stand."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        found = Path(folder) / name
        if found.is_absolute() and found.is_file() and os.access(found, os.X_OK):
            return str(found)
    raise LifError(
        "There is no git on this computer, or not on its path.",
        "Only --at, --staged and `lif diff` need it; get it from https://git-scm.com",
    )
