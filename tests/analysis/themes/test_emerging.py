from datetime import date

from lif.analysis.themes.emerging import emerging_on
from lif.analysis.themes.theme_reading import read_theme
from lif.model.period import Period
from support.story import TODAY, Fields, partnership, snapshot_of


def _sent(agency: str, *themes: str, year: str = "2025-26", received: str = "2026-06-10") -> Fields:
    return {
        "title": "A contribution", "sharing": "public", "agency": agency, "year": year, "received": received,
        "emerging_themes": list(themes),
    }  # fmt: skip


STORY = {
    "contributions/2026-police": _sent("police", "neglect", "supervision"),
    "contributions/2026-council": _sent("council", "neglect"),
}


def test_who_sees_a_theme_coming_is_named_with_the_year_and_is_no_vote() -> None:
    snapshot = snapshot_of(STORY)
    seen = emerging_on(snapshot, "neglect")
    assert seen is not None
    assert seen.agencies == ("The council", "The police")
    assert seen.years == ("2025-26",)
    assert seen.records == ("contributions/2026-council", "contributions/2026-police")
    assert read_theme(snapshot, "neglect", TODAY).lines == ()
    assert emerging_on(snapshot, "child-voice") is None


def test_a_theme_that_was_replaced_is_seen_coming_under_its_successor() -> None:
    themes = [
        {"key": "old", "label": "Old", "axis": "need", "replaced_by": "new"},
        {"key": "new", "label": "New", "axis": "need"},
    ]
    snapshot = snapshot_of({"partnership": partnership(themes=themes), "contributions/2026-a": _sent("police", "old")})
    assert emerging_on(snapshot, "new") is not None
    assert emerging_on(snapshot, "old") is None


def test_only_contributions_of_the_period_count() -> None:
    period = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
    assert emerging_on(snapshot_of(STORY), "neglect", period) is None


def test_a_theme_that_no_source_names_is_marked_as_our_reading() -> None:
    read = {**_sent("police", "neglect"), "inferred": ["emerging_themes"]}
    seen = emerging_on(snapshot_of({"contributions/2026-a": read}), "neglect")
    assert seen is not None
    assert seen.is_our_reading
