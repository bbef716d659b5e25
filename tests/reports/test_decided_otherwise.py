from lif.reports.decided_otherwise import decided_otherwise
from support.story import decision, snapshot_of


def test_the_newest_decision_on_a_theme_is_told_where_the_group_did_not_follow_the_proposal() -> None:
    story = {
        "decisions/2025-a": decision(date="2025-05-01", theme="early-help", disposition="create",
                                     agrees_with_proposal="no", because="An older reason"),
        "decisions/2026-a": decision(date="2026-05-01", theme="early-help", disposition="stabilise",
                                     agrees_with_proposal="no", because="Families say that it helps."),
        "decisions/2026-b": decision(date="2026-06-01", theme="neglect", disposition="change",
                                     agrees_with_proposal="yes"),
        "decisions/2026-c": decision(date="2026-06-02", theme="supervision", disposition="change"),
    }  # fmt: skip
    (line,) = decided_otherwise(snapshot_of(story))
    assert (line.text, line.when, line.records) == (
        "Early Help: stabilise, because Families say that it helps", "2026-05-01", ("decisions/2026-a",)
    )  # fmt: skip


def test_a_later_decision_that_follows_the_proposal_ends_it() -> None:
    story = {
        "decisions/2025-a": decision(
            date="2025-05-01", theme="early-help", disposition="create", agrees_with_proposal="no"
        ),
        "decisions/2026-a": decision(
            date="2026-05-01", theme="early-help", disposition="change", agrees_with_proposal="yes"
        ),
    }
    assert list(decided_otherwise(snapshot_of(story))) == []


def test_the_newest_stands_first_however_old_the_first_decision_on_its_theme_is() -> None:
    told = {"disposition": "change", "agrees_with_proposal": "no"}
    story = {
        "decisions/2024-a": decision(date="2024-05-01", theme="early-help", **told),
        "decisions/2025-a": decision(date="2025-05-01", theme="neglect", **told),
        "decisions/2026-a": decision(date="2026-05-01", theme="early-help", **told),
    }
    assert [line.when for line in decided_otherwise(snapshot_of(story))] == ["2026-05-01", "2025-05-01"]
