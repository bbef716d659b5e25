"""Registry of the formats in which diagnostics are written; each is imported when it is used."""

from typing import TYPE_CHECKING

from lif.registry import LateRegistry, Registry

if TYPE_CHECKING:
    from lif.output.format import Format

_FORMATS = "lif.output.formats"
FORMATS: "Registry[Format]" = LateRegistry(
    {
        "text": f"{_FORMATS}.text:TEXT",
        "json": f"{_FORMATS}.json_:JSON",
        "github": f"{_FORMATS}.github:GITHUB",
        "gitlab": f"{_FORMATS}.gitlab:GITLAB",
        "sarif": f"{_FORMATS}.sarif:SARIF",
        "junit": f"{_FORMATS}.junit:JUNIT",
        "markdown": f"{_FORMATS}.markdown_:MARKDOWN",
    }
)
