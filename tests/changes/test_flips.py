from typing import Any

from lif.changes.flips import flips
from lif.model.snapshot import Snapshot
from support.story import action, audit, partnership, snapshot_of, standard

READING = {"met": 4, "of": 20, "date": "2025-01-10"}


def chain(met: int, later: str = "2026-y") -> Snapshot:
    def result(count: int) -> list[dict[str, Any]]:
        return [{"key": "words", "met": count, "of": 14}]

    first = audit("2025-04-16", results=result(4), selection="random")
    return snapshot_of(
        {
            "audits/2025-x": first,
            f"audits/{later}": audit(results=result(met), reaudit_of="audits/2025-x", selection="random"),
        }
    )


def measured(met: int) -> Snapshot:
    after = {"met": met, "of": 20, "date": "2026-06-10", "by": "police"}
    measure = {"what": "Handovers in time", "baseline": READING, "follow_up": after}
    return snapshot_of({"actions/2026-a": action(started="2025-02-01", measures=[measure])})


def test_a_verdict_that_another_figure_turns_is_told_with_what_it_was() -> None:
    (flip,) = flips(chain(7), chain(13), {})
    assert flip.record == "audits/2026-y"
    assert flip.text == "then and now, Words: clear improvement (was no clear change: may be chance)"
    assert flips(chain(7), chain(8), {}) == ()


def test_under_a_new_id_it_is_the_same_comparison() -> None:
    moves = {"audits/2026-y": "audits/2026-z"}
    assert flips(chain(7), chain(7, "2026-z"), moves) == ()
    assert [flip.record for flip in flips(chain(7), chain(13, "2026-z"), moves)] == ["audits/2026-z"]


def test_what_begins_or_ceases_to_show_a_change_is_told() -> None:
    assert [flip.text for flip in flips(measured(6), measured(19), {})] == ["now shows a change: Handovers in time"]
    assert [flip.text for flip in flips(measured(19), measured(6), {})] == [
        "no longer shows a change: Handovers in time"
    ]
    assert flips(snapshot_of({}), measured(19), {}) == ()


def test_a_standard_in_new_words_or_under_a_new_key_is_the_same_standard() -> None:
    def told(key: str, text: str, met: int) -> Snapshot:
        def measured(reported: str, count: int) -> dict[str, Any]:
            asked = {"key": key, "met": count, "of": 14, "asked": "Words"}
            return audit(reported, results=[asked], selection="random")

        both = {"audits/2025-x": measured("2025-04-16", 4), "audits/2026-y": measured("2026-04-16", met)}
        return snapshot_of({"partnership": partnership(practice_standards=[standard(key, text)]), **both})

    (flip,) = flips(told("words", "Words", 7), told("words", "Own words", 13), {})
    assert flip.text == "then and now, Own words: clear improvement (was no clear change: may be chance)"
    renamed = {"words": "own-words"}
    assert len(flips(told("words", "Words", 7), told("own-words", "Own words", 13), {}, renamed)) == 1
