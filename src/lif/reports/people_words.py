"""What people say in a document in their own words, section by section, and which words are still owed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.statements import is_written, statements_on
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.statement import By, Commitment, Statement
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View
from lif.model.vocabulary import RegularReport
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line, months_of
from lif.reports.heading import SectionWords, Words, WordsOfCommitment, long_date
from lif.reports.report import Owed, Report
from lif.reports.request import Request


def with_words(content: Any, report: Report, view: View, request: Request) -> Any:
    """The content of a report with the statements on it in its head, and the sentence on those still owed.

    A document narrowed to one priority has none: the words are on the whole of it.
    """
    span = span_of(request)
    if not span or request.priority:
        return content
    known = view.at(request.today).records
    head = replace(content.head, words=words_by_block(known, report, span), unwritten=unwritten(known, report, span))
    return replace(content, head=head)


def span_of(request: Request) -> str:
    """The year or period of a document as statements name it; empty where it is for none."""
    span = request.year or request.period
    return span.covered if span else ""


def words_by_block(snapshot: Snapshot, report: Report, span: str) -> Mapping[str, SectionWords]:
    """The statements of each section that has any, by the block of the section."""
    found: dict[str, list[Words]] = {}
    for entry in statements_on(snapshot, report.name, span):
        if is_written(entry.record):
            found.setdefault(entry.record.section, []).append(_words(snapshot, entry))
    return {
        section.name.replace("-", "_"): SectionWords(
            section.heading if section.is_of_words else "", tuple(found[section.name])
        )
        for section in report.sections
        if section.name in found
    }


def _words(snapshot: Snapshot, entry: Entry[Statement]) -> Words:
    said = entry.record
    to = snapshot.entries.get(said.replies_to or "")
    group = snapshot.group(said.group)
    return Words(
        by=said.marked(_by(snapshot, said.by), "by"),
        when=said.marked(date_text(said.date), "date") if said.date else "",
        agreed_by=f"agreed by the {group.name}" if group else "",
        to=f"in reply to the {to.record.by.role[:1].lower()}{to.record.by.role[1:]}"
        if to and isinstance(to.record, Statement)
        else "",
        paragraphs=said.text,
        commitments=tuple(_commitment(snapshot, entry, one) for one in said.commitments),
        note=Line("", "", (entry.id,)),
    )


def _by(snapshot: Snapshot, by: By) -> str:
    """`Independent scrutineer`, `Head of quality, Exampleshire Council`."""
    role = f"{by.role[:1].upper()}{by.role[1:]}"
    return f"{role}, {name_of(snapshot, by.agency)}" if by.agency else role


def _commitment(snapshot: Snapshot, entry: Entry[Statement], one: Commitment) -> WordsOfCommitment:
    absent = str(snapshot.absent)
    return WordsOfCommitment(
        outcome=entry.record.marked(one.outcome, f"commitments#{one.key}"),
        measure=", ".join(filter(None, (one.measure, one.target and f"target: {one.target}"))) or absent,
        due=long_date(one.due) if one.due else absent,
        owner=owner_of(snapshot, one) or absent,
        note=Line("", "", (entry.id_of(one.key),)),
    )


def owner_of(snapshot: Snapshot, one: Commitment) -> str:
    """`Exampleshire Council, head of quality`; empty where no owner is named."""
    if one.owner is None:
        return ""
    return ", ".join(filter(None, (name_of(snapshot, one.owner.agency), one.owner.role)))


def date_text(when: When) -> str:
    """`6 March 2026`, or `March 2026` or `2026` where no more is known."""
    return long_date(when.earliest) if when.is_exact else months_of(when)


def still_owed(snapshot: Snapshot, report: Report, span: str) -> Iterator[Owed]:
    """The statements a document should hold and no record says; a reply is owed once there is what it replies to."""
    said = {entry.record.section for entry in statements_on(snapshot, report.name, span) if is_written(entry.record)}
    for owed in report.owes:
        if owed.section not in said and (not owed.replies_to or owed.replies_to in said):
            yield owed


def unwritten(snapshot: Snapshot, report: Report, span: str) -> str:
    """One sentence on the statements still owed; empty where silence does not mean that there are none."""
    names = tuple(owed.what for owed in still_owed(snapshot, report, span))
    if not names or not snapshot.silence_means_no:
        return ""
    is_made = snapshot.partnership is not None and _is_made(snapshot.partnership, report, span)
    verb = "is" if len(names) == 1 else "are"
    return f"{join_words(names)} {verb} {'not recorded' if is_made else 'not written yet'}"


def _is_made(partnership: Partnership, report: Report, span: str) -> bool:
    """Whether the document was made already, as a yearly report is by the year it covers."""
    if report.name != RegularReport.ANNUAL.value:
        return False
    return any(made.what is RegularReport.ANNUAL and made.covers == span for made in partnership.reports_made)
