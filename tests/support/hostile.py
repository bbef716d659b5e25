"""The hostile files of tests/store/hostile, grafted on to a sound record."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parents[1] / "store" / "hostile"


class Case(NamedTuple):
    """One file, what must become of it, and why."""

    name: str
    verdict: str
    why: str
    data: bytes


def cases(record: str) -> Iterator[Case]:
    """Every case, with `record` in the place of `{{RECORD}}`."""
    with (_FOLDER / "expected.csv").open(encoding="utf-8", newline="") as listed:
        for row in csv.DictReader(listed):
            data = (_FOLDER / "cases" / row["case"]).read_bytes()
            yield Case(row["case"], row["verdict"], row["what"], _expanded(data, record))


def file_names() -> set[str]:
    """The files that are there, whether or not they are listed."""
    return {path.name for path in (_FOLDER / "cases").iterdir()}


def _expanded(data: bytes, record: str) -> bytes:
    """A case with its marks filled in: the record in five spellings, repetitions, and ever deeper lines."""
    spellings = {
        b"{{RECORD}}": record.encode(),
        b"{{RECORD:cr}}": record.replace("\n", "\r").encode(),
        b"{{RECORD:nonl}}": record.rstrip("\n").encode(),
        b"\xef\xbb\xbf{{RECORD:utf-16-le}}": f"\ufeff{record}".encode("utf-16-le"),
        b"{{RECORD:utf-16-le}}": record.encode("utf-16-le"),
    }
    for mark, text in spellings.items():
        data = data.replace(mark, text)
    data = re.sub(rb"\{\{STAIRS:(\d+):(.+?)\}\}", _stairs, data)
    return re.sub(rb"\{\{TIMES:(\d+):(.+?)\}\}", _times, data, flags=re.DOTALL)


def _times(mark: re.Match[bytes]) -> bytes:
    return mark[2] * int(mark[1])


def _stairs(mark: re.Match[bytes]) -> bytes:
    return b"".join(b" " * depth + mark[2] + b"\n" for depth in range(int(mark[1])))
