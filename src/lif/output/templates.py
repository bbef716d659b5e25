"""Renders a report's plain values with its template: sandboxed, and an unknown variable is an error."""

from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lif.errors import LifError
from lif.output.markdown import plain


def folder() -> Path:
    """Where the shipped templates are: inside the wheel, or beside `src/` in an editable install."""
    packed = Path(str(files("lif"))) / "_data" / "templates"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "templates"


def render(name: str, report: Any, templates: Path | None = None) -> str:
    """The Markdown of a report, ending in one new line; from the shipped templates, or those in another folder."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates or folder()),
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
        says = f"The template {_place(broken, f'{name}.md.j2')} cannot be used: {broken}."
        raise LifError(says, "Correct the template.") from broken
    return text.strip("\n") + "\n"


def _place(broken: TemplateError, template: str) -> str:
    """`templates/annual.md.j2:12`: where a template is wrong, or was when it met what it could not use."""
    if isinstance(broken, TemplateSyntaxError):
        return f"templates/{broken.name or template}:{broken.lineno}"
    frames = [frame for frame in extract_tb(broken.__traceback__) if frame.filename.endswith(".j2")]
    return f"templates/{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else f"templates/{template}"


def _label(record_id: str) -> str:
    """The label of a footnote: an id without the signs that Markdown reads; no two ids have the same."""
    return record_id.replace("#", "--").replace("/", "-")
