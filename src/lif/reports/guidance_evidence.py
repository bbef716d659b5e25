"""Judge the items of the guidance's list that ask for evidence: voices, impact, scrutiny, incidents."""

from collections.abc import Iterable, Iterator

from lif.analysis.chronology.action_events import actions_in, events_in
from lif.analysis.duties.statements import is_written, statements_on
from lif.analysis.impact.evidenced import NEEDS_PROOF
from lif.analysis.lines.what_came_of import findings_of, what_came_of
from lif.model.declaration import EvidenceKind
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.decision import Decision
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.learning import Learning
from lif.model.kinds.need import Need
from lif.model.kinds.position import Position
from lif.model.kinds.review import Review
from lif.model.kinds.statement import Statement
from lif.model.record import Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import InspectionKind, RegularReport, Whose
from lif.reports import indicator_lines
from lif.reports.activities_of_year import incident_lines
from lif.reports.changes_of_year import changes_of_year
from lif.reports.cited_sentence import Within, quantity
from lif.reports.guidance_answer import Judgement, ids_of, judgement, only, out_of
from lif.reports.little_progress import little_progress, priorities_in_force
from lif.reports.report import partnership_of

_FAMILY = frozenset({Whose.PARENTS_AND_CARERS, Whose.FAMILIES})
_INDEPENDENT = frozenset(
    {InspectionKind.STATUTORY_INSPECTION, InspectionKind.JOINT_INSPECTION, InspectionKind.INDEPENDENT_SCRUTINY}
)
_METHODS = {
    EvidenceKind.REVIEW: "reviews",
    EvidenceKind.AUDIT_MULTI: "audits across agencies",
    EvidenceKind.INSPECTION: "inspections and scrutiny",
}
"""The methods of scrutiny that the guidance names, each with its plural."""
_USES = (Finding, Need, Decision, Action, Learning, Evaluation, Position)
"""The kinds of record that show that what was heard or counted was used."""
EFFECT = "evidence of effect"
"""What is missing where nothing shows a change."""


def families(within: Within) -> Judgement:
    """Feedback of children and of families, and whether it was used; that of practitioners does not count."""
    heard = within.all(Feedback)
    children = [entry for entry in heard if entry.record.whose is Whose.CHILDREN]
    kin = [entry for entry in heard if entry.record.whose in _FAMILY]
    others = [entry for entry in heard if entry.record.whose not in _FAMILY | {Whose.CHILDREN}]
    counted = (*children, *kin)
    activities = () if counted else (*within.all(Review), *within.all(Audit))
    told = [entry for entry in activities if entry.record.families]
    voices = {"children": len(children), "parents and families": len(kin)}
    missing = [f"feedback of {whose}" for whose, count in voices.items() if not count]
    if counted and not any(_came_back(within.snapshot, counted)):
        missing.append("how it was used")
    says = (
        _voices_in_words(voices),
        _others_in_words(within, others, is_all=not counted),
        f"{_told(len(told))} how children and families took part, or why they did not" if told else "",
    )
    return judgement(says, ids_of((*counted, *others, *told)), missing, counts=bool(counted or told),
                     section="looked-at" if told else "")  # fmt: skip


def _voices_in_words(voices: dict[str, int]) -> str:
    pieces = [f"{whose} {count}" for whose, count in voices.items() if count]
    return f"feedback of {', '.join(pieces)}" if pieces else ""


def _others_in_words(within: Within, others: list[Entry[Feedback]], *, is_all: bool) -> str:
    """`feedback of practitioners only: 1`."""
    whose = [entry.record.whose for entry in others]
    spoken = {"practitioners": Whose.PRACTITIONERS, "the community": Whose.COMMUNITY}
    who = " and ".join(label for label, voice in spoken.items() if voice in whose)
    return f"feedback of {only(within, who) if is_all else who}: {len(others)}" if others else ""


def _told(count: int) -> str:
    return quantity(count, "review or audit tells", "reviews and audits tell")


def _came_back(snapshot: Snapshot, heard: Iterable[Entry[Feedback]]) -> Iterator[str]:
    """The feedback that was used: those who spoke heard what came of it, or a later record rests on what they said."""
    for entry in heard:
        if entry.record.told_back is not None or _is_used(snapshot, entry):
            yield entry.id


def _is_used(snapshot: Snapshot, entry: Entry[Record]) -> bool:
    """Whether a record that learns, decides, acts or evaluates cites it, or an item of it."""
    citing = (citing for cited in entry.citable_ids for citing, _ in snapshot.cited_by.get(cited, ()))
    return any(isinstance(one.record, _USES) for one in citing)


def impact(within: Within) -> Judgement:
    """What shows an effect; what people thought or learned, and claims that are not shown, answer it in part."""
    changed = changes_of_year(within)
    if changed:
        are = "shows" if len(changed) == 1 else "show"
        return judgement((f"{_counted_changes(changed)} {are} a change",), ids_of(changed), ())
    evaluations = within.all(Evaluation)
    weaker = [entry for entry in evaluations if entry.record.level not in NEEDS_PROOF]
    unshown = [entry for entry in evaluations if entry.record.level in NEEDS_PROOF]
    claims = [entry for entry in within.named(Contribution) if entry.record.impact]
    is_all = not (unshown or within.snapshot.can_withhold)
    says = (
        f"{'only ' if is_all else ''}what people thought or learned ({quantity(len(weaker), 'evaluation')})"
        if weaker
        else "",
        f"{quantity(len(unshown), 'evaluation')} at level 3 or 4 without a change that is shown" if unshown else "",
        f"what {quantity(len(claims), 'agency says', 'agencies say')} has changed" if claims else "",
    )
    section = "" if evaluations else "contributions"
    records = ids_of((*weaker, *unshown, *claims))
    return judgement(says, records, (EFFECT,), counts=bool(records), section=section)


def _counted_changes(changed: Iterable[Entry[Record]]) -> str:
    kinds = [entry.kind.name for entry in changed]
    evaluations, actions = kinds.count("evaluation"), kinds.count("action")
    parts = (
        evaluations and quantity(evaluations, "evaluation"),
        actions and quantity(actions, "measure of an action, taken again,", "measures of actions, taken again,"),
    )
    return " and ".join(part for part in parts if part)


def done_and_effective(within: Within) -> Judgement:
    """What was decided and done in the year, and what shows a change."""
    decisions, changed = within.all(Decision), changes_of_year(within)
    actions = actions_in(within.snapshot, within.year)
    finished = [
        entry
        for entry in actions
        if any(event.what in {"done", "closed"} for event in events_in(entry.record, within.year))
    ]
    known = "" if within.snapshot.can_withhold else " (none known to be done)"
    done = f" ({len(finished)} done or closed)" if finished else known
    says = (
        quantity(len(decisions), "decision") if decisions else "",
        f"{quantity(len(actions), 'action')}{done}" if actions else "",
        f"shown to be effective by {_counted_changes(changed).rstrip(',')}" if changed else "",
    )
    missing = [] if decisions or finished else ["what was done"]
    if not changed:
        missing.append("what shows that it was effective")
    return judgement(says, ids_of((*changed, *decisions, *actions)), missing, counts=any(says))


def independent_scrutiny(within: Within) -> Judgement:
    """Inspections and the independent scrutineer, what they taught and what came of it; peers are not independent."""
    snapshot, looked = within.snapshot, within.all(Inspection)
    independent = [entry for entry in looked if entry.record.inspection_kind in _INDEPENDENT]
    peers = [entry for entry in looked if entry.record.inspection_kind not in _INDEPENDENT]
    challenged = [entry for entry in within.all(Assessment) if entry.record.peer_challenge]
    said, replies = _words_in(within, "scrutineer"), _words_in(within, "reply")
    says = (
        quantity(len(independent), "inspection or independent scrutiny", "inspections and independent scrutinies")
        if independent
        else "",
        quantity(len(peers), "scrutiny by councillors or peers", "scrutinies by councillors or peers") if peers else "",
        _challenged_in_words(within, len(challenged), is_all=not looked and not said),
        "the statement of the independent scrutineer" if said else "",
        "the reply of the partners" if replies else "",
    )
    missing = [] if independent or said else ["an inspection, or scrutiny by an independent scrutineer"]
    taught = said or any(map(_taught, independent)) or any(findings_of(snapshot, independent))
    if independent and not taught:
        missing.append("what it taught")
    if (independent or said) and not (replies or any(what_came_of(snapshot, entry) for entry in independent)):
        missing.append("what came of it")
    records = (*independent, *peers, *challenged, *said, *replies)
    section = "scrutineer" if said and not (looked or challenged) else ""
    return judgement(says, ids_of(records), missing, counts=any(says), section=section)


def _words_in(within: Within, section: str) -> list[Entry[Statement]]:
    """What people say in a section of the yearly report of the year."""
    on_report = statements_on(within.known, RegularReport.ANNUAL.value, within.year.name)
    return [entry for entry in on_report if entry.record.section == section and is_written(entry.record)]


def _challenged_in_words(within: Within, count: int, *, is_all: bool) -> str:
    what = f"peer challenge of {quantity(count, 'self-assessment')}"
    return (only(within, what) if is_all else what) if count else ""


def _taught(entry: Entry[Inspection]) -> bool:
    return bool(entry.record.judgements or entry.record.priority_actions)


def serious_incidents(within: Within) -> Judgement:
    """What the reviews of serious incidents found or asked for: n of the N reviews of the year."""
    told = {record for line in incident_lines(within) for record in line.records}
    reviews = [entry for entry in within.all(Review) if entry.id in told]
    taught = [
        entry
        for entry in reviews
        if entry.record.recommendations or any(True for _ in findings_of(within.snapshot, (entry,)))
    ]
    silent = [f"what was learned from {entry.record.title}" for entry in reviews if entry not in taught]
    counted = ("review after a serious incident", "reviews after a serious incident")
    says = f"what was learned is told of {out_of(within, len(taught), len(reviews), *counted)}"
    if not taught:
        says = quantity(len(reviews), *counted) if reviews else ""
    missing = silent if reviews else ["what was learned from a serious incident"]
    return judgement((says,), ids_of(reviews), missing, counts=bool(reviews))


def themes_of_scrutiny(within: Within) -> Judgement:
    """The findings of the year by method: reviews, audits across agencies, and inspections or scrutiny."""
    findings = sorted(within.all(Finding), key=lambda entry: entry.id)
    by_method = {method: [one for one in findings if _method(within.snapshot, one) is method] for method in _METHODS}
    told = [f"{_METHODS[method]} {len(found)}" for method, found in by_method.items() if found]
    themes = {entry.record.theme for entry in findings}
    others = len(findings) - sum(len(found) for found in by_method.values())
    says = f"{quantity(len(findings), 'finding')} on {quantity(len(themes), 'theme')}"
    if others:
        told.append(f"other sources {others}")
    missing = [f"findings of {_METHODS[method]}" for method, found in by_method.items() if not found]
    counts = any(by_method.values())
    return judgement((f"{says} ({', '.join(told)})",) if findings else (), ids_of(findings), missing, counts=counts)


def _method(snapshot: Snapshot, finding: Entry[Finding]) -> EvidenceKind | None:
    source = snapshot.entries.get(RecordRef.parse(finding.record.source).record)
    return source.record.evidence_kind if source else None


def little_progress_told(within: Within) -> Judgement:
    """For how many priorities of the year there is little or no evidence of progress; an edition cannot tell."""
    partnership = partnership_of(within.snapshot)
    priorities = tuple(priorities_in_force(partnership, within.year))
    if within.snapshot.can_withhold or not priorities:
        return judgement((), (), ("priorities in force, with their themes",), counts=False)
    lines = tuple(little_progress(within.snapshot, partnership, within))
    records = (record for line in lines for record in line.records)
    said = f"{len(lines)} of {quantity(len(priorities), 'priority', 'priorities')}" if lines else "on no priority"
    return judgement((f"little or no evidence of progress: {said}",), records, ())


def data(within: Within) -> Judgement:
    """The figures of the year, and whether a record that learns, decides or acts cites them."""
    figures = tuple(
        within.snapshot.entries[figure.indicator] for figure in indicator_lines.figures_of(within.snapshot, within.year)
    )
    used = [entry for entry in figures if _is_used(within.snapshot, entry)]
    says = (
        quantity(len(figures), "figure", "figures") + " over time" if figures else "",
        f"used to learn or decide: {len(used)}" if used else "",
    )
    missing = [] if used else ["how data was used to learn"] if figures else ["figures, and how they were used"]
    missing.append("how sharing information improved practice")
    return judgement(says, ids_of((*used, *figures)), missing, counts=bool(figures))
