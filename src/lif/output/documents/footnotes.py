"""Footnotes of a document: write one for each record cited, and read back which records a line cites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lif.output.documents.markdown import escape_markdown

if TYPE_CHECKING:  # the process that renders templates uses this module and no record
    from lif.model.record import Source
    from lif.model.snapshot import Snapshot

_CITED = re.compile(r"(?!^\[\^[\w-]+\]:)\[\^([\w-]+)\]", re.ASCII | re.MULTILINE)
"""A mark; at the start of a line with a colon after it, the text of a footnote begins instead."""
_MOST_SOURCES = 2
"""So many sources of a record stand in its note; `lif show` lists them all."""
_DEFINED = re.compile(r"^\[\^([\w-]+)\]: `([^`]+)`", re.ASCII | re.MULTILINE)


def footnote_label(record_id: str) -> str:
    """The label of a record's footnote: its id without Markdown's special characters; unique for each id."""
    return record_id.replace("#", "--").replace("/", "-")


def add_footnotes(text: str, snapshot: "Snapshot", *, numbered: bool = False) -> str:
    """Add a footnote for each record or item that the document cites, so that each mark has its text.

    A mark of an item that does not exist becomes one of its record; that of a record that does not exist is left out.
    Sorted by label, which changes least from one year to the next; or `numbered`, in order of first citation.
    """
    notes_by_id = dict(_notes(snapshot))
    by_label = {footnote_label(record_id): record_id for record_id in notes_by_id}
    text = _CITED.sub(lambda match: _resolved_mark(match[1], by_label), text)
    cited = list(dict.fromkeys(_CITED.findall(text)))
    if not cited:
        return text
    new_labels = (
        {cited_label: str(number) for number, cited_label in enumerate(cited, 1)}
        if numbered
        else {cited_label: cited_label for cited_label in sorted(cited)}
    )
    text = _CITED.sub(lambda match: f"[^{new_labels[match[1]]}]", text)
    notes = (
        f"[^{new_label}]: `{by_label[cited_label]}` {escape_markdown(notes_by_id[by_label[cited_label]])}"
        for cited_label, new_label in new_labels.items()
    )
    return text.rstrip("\n") + "\n\n" + "\n".join(notes) + "\n"


def _resolved_mark(cited_label: str, by_label: dict[str, str]) -> str:
    """The mark itself, or that of the record that should hold the item, or nothing."""
    known = next((label for label in (cited_label, cited_label.partition("--")[0]) if label in by_label), "")
    return f"[^{known}]" if known else ""


def _notes(snapshot: "Snapshot") -> Iterator[tuple[str, str]]:
    """The id of each record and of each of its items, with the title of the record, and where its facts were read."""
    for entry in snapshot.entries.values():
        text = ". ".join(filter(None, (entry.record.title.rstrip("."), _read_in(entry.record.sources))))
        for record_id in entry.citable_ids:
            yield record_id, text


def _read_in(sources: "Sequence[Source]") -> str:
    """`Read in: The report (Exampleshire SCP, 2025-07-16) https://…; and 2 more`; empty without a source."""
    if not sources:
        return ""
    more = f"; and {len(sources) - _MOST_SOURCES} more" if len(sources) > _MOST_SOURCES else ""
    return f"Read in: {'; '.join(map(_source_text, sources[:_MOST_SOURCES]))}{more}"


def _source_text(source: "Source") -> str:
    published = ", ".join(filter(None, (source.publisher, str(source.date or ""))))
    return " ".join(filter(None, (source.title.rstrip("."), f"({published})", source.address)))


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A line of a document without footnote marks, and the ids of the records it cites, in order of mention."""

    text: str
    records: tuple[str, ...]


def records_behind_line(text: str, number: int) -> DocumentLine | None:
    """The records that a line of a document cites, counted from 1; None where there is no such line.

    A line without footnotes cites nothing; a footnote cites the record it names.
    """
    lines = text.splitlines()
    if not 1 <= number <= len(lines):
        return None
    ids = dict(_DEFINED.findall(text))
    line = lines[number - 1]
    definition = _DEFINED.match(line)
    labels = [definition[1]] if definition else _CITED.findall(line)
    return DocumentLine(
        without_footnotes(line), tuple(dict.fromkeys(ids[cited_label] for cited_label in labels if cited_label in ids))
    )


def without_footnotes(line: str) -> str:
    """The line without footnote marks."""
    return _CITED.sub("", line).strip()
