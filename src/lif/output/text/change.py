"""A change as text for the terminal: each changed record in the field's words, then the consequences."""

from collections.abc import Iterator, Sequence

from lif.changes.change import ChangeKind, RecordChange
from lif.changes.change_words import ChangeSentence, sentences_of_change
from lif.changes.delta import DeadlineShift
from lif.changes.documents import OutdatedDocument
from lif.changes.field_words import format_date
from lif.changes.flips import Flip
from lif.changes.prose import Side
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.comparison import RecordComparison, by_weight
from lif.output.text.terminal import count_noun, paragraph, safe_line

OLD_DOCUMENTS = "Documents that may be out of date (lif report … --check says whether one is)"
_MOST_NAMED = 3
"""The most changed records that are named for a document which may be stale."""
_LONGEST = 300
"""Characters; longer values are cut."""
_SELF_EXPLAINING = {"LIF804", "LIF806", "LIF807", "LIF811", "LIF812", "LIF813"}
"""Codes whose message already says what changed."""
_SIGNS = {Side.BOTH: "{}", Side.OUT: "[-{}-]", Side.IN: "{{+{}+}}"}


def compared_text(compared: RecordComparison) -> str:
    """The whole comparison, ending in a new line."""
    blocks = [_head(compared)]
    blocks += ["\n".join(_record(compared, record)) for record in by_weight(compared)]
    blocks += ["\n".join(lines) for lines in _consequences(compared) if lines]
    return "\n\n".join(blocks) + "\n"


def change_summary(compared: RecordComparison) -> str:
    """The counts in a line: `3 records changed · 1 record only laid out anew`."""
    counts = [(what, sum(record.what is what for record in compared.records)) for what in ChangeKind]
    parts = [count_noun(count, f"record {what}", f"records {what}") for what, count in counts if count]
    if compared.following:
        parts.append(f"{count_noun(compared.following, 'record')} only citing it by its new name")
    if compared.only_laid_out:
        parts.append(f"{count_noun(compared.only_laid_out, 'record')} only laid out anew")
    return " · ".join(parts) or "Nothing changed in the records"


def record_name(record: RecordChange) -> str:
    """The kind and title of a record, `Action "Supervision recorded"`; the kind alone if the title is hidden."""
    title = f' "{record.title}"' if record.title else ""
    return f"{record.kind.name.capitalize()}{title}"


def proposal_change_text(label: str, before: str, after: str) -> str:
    """A line on a theme for which `lif triangulate` would now propose something else."""
    return f"{label}: `lif triangulate` would say {after} (was {before})"


def flip_text(flip: Flip) -> str:
    """A line on an answer that is another one now: `audits/2026-x: then and now, …: no clear change (was …)`."""
    return f"{flip.record}: {flip.text}"


def deadline_change_text(shift: DeadlineShift) -> str:
    """The deadline that a change adds, removes or moves: `actions/2026-x, action: due 1 March 2026, was due …`."""
    head = f"{shift.record}, {shift.kind}" if shift.record else shift.kind
    before, after = (
        f"due {format_date(deadline_day)}" if deadline_day else "with no day set"
        for deadline_day in (shift.before, shift.after)
    )
    if shift.is_new:
        return f"{head}: new, {after}"
    return f"{head}: no longer open (was {before})" if shift.is_gone else f"{head}: {after}, was {before}"


def document_citations_text(document: OutdatedDocument) -> str:
    """The changed records that a document cites: `cites findings/2025-x, audits/2025-y, …`."""
    return f"cites {', '.join(document.names[:_MOST_NAMED])}{', …' if len(document.names) > _MOST_NAMED else ''}"


def shorten(text: str) -> str:
    """The text, cut where it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def change_sentences(compared: RecordComparison, record: RecordChange) -> tuple[ChangeSentence, ...]:
    """What changed in a record, without what the message of a problem already says."""
    told_fields = {
        diagnostic.field
        for diagnostic in compared.problems
        if diagnostic.record == record.id and diagnostic.code.name in _SELF_EXPLAINING
    }
    return tuple(sentence for sentence in sentences_of_change(record) if not told_fields & {*sentence.fields})


def change_heading(record: RecordChange) -> str:
    """What happened to a record, shown after its name."""
    if record.is_unread:
        return "cannot be read on one side"
    if record.what is ChangeKind.MOVED:
        return f"moved, was {record.was}" if not record.fields else f"moved and changed, was {record.was}"
    if record.is_hidden:
        return f"{record.what}; only for those who may see it"
    return str(record.what)


def _head(compared: RecordComparison) -> str:
    return f"{compared.base} → {compared.head}\n{change_summary(compared)}"


def _record(compared: RecordComparison, record: RecordChange) -> Iterator[str]:
    yield safe_line(f"{record_name(record)}  {record.id}  ({change_heading(record)})")
    sentence_lines = [
        paragraph(_sentence(sentence), indent=2, hanging=2) for sentence in change_sentences(compared, record)
    ]
    problem_lines = [problem_line for diagnostic in compared.of(record) for problem_line in _problem(diagnostic)]
    yield from (
        (*problem_lines, *sentence_lines) if record.what is ChangeKind.REMOVED else (*sentence_lines, *problem_lines)
    )


def _sentence(sentence: ChangeSentence) -> str:
    pieces = " ".join(_SIGNS[piece.side].format(piece.text) for piece in sentence.pieces)
    return f"{shorten(sentence.text)}: {pieces}" if pieces else shorten(sentence.text)


def _problem(diagnostic: Diagnostic) -> Iterator[str]:
    yield paragraph(f"{diagnostic.severity}: {diagnostic.message}  [{diagnostic.code.name}]", indent=2, hanging=4)
    if diagnostic.hint and diagnostic.severity is not Severity.NOTE:
        yield paragraph(diagnostic.hint, indent=6)


def _consequences(compared: RecordComparison) -> Iterator[list[str]]:
    new_problems = [
        f"{diagnostic.record}: {diagnostic.message}  [{diagnostic.code.name}]" for diagnostic in compared.elsewhere
    ]
    yield _section("What else is wrong now", new_problems)
    proposals = [
        proposal_change_text(change.label, change.before.word, change.after.word) for change in compared.proposals
    ]
    yield _section("What the evidence would say", [*proposals, *map(flip_text, compared.flips)])
    yield _section("Deadlines", [deadline_change_text(shift) for shift in compared.shifts])
    suspect_evidence = [
        f"{suspect.record} cites {suspect.target}: read it again, then lif accept {suspect.record}"
        for suspect in compared.suspect_besides
    ]
    yield _section("Evidence whose source changed", suspect_evidence)
    documents = [f"{document.path}: {document_citations_text(document)}" for document in compared.documents]
    yield _section(OLD_DOCUMENTS, documents)
    resolved = [
        f"{diagnostic.record}: {diagnostic.code.title}  [{diagnostic.code.name}]" for diagnostic in compared.resolved
    ]
    yield _section("No longer wrong", resolved)


def _section(head: str, lines: Sequence[str]) -> list[str]:
    return [head, *(paragraph(text, indent=2, hanging=2) for text in lines)] if lines else []
