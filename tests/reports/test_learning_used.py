from collections.abc import Mapping
from datetime import date

from lif.model.period import Period
from lif.model.sharing import PUBLIC, RESTRICTED, Sharing
from lif.reports.cited_sentence import Within
from lif.reports.learning_used import learning_in_short, learning_lines
from support.asking import seen
from support.story import Fields, partnership, snapshot_of

YEAR = Period.year("2026-27") or Period(date.min, date.max, "")
NAMES = {"council": "The council", "police": "The police"}
BRIEFING: Fields = {
    "title": "A briefing",
    "sharing": "public",
    "form": "seven-minute-briefing",
    "date": "2026-05-01",
    "received": [{"agency": "council", "number": "46"}],
    "what_they_did": [{"agency": "police", "what": "Used in supervision.", "date": "2026-06"}],
    "conditions": [
        {"group": "workplace", "condition": "Managers make time", "in_place": True},
        {"group": "design", "condition": "It comes in more than one form", "in_place": False},
        {"group": "learner", "condition": "People want it", "in_place": "not-known"},
    ],
    "lead": {"agency": "council", "role": "Training officer"},
    "links": ["https://www.example.org/briefing"],
}


def _within(records: Mapping[str, Fields], audience: Sharing = RESTRICTED) -> Within:
    return Within(seen(snapshot_of(records), date(2027, 3, 31), audience).records, YEAR, audience)


def test_below_who_received_it_stands_what_they_did_and_whether_it_could_take_root() -> None:
    (line,) = learning_lines(_within({"learning/2026-a": BRIEFING}), NAMES)
    assert line.text == "A briefing: received by 46 (The council)"
    assert [detail.text for detail in line.below] == [
        (
            "What people did with it: The police: Used in supervision (2026-06). "
            "Could it take root: of 3 conditions, 1 in place; 1 not in place (It comes in more than one form); "
            "1 not known (People want it)."
        ),
        "Led by: The council, Training officer.",
        "Where to read it: https://www.example.org/briefing",
    ]


def test_the_counts_come_first_and_an_edition_gives_no_total() -> None:
    bare = {**BRIEFING, "what_they_did": [], "conditions": []}
    records = {"learning/2026-a": BRIEFING, "learning/2026-b": bare}
    counted = learning_in_short(_within(records))
    assert counted is not None
    assert counted.text == (
        "2 pieces of learning; what people did with it is told of 1 of 2; "
        "conditions for it to take root: 1 of 3 in place"
    )
    kept_close = partnership(readers={"level": "partnership", "who": "Partners"})
    edition = learning_in_short(_within({"partnership": kept_close, **records}, PUBLIC))
    assert edition is not None
    assert "what people did with it is told of 1;" in edition.text
    only_bare = learning_in_short(_within({"partnership": kept_close, "learning/2026-b": bare}, PUBLIC))
    assert only_bare is not None
    assert only_bare.text == "1 piece of learning"
    assert learning_in_short(_within({})) is None
