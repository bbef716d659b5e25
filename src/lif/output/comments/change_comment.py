"""A change as a comment on a pull request: what matters most first, the rest folded, nothing in it alive."""

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
_MOST = 20
"""So many sentences are told of one record, and so many lines of one fold."""
_OPEN = 10
"""So many changed records are shown outright; those in which something is newly wrong always are."""
_SIGNS = {Side.BOTH: "{}", Side.OUT: "~~{}~~", Side.IN: "**{}**"}
_CUT = "\nMore changed than fits in a comment: {} not shown. `lif diff` shows everything.\n"


def compared_comment(compared: Compared) -> str:
    """The comment, ending in a new line."""
    text = f"### {_title(compared)}\n"
    records = by_weight(compared)
    is_open = [index < _OPEN or _is_wrong(compared, one) for index, one in enumerate(records)]
    outright, folded = (
        [one for one, is_it in zip(records, is_open, strict=True) if is_it is side] for side in (True, False)
    )
    blocks = [
        *(("\n".join(_record(compared, one)), 1) for one in outright),
        *((block, 0) for block in _elsewhere(compared)),
        *((block, 0) for block in _meaning(compared)),
        *(
            (_fold(f"{counted(len(some), 'more record')} changed", _more(compared, some)), len(some))
            for some in _some(folded)
        ),
        *((block, 0) for block in _rest(compared)),
    ]
    left = len(records)
    for block, count in blocks:
        if len(text) + len(block) > LONGEST:
            return text + _CUT.format(counted(left, "record") if left else "some consequences")
        text += f"\n{block}\n"
        left -= count
    return text


def _title(compared: Compared) -> str:
    things = compared.to_look_at
    look = f" · {counted(things, 'thing')} to look at before merging" if things else ""
    return f"{summary(compared)}{look}"


def _is_wrong(compared: Compared, record: RecordChange) -> bool:
    return any(one.severity is not Severity.NOTE for one in compared.of(record))


def _record(compared: Compared, record: RecordChange) -> Iterator[str]:
    sign = "⚠ " if _is_wrong(compared, record) else ""
    yield f"{sign}**{escaped(cut(name_of(record)))}** ({escaped(record.id)}): {escaped(heading(record))}"
    told = sentences(compared, record)
    more = [f"- and {len(told) - _MOST} more"] if len(told) > _MOST else []
    says = [*(f"- {_sentence(one)}" for one in told[:_MOST]), *more]
    wrong = [f"- {_problem(one)}" for one in compared.of(record)[:_MOST]]
    yield from (*wrong, *says) if record.what is What.REMOVED else (*says, *wrong)


def _sentence(one: Said) -> str:
    if not one.pieces:
        return escaped(cut(one.text))
    told = " ".join(_SIGNS[piece.side].format(escaped(cut(piece.text))) for piece in one.pieces if piece.text)
    return f"{escaped(cut(one.text))}: {told}"


def _problem(one: Diagnostic) -> str:
    sign = "" if one.severity is Severity.NOTE else "⚠ "
    hint = f" *{escaped(one.hint)}*" if one.hint else ""
    return f"{sign}{one.code.name}, {one.severity}: {escaped(cut(one.message))}{hint}"


def _elsewhere(compared: Compared) -> Iterator[str]:
    """What is newly wrong in records that did not change."""
    if compared.elsewhere:
        lines = [f"- {escaped(one.record)}: {_problem(one)}" for one in compared.elsewhere]
        yield _listed("**Newly wrong in other records**", lines)


def _meaning(compared: Compared) -> Iterator[str]:
    for turn in compared.turns:
        yield (
            f"With this, `lif triangulate` would say *{escaped(turn.after.word)}* for **{escaped(turn.label)}** "
            f"(was *{escaped(turn.before.word)}*): {escaped(turn.after.reason)}."
        )
    if compared.shifts:
        yield _listed("**Deadlines**", [f"- {escaped(shifted(one))}" for one in compared.shifts])
    if compared.suspect_besides:
        lines = [f"- {escaped(one.record)} cites {escaped(one.target)}" for one in compared.suspect_besides]
        yield _listed("**Evidence whose source changed** (read it again, then `lif accept`)", lines)
    if compared.documents:
        lines = [f"- {escaped(one.path)}: {escaped(rests_on(one))}" for one in compared.documents]
        yield _listed("**Documents that may be out of date** (`lif report … --check` says whether one is)", lines)


def _listed(head: str, lines: Sequence[str]) -> str:
    more = len(lines) - _MOST
    return "\n".join([head, *lines[:_MOST], *([f"- and {more} more"] if more > 0 else [])])


def _some(folded: Sequence[RecordChange]) -> Iterator[Sequence[RecordChange]]:
    for start in range(0, len(folded), _MOST):
        yield folded[start : start + _MOST]


def _more(compared: Compared, records: Sequence[RecordChange]) -> str:
    lines = ["\n".join((*_record(compared, one), "")) for one in records]
    return _fold(f"{counted(len(records), 'more record')} changed", lines)


def _rest(compared: Compared) -> Iterator[str]:
    """What went away."""
    if compared.resolved:
        lines = [
            f"- {escaped(one.record)}: {escaped(one.code.title)} ({one.code.name})" for one in compared.resolved[:_MOST]
        ]
        yield _fold(f"{counted(len(compared.resolved), 'problem')} resolved", lines)


def _fold(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"<details><summary>{head}</summary>", "", *lines, "", "</details>"])
