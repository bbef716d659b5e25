"""What a re-audit could show, said before it is commissioned."""

from lif.analysis.audits.audit_comparison import FEWEST_CASES, Barrier, what_a_reaudit_could_show
from lif.analysis.audits.standard_identity import is_share, words_of
from lif.model.kinds.audit import Audit, Result
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Selection


def reaudit_outlook(
    snapshot: Snapshot, audit: Audit, cases: int | None = None, *, fewest_cases: int = FEWEST_CASES
) -> tuple[str, ...]:
    """What a re-audit of `cases` cases could show, standard by standard; without a number, of as many cases as then.

    Where the cases of the audit were chosen by hand, a re-audit of any size cannot be compared with it.
    """
    return tuple(
        f"{words_of(snapshot, result)}: {_what_could_be_shown(audit, result, cases, fewest_cases)}"
        for result in audit.results
        if is_share(result)
    )


def _what_could_be_shown(audit: Audit, then: Result, cases: int | None, fewest_cases: int) -> str:
    met, of = then.met or 0, then.of or 0
    if audit.selection is Selection.HAND_PICKED:
        return f"then {met} of {of}: a re-audit is {Barrier.HAND_PICKED}"
    return what_a_reaudit_could_show((met, of), cases or of, fewest_cases=fewest_cases)
