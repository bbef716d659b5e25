"""The child process that renders one template within limits: it reads a job from stdin and answers in JSON.

`python -I -m lif.output.templates.child` reads `{"folders", "name", "values", "sections", "headings", "check"}` and
writes `{"text"}` or `{"wrong": [{"template", "line", "says"}, …]}`. It opens template files and nothing else.
"""

import json
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from traceback import extract_tb
from types import FrameType
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, nodes

from lif.output.templates.every_branch import UndefinedNames
from lif.output.templates.sandbox import Sandbox, Unknown

CPU_SECONDS = 5
MEMORY = 512 * 1024 * 1024
LONGEST_DOCUMENT = 5 * 1024 * 1024
"""The longest document, in characters."""
LARGEST_TEMPLATE = 256 * 1024
_WORDS = "_words.md.j2"
"""The template of what people say in their own words."""
_NAME = re.compile(r"[a-z0-9_-]+\.md\.j2", re.ASCII)
_TOO_LONG = f"it was still not done after {CPU_SECONDS} seconds and was stopped; does a loop or a macro never end?"
_BLANK = re.compile(r"\n(?:[ \t]*\n){2,}")
TemplateProblem = dict[str, Any]


class TemplateStopped(Exception):  # noqa: N818 - it reads better without "Error"
    """The template took too long or wrote too much."""


def answer_job(job: Mapping[str, Any]) -> dict[str, Any]:
    """Render the job: the document, or every error in the template."""
    unknown_names = UndefinedNames()
    folders = [Path(folder) for folder in job["folders"]]
    unknown = unknown_names.undefined() if job["check"] else Unknown
    environment = Sandbox(lambda name: template_source(folders, name), unknown, every_branch=job["check"])
    name = job["name"]
    try:
        text = "".join(_rendered(environment, job))
    except Exception as error:  # noqa: BLE001 - any error of a template becomes one line of the answer
        return {"wrong": unknown_names.wrong or [_problem_of(environment, error, name)]}
    missing_sections = _missing_sections(environment, text, job)
    problems = [*unknown_names.wrong, *missing_sections]
    return {"wrong": problems} if problems else {"text": _BLANK.sub("\n\n", text).strip("\n") + "\n"}


def template_source(folders: list[Path], name: str) -> tuple[str, str, None] | None:
    """The text of a template from the first folder that has it, as a Jinja loader returns it; None where none has it.

    Symbolic links are not followed. Raises `TemplateSyntaxError` for a file that is too large or not UTF-8.
    """
    if not _NAME.fullmatch(name):
        return None
    for folder in folders:
        path = folder / name
        if path.is_file() and not path.is_symlink() and path.resolve().parent == folder.resolve():
            data = path.read_bytes()
            if len(data) > LARGEST_TEMPLATE:
                raise TemplateSyntaxError(f"it is larger than {LARGEST_TEMPLATE // 1024} KiB", 1, name)
            try:
                return data.decode("utf-8"), name, None
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                raise TemplateSyntaxError("it is not UTF-8; save it as UTF-8", line, name) from None
    return None


def _rendered(environment: Sandbox, job: Mapping[str, Any]) -> Iterator[str]:
    """The rendered text, piece by piece; the blocks of sections that are not wanted stay empty."""
    template = environment.get_template(job["name"])
    context = template.new_context(job["values"])
    wanted = job["sections"]
    if wanted is not None:
        context.blocks.update({name: [_empty_block] for name in context.blocks if name not in wanted})
    _add_words(environment, context, job)
    length = 0
    pieces: Any = template.root_render_func(context)
    for piece in pieces:
        length += len(piece)
        if length > LONGEST_DOCUMENT:
            pieces.throw(TemplateStopped(f"it writes more than {LONGEST_DOCUMENT // (1024 * 1024)} MB"))
        yield piece


def _add_words(environment: Sandbox, context: Any, job: Mapping[str, Any]) -> None:
    """Let each rendered block end with what people say in its section; in a check, each block with a sample."""
    words = job["values"].get("head", {}).get("words", {})
    for name, blocks in list(context.blocks.items()):
        said = words.get("text" if job["check"] else name)
        if said and (job["sections"] is None or name in job["sections"]):
            text = str(environment.get_template(_WORDS).module.words(said))  # type: ignore[attr-defined]
            context.blocks[name] = [_followed_by(blocks[0], text), *blocks[1:]]


def _followed_by(block: Callable[[Any], Iterator[str]], text: str) -> Callable[[Any], Iterator[str]]:
    def both(context: Any) -> Iterator[str]:
        yield from block(context)
        yield text

    return both


def _empty_block(context: Any) -> Iterator[str]:
    del context
    return iter(())


def _missing_sections(environment: Sandbox, text: str, job: Mapping[str, Any]) -> Iterator[TemplateProblem]:
    """A problem for each section without its block (at line 1), or without its heading (at the line of its block)."""
    headings = {line.lstrip("#").strip().casefold() for line in text.splitlines() if line.startswith("#")}
    blocks = {block.name: block.lineno for block in _tree(environment, job["name"]).find_all(nodes.Block)}
    for section, heading in job["headings"].items():
        if job["sections"] is not None and section not in job["sections"]:
            continue
        if section not in blocks:
            yield _problem(
                job["name"], 1, f"the section `{section}` is missing: {{% block {section} %}} … {{% endblock %}}"
            )
        elif heading and heading.casefold() not in headings:
            yield _problem(
                job["name"], blocks[section], f'the heading "{heading}" of the section `{section}` is missing'
            )


def _tree(environment: Sandbox, name: str) -> nodes.Template:
    assert environment.loader is not None  # noqa: S101 - for the type: it is given in the constructor
    return environment.parse(environment.loader.get_source(environment, name)[0], name, name)


def _problem_of(environment: Sandbox, error: BaseException, name: str) -> TemplateProblem:
    """The error as one line of text, with the template and the line where it was raised."""
    if isinstance(error, TemplateSyntaxError):
        return _problem(error.name or name, error.lineno, str(error.message))
    if isinstance(error, TemplateNotFound) and error.name == name:
        return _problem(name, 1, "there is no such template")
    try:
        environment.handle_exception()
    except BaseException as raised:  # noqa: BLE001 - the same error, with the lines of the template
        frames = [frame for frame in extract_tb(raised.__traceback__) if frame.filename.endswith(".j2")]
    file_name, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (name, 1)
    return _problem(file_name, line, _error_text(error))


def _error_text(error: BaseException) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, RecursionError):
        return "it goes round in a circle, or is nested too deeply"
    if isinstance(error, MemoryError):
        return f"it needs more than {MEMORY // (1024 * 1024)} MB"
    if isinstance(error, TemplateStopped | TemplateError):
        return str(error)
    return "it uses a value in a way that this value does not allow"


def _problem(template: str, line: int, says: str) -> TemplateProblem:
    return {"template": template, "line": line, "says": says.rstrip(".")}


def set_limits() -> None:
    """Limit the time and memory of this process, and forbid it to write files; no limits on Windows."""
    if sys.platform == "win32":
        return
    import resource

    signal.signal(signal.SIGXCPU, _on_time_limit)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _on_time_limit(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise TemplateStopped(_TOO_LONG)


def main() -> None:
    """Read the job from stdin, render it, write the answer to stdout."""
    job = json.loads(sys.stdin.buffer.read())
    set_limits()
    sys.stdout.buffer.write(json.dumps(answer_job(job)).encode())


if __name__ == "__main__":
    main()
