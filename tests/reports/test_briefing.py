from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.sharing import PARTNERSHIP, PUBLIC, Sharing
from lif.output.templates.render import render
from lif.reports.builders.briefing import HEADINGS, ONE_PAGE, SEVEN_MINUTE, Briefing, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import action, audit, finding, partnership, recommendation, review, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)
STORY: Records = {
    "reviews/2023-a": review("2023-06-14"),
    "findings/2023-a": finding("reviews/2023-a", says="It came late then"),
    "reviews/2025-a": review(
        "2025-06-14",
        title="A thematic review",
        question="Why so late?",
        intended=[
            {"key": "soon", "outcome": "They hear in time", "measure": "Days", "target": "1 day"},
            {"key": "bare", "outcome": "They are heard"},
        ],
        recommendations=[
            recommendation("all", "Tell each other", to=["council", "police"], findings=["findings/2025-late"]),
            recommendation("police-only", "Tell at once", to=["police"]),
            recommendation("nobody", "Think of it"),
        ],
    ),
    "audits/2025-part": audit("2025-05-01", part_of="reviews/2025-a", title="Its sample"),
    "findings/2025-good": finding("reviews/2025-a", "working-well", says="They kept asking"),
    "findings/2025-late": finding("reviews/2025-a", says="It came late", recurrence_of="findings/2023-a"),
    "findings/2025-told": finding("reviews/2025-a", "descriptive", says="Named only"),
    "findings/2025-part": finding("audits/2025-part", "gap", "child-voice", says="No words", agencies=["police"]),
    "findings/2025-old": finding("reviews/2025-a", says="Overtaken", superseded_by="findings/2025-late"),
    "actions/2025-a": action(
        "reviews/2025-a#all", title="One way", due="2027-01-31", owner={"agency": "council"}, joint_with=["police"],
        measures=[{"what": "Contacts in time", "target": "9 of 10", "baseline": {"met": 3, "of": 20},
                   "follow_up": {"met": 18, "of": 20}}],
    ),
    "actions/2025-b": action("findings/2025-late", title="Closed one", closed="2026-01-01", outcome="partly"),
    "actions/2025-c": action("findings/2025-late", title="Done one", done="2026-01-01", owner={"agency": "police"}),
    "learning/2025-a": {
        "title": "A workshop", "sharing": "public", "form": "workshop", "date": "2025-10-02",
        "from_records": ["reviews/2025-a#all"], "messages": ["Ask first"],
    },
}  # fmt: skip


def _brief(about: str, records: Records = STORY, audience: Sharing = PARTNERSHIP, agency: str = "") -> Briefing:
    return built(build, snapshot_of(records), Request(TODAY, about=about, agency=agency), audience)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_briefing_on_a_review_holds_its_findings_both_ways_and_those_of_its_parts() -> None:
    made = _brief("reviews/2025-a")
    assert made.head.title == "A thematic review"
    assert _texts(made.background) == [
        "A thematic review: June 2025.", "It asked: Why so late?", "Its sample: multi agency practice, May 2025."
    ]  # fmt: skip
    assert _texts(made.strengths) == ["They kept asking."]
    assert sorted(_texts(made.concerns)) == ["It came late.", "No words."]
    assert "This has come back: it was found in June 2023 too." in _texts(made.why)
    assert _texts(made.asked) == [
        "Asked of The council and The police: Tell each other.",
        "Asked of The police: Tell at once.",
    ]
    assert _texts(made.doing) == [
        "One way: The council and The police; by January 2027.",
        "Done one: The police; done, and not yet shown to have made a difference.",
        "Closed one: closed, partly.",
    ]
    assert _texts(made.knowing) == [
        "Days; good enough: 1 day.",
        "Contacts in time; good enough: 9 of 10; then 3 of 20; now 18 of 20.",
    ]
    assert made.headings == HEADINGS


def test_small_counts_are_words_for_the_public() -> None:
    assert _texts(_brief("reviews/2025-a", audience=PUBLIC).knowing)[-1].endswith("then few; now most.")


def test_a_briefing_for_one_agency_leaves_out_what_concerns_others_only() -> None:
    made = _brief("reviews/2025-a", agency="council")
    assert made.agency == "The council"
    assert _texts(made.concerns) == ["It came late."]
    assert _texts(made.asked) == ["Asked of The council and The police: Tell each other."]
    assert "Done one" not in str(made.doing)
    assert made.questions[-1].startswith("What will we in The council do differently")


def test_a_briefing_on_a_finding_tells_what_works_in_its_source_too() -> None:
    made = _brief("findings/2025-late")
    assert _texts(made.strengths) == ["They kept asking."]
    assert _texts(made.concerns) == ["It came late."]
    assert made.head.title == "A finding"


def test_a_briefing_on_learning_begins_with_its_messages_and_what_it_comes_from() -> None:
    made = _brief("learning/2025-a")
    assert "Ask first." in _texts(made.background)
    assert _texts(made.strengths) == ["They kept asking."]
    assert "One way" in str(made.doing)


def test_a_briefing_on_a_theme_gathers_it_from_every_source() -> None:
    made = _brief("early-help")
    assert made.head.title == "Early Help"
    assert set(_texts(made.concerns)) == {"It came late.", "It came late then."}
    assert made.asked[0].records == ("reviews/2025-a#all",)


def test_nothing_recorded_is_said_and_strengths_are_asked_for() -> None:
    said = render("seven-minute", _brief("child-voice", {}), headings=SEVEN_MINUTE.headings)
    assert "What works well: not recorded." in said
    assert "What needs to change: not recorded." in said
    assert "How we shall know: not recorded." in said
    assert "What already works well here, and who should hear of it?" in said
    page = render("one-page", _brief("reviews/2025-a"), headings=ONE_PAGE.headings)
    assert page.index("They kept asking.") < page.index("It came late.")


def test_of_many_findings_the_first_few_are_read_and_the_others_counted() -> None:
    many = {f"findings/2025-{number}": finding("reviews/2025-a", says=f"Number {number}") for number in range(7)}
    made = _brief("reviews/2025-a", {"reviews/2025-a": review("2025-06-14"), **many})
    assert len(made.concerns) == 5
    assert made.concerns[-1].text == "3 more stand in the records."
    assert len(made.concerns[-1].records) == 3


def test_the_partnership_s_own_headings_are_used_and_there_are_seven_of_them() -> None:
    own = [f"Heading {number}" for number in range(7)]
    records = {"partnership": partnership(settings={"briefing_headings": own})}
    assert "## 7. Heading 6" in render("seven-minute", _brief("child-voice", records))
    records = {"partnership": partnership(settings={"briefing_headings": own[:6]})}
    with pytest.raises(LifError, match="`briefing_headings` of the partnership are 6, and a briefing has 7 parts"):
        _brief("child-voice", records)
