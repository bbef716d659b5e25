"""`lif why`: the records behind a sentence of a document."""

from pathlib import Path
from typing import Annotated, Any

import typer

from lif.cli.options import Options, command


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "why")
    def why(
        options: Options,
        *,
        place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="A document in Markdown, and a line in it.")],
    ) -> int:
        """Name the records behind a line of a document.

        Of a document in Markdown, and whether they still say the same.

        A page, a Word file or a PDF has no lines that could be counted: write the same document as Markdown beside it.

        Examples: lif why annual-2018-19.md:12
        """
        from lif.cli.documents.rerun import rerun_command
        from lif.cli.documents.staleness import decode_document, read_document, require_origin
        from lif.cli.exits import CLEAN, PROBLEMS
        from lif.cli.prompts.drafts import print_result
        from lif.errors import LifError
        from lif.output.documents.footnotes import records_behind_line
        from lif.output.documents.provenance import properties_format
        from lif.output.text.terminal import safe_line

        path, number = _place(place)
        data = read_document(path)
        if kind := properties_format(data):
            beside = path.with_suffix(".md")
            raise LifError(
                f"{path} is a {kind}, in which lines cannot be counted; lif why reads Markdown.",
                f"{require_origin(path, data).asked} --output {beside} writes it; then lif why {beside}:LINE",
            )
        text = decode_document(path, data)
        sentence = records_behind_line(text, number)
        if sentence is None:
            raise LifError(f"{path} has no line {number}.", f"It has {len(text.splitlines())}.")
        if not sentence.text:
            raise LifError(f"Line {number} of {path} is empty.", "Name the line that holds the sentence.")
        records = _records_behind(options, sentence.records)
        written_by, is_still_said = rerun_command(options, text, sentence.text)
        lines = [safe_line(sentence.text), *(_record_line(record) for record in records)]
        if not records:
            lines.append("It names no record. A count or a heading follows from the lines under it.")
        lines.append(_comparison(written_by, is_still_said=is_still_said))
        print_result(
            options, "\n".join(lines), line=sentence.text, records=records, asked=written_by, still_said=is_still_said
        )
        return CLEAN if is_still_said is not False else PROBLEMS


def _place(text: str) -> tuple[Path, int]:
    from lif.errors import LifError

    name, colon, number = text.rpartition(":")
    if not colon or not number.isascii() or not number.isdigit():
        raise LifError("Which line of which document?", "Write file and line: annual-2018-19.md:12")
    return Path(name), int(number)


def _records_behind(options: Options, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Each record with its title and its date; both are None for a record that is gone."""
    from lif.analysis.chronology.record_date import record_date
    from lif.model.reference import RecordRef

    snapshot = options.view().records
    records = []
    for cited_id in ids:
        entry = snapshot.entries.get(RecordRef.parse(cited_id).record)
        when = record_date(snapshot, cited_id) if entry else None
        records.append(
            {"id": cited_id, "title": entry.record.title if entry else None, "when": str(when) if when else None}
        )
    return records


def _record_line(record: dict[str, Any]) -> str:
    from lif.output.text.terminal import safe_line

    if record["title"] is None:
        return f"  {record['id']}  is not among the records you may see"
    when = f"  ({record['when']})" if record["when"] else ""
    return f"  {record['id']}  {safe_line(record['title'])}{when}"


def _comparison(written_by: str | None, *, is_still_said: bool | None) -> str:
    if written_by is None:
        return "The document does not say which command it was written by, so it cannot be written again to compare."
    if is_still_said is None:
        return f"It was written by {written_by}, which gives no document any more."
    if is_still_said:
        return f"The records still say so: {written_by}"
    return f"The records have changed since: {written_by} no longer gives this line."
