"""Rules on changes of evidence: reported figures and cited findings do not change without a word."""

from collections.abc import Iterator

from lif.changes.change import ChangeKind, FieldChange, RecordChange
from lif.changes.field_words import format_date
from lif.diagnostics.code import warning
from lif.diagnostics.location import FieldPath
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.rules.change_rule import Comparison, change_rule
from lif.rules.rule import RuleProblem

_FIGURES = {"results": ("met", "of")}
"""The lists of a reported record whose figures stand, with the fields that are figures."""
_MOST_NAMED = 10
_READ_AGAIN = "If it was a slip, say so in the commit. Read again what rests on it: lif accept renews what was seen."


@change_rule(
    warning("LIF812", "reported figures altered", "figures of reported audits were altered", "F1.2", "F4.7", "F7.4")
)
def reported_figures_are_not_altered(comparison: Comparison) -> Iterator[RuleProblem]:
    """The figures of an audit stay as they were reported: others compare with them, decide on them and cite them."""
    for change in _changed(comparison):
        reported = _reported(change, comparison)
        altered = [one for one in change.fields if _is_figure(one)] if reported else []
        for item in dict.fromkeys(one.item for one in altered):
            fields = [one for one in altered if one.item == item]
            message = (
                f"was reported on {format_date(reported)}, and {item} is now {_after(change, fields)}"
                f"{_citing_text(comparison, change)}"
            )
            yield RuleProblem(change.id, _place(fields[0]), message, _READ_AGAIN)


@change_rule(
    warning("LIF813", "a cited finding altered", "findings that others cite say something else", "F1.2", "F4.4")
)
def cited_findings_are_not_altered(comparison: Comparison) -> Iterator[RuleProblem]:
    """A finding that a decision, an action or another record rests on keeps its direction and its count."""
    for change in _changed(comparison):
        citing = _citing_text(comparison, change)
        if change.kind.model is not Finding or not citing or change.before.get("draft") == "yes":
            continue
        direction = change.of("direction")
        counts = [one for one in change.fields if one.at in {("met",), ("of",)} and one.before is not None]
        if direction is not None and direction.before and direction.after:
            message = f"was {words(str(direction.before))}, and is now {words(str(direction.after))}{citing}"
            yield RuleProblem(change.id, ("direction",), message, _TURNED)
        elif counts:
            message = f"was {_count(change.before)}, and is now {_count(change.after)}{citing}"
            yield RuleProblem(change.id, _place(counts[0]), message, _TURNED)


_TURNED = "Keep it, and write a finding that takes its place (`superseded_by`); or tell those who rest on it why."


def _changed(comparison: Comparison) -> Iterator[RecordChange]:
    for change in comparison.changes.records:
        if change.what in {ChangeKind.CHANGED, ChangeKind.MOVED}:
            yield change


def _reported(change: RecordChange, comparison: Comparison) -> str:
    """The date on which the record was reported before the change, as it was written; empty where it was not."""
    entry = comparison.before.entries.get(change.was or change.id)
    for path in change.kind.declares.reported_by if entry is not None else ():
        value = change.before
        for name in path.split("."):
            value = value.get(name, {}) if isinstance(value, dict) else {}
        if isinstance(value, str) and value <= str(comparison.today):
            return value
    return ""


def _is_figure(one: FieldChange) -> bool:
    """Whether a figure is another one, or is gone with its item; an item that was added alters nothing."""
    is_figure = one.at[-1] in _FIGURES.get(str(one.at[0]), ())
    return is_figure and one.before is not None and one.item_is is not ChangeKind.ADDED


def _after(change: RecordChange, fields: list[FieldChange]) -> str:
    """`13 of 14 (was 10 of 14)`, or `gone (was 10 of 14)`."""
    first = fields[0]
    before = {str(one.at[-1]): one.before for one in fields}
    if first.item_is is ChangeKind.REMOVED:
        return f"gone (was {_count(before)})"
    now = change.after[str(first.at[0])][first.at[1]]
    return f"{_count(now)} (was {_count({**now, **before})})"


def _count(part: object) -> str:
    values = part if isinstance(part, dict) else {}
    return f"{values.get('met', '?')} of {values.get('of', '?')}"


def _place(one: FieldChange) -> FieldPath:
    return one.at if one.after is not None else one.at[:1]


def _citing_text(comparison: Comparison, change: RecordChange) -> str:
    """`; 3 records cite it: decisions/2026-x, …`: also those that cite its findings, `cite it or its findings`."""
    ids = sorted(_citing_ids(comparison.after, change.id) - {change.id})
    if not ids:
        return ""
    what = "it or its findings" if change.kind.declares.gives_findings else "it"
    count = f"1 record cites {what}" if len(ids) == 1 else f"{len(ids)} records cite {what}"
    return f"; {count}: {', '.join(ids[:_MOST_NAMED])}{', …' if len(ids) > _MOST_NAMED else ''}"


def _citing_ids(snapshot: Snapshot, record_id: str) -> set[str]:
    entry = snapshot.entries.get(record_id)
    found: set[str] = set()
    for target in entry.citable_ids if entry is not None else ():
        for citing, _ in snapshot.cited_by.get(target, ()):
            found.add(citing.id)
            if isinstance(citing.record, Finding) and citing.record.source == record_id:
                found |= {one.id for one, _ in snapshot.cited_by.get(citing.id, ())}
    return found


RULES = (reported_figures_are_not_altered, cited_findings_are_not_altered)
