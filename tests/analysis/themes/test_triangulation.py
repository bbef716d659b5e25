import csv
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.themes.evidence_kind import LABELS, SELF_DESCRIPTION
from lif.analysis.themes.triangulation import agreement_in_words, combine_verdicts, count_conflicts, propose

DATA = Path(__file__).parent / "data"
CHALLENGE = "direct evidence agrees; only self-assessment or staff views say it is working well - challenge this"
DISAGREE = "sources disagree about whether this is working"
STABLE = "different kinds of evidence agree it is working well and none says otherwise"
SELF_ONLY = "said to be working well only by agencies or staff describing themselves"
LETTER = st.sampled_from("WNGM")
VERDICTS = st.dictionaries(st.sampled_from(sorted(LABELS)), LETTER)


def _rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the methods, without the lines that name its source."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.lstrip('"').startswith("#")]
    return list(csv.DictReader(lines))


def _verdicts(families: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in families.split(";") if pair)


@pytest.mark.parametrize("row", _rows("triangulate_decision_table.csv"), ids=lambda row: row["families"] or "nothing")
def test_each_row_of_the_decision_table_is_proposed_word_for_word(row: dict[str, str]) -> None:
    verdicts = _verdicts(row["families"])
    proposal = propose(verdicts, int(row["newest_months"]))
    assert (agreement_in_words(verdicts), proposal.word) == (row["convergence"], row["proposal"])
    assert proposal.reason == (row["reason"] if "M" not in verdicts.values() else _without_agreement(row["reason"]))


def _without_agreement(reason: str) -> str:
    """The reason of a row in which a direct kind is mixed, which the table calls agreement: mixed evidence is none."""
    return reason.replace("direct evidence agrees;", "no direct evidence says that it works;")


@pytest.mark.parametrize(
    ("families", "months", "word", "reason"),
    [
        ("review=W;assessment=W", 18, "Stabilised", STABLE),
        ("voice_family=W;voice_practitioner=W", 0, "Stabilised", STABLE),
        ("review=W;audit_multi=W", 19, "discuss", "said to be working well, but the newest evidence is 19 months old"),
        ("review=W;audit_multi=W", None, "discuss", "said to be working well, but none of the evidence is dated"),
        ("assessment=W", 2, "discuss", "said to be working well by one line of evidence only"),
        ("assessment=W;voice_practitioner=W", 30, "discuss", SELF_ONLY),
        ("assessment=W;voice_practitioner=W", None, "discuss", SELF_ONLY),
        ("review=N;audit_multi=N", 120, "Changed", "evidence points to something that needs to improve"),
        ("review=G", None, "Created", "evidence points to a gap (one line of evidence only)"),
        ("review=G;audit_multi=G;voice_family=N", 3, "Changed", "evidence points to something that needs to improve"),
        ("review=G;audit_multi=M;voice_family=N", 3, "Changed", "evidence points to something that needs to improve"),
        ("voice_practitioner=N;review=W;audit_multi=W", 3, "discuss", DISAGREE),
        ("assessment=G;inspection=W;audit_multi=W", 3, "discuss", DISAGREE),
        ("assessment=W;review=N", 3, "discuss", DISAGREE),
        ("assessment=W;voice_practitioner=N;review=N", 3, "discuss", DISAGREE),
        ("assessment=W;review=N;audit_multi=W", 3, "discuss", DISAGREE),
        ("assessment=W;voice_practitioner=N;review=M;audit_multi=M", 3, "discuss", DISAGREE),
        ("assessment=W;voice_practitioner=W;review=G;indicator=G", 3, "Created", CHALLENGE),
        ("assessment=W;voice_practitioner=M;review=N;voice_family=N", 3, "Changed", CHALLENGE),
        ("voice_practitioner=W;review=M;audit_multi=G", 90, "Changed", _without_agreement(CHALLENGE)),
        ("assessment=W;voice_practitioner=G;review=G;audit_multi=G", 3, "Created", CHALLENGE),
    ],
)
def test_rows_that_follow_from_the_rules_are_proposed_too(
    families: str, months: int | None, word: str, reason: str
) -> None:
    proposal = propose(_verdicts(families), months)
    assert (proposal.word, proposal.reason) == (word, reason)


def test_a_partnership_may_ask_for_fresher_reassurance() -> None:
    verdicts = _verdicts("review=W;audit_multi=W")
    assert propose(verdicts, 12, 12).word == "Stabilised"
    assert propose(verdicts, 13, 12).word == "discuss"


@pytest.mark.parametrize("row", _rows("lif_pair_rules.csv"), ids=lambda row: f"{row['verdict_a']}-{row['verdict_b']}")
def test_each_pair_of_verdicts_is_coded_as_the_methods_say(row: dict[str, str]) -> None:
    said = {"review": row["verdict_a"], "audit_multi": row["verdict_b"]}
    verdicts = {kind: letter for kind, letter in said.items() if letter}
    words = {
        "agreement": "they agree",
        "partial agreement": "they partly agree",
        "dissonance": "they disagree",
        "silence": "one line of evidence only",
    }
    assert agreement_in_words(verdicts) == words[row["lif_code"]]
    assert count_conflicts(verdicts) == (row["lif_code"] == "dissonance")


@pytest.mark.parametrize(
    ("letters", "verdict"),
    [
        ("", None),
        ("W", "W"),
        ("WW", "W"),
        ("NN", "N"),
        ("GG", "G"),
        ("MM", "M"),
        ("NG", "N"),
        ("NGN", "N"),
        ("WN", "M"),
        ("WG", "M"),
        ("WM", "M"),
        ("NM", "M"),
        ("GM", "M"),
        ("NGM", "M"),
        ("WNG", "M"),
    ],
)
def test_several_verdicts_within_one_kind_become_one(letters: str, verdict: str | None) -> None:
    assert {combine_verdicts(order) for order in permutations(letters)} == {verdict}


def test_conflicts_are_counted_by_pairs_of_kinds() -> None:
    assert count_conflicts(_verdicts("assessment=W;review=N;audit_multi=N;voice_family=G;indicator=M")) == 3
    assert count_conflicts(_verdicts("assessment=W;inspection=W;review=N;audit_multi=G")) == 4


@given(VERDICTS, st.none() | st.integers(0, 200), st.randoms())
def test_the_order_of_verdicts_does_not_matter(verdicts: dict[str, str], months: int | None, chance: Random) -> None:
    shuffled = list(verdicts.items())
    chance.shuffle(shuffled)
    other = dict(shuffled)
    assert propose(verdicts, months) == propose(other, months)
    assert (agreement_in_words(verdicts), count_conflicts(verdicts)) == (
        agreement_in_words(other),
        count_conflicts(other),
    )


@given(VERDICTS, st.none() | st.integers(0, 200))
def test_reassurance_bears_the_higher_burden_of_proof(verdicts: dict[str, str], months: int | None) -> None:
    proposal = propose(verdicts, months)
    letters = set(verdicts.values())
    if proposal.word == "Stabilised":
        assert letters == {"W"}
        assert len(verdicts) >= 2
        assert set(verdicts) - SELF_DESCRIPTION
        assert months is not None
        assert months <= 18
    if letters and letters <= {"N", "G"}:
        assert proposal.word in {"Changed", "Created"}


@given(VERDICTS, st.none() | st.integers(0, 200), st.sampled_from(sorted(SELF_DESCRIPTION)))
def test_a_rosy_self_description_never_turns_concern_of_two_direct_kinds_away(
    verdicts: dict[str, str], months: int | None, kind: str
) -> None:
    direct = {family: letter for family, letter in verdicts.items() if family not in SELF_DESCRIPTION}
    if len(direct) >= 2 and set(direct.values()) <= {"N", "G"}:
        assert propose({**direct, kind: "W"}, months).word == propose(direct, months).word
