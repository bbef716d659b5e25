"""Every way of writing diagnostics."""

from lif.output.format import Format
from lif.output.formats.json_ import JSON
from lif.output.formats.text import TEXT
from lif.registry import Registry

FORMATS: Registry[Format] = Registry(TEXT, JSON)
