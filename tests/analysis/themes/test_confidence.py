from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.themes.confidence import Ceiling, ceiling
from lif.analysis.themes.evidence_kind import LABELS
from lif.model.kinds.decision import ConfidenceSet
from lif.model.parts.part import read
from lif.model.vocabulary import Concern, Confidence

HIGH, MODERATE, LOW, VERY_LOW = Confidence
QUESTIONS = ("how_well_done", "hangs_together", "enough_of_it", "about_us_now")
AGREE = {"review": "N", "audit_multi": "N"}
DISAGREE = {"review": "N", "audit_multi": "W"}
ROSY = {"review": "N", "audit_multi": "N", "assessment": "W"}


def _chosen(*serious: str, otherwise: str = "none") -> ConfidenceSet:
    concerns = dict.fromkeys(QUESTIONS, otherwise) | dict.fromkeys(serious, "serious")
    return read(ConfidenceSet, {**concerns, "overall": "high", "because": "We talked it through"})


def test_nothing_holds_confidence_down_where_kinds_agree_and_are_new() -> None:
    assert ceiling(AGREE, 3) == Ceiling(HIGH, ())
    assert ceiling(AGREE, 3, _chosen(otherwise="moderate")) == Ceiling(HIGH, ())


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ({"review": "N"}, Ceiling(LOW, ("one line of evidence only",))),
        ({"review": "M"}, Ceiling(LOW, ("one line of evidence only",))),
        (DISAGREE, Ceiling(LOW, ("sources disagree",))),
        ({"review": "G", "assessment": "W"}, Ceiling(LOW, ("sources disagree",))),
        (
            {"review": "N", "audit_multi": "G", "assessment": "W"},
            Ceiling(MODERATE, ("sources disagree (direct evidence agrees)",)),
        ),
        (
            {"review": "N", "assessment": "W", "voice_practitioner": "W"},
            Ceiling(LOW, ("sources disagree",)),
        ),
        (
            {"review": "W", "indicator": "W", "audit_multi": "N", "inspection": "N"},
            Ceiling(LOW, ("sources disagree",)),
        ),
        (
            {"review": "M", "audit_multi": "M", "assessment": "W", "voice_family": "N"},
            Ceiling(LOW, ("sources disagree",)),
        ),
        ({"assessment": "W", "voice_practitioner": "W"}, Ceiling(LOW, ("it looks at no practice directly",))),
        (ROSY, Ceiling(MODERATE, ("sources disagree (direct evidence agrees)",))),
        ({**AGREE, "voice_practitioner": "W"}, Ceiling(MODERATE, ("sources disagree (direct evidence agrees)",))),
        (
            {"review": "W", "audit_multi": "W", "inspection": "N"},
            Ceiling(LOW, ("sources disagree",)),
        ),
        ({"review": "N", "audit_multi": "M"}, Ceiling(HIGH, ())),
        ({"review": "N", "audit_multi": "G"}, Ceiling(HIGH, ())),
    ],
)
def test_one_line_of_evidence_and_disagreement_set_a_ceiling(verdicts: dict[str, str], expected: Ceiling) -> None:
    assert ceiling(verdicts, 3) == expected


def test_without_evidence_nobody_is_told_that_it_is_old_or_undated() -> None:
    assert ceiling({}, None) == Ceiling(LOW, ("no evidence",))


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, Ceiling(HIGH, ())),
        (24, Ceiling(HIGH, ())),
        (25, Ceiling(LOW, ("all of it older than 24 months",))),
        (None, Ceiling(LOW, ("the evidence has no date",))),
    ],
)
def test_old_and_undated_evidence_sets_a_ceiling(months: int | None, expected: Ceiling) -> None:
    assert ceiling(AGREE, months) == expected


def test_the_partnership_says_from_when_evidence_is_old() -> None:
    assert ceiling(AGREE, 13, old_after_months=12) == Ceiling(LOW, ("all of it older than 12 months",))
    assert ceiling(AGREE, 30, old_after_months=36) == Ceiling(HIGH, ())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how_well_done", "how well it was done"),
        ("hangs_together", "whether it hangs together"),
        ("enough_of_it", "whether there is enough of it"),
        ("about_us_now", "whether it is about us, now"),
    ],
)
def test_one_serious_concern_allows_moderate_and_is_named(question: str, words: str) -> None:
    assert ceiling(AGREE, 3, _chosen(question)) == Ceiling(MODERATE, (f"serious concern about {words}",))


@pytest.mark.parametrize("two", list(combinations(QUESTIONS, 2)))
def test_two_serious_concerns_allow_low_only(two: tuple[str, str]) -> None:
    held = ceiling(AGREE, 3, _chosen(*two))
    assert held.confidence is LOW
    assert held.reasons[0].count(" and ") == 1


def test_the_lowest_ceiling_counts_and_only_its_own_reasons_are_told() -> None:
    assert ceiling(ROSY, 30) == Ceiling(LOW, ("all of it older than 24 months",))
    assert ceiling(ROSY, 3, _chosen("enough_of_it")) == Ceiling(
        MODERATE,
        ("sources disagree (direct evidence agrees)", "serious concern about whether there is enough of it"),
    )
    rest = "whether there is enough of it and whether it is about us, now"
    assert ceiling({"review": "N"}, None, _chosen(*QUESTIONS)).reasons == (
        "one line of evidence only",
        "the evidence has no date",
        f"serious concern about how well it was done and whether it hangs together and {rest}",
    )


@pytest.mark.parametrize(
    ("limit", "held"),
    [(HIGH, {HIGH, MODERATE, LOW, VERY_LOW}), (MODERATE, {MODERATE, LOW, VERY_LOW}), (LOW, {LOW, VERY_LOW})],
)
def test_a_choice_above_the_ceiling_does_not_hold(limit: Confidence, held: set[Confidence]) -> None:
    assert {chosen for chosen in Confidence if Ceiling(limit, ()).holds(chosen)} == held


VERDICTS = st.dictionaries(st.sampled_from(list(LABELS)), st.sampled_from("WNGM"), max_size=5)
CHOSEN = st.one_of(st.none(), st.sets(st.sampled_from(QUESTIONS)).map(lambda names: _chosen(*sorted(names))))


@given(VERDICTS, st.one_of(st.none(), st.integers(0, 60)), CHOSEN)
def test_together_the_ceilings_are_as_low_as_the_lowest_alone(
    verdicts: dict[str, str], months: int | None, chosen: ConfidenceSet | None
) -> None:
    alone = [ceiling(verdicts, 0), ceiling(AGREE, months if verdicts else 0), ceiling(AGREE, 0, chosen)]
    together = ceiling(verdicts, months, chosen)
    assert all(limit.holds(together.confidence) for limit in alone)
    assert together.confidence in {limit.confidence for limit in alone}
    assert bool(together.reasons) is (together.confidence is not HIGH)


def test_a_lesser_concern_than_serious_sets_no_ceiling() -> None:
    for concern in Concern:
        held = ceiling(AGREE, 3, _chosen(otherwise=concern.value)).confidence
        assert (held is HIGH) is (concern is not Concern.SERIOUS)
