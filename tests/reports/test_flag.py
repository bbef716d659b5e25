from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.sharing import RESTRICTED
from lif.output.templates.render import render
from lif.reports.builders.flag import FlagLetter, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import audit, finding, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)


def _flag(**more: Any) -> dict[str, Any]:
    return {"title": "Nobody after hours", "sharing": "restricted", "flag_kind": "risk", **more}


STORY: Records = {
    "audits/2026-a": audit("2026-02-14", title="An audit"),
    "findings/2026-a": finding("audits/2026-a", title="A finding", says="Detail that stays behind"),
    "flags/2026-a": _flag(
        serious=True, says="Nobody can be reached", raised="2026-02-20", raised_by="qig", themes=["early-help"],
        from_records=["findings/2026-a", "audits/2026-a"], to=["council"], partners=["council", "police"],
        acknowledged=[{"agency": "council", "date": "2026-02-21", "role": "Director"}],
    ),
    "flags/2026-done": _flag(
        title="Kept", flag_kind="strength", raised="2026-02", to=["council"], answered="2026-03-01",
        acknowledged=[{"agency": "council", "date": "2026-02-22"}], reported_to_executive="2026-05-01",
    ),
    "flags/2026-bare": _flag(flag_kind="strength", title="Bare"),
}  # fmt: skip


def _letter(about: str = "flags/2026-a") -> FlagLetter:
    return built(build, snapshot_of(STORY), Request(TODAY, about=about), RESTRICTED)


def test_the_letter_goes_to_the_agency_and_the_partners_and_says_who_else_received_it() -> None:
    said = _letter()
    assert (said.agencies, said.partners) == (("The council",), ("The council", "The police"))
    text = render("flag", said)
    assert text.startswith("# Serious risk flagged\n")
    assert (
        "Each of these receives the same letter: The council; as safeguarding partners: The council; The police."
        in text
    )


def test_what_it_rests_on_is_named_by_title_only_so_that_no_detail_travels() -> None:
    said = _letter()
    assert said.rests_on == (
        Line("A finding (finding)", "2026-02-14", ("findings/2026-a",)),
        Line("An audit (audit)", "2026-02-14", ("audits/2026-a",)),
    )
    assert "Detail that stays behind" not in render("flag", said)


def test_it_asks_those_for_an_acknowledgement_who_have_not_given_one_and_for_an_answer() -> None:
    said = _letter()
    assert said.wanted == ("The police",)
    assert said.acknowledged == (
        Line("The council, by its Director, 1 day after it was raised, in time", "2026-02-21", ("flags/2026-a",)),
    )
    text = render("flag", said)
    assert "1. At once, and by 2026-02-23 at the latest: tell us that this has reached you" in text
    assert "We have no word yet from: The police." in text
    assert "without waiting for the next meeting" in text
    assert "An answer: not recorded." in text
    assert "That the partnership's executive group heard of it: not recorded." in text


def test_a_flag_that_is_answered_asks_nothing_more() -> None:
    said = _letter("flags/2026-done")
    assert said.acknowledged[0].text == "The council"
    text = render("flag", said)
    assert "It has reached every agency that it was sent to" in text
    assert "Your answer came on 2026-03-01" in text
    assert "what the answer says: not recorded" in text
    assert "The partnership's executive group heard of it on 2026-05-01." in text


def test_a_strength_is_flagged_in_the_words_of_a_strength_and_what_is_absent_is_said() -> None:
    text = render("flag", _letter("flags/2026-bare"))
    assert text.startswith("# Strength flagged\n")
    assert "To: not recorded" in text
    assert "What is flagged, in a sentence: not recorded." in text
    assert "how you will keep what works" in text


def test_without_a_flag_it_says_how_to_name_one() -> None:
    with pytest.raises(LifError, match="On which flag"):
        _letter("flags/none")


def test_a_record_that_cannot_be_read_is_not_named_as_what_it_rests_on() -> None:
    records = {"flags/2026-a": _flag(from_records=["findings/not-there"])}
    snapshot = snapshot_of(records, may_be_broken=True)
    assert built(build, snapshot, Request(TODAY, about="flags/2026-a"), RESTRICTED).rests_on == ()
