import pytest

from rules.base import PARTNERSHIP
from rules.duties import all_codes

COMPILED = PARTNERSHIP.replace("  own: yes", "  own: no")
BARE = {
    "audits__2026_a": "title: A\nsharing: public\naudit_kind: multi-agency-practice\nfamilies: Six were asked\n",
    "reviews__2026_a": "title: A\nsharing: public\nreview_kind: rapid-review\nlife:\n  started: 2026-01-12\n",
    "needs__2026_a": "title: A\nsharing: public\nraised: 2026-01-12\n",
    "learning__2026_a": "title: A\nsharing: public\nform: briefing\ndate: 2026-01-12\n",
    "evaluations__2026_a": "title: A\nsharing: public\ndomain: practice\nlevel: 3\n",
    "challenges__2026_a": "title: A\nsharing: public\nraised: 2026-01-12\nclosed: 2026-02-01\nanswered: 2026-02-01\n",
    "flags__2026_a": "title: A\nsharing: public\nflag_kind: risk\nserious: yes\nraised: 2026-01-12\nto: [schools]\n",
    "positions__2026_a": "title: A\nsharing: public\nyear: 2026-27\n",
    "contributions__2026_a": "title: A\nsharing: public\nagency: police\nyear: 2025-26\nreceived: 2026-06-01\n",
}
OWED = {
    "LIF720", "LIF721", "LIF723", "LIF727", "LIF725", "LIF728", "LIF737", "LIF741", "LIF742", "LIF743", "LIF744",
    "LIF745", "LIF746", "LIF747", "LIF750", "LIF751", "LIF755", "LIF756", "LIF757",
}  # fmt: skip


def test_what_a_partnership_that_keeps_its_records_owes_is_told() -> None:
    assert all_codes(**BARE) == OWED


def test_what_others_compiled_owes_nothing() -> None:
    assert all_codes(COMPILED, **BARE) == set()


@pytest.mark.parametrize(("first_year", "day", "owes"), [("", "2018-07-03", False), ("", "2018-07-04", True)])
def test_nothing_is_owed_before_the_guidance_of_2018(first_year: str, day: str, owes: bool) -> None:  # noqa: FBT001 - a column of the table
    need = f"title: A\nsharing: public\nraised: {day}\n"
    assert ("LIF742" in all_codes(PARTNERSHIP + first_year, needs__a=need)) is owes


def test_nothing_is_owed_before_the_first_year_of_the_records() -> None:
    since = PARTNERSHIP + "first_year: 2023-24\n"
    assert "LIF742" not in all_codes(since, needs__a="title: A\nsharing: public\nraised: 2023-03\n")
    assert "LIF742" in all_codes(since, needs__a="title: A\nsharing: public\nraised: 2023-04\n")
    assert "LIF742" in all_codes(since, needs__a="title: A\nsharing: public\n")


@pytest.mark.parametrize("kind", ["national-review", "serious-case-review"])
def test_a_national_review_and_one_of_a_board_owe_nothing_but_a_word_on_what_they_mean_here(kind: str) -> None:
    whose = "elsewhere:\n  whose: national\n" if kind == "national-review" else ""
    review = BARE["reviews__2026_a"].replace("rapid-review", kind) + whose
    assert all_codes(reviews__2026_a=review) == {"LIF728"}


def test_without_a_partnership_record_nothing_is_owed() -> None:
    assert all_codes("title: [", **BARE) == set()
