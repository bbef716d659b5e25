"""Rules on grades and ratings: each is on its scale, and each rated standard in its set."""

from collections.abc import Iterator

from lif.diagnostics.code import error
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Scale, StandardsSet
from lif.model.snapshot import Entry, Snapshot
from lif.rules.rule import Question, RuleProblem, rule
from lif.rules.suggestion import suggest


@rule(
    error(
        "LIF308",
        "a grade or standard the partnership does not know",
        "grades or standards are not in their list",
        "F4.11",
    )
)
def grade_is_on_its_scale(question: Question) -> Iterator[RuleProblem]:
    """The grades of an audit are on its scale; the standards of an assessment, and of its findings, are in its set."""
    snapshot = question.snapshot
    for index, known in enumerate(snapshot.partnership.scales if snapshot.partnership else ()):
        keys = [grade.key for grade in known.grades]
        if known.not_applicable and known.not_applicable not in keys:
            yield _not_on_scale("partnership", ("scales", index, "not_applicable"), known.not_applicable, keys)
    for audit in snapshot.of(Audit):
        scale = snapshot.scale(audit.record.scale)
        if scale:
            yield from _unknown_grades(audit, scale)
    for assessment in snapshot.of(Assessment):
        standards_set = snapshot.standards_set(assessment.record.standards_set)
        if standards_set:
            yield from _unknown_ratings(assessment, standards_set, snapshot)
    for finding in snapshot.of(Finding):
        yield from _unknown_rated_standard(finding, snapshot)


def _unknown_rated_standard(finding: Entry[Finding], snapshot: Snapshot) -> Iterator[RuleProblem]:
    """The standard that a finding of a return names is in the set of the return."""
    named = finding.record.rated_standard
    source = snapshot.entries.get(finding.record.source)
    if named is None or source is None:
        return
    if not isinstance(source.record, Assessment):
        message = f"`{named}` is to be a standard of a return, and the finding comes from {source.kind.article}"
        hint = "Name the practice standard under `standard`, or take it out."
        yield RuleProblem(finding.id, ("rated_standard",), message, hint)
        return
    standards_set = snapshot.standards_set(source.record.standards_set)
    keys = [standard.key for standard in standards_set.standards] if standards_set else []
    if standards_set and named not in keys:
        message = f"the set `{standards_set.key}` has no standard `{named}`.{suggest(named, keys)}"
        yield RuleProblem(finding.id, ("rated_standard",), message, f"Standards there: {', '.join(keys)}.")


def _unknown_grades(audit: Entry[Audit], scale: Scale) -> Iterator[RuleProblem]:
    grade_keys = [grade.key for grade in scale.grades]
    enough, counted = audit.record.good_enough, [grade.key for grade in scale.best_first]
    if enough and enough not in counted:
        yield _not_on_scale(audit.id, ("good_enough",), enough, counted)
    for index, count in enumerate(audit.record.grades):
        if count.grade not in grade_keys:
            yield _not_on_scale(audit.id, ("grades", index, "grade"), count.grade, grade_keys)
    for index, case in enumerate(audit.record.cases):
        if case.moderated and case.moderated not in grade_keys:
            yield _not_on_scale(audit.id, ("cases", index, "moderated"), case.moderated, grade_keys)
        for grade_index, case_grade in enumerate(case.grades):
            if case_grade.grade not in grade_keys:
                yield _not_on_scale(
                    audit.id, ("cases", index, "grades", grade_index, "grade"), case_grade.grade, grade_keys
                )


def _unknown_ratings(
    assessment: Entry[Assessment], standards_set: StandardsSet, snapshot: Snapshot
) -> Iterator[RuleProblem]:
    keys = [standard.key for standard in standards_set.standards]
    scale = snapshot.scale(standards_set.scale)
    grades = [grade.key for grade in scale.grades] if scale else []
    for index, rating in enumerate(assessment.record.ratings):
        if rating.standard not in keys:
            message = (
                f"the set `{standards_set.key}` has no standard `{rating.standard}`.{suggest(rating.standard, keys)}"
            )
            yield RuleProblem(
                assessment.id, ("ratings", index, "standard"), message, f"Standards there: {', '.join(keys)}."
            )
        for field in ("own", "moderated"):
            grade = getattr(rating, field)
            if grade and grades and grade not in grades:
                yield _not_on_scale(assessment.id, ("ratings", index, field), grade, grades)


def _not_on_scale(record: str, at: tuple[str | int, ...], grade: str, grade_keys: list[str]) -> RuleProblem:
    message = f"the scale has no grade `{grade}`.{suggest(grade, grade_keys)}"
    return RuleProblem(record, at, message, f"Grades there: {', '.join(grade_keys)}.")


RULES = (grade_is_on_its_scale,)
