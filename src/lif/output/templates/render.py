"""Render a report's plain values with its template, in a child process with limited time and memory and no rights."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lif.errors import LifError
from lif.output.documents.markdown import to_plain_values
from lif.output.templates.template_files import TemplateFolders

SECONDS = 8 if sys.platform == "win32" else 20
"""Timeout of the child process: short on Windows, which has no other limit; longer elsewhere, for busy computers."""
_CHILD_COMMAND = [sys.executable, "-I", "-m", "lif.output.templates.child"]
_ENVIRONMENT = ("SYSTEMROOT",)
"""The environment variables passed to the child process: Python does not start on Windows without this one."""


def render(
    name: str,
    report: Any,
    template_folders: TemplateFolders | None = None,
    headings: Mapping[str, str] | None = None,
    sections: Sequence[str] | None = None,
) -> str:
    """Render the Markdown of a report, ending in one newline.

    `headings` are the sections that the template must have, each with its heading; `sections` are those to render, None
    for all. Raises `LifError` with file and line when the template cannot be used.
    """
    template_folders = template_folders or TemplateFolders()
    job = _job(name, template_folders, to_plain_values(report), headings, sections)
    answer = _run_child(job)
    if wrong := answer.get("wrong"):
        first = wrong[0]
        where = (
            f"{template_folders.place(first['template'])}:{first['line']}"
            if first["line"]
            else template_folders.place(first["template"])
        )
        raise LifError(f"The template {where} cannot be used: {first['says']}.", "Correct the template.")
    return str(answer["text"])


def check(
    name: str, sample: Any, template_folders: TemplateFolders, headings: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Find every error in a template, each `{"template", "line", "says"}`; every branch of it is rendered."""
    job = _job(name, template_folders, sample, headings, None)
    return list(_run_child({**job, "check": True}).get("wrong", ()))


def _job(
    name: str,
    template_folders: TemplateFolders,
    values: Any,
    headings: Mapping[str, str] | None,
    sections: Sequence[str] | None,
) -> dict[str, Any]:
    return {
        "folders": [str(folder) for folder in template_folders.folders],
        "name": f"{name}.md.j2",
        "values": values,
        "sections": None if sections is None else [_block(section) for section in sections],
        "headings": {_block(section): heading for section, heading in (headings or {}).items()},
        "check": False,
    }


def _block(section: str) -> str:
    """The name of a section's block in a template; block names have no hyphens."""
    return section.replace("-", "_")


def _run_child(job: Mapping[str, Any]) -> dict[str, Any]:
    """Run the child process and return its answer, or an error in its place where it was stopped."""
    environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    try:
        result = subprocess.run(  # noqa: S603 - our own Python and our own module
            _CHILD_COMMAND,
            input=json.dumps(job).encode(),
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env=environment,
            cwd=job["folders"][-1],
        )
    except subprocess.TimeoutExpired:
        return _unanswered(job, f"it was still not done after {SECONDS} seconds and was stopped")
    except OSError as error:
        raise LifError(f"No process could be started to render a template: {error.strerror}.") from None
    if result.returncode != 0:
        return _unanswered(job, "it takes too much time or memory and was stopped")
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def _unanswered(job: Mapping[str, Any], says: str) -> dict[str, Any]:
    return {"wrong": [{"template": job["name"], "line": 0, "says": says}]}
