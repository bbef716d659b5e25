"""The cache in one SQLite file: text with its checksum, never anything that is executed.

The file may be deleted at any time. Damage, a lock by another process or a full disk makes lif read and judge the
records themselves, as without a cache.
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
_TREES, _TEXTS = "tree", "said"
_CREATE = "CREATE TABLE IF NOT EXISTS {} (key TEXT PRIMARY KEY, checksum INTEGER NOT NULL, told BLOB NOT NULL)"
_SELECT_TREES = "SELECT key, checksum, told FROM tree"
_SELECT_TEXT = "SELECT key, checksum, told FROM said WHERE key = ?"
_INSERT = "INSERT OR REPLACE INTO {} VALUES (?, ?, ?)"
_DELETE_OLDEST = "DELETE FROM said WHERE rowid <= (SELECT max(rowid) FROM said) - ?"
_DELETE_UNUSED = "DELETE FROM tree WHERE key NOT IN (SELECT key FROM used)"
_WAIT = 0.5
"""Seconds to wait for another process that is writing."""
_SPARE_TREES = 1000
_NO_TREE = b"null"
"""Stands for the tree of a file that the model accepts and that must be read again each time."""
_MOST_TEXTS = 64
_Row = tuple[str, int, bytes]


class Cache:
    """The cache that remembers nothing: it knows only the trees it is given by `take`."""

    def __init__(self) -> None:
        self.new: dict[str, bytes] = {}
        self._used: set[str] = set()

    @cached_property
    def before(self) -> dict[str, bytes]:
        """The trees kept by earlier commands, as JSON by name."""
        return {}

    def tree(self, kind: str, data: bytes) -> dict[str, Any] | None:
        """The tree of a file without any fault; None when it is not known."""
        if not self.before and not self.new:
            return None
        key = _name(kind, data)
        encoded = self.before.get(key) or self.new.get(key)
        if encoded is None:
            return None
        self._used.add(key)
        decoded: dict[str, Any] | None = json.loads(encoded.decode())
        return decoded

    def keep_tree(self, kind: str, data: bytes, tree: dict[str, Any]) -> None:
        """Keep the tree of a file without any fault."""

    def is_validated(self, kind: str, data: bytes) -> bool:
        """Whether the model has accepted exactly this file before, so that its record need not be validated again."""
        if not self.before and not self.new:
            return False
        key = _name(kind, data)
        self._used.add(key)
        return key in self.before or key in self.new

    def keep_validated(self, kind: str, data: bytes) -> None:
        """Keep that the model accepts this file, and none of its text: it may hold personal data, or have notes."""

    def take(self, trees: dict[str, bytes]) -> None:
        """Take in trees that another process has read."""
        self.new |= trees

    def write(self) -> None:
        """Write the new trees to the disk."""

    def said(self, key: str) -> str | None:  # noqa: ARG002 - subclasses use it
        """The text kept under the key, such as the diagnostics of a state of the workspace; None when there is none."""
        return None

    def keep_said(self, key: str, text: str) -> None:
        """Keep the text under the key."""


class MemoryCache(Cache):
    """Keeps trees in memory while the command runs."""

    def keep_tree(self, kind: str, data: bytes, tree: dict[str, Any]) -> None:
        """Keep the tree of a file without any fault."""
        self.new[_name(kind, data)] = json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()

    def keep_validated(self, kind: str, data: bytes) -> None:
        """Keep that the model accepts this file, and none of its text."""
        key = _name(kind, data)
        if key not in self.before:
            self.new[key] = _NO_TREE


class DatabaseCache(MemoryCache):
    """Keeps trees and texts in the SQLite file at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def write(self) -> None:
        """Write the new trees to the file; delete those not used by this run where far more are kept than it used."""
        if not self.new:
            return
        rows = [(key, _checksum(key, encoded), encoded) for key, encoded in self.new.items()]
        used_keys = {*self._used, *self.new}
        is_full = len(self.before) + len(rows) > 2 * len(used_keys) + _SPARE_TREES

        def insert_trees(database: sqlite3.Connection) -> None:
            database.executemany(_INSERT.format(_TREES), rows)
            if is_full:
                database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
                database.executemany("INSERT INTO used VALUES (?)", ((key,) for key in used_keys))
                database.execute(_DELETE_UNUSED)

        self._query(insert_trees)
        self.before.update(self.new)
        self.new = {}

    def said(self, key: str) -> str | None:
        """The text kept under the key, such as the diagnostics of a state of the workspace; None when there is none."""
        rows = self._query(lambda database: database.execute(_SELECT_TEXT, (key,)).fetchall()) or []
        return next((encoded.decode(errors="replace") for encoded in _undamaged(rows).values()), None)

    def keep_said(self, key: str, text: str) -> None:
        """Keep the text under the key, and delete the oldest texts."""
        encoded = text.encode()

        def insert_text(database: sqlite3.Connection) -> None:
            database.execute(_INSERT.format(_TEXTS), (key, _checksum(key, encoded), encoded))
            database.execute(_DELETE_OLDEST, (_MOST_TEXTS,))

        self._query(insert_text)

    @cached_property
    def before(self) -> dict[str, bytes]:
        """The trees kept by earlier commands, as JSON by name."""
        return _undamaged(self._query(lambda database: database.execute(_SELECT_TREES).fetchall()) or [])

    def _query(self, query: Callable[[sqlite3.Connection], T]) -> T | None:
        """The result of a query; None when the database cannot answer. A damaged file is deleted."""
        try:
            with closing(sqlite3.connect(self.path, timeout=_WAIT)) as database, database:
                database.execute("PRAGMA synchronous = OFF")
                for table in (_TREES, _TEXTS):
                    database.execute(_CREATE.format(table))
                return query(database)
        except sqlite3.OperationalError:
            return None
        except (sqlite3.Error, TypeError, ValueError):
            remove(self.path)
            return None


def _name(kind: str, data: bytes) -> str:
    """The kind, and the name git gives to this content."""
    blob = sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return f"{kind} {blob}"


def _checksum(key: str, encoded: bytes) -> int:
    return crc32(encoded, crc32(key.encode()))


def _undamaged(rows: list[_Row]) -> dict[str, bytes]:
    """The rows whose checksum is right, as encoded text by key."""
    return {
        key: encoded
        for key, checksum, encoded in rows
        if type(key) is str and type(encoded) is bytes and _checksum(key, encoded) == checksum
    }
