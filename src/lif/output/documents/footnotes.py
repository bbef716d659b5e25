"""The footnotes of a document: each record that a sentence rests on, named once at the end, and read back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lif.model.snapshot import Snapshot
from lif.output.documents.markdown import escaped

_CITED = re.compile(r"\[\^([\w-]+)\](?!:)", re.ASCII)
_DEFINED = re.compile(r"^\[\^([\w-]+)\]: `([^`]+)`", re.ASCII | re.MULTILINE)


def label(record_id: str) -> str:
    """The label of a footnote: an id without the signs that Markdown reads; no two ids have the same."""
    return record_id.replace("#", "--").replace("/", "-")


def with_notes(text: str, snapshot: Snapshot, *, numbered: bool = False) -> str:
    """The document with a footnote for each record or item that it cites and that is there.

    In order of label, which changes least from one year to the next; or `numbered`, in the order in which they come.
    """
    titles = dict(_titles(snapshot))
    by_label = {label(record_id): record_id for record_id in titles}
    cited = [one for one in dict.fromkeys(_CITED.findall(text)) if one in by_label]
    if not cited:
        return text
    names = (
        {one: str(number) for number, one in enumerate(cited, 1)} if numbered else {one: one for one in sorted(cited)}
    )
    text = _CITED.sub(lambda match: f"[^{names.get(match[1], match[1])}]", text)
    notes = (f"[^{name}]: `{by_label[one]}` {escaped(titles[by_label[one]])}" for one, name in names.items())
    return text.rstrip("\n") + "\n\n" + "\n".join(notes) + "\n"


def _titles(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Each record with its title, and each of its items with the same."""
    for entry in snapshot.entries.values():
        for record_id in (entry.id, *(f"{entry.id}#{key}" for key in entry.items)):
            yield record_id, entry.record.title


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a document, and the ids of the records that stand behind it, in order of mention."""

    text: str
    records: tuple[str, ...]


def behind(text: str, number: int) -> Said | None:
    """What a line of a document rests on, counted from 1; None where there is no such line.

    A line without footnotes rests on nothing; a footnote itself on the record it names.
    """
    lines = text.splitlines()
    if not 1 <= number <= len(lines):
        return None
    ids = dict(_DEFINED.findall(text))
    said = lines[number - 1]
    own = _DEFINED.match(said)
    labels = [own[1]] if own else _CITED.findall(said)
    return Said(without_notes(said), tuple(dict.fromkeys(ids[one] for one in labels if one in ids)))


def without_notes(line: str) -> str:
    """A line without the marks of its footnotes."""
    return _CITED.sub("", line).strip()
