"""A change as a comment on a pull request: what matters most first, the rest folded, all record text escaped."""

from collections.abc import Iterator, Sequence

from lif.changes.change import ChangeKind, RecordChange
from lif.changes.change_words import ChangeSentence
from lif.changes.prose import Side
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.comparison import RecordComparison, by_weight
from lif.output.comments.forge_text import escape_for_forge
from lif.output.text.change import (
    change_heading,
    change_sentences,
    change_summary,
    deadline_change_text,
    document_citations_text,
    flip_text,
    record_name,
    shorten,
)
from lif.output.text.terminal import count_noun

LONGEST_COMMENT = 60_000
"""Characters; forges refuse a comment above 65,536."""
_MOST_LINES = 20
"""The most sentences for one record, and the most lines in one fold."""
_MOST_OPEN = 10
"""The most changed records that are shown unfolded; a record with a new problem is never folded."""
_SIGNS = {Side.BOTH: "{}", Side.OUT: "~~{}~~", Side.IN: "**{}**"}
_CUT = "\nMore changed than fits in a comment: {} not shown. `lif diff` shows everything.\n"


def compared_comment(compared: RecordComparison) -> str:
    """The comment, ending in a new line; cut between blocks where a forge would refuse its length."""
    text = f"### {_title(compared)}\n"
    records = by_weight(compared)
    is_open = [index < _MOST_OPEN or _has_new_problem(compared, record) for index, record in enumerate(records)]
    unfolded, folded = (
        [record for record, is_unfolded in zip(records, is_open, strict=True) if is_unfolded is wanted]
        for wanted in (True, False)
    )
    blocks = [
        *(("\n".join(_record(compared, record)), 1) for record in unfolded),
        *((block, 0) for block in _other_problems(compared)),
        *((block, 0) for block in _consequences(compared)),
        *(
            (_fold(f"{count_noun(len(batch), 'more record')} changed", _more_records(compared, batch)), len(batch))
            for batch in _batches(folded)
        ),
        *((block, 0) for block in _resolved(compared)),
    ]
    records_left = len(records)
    for block, count in blocks:
        if len(text) + len(block) > LONGEST_COMMENT:
            return text + _CUT.format(count_noun(records_left, "record") if records_left else "some consequences")
        text += f"\n{block}\n"
        records_left -= count
    return text


def _title(compared: RecordComparison) -> str:
    count = compared.to_look_at
    to_look_at = f" · {count_noun(count, 'thing')} to look at before merging" if count else ""
    return f"{change_summary(compared)}{to_look_at}"


def _has_new_problem(compared: RecordComparison, record: RecordChange) -> bool:
    return any(diagnostic.severity is not Severity.NOTE for diagnostic in compared.of(record))


def _record(compared: RecordComparison, record: RecordChange) -> Iterator[str]:
    sign = "⚠ " if _has_new_problem(compared, record) else ""
    name = escape_for_forge(shorten(record_name(record)))
    yield f"{sign}**{name}** ({escape_for_forge(record.id)}): {escape_for_forge(change_heading(record))}"
    all_sentences = change_sentences(compared, record)
    rest = [f"- and {len(all_sentences) - _MOST_LINES} more"] if len(all_sentences) > _MOST_LINES else []
    sentence_lines = [*(f"- {_sentence(sentence)}" for sentence in all_sentences[:_MOST_LINES]), *rest]
    problem_lines = [f"- {_problem(diagnostic)}" for diagnostic in compared.of(record)[:_MOST_LINES]]
    yield from (
        (*problem_lines, *sentence_lines) if record.what is ChangeKind.REMOVED else (*sentence_lines, *problem_lines)
    )


def _sentence(sentence: ChangeSentence) -> str:
    if not sentence.pieces:
        return escape_for_forge(shorten(sentence.text))
    pieces = " ".join(
        _SIGNS[piece.side].format(escape_for_forge(shorten(piece.text))) for piece in sentence.pieces if piece.text
    )
    return f"{escape_for_forge(shorten(sentence.text))}: {pieces}"


def _problem(diagnostic: Diagnostic) -> str:
    sign = "" if diagnostic.severity is Severity.NOTE else "⚠ "
    hint = f" *{escape_for_forge(diagnostic.hint)}*" if diagnostic.hint else ""
    return f"{sign}{diagnostic.code.name}, {diagnostic.severity}: {escape_for_forge(shorten(diagnostic.message))}{hint}"


def _other_problems(compared: RecordComparison) -> Iterator[str]:
    """New problems in records that did not change."""
    if compared.elsewhere:
        lines = [
            f"- {escape_for_forge(diagnostic.record)}: {_problem(diagnostic)}" for diagnostic in compared.elsewhere
        ]
        yield _section("**Newly wrong in other records**", lines)


def _consequences(compared: RecordComparison) -> Iterator[str]:
    for change in compared.proposals:
        label = escape_for_forge(change.label)
        yield (
            f"With this, `lif triangulate` would say *{escape_for_forge(change.after.word)}* for **{label}** "
            f"(was *{escape_for_forge(change.before.word)}*): {escape_for_forge(change.after.reason)}."
        )
    if compared.flips:
        lines = [f"- {escape_for_forge(shorten(flip_text(flip)))}" for flip in compared.flips]
        yield _section("**What the evidence would say now**", lines)
    if compared.shifts:
        yield _section(
            "**Deadlines**", [f"- {escape_for_forge(deadline_change_text(shift))}" for shift in compared.shifts]
        )
    if compared.suspect_besides:
        lines = [
            f"- {escape_for_forge(suspect.record)} cites {escape_for_forge(suspect.target)}"
            for suspect in compared.suspect_besides
        ]
        yield _section("**Evidence whose source changed** (read it again, then `lif accept`)", lines)
    if compared.documents:
        lines = [
            f"- {escape_for_forge(document.path)}: {escape_for_forge(document_citations_text(document))}"
            for document in compared.documents
        ]
        yield _section("**Documents that may be out of date** (`lif report … --check` says whether one is)", lines)


def _section(head: str, lines: Sequence[str]) -> str:
    hidden_count = len(lines) - _MOST_LINES
    return "\n".join([head, *lines[:_MOST_LINES], *([f"- and {hidden_count} more"] if hidden_count > 0 else [])])


def _batches(folded: Sequence[RecordChange]) -> Iterator[Sequence[RecordChange]]:
    for start in range(0, len(folded), _MOST_LINES):
        yield folded[start : start + _MOST_LINES]


def _more_records(compared: RecordComparison, records: Sequence[RecordChange]) -> str:
    lines = ["\n".join((*_record(compared, record), "")) for record in records]
    return _fold(f"{count_noun(len(records), 'more record')} changed", lines)


def _resolved(compared: RecordComparison) -> Iterator[str]:
    """Problems that the change resolves."""
    if compared.resolved:
        lines = [
            f"- {escape_for_forge(one.record)}: {escape_for_forge(one.code.title)} ({one.code.name})"
            for one in compared.resolved[:_MOST_LINES]
        ]
        yield _fold(f"{count_noun(len(compared.resolved), 'problem')} resolved", lines)


def _fold(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"<details><summary>{head}</summary>", "", *lines, "", "</details>"])
