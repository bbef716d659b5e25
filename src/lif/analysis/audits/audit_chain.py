"""Compare audits with their re-audits, standard by standard (F4.7, R4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.audits.audit_comparison import (
    FEWEST_CASES,
    AuditComparison,
    Barrier,
    compare_audits,
    what_a_reaudit_could_show,
)
from lif.analysis.chronology.record_date import own_date
from lif.model.kinds.audit import Audit, Result
from lif.model.period import When
from lif.model.settings import Thresholds
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Selection


@dataclass(frozen=True, slots=True)
class StandardComparison:
    """One standard compared between an audit and its re-audit."""

    standard: str
    earlier: str
    later: str
    when_then: When | None
    when_now: When | None
    compared: AuditComparison


def compare_standards(snapshot: Snapshot, theme: str | None = None) -> tuple[StandardComparison, ...]:
    """Every standard that was audited again, oldest first; only those on the theme, where one is given.

    A result has the themes it names, or else those of its audit. Standards are matched by their key. Results with
    impossible numbers are left out: `lif check` reports them.
    """
    thresholds = snapshot.thresholds
    standards: list[StandardComparison] = []
    for later in snapshot.of(Audit):
        earlier = snapshot.entries.get(later.record.reaudit_of or "")
        if earlier is not None and isinstance(earlier.record, Audit) and not later.record.is_elsewhere:
            standards.extend(
                _compare_results(Entry(earlier.id, earlier.kind, earlier.record), later, theme, thresholds)
            )
    return tuple(sorted(standards, key=lambda standard: (str(standard.when_now), standard.later, standard.standard)))


def reaudit_outlook(audit: Audit, cases: int | None = None, *, fewest_cases: int = FEWEST_CASES) -> tuple[str, ...]:
    """What a re-audit of `cases` cases could show, standard by standard; without a number, of as many cases as then.

    Where the cases of the audit were chosen by hand, a re-audit of any size cannot be compared with it.
    """
    return tuple(
        f"{result.standard}: {_what_could_be_shown(audit, result, cases or result.of, fewest_cases)}"
        for result in audit.results
        if _is_share(result)
    )


def _what_could_be_shown(audit: Audit, then: Result, cases: int, fewest_cases: int) -> str:
    if audit.selection is Selection.HAND_PICKED:
        return f"then {then.met} of {then.of}: {Barrier.HAND_PICKED}; a re-audit cannot be compared with it"
    return what_a_reaudit_could_show((then.met, then.of), cases, fewest_cases=fewest_cases)


def _compare_results(
    earlier: Entry[Audit], later: Entry[Audit], theme: str | None, thresholds: Thresholds
) -> Iterator[StandardComparison]:
    earlier_results = {result.key: result for result in earlier.record.results}
    for now in later.record.results:
        then = earlier_results.get(now.key)
        if then is None or not (_is_share(then) and _is_share(now)):
            continue
        if theme is not None and theme not in {*_themes(earlier.record, then), *_themes(later.record, now)}:
            continue
        compared = compare_audits(
            (then.met, then.of),
            (now.met, now.of),
            _barrier(earlier.record, later.record, then, now),
            fewest_cases=thresholds.fewest_cases,
            percentages_from=thresholds.percentages_from,
        )
        dates = own_date(earlier.record), own_date(later.record)
        yield StandardComparison(now.standard, earlier.id, later.id, *dates, compared)


def _themes(audit: Audit, result: Result) -> tuple[str, ...]:
    return result.themes or audit.themes


def _is_share(result: Result) -> bool:
    return result.met <= result.of and result.of > 0


def _barrier(earlier: Audit, later: Audit, then: Result, now: Result) -> Barrier | None:
    """Why the two results cannot be compared, other than too few cases; None where they can."""
    sampling = sampling_barrier(earlier, later)
    if sampling is Barrier.HAND_PICKED:
        return sampling
    if " ".join(then.standard.split()).casefold() != " ".join(now.standard.split()).casefold():
        return Barrier.OTHER_STANDARD
    return sampling


def sampling_barrier(earlier: Audit, later: Audit) -> Barrier | None:
    """Why the cases of two audits cannot be compared: picked by hand, or chosen in two ways; None where they can."""
    if Selection.HAND_PICKED in {earlier.selection, later.selection}:
        return Barrier.HAND_PICKED
    return None if earlier.selection == later.selection else Barrier.OTHER_SAMPLING
