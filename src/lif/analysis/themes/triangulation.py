"""Triangulation: combine verdicts on one theme and propose (rules R1 to R3 of `docs/explanation/methods.md`).

The group decides, and its decision is a record of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from lif.analysis.themes.evidence_kind import SELF_DESCRIPTION
from lif.model.vocabulary import Direction

VERDICT_LETTERS = {
    Direction.WORKING_WELL: "W",
    Direction.NEEDS_TO_IMPROVE: "N",
    Direction.GAP: "G",
    Direction.MIXED: "M",
}
"""The verdict of each direction. A descriptive finding has no vote, nor has one that only says what could work."""
CONCERNS = frozenset({Direction.NEEDS_TO_IMPROVE, Direction.GAP})
"""The directions of findings that raise a concern; a mixed finding raises none and gives no reassurance."""
VERDICT_WORDS = {"W": "working well", "N": "needs to improve", "G": "a gap: nothing in place", "M": "mixed"}
RECENT_MONTHS = 18
"""Older reassurance does not lead to "Stabilised", unless the partnership sets another limit."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposal for a theme, `Created`, `Changed`, `Stabilised`, `discuss` or `none`, and the reason."""

    word: str
    reason: str


def combine_verdicts(letters: Iterable[str]) -> str | None:
    """Combine verdicts into one (R2): equal ones stay; N with G is N; any other mix is M; None where there are none."""
    distinct = set(letters)
    if not distinct:
        return None
    if len(distinct) == 1:
        return distinct.pop()
    return "N" if distinct == {"N", "G"} else "M"


def propose(
    verdicts: Mapping[str, str],
    newest_months: int | None,
    recent_months: int = RECENT_MONTHS,
    *,
    may_withhold: bool = False,
    doubtful: Mapping[str, str] | None = None,
) -> Proposal:
    """Propose by the first rule of R3 that fits; `verdicts` holds one verdict (W, N, G or M) per kind of evidence.

    `doubtful` are the kinds on which no reassurance may rest, each with the reason.

    `newest_months` is the age of the newest evidence, None when no date is known: then never "Stabilised".
    The burden of proof is higher for reassurance than for concern. Where an edition `may_withhold` records, no reason
    says that there is no other evidence.
    """
    if not verdicts:
        return Proposal("none", "no kind of evidence says whether it works")
    letters = set(verdicts.values())
    concerns = letters & {"N", "G"}
    if "W" not in letters:
        return _without_reassurance(letters, one_line(may_withhold=may_withhold) if len(verdicts) == 1 else "")
    if letters == {"W"}:
        proposal = _reassurance_only(verdicts, newest_months, recent_months, may_withhold=may_withhold)
        return _unless_in_doubt(proposal, verdicts, doubtful or {})
    if concerns and (challenge := _challenge_to_self_description(verdicts, "" if may_withhold else "only ")):
        return challenge
    if concerns:
        return Proposal("discuss", "sources disagree about whether this is working")
    return Proposal("discuss", "the evidence is mixed")


def one_line(*, may_withhold: bool) -> str:
    """The words for a single kind of evidence: others may be withheld, or there are none."""
    return "one line of evidence in this edition" if may_withhold else "one line of evidence only"


def _without_reassurance(letters: set[str], alone: str) -> Proposal:
    label = f" ({alone})" if alone else ""
    if letters == {"G"}:
        return Proposal("Created", f"evidence points to a gap{label}")
    if "N" in letters:
        return Proposal("Changed", f"evidence points to something that needs to improve{label}")
    return Proposal("discuss", "the evidence is mixed")


def _reassurance_only(
    verdicts: Mapping[str, str], newest_months: int | None, recent_months: int, *, may_withhold: bool
) -> Proposal:
    if len(verdicts) == 1:
        return Proposal("discuss", f"said to be working well by {one_line(may_withhold=may_withhold)}")
    if set(verdicts) <= SELF_DESCRIPTION:
        only = "" if may_withhold else "only "
        return Proposal("discuss", f"said to be working well {only}by agencies or staff describing themselves")
    if newest_months is None:
        return Proposal("discuss", "said to be working well, but none of the evidence is dated")
    if newest_months > recent_months:
        return Proposal("discuss", f"said to be working well, but the newest evidence is {newest_months} months old")
    otherwise = "" if may_withhold else " and none says otherwise"
    return Proposal("Stabilised", f"different kinds of evidence agree it is working well{otherwise}")


def _unless_in_doubt(proposal: Proposal, verdicts: Mapping[str, str], doubtful: Mapping[str, str]) -> Proposal:
    """The proposal, unless it is "Stabilised" and rests on one firm kind of evidence, or on self-description."""
    firm = verdicts.keys() - doubtful.keys()
    if proposal.word != "Stabilised" or (len(firm) > 1 and not firm <= SELF_DESCRIPTION):
        return proposal
    return Proposal("discuss", f"said to be working well, but {'; '.join(dict.fromkeys(doubtful.values()))}")


def _challenge_to_self_description(verdicts: Mapping[str, str], only: str) -> Proposal | None:
    """The proposal where only self-description says it works and two or more direct kinds say it does not; or None."""
    direct = [verdict for kind, verdict in verdicts.items() if kind not in SELF_DESCRIPTION]
    concerns = {"N", "G"} & set(direct)
    if len(direct) < 2 or "W" in direct or not concerns:  # noqa: PLR2004 - two direct kinds, as R3 says
        return None
    start = "direct evidence agrees" if set(direct) <= {"N", "G"} else "no direct evidence says that it works"
    reason = f"{start}; {only}self-assessment or staff views say it is working well - challenge this"
    return Proposal("Created" if set(direct) == {"G"} else "Changed", reason)


def agreement_in_words(verdicts: Mapping[str, str], *, may_withhold: bool = False) -> str:
    """Whether the kinds of evidence agree, in words."""
    if not verdicts:
        return "no verdict"
    if len(verdicts) == 1:
        return one_line(may_withhold=may_withhold)
    if count_conflicts(verdicts):
        return "they disagree"
    return "they agree" if len(set(verdicts.values())) == 1 and "M" not in verdicts.values() else "they partly agree"


def count_conflicts(verdicts: Mapping[str, str]) -> int:
    """The number of pairs of kinds that point opposite ways: working well against needing to improve or a gap."""
    pairs = combinations(verdicts.values(), 2)
    return sum("W" in pair and bool({"N", "G"} & set(pair)) for pair in pairs)


def pair_code(first: str | None, second: str | None) -> str:
    """Compare two verdicts on one theme in the words of Farmer's protocol; None is silence.

    Opposite directions are always dissonance here. Farmer's two-element rule would call them partial agreement when
    both sources speak of the same point (see `farmer_code`), which hides what matters in safeguarding.
    """
    if first is None or second is None:
        return "silence"
    pair = {first, second}
    if "W" in pair and pair & {"N", "G"}:
        return "dissonance"
    return "agreement" if len(pair) == 1 and pair != {"M"} else "partial agreement"


def farmer_code(first: str | None, second: str | None) -> str:
    """The code of the published two-element rule where both sources speak of the same point."""
    code = pair_code(first, second)
    if code == "dissonance":
        return "partial agreement"
    return "agreement" if first == second == "M" else code
