"""Rules on what audits measure: standards and their register, counts and grades, and standards that got worse."""

import re
from collections import Counter
from collections.abc import Iterator

from lif.analysis.audits.measured_again import Deterioration, concerns_about, deteriorations
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.chronology.record_date import date_at, own_date
from lif.diagnostics.code import error, warning
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit, AuditedCase, GradeCount
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.rules.rule import Question, RuleProblem, rule

_SERIAL = re.compile(r"[a-z-]*\d+", re.ASCII)
"""A key that numbers the cases of one audit, `case-1`: the same in two audits, it says nothing."""


@rule(
    error(
        "LIF309",
        "a standard that is called the same without a reason",
        "standards are called the same, and why is not said",
        "F4.7",
    )
)
def sameness_has_a_reason(question: Question) -> Iterator[RuleProblem]:
    """A standard that is the same as another says why; a reason says of which words or which standard it speaks."""
    partnership = question.snapshot.partnership
    for index, standard in enumerate(partnership.practice_standards if partnership else ()):
        at = ("practice_standards", index)
        if standard.same_as and not standard.same_because:
            message = f"`{standard.key}` is the same as `{standard.same_as}`; why the two measure the same is not said"
            hint = "Say it under `same_because`, and who judged it under `by`; until then their counts stand apart."
            yield RuleProblem("partnership", (*at, "same_as"), message, hint)
        elif standard.same_because and not standard.same_as:
            message = f"`{standard.key}` says why it is the same, and not as which standard"
            yield RuleProblem("partnership", (*at, "same_because"), message, "Name the other one under `same_as`.")
    for audit in question.snapshot.of(Audit):
        for index, result in enumerate(audit.record.results):
            if result.same_because and not result.asked:
                message = f"`{result.key}` says why other words ask the same, and not which words"
                hint = "Write the words as asked under `asked`, or take the reason out."
                yield RuleProblem(audit.id, ("results", index, "same_because"), message, hint)


@rule(
    warning(
        "LIF310",
        "a standard that was measured after its time",
        "audits measured standards that were no longer in force",
        "F4.7",
    )
)
def measured_standard_is_in_force(question: Question) -> Iterator[RuleProblem]:
    """An audit measures standards of its own time, not one whose time had ended when the audit began."""
    standards = question.snapshot.practice_standards
    for audit in question.snapshot.of(Audit):
        began = audit.record.life.started or own_date(audit.record)
        for index, result in enumerate(audit.record.results):
            standard = standards.get(result.key)
            if standard and standard.until and began and standard.until.is_before(began):
                message = f"`{standard.key}` was in force until {standard.until}; the audit began {began}"
                successor = f" `{standard.replaced_by}` took its place." if standard.replaced_by else ""
                hint = f"Name the standard that was asked, or correct `until` in the register.{successor}"
                yield RuleProblem(audit.id, ("results", index, "key"), message, hint)


@rule(
    error(
        "LIF523",
        "counts of grades that the cases contradict",
        "counts of grades differ from the cases that they count",
        "F4.7",
        waits_for_drafts=True,
    )
)
def grade_counts_fit_the_cases(question: Question) -> Iterator[RuleProblem]:
    """The counts of grades of an audit are those of its cases, where the cases are there; each grade stands once."""
    for entry in question.snapshot.of(Audit):
        counted = Counter(count.grade for count in entry.record.grades)
        cases = entry.record.cases
        for index, count in enumerate(entry.record.grades):
            at = ("grades", index)
            if counted[count.grade] > 1:
                message = f"the grade `{count.grade}` is counted twice"
                yield RuleProblem(entry.id, (*at, "grade"), message, "Count it in one place.")
            elif cases:
                yield from _contradictions(entry.id, at, count, cases)
        missing = {case.moderated for case in cases if case.moderated} - counted.keys()
        if entry.record.grades and missing:
            message = f"cases are graded {', '.join(sorted(missing))}, which `grades` does not count"
            yield RuleProblem(entry.id, ("grades",), message, "Add the counts of these grades.")


def _contradictions(
    audit: str, at: tuple[str, int], count: GradeCount, cases: tuple[AuditedCase, ...]
) -> Iterator[RuleProblem]:
    own = sum(given.grade == count.grade for case in cases for given in case.grades)
    moderated = sum(case.moderated == count.grade for case in cases)
    for field, said, found in (("own", count.own, own), ("moderated", count.moderated, moderated)):
        if said is not None and said != found:
            message = f"{said} {field} grades of `{count.grade}` are counted here, and the cases hold {found}"
            yield RuleProblem(audit, (*at, field), message, "Correct the count or the case.")


@rule(
    warning(
        "LIF524",
        "a standard that got clearly worse, and nothing takes it up",
        "standards got clearly worse, and no finding, action or decision takes it up",
        "F4.7",
        "F3.4",
        waits_for_drafts=True,
    )
)
def deterioration_is_taken_up(question: Question) -> Iterator[RuleProblem]:
    """A clear deterioration between audits has a finding, an action or a decision that speaks of it."""
    snapshot = question.snapshot
    for worse in deteriorations(snapshot):
        if not _is_taken_up(question, worse):
            then, now = worse.step.then, worse.step.now
            message = f'"{worse.chain.text}": {worse.step.verdict} between {then.audit} and {now.audit}'
            hint = "Write a finding on it (lif new finding --from …), or cite this audit in a decision or an action."
            yield RuleProblem(now.audit, _place(snapshot, worse), message, hint)


def _is_taken_up(question: Question, worse: Deterioration) -> bool:
    """Whether a finding raises the concern, or an action or a decision cites the audit or one of its items."""
    snapshot = question.snapshot
    if worse.audit in question.cited_unread or concerns_about(snapshot, worse):
        return True
    return any(
        isinstance(entry.record, (Action, Decision))
        for target, citing in snapshot.cited_by.items()
        if RecordRef.parse(target).record == worse.audit
        for entry, _ in citing
    )


def _place(snapshot: Snapshot, worse: Deterioration) -> tuple[str | int, ...]:
    """The result in the record that shows it; of grades the list of counts."""
    audit = snapshot.entries[worse.audit].record
    keys = [result.key for result in audit.results] if isinstance(audit, Audit) else []
    return ("results", keys.index(worse.chain.standard)) if worse.chain.standard in keys else ()


@rule(
    warning(
        "LIF525",
        "a standard without counts in a reported audit",
        "audits were reported, and hold standards without counts",
        "F4.7",
        waits_for_drafts=True,
    )
)
def reported_standards_have_counts(question: Question) -> Iterator[RuleProblem]:
    """An audit that was reported says in how many cases each of its standards was met."""
    for entry in question.snapshot.of(Audit):
        audit = entry.record
        if not date_at(audit, "life.reported"):
            continue
        for index, result in enumerate(audit.results):
            if result.met is None and result.of is None and not result.not_applicable:
                message = f"`{result.key}` stands without counts, and the audit was reported {audit.life.reported}"
                hint = "Fill in `met` and `of`; where it was not measured after all, take the result out."
                yield RuleProblem(entry.id, ("results", index), message, hint)


@rule(
    warning(
        "LIF526",
        "more cases measured than were looked at",
        "standards were measured in more cases than were looked at",
        "F4.7",
        waits_for_drafts=True,
    )
)
def measured_cases_were_looked_at(question: Question) -> Iterator[RuleProblem]:
    """The cases of a result, with those to which the standard did not apply, are no more than the audit looked at."""
    for entry in question.snapshot.of(Audit):
        looked_at = entry.record.cases_looked_at
        for index, result in enumerate(entry.record.results):
            cases = (result.of or 0) + (result.not_applicable or 0)
            if looked_at is not None and cases > looked_at:
                beside = f", {result.not_applicable} of them not applicable" if result.not_applicable else ""
                message = f"`{result.key}` has {cases} cases{beside}; the audit looked at {looked_at}"
                yield RuleProblem(entry.id, ("results", index, "of"), message, "Correct one of the numbers.")


@rule(
    warning(
        "LIF527",
        "the same cases in two audits, and no word of it",
        "two audits of a standard seem to have looked at the same cases",
        "F4.7",
        waits_for_drafts=True,
    )
)
def the_same_cases_are_declared(question: Question) -> Iterator[RuleProblem]:
    """Where two audits of one line share case keys that are not mere numbers, one says that it looked again."""
    found: set[tuple[str, str]] = set()
    for chain in standards_over_time(question.snapshot):
        for line in chain.lines:
            found |= {(step.then.audit, step.now.audit) for step in line.steps}
    for then_id, now_id in sorted(found):
        then, now = (question.snapshot.entries[audit].record for audit in (then_id, now_id))
        if not (isinstance(then, Audit) and isinstance(now, Audit)) or _says_so(then_id, then, now_id, now):
            continue
        shared = sorted(_named_cases(then) & _named_cases(now))
        if shared:
            message = f"{', '.join(shared[:3])}: the cases of {then_id} too, it seems"
            hint = f"Add {then_id} under `same_cases_as`, so that nothing is claimed of a change; or name cases anew."
            yield RuleProblem(now_id, ("cases",), message, hint)


def _says_so(then_id: str, then: Audit, now_id: str, now: Audit) -> bool:
    return then_id in {*now.same_cases_as, *now.same_evidence_as} or now_id in {
        *then.same_cases_as,
        *then.same_evidence_as,
    }


def _named_cases(audit: Audit) -> set[str]:
    return {case.key for case in audit.cases if not _SERIAL.fullmatch(case.key)}


@rule(
    warning(
        "LIF528",
        "a finding and its audit count differently",
        "findings give other counts than the audit they come from",
        "F4.7",
        waits_for_drafts=True,
    )
)
def finding_counts_as_its_audit(question: Question) -> Iterator[RuleProblem]:
    """A finding on a standard gives the counts of the audit it comes from, or the audit holds none for the standard."""
    for entry in question.snapshot.of(Finding):
        finding = entry.record
        result = _result_of(question.snapshot, entry)
        if result is None or None in {finding.met, finding.of} or None in {result[0], result[1]}:
            continue
        if (finding.met, finding.of) != result:
            met, of = result
            message = f"{finding.met} of {finding.of} on `{finding.standard}`; {finding.source} has {met} of {of}"
            yield RuleProblem(entry.id, ("met",), message, "Correct one of the two.")


def _result_of(snapshot: Snapshot, finding: Entry[Finding]) -> tuple[int | None, int | None] | None:
    """The counts of the audit on the standard of a finding; None where it holds none."""
    source = snapshot.entries.get(finding.record.source)
    results = source.record.results if source is not None and isinstance(source.record, Audit) else ()
    return next(((result.met, result.of) for result in results if result.key == finding.record.standard), None)


RULES = (
    sameness_has_a_reason,
    measured_standard_is_in_force,
    grade_counts_fit_the_cases,
    deterioration_is_taken_up,
    reported_standards_have_counts,
    measured_cases_were_looked_at,
    the_same_cases_are_declared,
    finding_counts_as_its_audit,
)
