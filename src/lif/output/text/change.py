"""A change as people read it in a terminal: record by record in the field's words, then what it means."""

from collections.abc import Iterator, Sequence

from lif.changes.change import RecordChange, What
from lif.changes.change_words import Said, day, said
from lif.changes.delta import Shift
from lif.changes.documents import Aged
from lif.changes.prose import Side
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.comparison import Compared, by_weight
from lif.output.text.terminal import counted, line, paragraph

OLD_DOCUMENTS = "Documents that may be out of date (lif report … --check says whether one is)"
_NAMED = 3
"""So many of the records for which a document may be stale are named."""
_SHORT = 300
"""Longer values are cut."""
_TELLING = {"LIF804", "LIF806", "LIF807", "LIF811"}
"""Codes whose message says what changed."""
_SIGNS = {Side.BOTH: "{}", Side.OUT: "[-{}-]", Side.IN: "{{+{}+}}"}


def compared_text(compared: Compared) -> str:
    """Everything, ending in a new line."""
    blocks = [_head(compared)]
    blocks += ["\n".join(_record(compared, record)) for record in by_weight(compared)]
    blocks += ["\n".join(lines) for lines in _consequences(compared) if lines]
    return "\n\n".join(blocks) + "\n"


def summary(compared: Compared) -> str:
    """`3 records changed · 1 new error · 2 warnings resolved`, in a line."""
    counts = [(what, sum(one.what is what for one in compared.records)) for what in What]
    told = [counted(count, f"record {what}", f"records {what}") for what, count in counts if count]
    if compared.following:
        told.append(f"{counted(compared.following, 'record')} only citing it by its new id")
    if compared.only_laid_out:
        told.append(f"{counted(compared.only_laid_out, 'record')} only laid out anew")
    return " · ".join(told) or "Nothing changed in the records"


def name_of(record: RecordChange) -> str:
    """`Action "Monthly supervision recorded"`; the id where no more may be known."""
    title = f' "{record.title}"' if record.title else ""
    return f"{record.kind.name.capitalize()}{title}"


def turned(label: str, before: str, after: str) -> str:
    """What `lif triangulate` would propose now."""
    return f"{label}: `lif triangulate` would say {after} (was {before})"


def shifted(one: Shift) -> str:
    """`actions/2026-x, action: due 1 March 2026, was due 1 February 2026`."""
    head = f"{one.record}, {one.kind}" if one.record else one.kind
    before, after = (f"due {day(when)}" if when else "with no day set" for when in (one.before, one.after))
    if one.is_new:
        return f"{head}: new, {after}"
    return f"{head}: no longer open (was {before})" if one.is_gone else f"{head}: {after}, was {before}"


def rests_on(one: Aged) -> str:
    """`cites findings/2025-x, audits/2025-y, …`."""
    return f"cites {', '.join(one.names[:_NAMED])}{', …' if len(one.names) > _NAMED else ''}"


def cut(text: str) -> str:
    """Enough of a text to know what it says."""
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def sentences(compared: Compared, record: RecordChange) -> tuple[Said, ...]:
    """What is different, less what a problem tells in the same words."""
    told = {one.field for one in compared.problems if one.record == record.id and one.code.name in _TELLING}
    return tuple(one for one in said(record) if not told & {*one.fields})


def heading(record: RecordChange) -> str:
    """What became of a record, after its name."""
    if record.is_unread:
        return "cannot be read on one side"
    if record.what is What.MOVED:
        return f"moved, was {record.was}" if not record.fields else f"moved and changed, was {record.was}"
    if record.is_hidden:
        return f"{record.what}; only for those who may see it"
    return str(record.what)


def _head(compared: Compared) -> str:
    return f"{compared.base} → {compared.head}\n{summary(compared)}"


def _record(compared: Compared, record: RecordChange) -> Iterator[str]:
    yield line(f"{name_of(record)}  {record.id}  ({heading(record)})")
    told = [paragraph(_sentence(one), indent=2, hanging=2) for one in sentences(compared, record)]
    wrong = [line for one in compared.of(record) for line in _problem(one)]
    yield from (*wrong, *told) if record.what is What.REMOVED else (*told, *wrong)


def _sentence(one: Said) -> str:
    pieces = " ".join(_SIGNS[piece.side].format(piece.text) for piece in one.pieces)
    return f"{cut(one.text)}: {pieces}" if pieces else cut(one.text)


def _problem(one: Diagnostic) -> Iterator[str]:
    yield paragraph(f"{one.severity}: {one.message}  [{one.code.name}]", indent=2, hanging=4)
    if one.hint and one.severity is not Severity.NOTE:
        yield paragraph(one.hint, indent=6)


def _consequences(compared: Compared) -> Iterator[list[str]]:
    wrong = [f"{one.record}: {one.message}  [{one.code.name}]" for one in compared.elsewhere]
    yield _listed("What else is wrong now", wrong)
    turns = [turned(one.label, one.before.word, one.after.word) for one in compared.turns]
    yield _listed("What the evidence would say", turns)
    yield _listed("Deadlines", [shifted(one) for one in compared.shifts])
    again = [
        f"{one.record} cites {one.target}: read it again, then lif accept {one.record}"
        for one in compared.suspect_besides
    ]
    yield _listed("Evidence whose source changed", again)
    old = [f"{one.path}: {rests_on(one)}" for one in compared.documents]
    yield _listed(OLD_DOCUMENTS, old)
    right = [f"{one.record}: {one.code.title}  [{one.code.name}]" for one in compared.resolved]
    yield _listed("No longer wrong", right)


def _listed(head: str, told: Sequence[str]) -> list[str]:
    return [head, *(paragraph(one, indent=2, hanging=2) for one in told)] if told else []
