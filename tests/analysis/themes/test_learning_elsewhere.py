from typing import Any

from lif.analysis.themes.came_back import linked_recurrences, proposed_recurrences
from lif.analysis.themes.learning_elsewhere import learning_from_elsewhere
from lif.analysis.themes.looked_at import looks_at
from lif.analysis.themes.recurrence import possible_repeats, recommendations, repeated_recommendations
from lif.analysis.themes.spoken import who_has_spoken
from lif.model.period import Period
from support.story import (
    ANOTHER,
    NATIONAL,
    action,
    as_ours,
    decision,
    finding,
    reading,
    recommendation,
    review,
    snapshot_of,
)

SAYS = "An appropriate adult was missing when a child was searched at school"
OURS: dict[str, dict[str, Any]] = {
    "reviews/2025-ours": review("2025-04-01", recommendations=[recommendation("ask", f"{SAYS}: be there")]),
    "findings/2025-ours": finding("reviews/2025-ours", says=SAYS),
}
THEIRS: dict[str, dict[str, Any]] = {
    "reviews/2022-q": review(
        "2022-03-14", title="Child Q", themes=["early-help"], recommendations=[recommendation("adult", SAYS)], **ANOTHER
    ),
    "findings/2022-q": finding("reviews/2022-q", says=SAYS),
}


def test_it_is_its_own_line_with_whose_it_is_and_votes_on_nothing() -> None:
    alone = reading(THEIRS)
    (learning,) = alone.elsewhere
    assert (learning.record, learning.whose, learning.found) == (
        "reviews/2022-q", "another partnership: Northshire", ("needs to improve",)
    )  # fmt: skip
    assert (alone.lines, alone.spoken, alone.concerns, alone.concern_years, alone.last_look) == ((), (), (), (), None)
    assert alone.proposal.reason == "nothing is recorded on this theme but learning from elsewhere"
    assert reading({**OURS, **THEIRS}).proposal == reading(OURS).proposal
    assert reading({**OURS, **THEIRS}).lines == reading(OURS).lines


def test_it_is_no_earlier_look_no_recurrence_and_nothing_asked_for_before() -> None:
    both = snapshot_of({**OURS, **THEIRS})
    assert not reading({**OURS, **THEIRS}).recurs
    assert {look.source for look in looks_at(both, "early-help")} == {"reviews/2025-ours"}
    assert list(who_has_spoken(both, "early-help").values()) == [("findings/2025-ours",)]
    assert proposed_recurrences(both) == linked_recurrences(both) == ()
    assert [made.id for made in recommendations(both)] == ["reviews/2025-ours#ask"]
    assert (repeated_recommendations(both), possible_repeats(both)) == ((), ())
    own = snapshot_of({**OURS, **as_ours(THEIRS)})
    assert proposed_recurrences(own), "the same story counts where it is ours"
    assert possible_repeats(own)


def test_what_we_took_up_of_it_is_told_and_a_decision_that_declines_is_not() -> None:
    records = {
        **THEIRS,
        "actions/2026-a": action("reviews/2022-q#adult"),
        "decisions/2026-no": decision(about=["reviews/2022-q#adult"], accepts="no"),
    }
    (learning,) = learning_from_elsewhere(snapshot_of(records), "early-help")
    assert learning.taken_up == ("actions/2026-a",)


def test_in_a_period_it_is_what_may_lie_in_it_and_on_a_theme_it_is_what_names_it() -> None:
    snapshot = snapshot_of({**THEIRS, "reviews/2024-n": review("2024-05-01", themes=["child-voice"], **NATIONAL)})
    assert learning_from_elsewhere(snapshot, "supervision") == ()
    assert [one.record for one in learning_from_elsewhere(snapshot, "child-voice")] == ["reviews/2024-n"]
    assert learning_from_elsewhere(snapshot, "early-help", Period.year("2025-26")) == ()
    assert len(learning_from_elsewhere(snapshot, "early-help", Period.year("2021-22"))) == 1


def test_a_serious_risk_that_people_saw_in_it_is_always_named() -> None:
    records = {**THEIRS, "findings/2022-q": {**THEIRS["findings/2022-q"], "serious_risk": True}}
    assert reading(records).serious == ("findings/2022-q",)
