"""Diagnostics as Markdown, for the summary of a run or a comment: errors first, the rest folded away by rule."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.documents.markdown import escaped
from lif.output.format import Format, tally
from lif.output.text.terminal import counted

LONGEST = 60_000
"""Characters; forges refuse a comment above 65,536."""
MOST = 30
"""How many of one rule are listed, unless each is asked for."""
_HEADS = {Severity.ERROR: "To put right", Severity.WARNING: "Worth a look", Severity.NOTE: "Worth knowing"}


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    counts = tally(diagnostics)
    told = [counted(records, "record"), *(counted(counts[severity], severity.value) for severity in Severity)]
    text = f"**{' · '.join(told)}**\n"
    for block in _blocks(diagnostics, every=every):
        if len(text) + len(block) > LONGEST:
            return f"{text}\nMore was found than fits here; `lif check --all` lists it.\n"
        text += f"\n{block}"
    return text


def _blocks(diagnostics: Sequence[Diagnostic], *, every: bool) -> Iterator[str]:
    """A heading for each severity, and under it a fold for each rule, never cut inside."""
    for severity, head in _HEADS.items():
        mine = sorted((one for one in diagnostics if one.severity is severity), key=lambda one: one.code.name)
        if mine:
            yield f"### {head} ({len(mine)})\n"
        for _, group in groupby(mine, key=lambda one: one.code.name):
            yield _group(list(group), every=every)


def _group(group: list[Diagnostic], *, every: bool) -> str:
    code, shown = group[0].code, group if every else group[:MOST]
    is_open = " open" if group[0].severity is Severity.ERROR else ""
    shared = group[0].hint if len({one.hint for one in group}) == 1 else ""
    lines = [f"<details{is_open}><summary>{code.name}: {escaped(code.title)} ({len(group)})</summary>\n"]
    lines += [f"{escaped(shared)}\n"] if shared else []
    for one in shown:
        hint = f" *{escaped(one.hint)}*" if one.hint and not shared else ""
        lines.append(f"- {escaped(str(one.location))}: {escaped(one.message)}{hint}")
    if len(shown) < len(group):
        lines.append(f"- and {len(group) - len(shown)} more")
    return "\n".join([*lines, "", "</details>\n"])


MARKDOWN = Format("markdown", _write)
