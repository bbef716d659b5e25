"""Escape text for a page of a forge: no mention, link or reference to an issue comes out of a record."""

import re

from lif.output.documents.markdown import escape_markdown

_LIVE = re.compile(
    r"\\?@((?:\\_|[\w/-])+)"  # a person or a team
    r"|\\?([#!&]\d+)"  # an issue, a request to merge, an epic
    r"|\b(GH-\d+)"
)


def escape_for_forge(text: str) -> str:
    """The text on one line, in which a forge finds nothing to link to and nobody to notify.

    A backslash before `@` is not enough: forges look for names in the page that Markdown gives, where it is gone. They
    leave code alone, so that `@name` stands as code.
    """
    return _LIVE.sub(_as_code, escape_markdown(text))


def _as_code(live: re.Match[str]) -> str:
    name = live[1]
    return f"`@{name.replace(chr(92), '')}`" if name else f"`{live[2] or live[3]}`"
