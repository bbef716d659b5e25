"""Every way of writing diagnostics."""

from lif.output.format import Format
from lif.output.formats.github import GITHUB
from lif.output.formats.gitlab import GITLAB
from lif.output.formats.json_ import JSON
from lif.output.formats.junit import JUNIT
from lif.output.formats.markdown_ import MARKDOWN
from lif.output.formats.sarif import SARIF
from lif.output.formats.text import TEXT
from lif.registry import Registry

FORMATS: Registry[Format] = Registry(TEXT, JSON, GITHUB, GITLAB, SARIF, JUNIT, MARKDOWN)
