"""Renders a report's plain values with its template, in a process of its own with little time, memory and no rights."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lif.errors import LifError
from lif.output.documents.markdown import plain
from lif.output.templates.template_files import Shelf

SECONDS = 8 if sys.platform == "win32" else 20
"""What a template may take by the clock: little where the system knows no other limit, more on a busy computer."""
_CHILD = [sys.executable, "-I", "-m", "lif.output.templates.child"]
_KEPT = ("SYSTEMROOT",)
"""Without it, Python does not start on Windows; nothing else of the environment is handed on."""


def render(
    name: str,
    report: Any,
    shelf: Shelf | None = None,
    headings: Mapping[str, str] | None = None,
    sections: Sequence[str] | None = None,
) -> str:
    """The Markdown of a report, ending in one new line.

    `headings` are the sections that the template must hold, each with its heading; `sections` those that are wanted,
    None for all. Raises `LifError` with file and line when the template cannot be used.
    """
    shelf = shelf or Shelf()
    job = _job(name, shelf, plain(report), headings, sections)
    answer = _apart(job)
    if wrong := answer.get("wrong"):
        one = wrong[0]
        where = f"{shelf.place(one['template'])}:{one['line']}" if one["line"] else shelf.place(one["template"])
        raise LifError(f"The template {where} cannot be used: {one['says']}.", "Correct the template.")
    return str(answer["text"])


def check(name: str, sample: Any, shelf: Shelf, headings: Mapping[str, str]) -> list[dict[str, Any]]:
    """Everything that is wrong with a template, each `{"template", "line", "says"}`; every branch of it is tried."""
    job = _job(name, shelf, sample, headings, None)
    return list(_apart({**job, "check": True}).get("wrong", ()))


def _job(
    name: str, shelf: Shelf, values: Any, headings: Mapping[str, str] | None, sections: Sequence[str] | None
) -> dict[str, Any]:
    return {
        "folders": [str(folder) for folder in shelf.folders],
        "name": f"{name}.md.j2",
        "values": values,
        "sections": None if sections is None else [_block(section) for section in sections],
        "headings": {_block(section): heading for section, heading in (headings or {}).items()},
        "check": False,
    }


def _block(section: str) -> str:
    """The name of a section's block in a template, which knows no hyphens."""
    return section.replace("-", "_")


def _apart(job: Mapping[str, Any]) -> dict[str, Any]:
    """What the other process answers; what it cannot answer any more is said for it."""
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own Python and our own module
            _CHILD,
            input=json.dumps(job).encode(),
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env=kept,
            cwd=job["folders"][-1],
        )
    except subprocess.TimeoutExpired:
        return _unanswered(job, f"it was still not done after {SECONDS} seconds and was stopped")
    except OSError as refused:
        raise LifError(f"No process could be started to render a template: {refused.strerror}.") from None
    if done.returncode != 0:
        return _unanswered(job, "it takes too much time or memory and was stopped")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _unanswered(job: Mapping[str, Any], says: str) -> dict[str, Any]:
    return {"wrong": [{"template": job["name"], "line": 0, "says": says}]}
