"""The reviews, audits, assessments and inspections of a year: how each worked, and what it cannot show."""

from collections.abc import Iterator
from dataclasses import replace

from lif.analysis.themes.on_theme import has_begun
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.review import Review
from lif.model.record import Activity
from lif.model.snapshot import Entry
from lif.model.vocabulary import ReviewKind, words
from lif.reports.audit_design import audit_design
from lif.reports.cited_sentence import Detail, Line, Within
from lif.reports.sentences import line_with, record_line
from lif.reports.what_works import labelled, where_to_read

_AFTER_AN_INCIDENT = {ReviewKind.SERIOUS_CASE_REVIEW, ReviewKind.PRACTICE_REVIEW, ReviewKind.RAPID_REVIEW}


def activity_lines(within: Within) -> Iterator[Line]:
    """The reviews, audits, assessments and inspections of the year, less those that were only planned or asked for."""
    entries: tuple[Entry[Activity | Assessment | Inspection], ...] = (
        *within.all(Review), *within.all(Audit), *within.all(Assessment), *within.all(Inspection),
    )  # fmt: skip
    for entry in entries:
        if has_begun(within.snapshot, entry):
            told = (_how(within, entry), _limits(entry), _where_to_read(entry))
            yield line_with(
                record_line(within, entry, entry.record.title), (Detail(text, (entry.id,)) for text in told if text)
            )


def _how(within: Within, entry: Entry[Activity | Assessment | Inspection]) -> str:
    """How a review or an audit worked; what a return showed."""
    record = entry.record
    if isinstance(record, Audit):
        return audit_design(within.snapshot, Entry(entry.id, entry.kind, record), within.audience)
    if isinstance(record, Review):
        return review_method(record)
    if isinstance(record, Assessment) and record.summary:
        return record.marked(labelled((("What it showed", record.summary),)), "summary")
    return ""


def review_method(review: Review) -> str:
    """How the review worked, and what holds its publication up."""
    method = review.marked(review.method, "method") if review.method else ""
    return " ".join(filter(None, (labelled((("How it worked", method),)), on_publication(review))))


def on_publication(review: Review) -> str:
    """What holds the publication of the review up; empty where the record does not say."""
    return labelled((("On publication", review.publication_because or ""),))


def _where_to_read(entry: Entry[Activity | Assessment | Inspection]) -> str:
    return review_links(entry.record) if isinstance(entry.record, Review) else ""


def review_links(review: Review) -> str:
    """Where the report of the review can be read, unless it was taken down."""
    return where_to_read(review.links) if review.life.withdrawn is None else ""


def _limits(entry: Entry[Activity | Assessment | Inspection]) -> str:
    """What those who did the work say that it cannot show."""
    stated = () if isinstance(entry.record, Assessment) else entry.record.limitations
    limits = labelled((("What it cannot show", "; ".join(limit.rstrip(".") for limit in stated)),))
    return entry.record.marked(limits, "limitations") if limits else ""


def incident_lines(within: Within) -> Iterator[Line]:
    """The reviews of serious incidents of the year."""
    for entry in within.all(Review):
        if entry.record.review_kind in _AFTER_AN_INCIDENT:
            yield record_line(within, entry, entry.record.title, ("title", "review_kind"))


def scrutiny_lines(within: Within) -> Iterator[Line]:
    """Inspections with their judgements, and self-assessments with what came of the challenge to them.

    What their sources differ on stands where they are told as work of the year.
    """
    for inspection in within.all(Inspection):
        record = inspection.record
        judged = "; ".join(f"{judgement.about}: {judgement.judged}" for judgement in record.judgements)
        who = f"{record.body}; {words(record.inspection_kind)}"
        line = record_line(within, inspection, f"{record.title} ({who}){f': {judged}' if judged else ''}")
        worked_to = labelled((("The framework it worked to", record.framework or ""),))
        yield replace(line, below=(Detail(worked_to, (inspection.id,)),) if worked_to else ())
    for assessment in within.all(Assessment):
        challenges = assessment.record.peer_challenge
        if challenges:
            outcomes = "; ".join(challenge.outcome.rstrip(".") for challenge in challenges if challenge.outcome)
            came_of_it = labelled((("What came of it", outcomes),))
            yield replace(
                record_line(within, assessment, f"{assessment.record.title}: challenged by others"),
                below=(Detail(came_of_it, (assessment.id,)),) if came_of_it else (),
            )
