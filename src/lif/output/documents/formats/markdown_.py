"""Write documents as Markdown: text only, each picture replaced by its message, above its table."""

import re

from lif.output.documents.document import DocumentContext, DocumentFormat
from lif.output.documents.parse import PICTURE_PREFIX

_FIGURE = re.compile(rf"^!\[(.*)\]\({PICTURE_PREFIX}[\w-]+\)$", re.MULTILINE)


def _write(markdown: str, _: DocumentContext) -> bytes:
    return _FIGURE.sub(r"\1", markdown).encode()


MARKDOWN = DocumentFormat("md", "Markdown", _write)
