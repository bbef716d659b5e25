"""Write statements for a document: those still owed, or one, each with the facts of its section beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lif.analysis.duties.statements import statements_on
from lif.cli.documents.compose import DocumentOptions, compose
from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.options import Options
from lif.cli.prompts.drafts import diagnostic_fields, print_diagnostics, print_result, refuse
from lif.cli.prompts.new_record import Writing
from lif.cli.prompts.records_made import Written
from lif.errors import LifError
from lif.model.kinds.statement import Statement
from lif.model.parts.scalars import year_start
from lif.model.period import Period
from lif.model.registry import KINDS
from lif.model.snapshot import Entry, Snapshot
from lif.output.documents.footnotes import without_footnotes
from lif.output.documents.paragraphs import paragraphs_of
from lif.output.text.terminal import paragraph
from lif.reports.people_words import still_owed
from lif.reports.periods import parse_period
from lif.reports.registry import REPORTS
from lif.reports.report import Ask, Owed, Report
from lif.store.load.plain_file import read_plain_file
from lif.store.load.positions import path_of
from lif.store.write.draft import Draft
from lif.store.write.edit import rewrite
from lif.store.write.writer import Change, write
from lif.store.yaml.parse import parse

_STATEMENT = KINDS["statement"]
_ROLE = "by.role="
_LARGEST = 1 << 24
_TAKE_OUT = "# Take these lines out once the words are written:"
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: the document (`annual/2025-26`), the section or all that are owed, a file, and fields."""

    document: str
    section: str | None
    all_owed: bool
    file: Path | None
    fields: tuple[str, ...]

    @property
    def role(self) -> str:
        """The role that is given, empty where none is."""
        return next((field.removeprefix(_ROLE) for field in self.fields if field.startswith(_ROLE)), "")


def write_statements(options: Options, wanted: Wanted) -> int:
    """Write the statements that are wanted and print what was written; returns the exit code.

    Raises `LifError` where the document, the section or the file is not there, and where words would be written over.
    """
    report, covers = _document(wanted.document)
    snapshot = options.loaded(say_what_is_left_out=False).snapshot
    if wanted.all_owed == (wanted.section is not None):
        raise LifError("Which statements?", "Say --all-owed, or one --section.")
    if wanted.file and wanted.all_owed:
        raise LifError("One file holds the words of one statement.", "Say which: --section foreword")
    if wanted.all_owed:
        return _write_owed(options, wanted, report, covers, snapshot)
    owed = _owed_for(report, wanted)
    text = _text_of(wanted.file, report, owed) if wanted.file else ()
    waiting = _waiting(snapshot, report, covers, owed)
    if waiting is not None:
        if not text:
            raise LifError(
                f"{waiting.id} is there already; nothing was written.", "It waits for its words: --text-from"
            )
        return _fill_in(options, waiting, text)
    written = _write_one(options, wanted, report, covers, owed, text)
    return PROBLEMS if written is None else _say(options, (written,))


def _document(text: str) -> tuple[Report, str]:
    """The report, and the time it is for as records name it."""
    name, _, span = text.partition("/")
    if name not in REPORTS:
        raise LifError(f'There is no report called "{name}".', f"Reports: {', '.join(REPORTS.names)}")
    if not span:
        raise LifError("Of which year or period?", f"Write it after the report: {name}/2025-26")
    report, covers = REPORTS[name], (Period.year(span) or parse_period(span)).covered
    asked = {*report.needs, *report.takes}
    if not asked & {Ask.YEAR, Ask.PERIOD}:
        known = ", ".join(one.name for one in REPORTS if {*one.needs, *one.takes} & {Ask.YEAR, Ask.PERIOD})
        says = f"{name} is for no year or period, so no statement can stand in one."
        raise LifError(says, f"Reports that are for a year or a period: {known}")
    if Ask.PERIOD not in asked and year_start(covers) is None:
        raise LifError(f"{name} is for a year, from April to March, and {span} is none.", f"Write {name}/2025-26")
    return report, covers


def _owed_for(report: Report, wanted: Wanted) -> Owed:
    """What the report says of a statement in the section; for a commentary, the role that is given."""
    section = report.wanted((wanted.section or "",), by_priority=False)[0]
    owed = next((one for one in report.owes if one.section == section), None)
    if owed is not None:
        return owed if not wanted.role else Owed(owed.what, section, wanted.role, owed.beside, owed.replies_to)
    if not wanted.role:
        raise LifError(f"Who speaks in the section {section}?", f'Say the role: --set {_ROLE}"Head of quality"')
    heading = next(one.heading or one.name for one in report.sections if one.name == section)
    return Owed(f'on "{heading}"', section, wanted.role, (section,))


def _text_of(file: Path, report: Report, owed: Owed) -> tuple[str, ...]:
    """The paragraphs of the file, without the heading of the section, which the document prints itself."""
    data = read_plain_file(file, _LARGEST)
    if data is None:
        raise LifError(f"{file} cannot be read.", f"Name a file of at most {_LARGEST} bytes.")
    first, *rest = paragraphs_of(file.name, data)
    heading = next(section.heading for section in report.sections if section.name == owed.section)
    return tuple(rest) if rest and first.casefold() == heading.casefold() else (first, *rest)


def _waiting(snapshot: Snapshot, report: Report, covers: str, owed: Owed) -> Entry[Statement] | None:
    """The statement of this role in this section that has no words yet; raises `LifError` where it has some."""
    for entry in statements_on(snapshot, report.name, covers):
        said = entry.record
        if said.section == owed.section and said.by.role.casefold() == owed.role.casefold():
            if said.text:
                hint = "Words that people wrote are never written over. Change them in the file, or name another role."
                raise LifError(f"{entry.id} holds words already; nothing was written.", hint, exit_code=PROBLEMS)
            return entry
    return None


def _write_owed(options: Options, wanted: Wanted, report: Report, covers: str, snapshot: Snapshot) -> int:
    """Write each owed statement that no record waits for; say which do."""
    taken = {entry.record.section: entry.id for entry in statements_on(snapshot, report.name, covers)}
    written: list[Written] = []
    waiting = []
    for owed in still_owed(snapshot, report, covers):
        if owed.section in taken:
            waiting.append(taken[owed.section])
            continue
        made = _write_one(options, wanted, report, covers, owed, ())
        if made is None:
            return PROBLEMS
        written.append(made)
    return _say(options, tuple(written), tuple(waiting))


def _write_one(
    options: Options, wanted: Wanted, report: Report, covers: str, owed: Owed, text: Sequence[str]
) -> Written | None:
    snapshot = options.loaded(say_what_is_left_out=False).snapshot
    replied_to = _replied_to(snapshot, report, covers, owed)
    facts = () if text else _words_of(replied_to) if replied_to else _facts(options, report, covers, owed)
    writing = Writing(options, _STATEMENT, asks=False, slug=_slug(snapshot, report, covers, owed), comments=facts)
    given = [
        f"title={owed.what[:1].upper()}{owed.what[1:]}: {report.name} {covers}",
        f"report={report.name}",
        f"covers={covers}",
        f"section={owed.section}",
        *([] if wanted.role else [f"{_ROLE}{owed.role}"]),
        *([f"replies_to={replied_to.id}"] if replied_to else []),
    ]
    tree = writing.initial_tree(None, [*given, *wanted.fields])
    if text:
        tree["text"] = list(text)
    return writing.complete(tree)


def _replied_to(snapshot: Snapshot, report: Report, covers: str, owed: Owed) -> Entry[Statement] | None:
    """The first statement in the section that this one replies to."""
    if not owed.replies_to:
        return None
    on_document = statements_on(snapshot, report.name, covers)
    return next((entry for entry in on_document if entry.record.section == owed.replies_to), None)


def _words_of(entry: Entry[Statement]) -> tuple[str, ...]:
    return (f"# {entry.id} says this.", _TAKE_OUT, *(f"#   {text}" for text in entry.record.text))


def _facts(options: Options, report: Report, covers: str, owed: Owed) -> tuple[str, ...]:
    """What the document says in the sections beside the words, as comments."""
    if not owed.beside:
        return ()
    is_year = Ask.YEAR in report.needs and year_start(covers) is not None
    span = {"year": covers} if is_year else {"period": covers}
    composed = compose(options, report, DocumentOptions(("report", report.name), sections=owed.beside, **span))
    lines = tuple(_of_sections(composed.text, {report.headings[section] for section in owed.beside}))
    said = f"# What the report says now ({composed.request.command})."
    return (said, _TAKE_OUT, *(f"#   {line}" if line else "#" for line in lines)) if lines else ()


def _of_sections(text: str, headings: set[str]) -> Iterator[str]:
    """The lines of these sections of a document, without marks of notes."""
    is_inside = False
    for line in text.splitlines():
        if line.startswith(("## ", "[^")):
            is_inside = line.removeprefix("## ") in headings
        if is_inside:
            yield without_footnotes(line)


def _slug(snapshot: Snapshot, report: Report, covers: str, owed: Owed) -> str:
    """`2025-26-annual-foreword`; with the role where that name is taken."""
    words = _NOT_A_WORD.sub("-", f"{covers}-{report.name}-{owed.section}".lower())
    is_taken = snapshot.find(_STATEMENT.id_of(words)) is not None
    return f"{words}-{_NOT_A_WORD.sub('-', owed.role.lower()).strip('-')}"[:80].strip("-") if is_taken else words


def _fill_in(options: Options, entry: Entry[Statement], text: Sequence[str]) -> int:
    """Put the words into a record that waits for them, and change nothing else in its file."""
    workspace = options.workspace()
    loaded = workspace.load()
    path = path_of(entry.id)
    data = loaded.files[path]
    tree: dict[str, Any] = {**(parse(data).tree or {}), "text": list(text)}
    after = rewrite(data, tree, _STATEMENT)
    verdict = Draft({path: after}).judged(loaded, options.today)
    if verdict.errors:
        return refuse(options, verdict.errors, f"{entry.id} stays as it was.")
    write(workspace.root, [Change(path, data, after, tree)])
    print_diagnostics(verdict.warnings)
    says = f"Put {len(text)} paragraphs into {path}" if len(text) > 1 else f"Put 1 paragraph into {path}"
    print_result(options, says, written=True, statements=[{"id": entry.id, "path": path}], waiting=[])
    return CLEAN


def _say(options: Options, written: tuple[Written, ...], waiting: tuple[str, ...] = ()) -> int:
    lines = [f"Wrote {one.path}" for one in written]
    lines += [f"{record} is there already, and waits for its words." for record in waiting]
    if not lines:
        lines = ["No statement is owed; nothing was written."]
    if any(one.assumed for one in written):
        lines.append(written[0].assumed)
    if written or waiting:
        hint = "Put the words under `text`, a paragraph each, or take them from a file: --section NAME --text-from FILE"
        lines.append(paragraph(hint, hanging=2))
    print_result(
        options,
        "\n".join(lines),
        written=bool(written),
        statements=[{"id": one.id, "path": one.path} for one in written],
        waiting=list(waiting),
        diagnostics=[diagnostic_fields(found) for one in written for found in one.warnings],
    )
    return CLEAN
