"""Renders a report's plain values with its template: sandboxed, and an unknown variable is an error."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lif.errors import LifError
from lif.output.markdown import plain


def folder() -> Path:
    """Where the shipped templates are: inside the wheel, or beside `src/` in an editable install."""
    packed = Path(str(files("lif"))) / "_data" / "templates"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "templates"


def render(name: str, report: Any) -> str:
    """The Markdown of a report, ending in one new line."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder()),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["label"] = _label
    try:
        text = environment.get_template(f"{name}.md.j2").render(plain(report))
    except TemplateError as broken:
        line = getattr(broken, "lineno", None)
        where = f"templates/{getattr(broken, 'name', None) or f'{name}.md.j2'}" + (f":{line}" if line else "")
        raise LifError(f"The template {where} cannot be used: {broken}.", "Correct the template.") from broken
    return text.strip("\n") + "\n"


def _label(record_id: str) -> str:
    """The label of a footnote: an id without the signs that Markdown reads."""
    return "".join(sign if sign.isalnum() or sign == "-" else "-" for sign in record_id)
