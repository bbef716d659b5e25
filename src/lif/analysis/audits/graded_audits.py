"""Graded audits over the years: the share of cases at or above the grade that is good enough, as the panel agreed it.

Only audits that repeat each other are compared: the grades of two audits of different work say nothing together. Own
grades, which agencies gave before moderation, stand beside the moderated ones and are never compared with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lif.analysis.audits.audit_comparison import Met
from lif.analysis.audits.measurement import Measurement
from lif.analysis.audits.own_grades import OwnGrades, compare_own_grades
from lif.analysis.audits.repeated_audits import first_of, our_audits, place_in_time
from lif.analysis.audits.standard_chain import StandardChain, measured_line
from lif.analysis.chronology.record_date import own_date
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.declaration import EvidenceKind
from lif.model.kinds.audit import Audit
from lif.model.kinds.partnership import Scale
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class GradedCases:
    """How many cases an audit graded, by grade of its scale, best first: as moderated, and agencies' own grades."""

    moderated: Mapping[str, int]
    own: Mapping[str, int]


def graded_chains(snapshot: Snapshot) -> tuple[StandardChain, ...]:
    """The chain of each set of audits with grades that repeat each other, where they name the grade that is enough."""
    by_first: dict[tuple[EvidenceKind, str], list[Entry[Audit]]] = {}
    for audit in our_audits(snapshot):
        if snapshot.scale(audit.record.scale) and sum(graded_cases(snapshot, audit.record).moderated.values()):
            by_first.setdefault((audit.record.sort, first_of(snapshot, audit.id)), []).append(audit)
    chains = (_chain(snapshot, sort, audits) for (sort, _), audits in by_first.items())
    return tuple(chain for chain in chains if chain is not None)


def graded_cases(snapshot: Snapshot, audit: Audit) -> GradedCases:
    """The grades of an audit by count, without those that say that nothing applied.

    They are the counts that it holds, or else those of its cases, which few readers may see.
    """
    scale = snapshot.scale(audit.scale)
    keys = [grade.key for grade in scale.best_first] if scale else []
    if audit.grades:
        counts = {count.grade: count for count in audit.grades}
        moderated = {key: (counts[key].moderated or 0) if key in counts else 0 for key in keys}
        own = {key: (counts[key].own or 0) if key in counts else 0 for key in keys}
        return GradedCases(moderated, own)
    own_grades = [given.grade for case in audit.cases for given in case.grades]
    panel_grades = [case.moderated for case in audit.cases]
    return GradedCases({key: panel_grades.count(key) for key in keys}, {key: own_grades.count(key) for key in keys})


def agreement_on_grades(snapshot: Snapshot, audit: Audit) -> OwnGrades | None:
    """How far agencies' own grades agreed, case by case; None where cases or scale are not there."""
    scale = snapshot.scale(audit.scale)
    if scale is None:
        return None
    keys = [grade.key for grade in scale.best_first]
    cases = [{given.agency: given.grade for given in case.grades if given.grade in keys} for case in audit.cases]
    compared = compare_own_grades(cases, keys, from_cases=snapshot.thresholds.grades_agree_from_cases)
    return compared if compared.together.cases else None


def _chain(snapshot: Snapshot, sort: EvidenceKind, audits: list[Entry[Audit]]) -> StandardChain | None:
    in_order = sorted(audits, key=lambda audit: place_in_time(snapshot, audit.id))
    named = {audit.record.good_enough for audit in in_order if audit.record.good_enough}
    only = named.pop() if len(named) == 1 else None
    named_in = {audit.id: _measurement(snapshot, audit, only) for audit in in_order}
    measured = [measurement for measurement in named_in.values() if measurement is not None]
    if not measured:
        return None
    newest = next(audit.record for audit in reversed(in_order) if named_in[audit.id] is not None)
    scale = snapshot.scale(newest.scale)
    enough = _label(scale, newest.good_enough or only or "")
    themes = dict.fromkeys(current_theme(snapshot, theme) for audit in in_order for theme in audit.record.themes)
    whose = "" if sort is EvidenceKind.AUDIT_MULTI else newest.led_by or in_order[0].id
    line = measured_line(snapshot, sort, whose, measured)
    return StandardChain("", f"Cases graded {enough} or better, as the panel agreed them", tuple(themes), (line,))


def _measurement(snapshot: Snapshot, audit: Entry[Audit], only: str | None) -> Measurement | None:
    """The cases at or above the grade that is good enough; None where the audit and its chain name no such grade."""
    record = audit.record
    scale = snapshot.scale(record.scale)
    keys = [grade.key for grade in scale.best_first] if scale else []
    enough = record.good_enough or only or ""
    if enough not in keys:
        return None
    from_here = keys[: keys.index(enough) + 1]
    cases = graded_cases(snapshot, record)
    own = Met(_at_least(cases.own, from_here), sum(cases.own.values()))
    return Measurement(
        audit=audit.id,
        when=own_date(record),
        counts=Met(_at_least(cases.moderated, from_here), sum(cases.moderated.values())),
        selection=record.selection,
        selected_by=record.selected_by or "",
        selected_how=record.selection_described or "",
        wording=f"{record.scale} {enough}",
        is_graded=True,
        beside=_beside(own, agreement_on_grades(snapshot, record)),
    )


def _at_least(counts: Mapping[str, int], from_here: list[str]) -> int:
    return sum(counts[key] for key in from_here)


def _beside(own: Met, agreement: OwnGrades | None) -> str:
    """`own grades before moderation, 33 of 36 at least as good; agencies gave the same grade in 9 of 12 cases`."""
    said = [f"own grades before moderation, {own.met} of {own.of} at least as good"] if own.of else []
    said += [f"agencies gave {agreement.together.sentence}"] if agreement else []
    return "; ".join(said)


def _label(scale: Scale | None, key: str) -> str:
    return next((grade.label.lower() for grade in scale.grades if grade.key == key), key) if scale else key
