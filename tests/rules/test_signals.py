from rules.duties import messages, places_of

FIRST = "title: R\nsharing: public\nreview_kind: rapid-review\nlife:\n  published: {day}\n"
LONG = FIRST.format(day="2026-03-30")


def test_a_signal_is_told_once_it_has_stood_for_the_months_in_which_results_are_shared() -> None:
    assert messages("LIF728", reviews__2026_a=LONG) == [
        "serious incident: 6 months ago and today, and no need or decision answers it"
    ]
    assert places_of("LIF728", reviews__2026_a=FIRST.format(day="2026-04-02")) == []
    without_dates = "title: R\nsharing: public\nreview_kind: rapid-review\n"
    assert places_of("LIF728", reviews__2026_a=without_dates) == []


def test_a_need_a_decision_and_one_that_cannot_be_read_silence_it() -> None:
    need = "title: N\nsharing: public\nevidence:\n  - record: reviews/2026-a\n"
    declined = "title: D\nsharing: public\naccepts: no\nabout: [reviews/2026-a]\n"
    assert places_of("LIF728", reviews__2026_a=LONG, needs__2026_n=need) == []
    assert places_of("LIF728", reviews__2026_a=LONG, needs__2026_n=need + "ownr: x\n") == []
    assert places_of("LIF728", reviews__2026_a=LONG, decisions__2026_d=declined) == []
    assert places_of("LIF728", reviews__2018_a=FIRST.format(day="2018-03-30")) == []
