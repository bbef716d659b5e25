"""Reads the pages on codes that ship with the program: what each means, why it matters, what to do."""

import re
from pathlib import Path

from lif.errors import LifError
from lif.store.shipped.files import shipped_folder

_FENCE = re.compile(r'^(```yaml title="[^"\n]*").*$', re.MULTILINE)
"""The first line of an example; the words after its title are for the tests."""


def folder() -> Path:
    """The folder of the pages: inside the wheel, or beside `src/` in an editable install."""
    return shipped_folder("rules", "docs/rules")


def page(code: str) -> str:
    """The page on a code as Markdown, ending in one line feed; `LifError` when this copy of the program lacks it."""
    path = folder() / f"{code}.md"
    if not path.is_file():
        raise LifError(f"The page on {code} is missing from this copy of lif.", "Install lif again.")
    return _FENCE.sub(r"\1", path.read_text(encoding="utf-8")).strip("\n") + "\n"
