"""Every way of writing diagnostics."""

from lif.output.format import Format
from lif.registry import Registry

FORMATS: Registry[Format] = Registry(
    Format("text"),
    Format("json"),
    Format("github"),
    Format("gitlab"),
    Format("sarif"),
    Format("junit"),
    Format("markdown"),
)
