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
        """Name the records behind a line of a document in Markdown, and say whether they still say the same.

        A page, a Word file or a PDF has no lines that could be counted: write the same document as Markdown beside it.

        Examples: lif why annual-2018-19.md:12
        """
        from lif.cli.documents.rerun import again
        from lif.cli.documents.staleness import document_at, made_from, text_at
        from lif.cli.exits import CLEAN, PROBLEMS
        from lif.cli.prompts.drafts import answer
        from lif.errors import LifError
        from lif.output.documents.footnotes import behind
        from lif.output.documents.provenance import sealed
        from lif.output.text.terminal import line

        path, number = _place(place)
        data = document_at(path)
        if kind := sealed(data):
            beside = path.with_suffix(".md")
            raise LifError(
                f"{path} is a {kind}, in which lines cannot be counted; lif why reads Markdown.",
                f"{made_from(path, data).asked} --output {beside} writes it; then lif why {beside}:LINE",
            )
        text = text_at(path, data)
        said = behind(text, number)
        if said is None:
            raise LifError(f"{path} has no line {number}.", f"It has {len(text.splitlines())}.")
        if not said.text:
            raise LifError(f"Line {number} of {path} is empty.", "Name the line that holds the sentence.")
        found = _found(options, said.records)
        asked, is_still_said = again(options, text, said.text)
        told = [line(said.text), *(_told(one) for one in found)]
        if not found:
            told.append("It names no record. A count or a heading follows from the lines under it.")
        told.append(_since(asked, is_still_said=is_still_said))
        answer(options, "\n".join(told), line=said.text, records=found, asked=asked, still_said=is_still_said)
        return CLEAN if is_still_said is not False else PROBLEMS


def _place(text: str) -> tuple[Path, int]:
    from lif.errors import LifError

    name, colon, number = text.rpartition(":")
    if not colon or not number.isascii() or not number.isdigit():
        raise LifError("Which line of which document?", "Write file and line: annual-2018-19.md:12")
    return Path(name), int(number)


def _found(options: Options, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Each record with its title and when it is placed; a record that is gone has neither."""
    from lif.analysis.chronology.record_date import placed

    snapshot = options.snapshot()
    found = []
    for one in ids:
        entry = snapshot.entries.get(one.partition("#")[0])
        when = placed(snapshot, one) if entry else None
        found.append({"id": one, "title": entry.record.title if entry else None, "when": str(when) if when else None})
    return found


def _told(one: dict[str, Any]) -> str:
    from lif.output.text.terminal import line

    if one["title"] is None:
        return f"  {one['id']}  is not among the records you may see"
    when = f"  ({one['when']})" if one["when"] else ""
    return f"  {one['id']}  {line(one['title'])}{when}"


def _since(asked: str | None, *, is_still_said: bool | None) -> str:
    if asked is None:
        return "The document does not say which command it was written by, so it cannot be written again to compare."
    if is_still_said is None:
        return f"It was written by {asked}, which gives no document any more."
    if is_still_said:
        return f"The records still say so: {asked}"
    return f"The records have changed since: {asked} no longer gives this line."
