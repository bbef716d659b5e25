"""A change as a comment on a pull request: what matters most first, the rest folded, all record text escaped."""

from collections.abc import Iterator, Sequence

from lif.changes.change import RecordChange, What
from lif.changes.change_words import Said
from lif.changes.prose import Side
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.comparison import Compared, by_weight
from lif.output.documents.markdown import escaped
from lif.output.text.change import cut, heading, name_of, rests_on, sentences, shifted, summary
from lif.output.text.terminal import counted

LONGEST = 60_000
"""Characters; forges refuse a comment above 65,536."""
_MOST_LINES = 20
"""The most sentences for one record, and the most lines in one fold."""
_MOST_OPEN = 10
"""The most changed records that are shown unfolded; a record with a new problem is never folded."""
_SIGNS = {Side.BOTH: "{}", Side.OUT: "~~{}~~", Side.IN: "**{}**"}
_CUT = "\nMore changed than fits in a comment: {} not shown. `lif diff` shows everything.\n"


def compared_comment(compared: Compared) -> str:
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
            (_fold(f"{counted(len(batch), 'more record')} changed", _more_records(compared, batch)), len(batch))
            for batch in _batches(folded)
        ),
        *((block, 0) for block in _resolved(compared)),
    ]
    records_left = len(records)
    for block, count in blocks:
        if len(text) + len(block) > LONGEST:
            return text + _CUT.format(counted(records_left, "record") if records_left else "some consequences")
        text += f"\n{block}\n"
        records_left -= count
    return text


def _title(compared: Compared) -> str:
    count = compared.to_look_at
    to_look_at = f" · {counted(count, 'thing')} to look at before merging" if count else ""
    return f"{summary(compared)}{to_look_at}"


def _has_new_problem(compared: Compared, record: RecordChange) -> bool:
    return any(diagnostic.severity is not Severity.NOTE for diagnostic in compared.of(record))


def _record(compared: Compared, record: RecordChange) -> Iterator[str]:
    sign = "⚠ " if _has_new_problem(compared, record) else ""
    yield f"{sign}**{escaped(cut(name_of(record)))}** ({escaped(record.id)}): {escaped(heading(record))}"
    all_sentences = sentences(compared, record)
    rest = [f"- and {len(all_sentences) - _MOST_LINES} more"] if len(all_sentences) > _MOST_LINES else []
    sentence_lines = [*(f"- {_sentence(sentence)}" for sentence in all_sentences[:_MOST_LINES]), *rest]
    problem_lines = [f"- {_problem(diagnostic)}" for diagnostic in compared.of(record)[:_MOST_LINES]]
    yield from (*problem_lines, *sentence_lines) if record.what is What.REMOVED else (*sentence_lines, *problem_lines)


def _sentence(sentence: Said) -> str:
    if not sentence.pieces:
        return escaped(cut(sentence.text))
    pieces = " ".join(_SIGNS[piece.side].format(escaped(cut(piece.text))) for piece in sentence.pieces if piece.text)
    return f"{escaped(cut(sentence.text))}: {pieces}"


def _problem(diagnostic: Diagnostic) -> str:
    sign = "" if diagnostic.severity is Severity.NOTE else "⚠ "
    hint = f" *{escaped(diagnostic.hint)}*" if diagnostic.hint else ""
    return f"{sign}{diagnostic.code.name}, {diagnostic.severity}: {escaped(cut(diagnostic.message))}{hint}"


def _other_problems(compared: Compared) -> Iterator[str]:
    """New problems in records that did not change."""
    if compared.elsewhere:
        lines = [f"- {escaped(diagnostic.record)}: {_problem(diagnostic)}" for diagnostic in compared.elsewhere]
        yield _section("**Newly wrong in other records**", lines)


def _consequences(compared: Compared) -> Iterator[str]:
    for turn in compared.turns:
        yield (
            f"With this, `lif triangulate` would say *{escaped(turn.after.word)}* for **{escaped(turn.label)}** "
            f"(was *{escaped(turn.before.word)}*): {escaped(turn.after.reason)}."
        )
    if compared.shifts:
        yield _section("**Deadlines**", [f"- {escaped(shifted(shift))}" for shift in compared.shifts])
    if compared.suspect_besides:
        lines = [f"- {escaped(suspect.record)} cites {escaped(suspect.target)}" for suspect in compared.suspect_besides]
        yield _section("**Evidence whose source changed** (read it again, then `lif accept`)", lines)
    if compared.documents:
        lines = [f"- {escaped(document.path)}: {escaped(rests_on(document))}" for document in compared.documents]
        yield _section("**Documents that may be out of date** (`lif report … --check` says whether one is)", lines)


def _section(head: str, lines: Sequence[str]) -> str:
    hidden_count = len(lines) - _MOST_LINES
    return "\n".join([head, *lines[:_MOST_LINES], *([f"- and {hidden_count} more"] if hidden_count > 0 else [])])


def _batches(folded: Sequence[RecordChange]) -> Iterator[Sequence[RecordChange]]:
    for start in range(0, len(folded), _MOST_LINES):
        yield folded[start : start + _MOST_LINES]


def _more_records(compared: Compared, records: Sequence[RecordChange]) -> str:
    lines = ["\n".join((*_record(compared, record), "")) for record in records]
    return _fold(f"{counted(len(records), 'more record')} changed", lines)


def _resolved(compared: Compared) -> Iterator[str]:
    """Problems that the change resolves."""
    if compared.resolved:
        lines = [
            f"- {escaped(diagnostic.record)}: {escaped(diagnostic.code.title)} ({diagnostic.code.name})"
            for diagnostic in compared.resolved[:_MOST_LINES]
        ]
        yield _fold(f"{counted(len(compared.resolved), 'problem')} resolved", lines)


def _fold(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"<details><summary>{head}</summary>", "", *lines, "", "</details>"])
