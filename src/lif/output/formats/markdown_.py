"""Diagnostics as Markdown, for the summary of a run or a comment: errors first, the rest folded by rule."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.comments.forge_text import escape_for_forge
from lif.output.format import Format, count_by_severity
from lif.output.text.terminal import count_noun

LONGEST_COMMENT = 60_000
"""Characters; forges refuse a comment above 65,536."""
MOST_PER_RULE = 30
"""How many diagnostics of a rule are listed, unless all are wanted."""
_HEADS = {Severity.ERROR: "To put right", Severity.WARNING: "Worth a look", Severity.NOTE: "Worth knowing"}


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    counts = count_by_severity(diagnostics)
    totals = [count_noun(records, "record"), *(count_noun(counts[severity], severity.value) for severity in Severity)]
    text = f"**{' · '.join(totals)}**\n"
    for block in _blocks(diagnostics, every=every):
        if len(text) + len(block) > LONGEST_COMMENT:
            return f"{text}\nMore was found than fits here; `lif check --all` lists it.\n"
        text += f"\n{block}"
    return text


def _blocks(diagnostics: Sequence[Diagnostic], *, every: bool) -> Iterator[str]:
    """A heading for each severity, and under it a fold for each rule; a block is never cut."""
    for severity, head in _HEADS.items():
        of_severity = sorted(
            (diagnostic for diagnostic in diagnostics if diagnostic.severity is severity),
            key=lambda diagnostic: diagnostic.code.name,
        )
        if of_severity:
            yield f"### {head} ({len(of_severity)})\n"
        for _, group in groupby(of_severity, key=lambda diagnostic: diagnostic.code.name):
            yield _rule_block(list(group), every=every)


def _rule_block(group: list[Diagnostic], *, every: bool) -> str:
    code, shown = group[0].code, group if every else group[:MOST_PER_RULE]
    is_open = " open" if group[0].severity is Severity.ERROR else ""
    shared_hint = group[0].hint if len({diagnostic.hint for diagnostic in group}) == 1 else ""
    lines = [f"<details{is_open}><summary>{code.name}: {escape_for_forge(code.title)} ({len(group)})</summary>\n"]
    lines += [f"{escape_for_forge(shared_hint)}\n"] if shared_hint else []
    for diagnostic in shown:
        hint = f" *{escape_for_forge(diagnostic.hint)}*" if diagnostic.hint and not shared_hint else ""
        lines.append(f"- {escape_for_forge(str(diagnostic.location))}: {escape_for_forge(diagnostic.message)}{hint}")
    if len(shown) < len(group):
        lines.append(f"- and {len(group) - len(shown)} more")
    return "\n".join([*lines, "", "</details>\n"])


MARKDOWN = Format("markdown", _write)
