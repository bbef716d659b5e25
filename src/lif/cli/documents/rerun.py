"""Rerun the command that a document says it was written by, to compare a line of it."""

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import DocumentOptions
    from lif.reports.report import Report

_FIELDS_BY_OPTION = {"--year": "year", "--period": "period", "--agency": "agency", "--cycle": "cycle"}
_FIELDS_BY_OPTION |= {"--priority": "priority", "--form": "form"}


def rerun_command(options: Options, text: str, line: str) -> tuple[str | None, bool | None]:
    """The command that a document says it was written by, and whether it still gives the line.

    The command is None where the document names none; the answer is None where the command gives no document.
    """
    from lif.cli.documents.compose import compose
    from lif.cli.documents.deliver import markdown_text
    from lif.cli.options import day_or_today
    from lif.errors import LifError
    from lif.output.documents.footnotes import without_footnotes
    from lif.output.documents.stale import document_command

    written_by = document_command(text)
    if written_by is None:
        return None, None
    try:
        report, typed, settings = _parse_command(written_by)
        day = day_or_today(settings.get("--today"))
        new_text = markdown_text(
            compose(replace(options, audience=settings.get("--audience"), quiet=True), report, typed, day)
        )
    except LifError:
        return written_by, None
    return written_by, line in {without_footnotes(new_line) for new_line in new_text.splitlines()}


def _parse_command(written_by: str) -> "tuple[Report, DocumentOptions, dict[str, str]]":
    """Parse the command in a document; only the options that lif writes into documents are accepted."""
    from lif.cli.documents.compose import DocumentOptions
    from lif.errors import LifError
    from lif.reports.registry import BRIEFINGS, REPORTS

    _, command, *words = shlex.split(written_by)
    first = next((index for index, word in enumerate(words) if word.startswith("--")), len(words))
    names, pairs = words[:first], words[first:]
    option_pairs = list(zip(pairs[::2], pairs[1::2], strict=False))
    settings = dict(option_pairs)
    registry = {"report": REPORTS, "brief": BRIEFINGS}.get(command)
    name = settings.get("--form", "") if command == "brief" else (names.pop(0) if names else "")
    if registry is None or name not in registry:
        raise LifError(f"No document is written by {written_by}.")
    parts = {part: settings[option] for option, part in _FIELDS_BY_OPTION.items() if option in settings}
    sections = tuple(value for option, value in option_pairs if option == "--section")
    start: tuple[str, ...] = ("brief",) if command == "brief" else ("report", name)
    return (
        registry[name],
        DocumentOptions(start, about=names[0] if names else None, sections=sections, **parts),
        settings,
    )
