"""Diagnostics for people: errors one by one, the rest by rule with three examples."""

from collections.abc import Sequence
from itertools import groupby

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format, count_by_severity
from lif.output.text.terminal import count_noun, paragraph, safe_line, safe_text

_EXAMPLES = 3
_HEADS = {Severity.WARNING: "Worth a look", Severity.NOTE: "Worth knowing"}


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    counts = count_by_severity(diagnostics)
    blocks = [_one_by_one([diagnostic for diagnostic in diagnostics if every or diagnostic.severity is Severity.ERROR])]
    if not every:
        blocks += [_group_by_rule(diagnostics, severity) for severity in _HEADS]
    blocks.append(_summary(counts, records))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _one_by_one(diagnostics: Sequence[Diagnostic]) -> str:
    return "\n".join(_diagnostic_text(diagnostic) for diagnostic in diagnostics)


def _diagnostic_text(diagnostic: Diagnostic) -> str:
    where, severity = safe_text(str(diagnostic.location)), diagnostic.severity.value
    head = f"{where}: {severity}: {safe_line(diagnostic.message)}  [{diagnostic.code.name}]"
    return f"{head}\n{paragraph(diagnostic.hint, indent=4)}" if diagnostic.hint else head


def _group_by_rule(diagnostics: Sequence[Diagnostic], severity: Severity) -> str:
    of_severity = sorted(
        (diagnostic for diagnostic in diagnostics if diagnostic.severity is severity),
        key=lambda diagnostic: diagnostic.code.name,
    )
    if not of_severity:
        return ""
    groups = [list(group) for _, group in groupby(of_severity, key=lambda diagnostic: diagnostic.code.name)]
    groups.sort(key=lambda group: (-len(group), group[0].code.name))
    head = f"{_HEADS[severity]} ({len(of_severity)})"
    foot = f"     lif check --all lists each · lif explain {groups[0][0].code.name} says why it matters"
    return "\n".join([head, *(_rule_text(group) for group in groups), foot])


def _rule_text(group: list[Diagnostic]) -> str:
    code, first = group[0].code, group[0]
    record_ids = list(dict.fromkeys(diagnostic.record or diagnostic.location.path for diagnostic in group))
    if len(group) == 1:
        return paragraph(f"1 in {record_ids[0]}: {first.message}  [{code.name}]", indent=3, hanging=2)
    more = ", …" if len(record_ids) > _EXAMPLES else ""
    examples = paragraph(f"e.g. {', '.join(record_ids[:_EXAMPLES])}{more}", indent=5, hanging=5)
    return f"{len(group):>4} {code.plain or code.title}.  [{code.name}]\n{examples}"


def _summary(counts: dict[Severity, int], records: int) -> str:
    parts = [count_noun(records, "record"), *(count_noun(counts[severity], severity.value) for severity in Severity)]
    return " · ".join(parts)


TEXT = Format("text", _write)
