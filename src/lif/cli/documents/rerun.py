"""A document is written again by the command that it names itself."""

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import Wish
    from lif.reports.report import Report

_PARTS = {"--year": "year", "--period": "period", "--agency": "agency", "--cycle": "cycle"}
_PARTS |= {"--priority": "priority", "--form": "form"}


def again(options: Options, text: str, line: str) -> tuple[str | None, bool | None]:
    """The command a document was written by, and whether it still gives the line.

    None for the command where the document names none; None for the line where the command gives no document.
    """
    from lif.cli.documents.compose import compose
    from lif.cli.documents.deliver import in_markdown
    from lif.cli.options import the_day
    from lif.errors import LifError
    from lif.output.documents.footnotes import without_notes
    from lif.output.documents.stale import asked_of

    asked = asked_of(text)
    if asked is None:
        return None, None
    try:
        report, wish, rest = _read(asked)
        day = the_day(rest.get("--today"))
        fresh = in_markdown(compose(replace(options, audience=rest.get("--audience"), quiet=True), report, wish, day))
    except LifError:
        return asked, None
    return asked, line in {without_notes(one) for one in fresh.splitlines()}


def _read(asked: str) -> "tuple[Report, Wish, dict[str, str]]":
    """The words of a command as they are written in a document, and nothing else that people may type."""
    from lif.cli.documents.compose import Wish
    from lif.errors import LifError
    from lif.reports.registry import BRIEFINGS, REPORTS

    _, command, *words = shlex.split(asked)
    first = next((at for at, word in enumerate(words) if word.startswith("--")), len(words))
    named, pairs = words[:first], words[first:]
    given = list(zip(pairs[::2], pairs[1::2], strict=False))
    rest = dict(given)
    registry = {"report": REPORTS, "brief": BRIEFINGS}.get(command)
    name = rest.get("--form", "") if command == "brief" else (named.pop(0) if named else "")
    if registry is None or name not in registry:
        raise LifError(f"No document is written by {asked}.")
    parts = {part: rest[option] for option, part in _PARTS.items() if option in rest}
    sections = tuple(value for option, value in given if option == "--section")
    start: tuple[str, ...] = ("brief",) if command == "brief" else ("report", name)
    return registry[name], Wish(start, about=named[0] if named else None, sections=sections, **parts), rest
