"""`lif explain`: what a code means, why it matters, what to do."""

import re
from textwrap import indent
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.diagnostics.code import Code

_EXAMPLE = re.compile(r'^```yaml title="([^"]*)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_EMPHASIS = re.compile(r"(?<![`\w])\*([^*`\n]+)\*(?![`\w])")
_GROUPS = {
    "LIF1": "The file",
    "LIF2": "Its fields",
    "LIF3": "What it cites and names",
    "LIF4": "Dates and life",
    "LIF5": "Evidence and impact",
    "LIF6": "Privacy",
    "LIF7": "Duties of the framework and the guidance",
    "LIF8": "Changes",
    "LIF9": "The folder, and accepted exceptions",
}


def _codes() -> "dict[str, Code]":
    from lif.diagnostics.codes import STORE_CODES
    from lif.rules.codes import RULE_CODES

    return {code.name: code for code in sorted((*STORE_CODES, *RULE_CODES), key=lambda code: code.name)}


def _complete_code(incomplete: str) -> list[str]:
    from lif.model.duty import DUTIES
    from lif.model.registry import KINDS

    names = [*_codes(), *(duty.name for duty in DUTIES)]
    kinds = [name for name in KINDS.names if name.startswith(incomplete)]
    return [*(name for name in names if name.startswith(incomplete.upper())), *kinds]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "explain")
    def explain(
        options: Options,
        *,
        code: Annotated[
            str | None,
            typer.Argument(
                help="A code, a duty of the framework, a kind or a field: LIF512, F7.6, action.due.",
                autocompletion=_complete_code,
            ),
        ] = None,
    ) -> None:
        """Say what a code, a duty or a field means.

        A code with why it matters, what to do and an example; without one, all codes are listed.

        Examples: lif explain LIF512; lif explain F7.6; lif explain action; lif explain action.due; lif explain
        """
        from lif.output.text.meanings import meaning_of
        from lif.store.shipped.pages import page

        codes = _codes()
        if code is not None and (found := meaning_of(code)) is not None:
            _print(options, found.text, found.fields)
            return
        if code is None:
            code_list = [_code_fields(listed_code) for listed_code in codes.values()]
            _print(options, _list_codes(codes), {"codes": code_list})
            return
        found_code = _find_code(code, codes)
        text = page(found_code.name)
        _print(options, _plain_text(text), {**_code_fields(found_code), "page": text})


def _print(options: Options, text: str, fields: dict[str, Any]) -> None:
    from lif.output.plain_json import as_json

    if options.format == "json":
        typer.echo(as_json(**fields), nl=False)
    else:
        options.print_text(text)


def _code_fields(code: "Code") -> dict[str, object]:
    return {"code": code.name, "severity": code.severity.value, "title": code.title, "duties": code.duties}


def _find_code(name: str, codes: "dict[str, Code]") -> "Code":
    """The code with that name, in capitals or not; raises `LifError` with a guess where there is none."""
    from difflib import get_close_matches

    from lif.errors import LifError

    if code := codes.get(name.upper()):
        return code
    close = get_close_matches(name.upper(), codes, n=1) if name.upper().startswith("LIF") else []
    guess = f"Did you mean {close[0]}, {codes[close[0]].title}?" if close else "lif explain lists every code."
    raise LifError(f'"{name}" is no code, duty, kind or field.', guess)


def _list_codes(codes: "dict[str, Code]") -> str:
    from lif.output.text.terminal import columns

    blocks = []
    for start, head in _GROUPS.items():
        rows = [(code.name, code.severity.value, code.title) for name, code in codes.items() if name.startswith(start)]
        if rows:
            blocks.append(f"{head}\n{columns(rows, indent=2)}\n")
    return "\n".join(blocks)


def _plain_text(text: str) -> str:
    """A page for the terminal: no Markdown but backquotes, and examples indented under the name of their file."""
    prose, *examples = re.split(_EXAMPLE, text)
    blocks = [_plain_prose(prose)]
    for path, lines, rest in zip(*[iter(examples)] * 3, strict=True):
        blocks += [f"  {path}\n{indent(lines.rstrip(), ' ' * 6)}", _plain_prose(rest)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _plain_prose(text: str) -> str:
    from lif.output.text.terminal import paragraph

    blocks = []
    for block in _EMPHASIS.sub(r"“\1”", text.strip()).split("\n\n"):
        if block.startswith("#"):
            blocks.append(block.lstrip("# "))
            continue
        points = re.split(r"\n(?=- |\d\. )", block)
        blocks.append(
            "\n".join(paragraph(point, indent=2, hanging=_hanging_indent(point)) for point in points).rstrip()
        )
    return "\n\n".join(blocks)


def _hanging_indent(point: str) -> int:
    """How many columns the later lines of a list item are indented."""
    sign = re.match(r"- |\d\. ", point)
    return len(sign[0]) if sign else 0
