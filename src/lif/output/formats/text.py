"""Diagnostics for people: errors one by one, the rest by rule with three examples."""

from collections.abc import Sequence
from itertools import groupby

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format, tally
from lif.output.text.terminal import counted, line, paragraph, show

_EXAMPLES = 3
_HEADS = {Severity.WARNING: "Worth a look", Severity.NOTE: "Worth knowing"}


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    counts = tally(diagnostics)
    blocks = [_each([one for one in diagnostics if every or one.severity is Severity.ERROR])]
    if not every:
        blocks += [_grouped(diagnostics, severity) for severity in _HEADS]
    blocks.append(_summary(counts, records))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _each(diagnostics: Sequence[Diagnostic]) -> str:
    return "\n".join(_one(one) for one in diagnostics)


def _one(diagnostic: Diagnostic) -> str:
    where, severity = show(str(diagnostic.location)), diagnostic.severity.value
    head = f"{where}: {severity}: {line(diagnostic.message)}  [{diagnostic.code.name}]"
    return f"{head}\n{paragraph(diagnostic.hint, indent=4)}" if diagnostic.hint else head


def _grouped(diagnostics: Sequence[Diagnostic], severity: Severity) -> str:
    mine = sorted((one for one in diagnostics if one.severity is severity), key=lambda one: one.code.name)
    if not mine:
        return ""
    groups = [list(group) for _, group in groupby(mine, key=lambda one: one.code.name)]
    groups.sort(key=lambda group: (-len(group), group[0].code.name))
    head = f"{_HEADS[severity]} ({len(mine)})"
    foot = f"     lif check --all lists each · lif explain {groups[0][0].code.name} says why it matters"
    return "\n".join([head, *(_rule(group) for group in groups), foot])


def _rule(group: list[Diagnostic]) -> str:
    code, first = group[0].code, group[0]
    named = list(dict.fromkeys(one.record or one.location.path for one in group))
    if len(group) == 1:
        return paragraph(f"1 {named[0]}: {first.message}  [{code.name}]", indent=3, hanging=2)
    more = ", …" if len(named) > _EXAMPLES else ""
    examples = paragraph(f"e.g. {', '.join(named[:_EXAMPLES])}{more}", indent=5, hanging=5)
    return f"{len(group):>4} {code.plain or code.title}.  [{code.name}]\n{examples}"


def _summary(counts: dict[Severity, int], records: int) -> str:
    parts = [counted(records, "record"), *(counted(counts[severity], severity.value) for severity in Severity)]
    return " · ".join(parts)


TEXT = Format("text", _write)
