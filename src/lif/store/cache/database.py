"""What is kept from one run to the next, in one SQLite file: text with its checksum, never anything that runs.

It may be deleted at any time. Whatever is wrong with it, damage, another process, a full disk, makes lif read and judge
the records themselves, as if nothing had been kept.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from hashlib import sha1
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from lif.store.cache.folder import remove

T = TypeVar("T")
_TREES, _SAID = "tree", "said"
_MAKE = "CREATE TABLE IF NOT EXISTS {} (key TEXT PRIMARY KEY, checksum INTEGER NOT NULL, told BLOB NOT NULL)"
_ALL = "SELECT key, checksum, told FROM tree"
_ONE = "SELECT key, checksum, told FROM said WHERE key = ?"
_ADD = "INSERT OR REPLACE INTO {} VALUES (?, ?, ?)"
_FORGET_OLDEST = "DELETE FROM said WHERE rowid <= (SELECT max(rowid) FROM said) - ?"
_FORGET_UNUSED = "DELETE FROM tree WHERE key NOT IN (SELECT key FROM used)"
_WAIT = 0.5
"""Seconds to wait for another process that is writing."""
_SPARE = 1000
_MOST_SAID = 64
_Row = tuple[str, int, bytes]


class Kept:
    """What is known of files and of whole workspaces from before; it forgets whatever it is told."""

    def __init__(self) -> None:
        self.new: dict[str, bytes] = {}
        self._used: set[str] = set()

    @cached_property
    def before(self) -> dict[str, bytes]:
        """The trees that earlier commands kept."""
        return {}

    def tree(self, kind: str, data: bytes) -> dict[str, Any] | None:
        """The tree of a file in which nothing at all was wrong; None when it is not known."""
        if not self.before and not self.new:
            return None
        key = _name(kind, data)
        told = self.before.get(key) or self.new.get(key)
        if told is None:
            return None
        self._used.add(key)
        found: dict[str, Any] = json.loads(told.decode())
        return found

    def keep_tree(self, kind: str, data: bytes, tree: dict[str, Any]) -> None:
        """Remember it."""

    def take(self, trees: dict[str, bytes]) -> None:
        """Know trees that another process has read."""
        self.new |= trees

    def write(self) -> None:
        """Put down what is new among trees."""

    def said(self, key: str) -> str | None:  # noqa: ARG002 - others do know something
        """What was said of a state of the workspace; None when it is not known."""
        return None

    def keep_said(self, key: str, text: str) -> None:
        """Remember it."""


class Held(Kept):
    """Remembers trees as long as the command runs."""

    def keep_tree(self, kind: str, data: bytes, tree: dict[str, Any]) -> None:
        """Remember it."""
        self.new[_name(kind, data)] = json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


class Database(Held):
    """Remembers in the file at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def write(self) -> None:
        """Put down what is new among trees; where far more is kept than was asked for, the rest is forgotten."""
        if not self.new:
            return
        rows = [(key, _checksum(key, told), told) for key, told in self.new.items()]
        used = {*self._used, *self.new}
        is_full = len(self.before) + len(rows) > 2 * len(used) + _SPARE

        def put(database: sqlite3.Connection) -> None:
            database.executemany(_ADD.format(_TREES), rows)
            if is_full:
                database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
                database.executemany("INSERT INTO used VALUES (?)", ((key,) for key in used))
                database.execute(_FORGET_UNUSED)

        self._ask(put)
        self.before.update(self.new)
        self.new = {}

    def said(self, key: str) -> str | None:
        """What was said of a state of the workspace; None when it is not known."""
        rows = self._ask(lambda database: database.execute(_ONE, (key,)).fetchall()) or []
        return next((told.decode(errors="replace") for told in _sound(rows).values()), None)

    def keep_said(self, key: str, text: str) -> None:
        """Remember it, and forget the oldest."""
        told = text.encode()

        def put(database: sqlite3.Connection) -> None:
            database.execute(_ADD.format(_SAID), (key, _checksum(key, told), told))
            database.execute(_FORGET_OLDEST, (_MOST_SAID,))

        self._ask(put)

    @cached_property
    def before(self) -> dict[str, bytes]:
        """What earlier commands kept."""
        return _sound(self._ask(lambda database: database.execute(_ALL).fetchall()) or [])

    def _ask(self, question: Callable[[sqlite3.Connection], T]) -> T | None:
        """The answer of the database; None when it has none to give, and a damaged one is thrown away."""
        try:
            with closing(sqlite3.connect(self.path, timeout=_WAIT)) as database, database:
                database.execute("PRAGMA synchronous = OFF")
                for table in (_TREES, _SAID):
                    database.execute(_MAKE.format(table))
                return question(database)
        except sqlite3.OperationalError:
            return None
        except (sqlite3.Error, TypeError, ValueError):
            remove(self.path)
            return None


def _name(kind: str, data: bytes) -> str:
    """The kind, and the name that git gives such a content."""
    blob = sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return f"{kind} {blob}"


def _checksum(key: str, told: bytes) -> int:
    return crc32(told, crc32(key.encode()))


def _sound(rows: list[_Row]) -> dict[str, bytes]:
    """The rows that are as they were written."""
    return {
        key: told
        for key, checksum, told in rows
        if type(key) is str and type(told) is bytes and _checksum(key, told) == checksum
    }
