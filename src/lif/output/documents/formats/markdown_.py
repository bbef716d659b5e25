"""Write documents as Markdown: text only, each picture replaced by its message, above its table."""

import re

from lif.output.documents.document import DocumentFormat, Made
from lif.output.documents.parse import PICTURE

_FIGURE = re.compile(rf"^!\[(.*)\]\({PICTURE}[\w-]+\)$", re.MULTILINE)


def _write(markdown: str, _: Made) -> bytes:
    return _FIGURE.sub(r"\1", markdown).encode()


MARKDOWN = DocumentFormat("md", "Markdown", _write)
