"""Where texts of records still name what was renamed: citations are rewritten, free text is left to people."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lif.model.reference import RecordRef
from lif.store.write.writer import Change


class TextPlace(NamedTuple):
    """A line of a record, counted from 1, that names an old id."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def named_in_text(old: str, files: Mapping[str, bytes], changes: Iterable[Change]) -> tuple[TextPlace, ...]:
    """Every line that still names the old id once the changes are made, in order of path.

    Of a record the id is sought with its folder, and without where it holds a number; of an item with its record. The
    key of an agency, a theme or a group is often a word of the language, so that nothing is sought for it.
    """
    record, key = RecordRef.parse(old)
    folder, _, slug = record.partition("/")
    if not slug:
        return ()
    in_folder = f"(?:(?:records/)?{re.escape(folder)}/){'?' if re.search('[0-9]', slug) else ''}"
    name = f"{in_folder}{re.escape(slug)}{f'#{re.escape(key)}' if key else ''}"
    pattern = re.compile(rf"(?<![\w/-]){name}(?![\w-])")
    now: dict[str, bytes | None] = {**files, **{change.path: change.after for change in changes}}
    return tuple(
        TextPlace(path, line)
        for path in sorted(now)
        if (data := now[path]) is not None and slug.encode() in data
        for line in _lines(pattern, data)
    )


def _lines(pattern: re.Pattern[str], data: bytes) -> Iterator[int]:
    for number, line in enumerate(data.decode(errors="replace").splitlines(), 1):
        if pattern.search(line):
            yield number
