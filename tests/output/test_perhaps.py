from lif.analysis.themes.recurrence import PossibleRepeat
from lif.output.text.record import possible_repeats_text
from support.story import finding, review, snapshot_of


def test_earlier_records_that_may_say_the_same_are_named_with_their_titles() -> None:
    snapshot = snapshot_of(
        {"reviews/2024-a": review("2024-03-05"), "findings/2024-x": finding("reviews/2024-a", title="Lists")}
    )
    said = possible_repeats_text(snapshot, PossibleRepeat("findings/2026-y", "Lists again", (), ("findings/2024-x",)))
    assert said == "\nperhaps found before (link it with recurrence_of, or not)\n  findings/2024-x  Lists\n"


def test_where_nothing_is_like_it_nothing_is_said() -> None:
    assert possible_repeats_text(snapshot_of({}), None) == ""
