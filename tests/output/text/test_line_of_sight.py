from lif.analysis.lines.lineage import trace
from lif.output.text.line_of_sight import line_of_sight_text
from support.story import TODAY, action, decision, finding, recommendation, review, snapshot_of


def test_the_line_is_told_stage_by_stage_with_what_is_unnamed_and_where_it_breaks() -> None:
    story = snapshot_of(
        {
            "reviews/2026-a": review(recommendations=[recommendation("pathway", "One pathway")]),
            "findings/2026-a": finding("reviews/2026-a", title="Late"),
            "decisions/2026-a": decision(about=["findings/2026-a"], evidence=[{"unnamed": "Serious case reviews"}]),
        }
    )
    assert line_of_sight_text(trace(story, ["reviews/2026-a"], TODAY), "not recorded", "reviews/2026-a") == (
        "LINE OF SIGHT  reviews/2026-a\n"
        "\n"
        "Looked at\n"
        "  2026-03-05  reviews/2026-a  A review (reported)\n"
        "\n"
        "Found\n"
        "  2026-03-05  findings/2026-a  Late (needs to improve)\n"
        "\n"
        "Asked for\n"
        "  2026-03-05  reviews/2026-a#pathway  One pathway (open)\n"
        "\n"
        "Decided\n"
        "  no date  decisions/2026-a  A decision\n"
        "\n"
        "Spoken of\n"
        "  Serious case reviews: not named in the source (decisions/2026-a)\n"
        "\n"
        "Where the line breaks\n"
        "  reviews/2026-a#pathway: no action answers it (not recorded)\n"
        "  Done, Passed on, Evidence of impact: not recorded\n"
    )


def test_a_line_through_nothing_breaks_everywhere() -> None:
    assert line_of_sight_text(trace(snapshot_of({}), [], TODAY), "not in the sources read", "theme early-help") == (
        "LINE OF SIGHT  theme early-help\n"
        "\n"
        "Where the line breaks\n"
        "  Looked at, Found, Asked for, Decided, Done, Passed on, Evidence of impact: not in the sources read\n"
    )


def test_what_stands_on_the_line_by_our_reading_is_marked() -> None:
    story = snapshot_of(
        {
            "reviews/2026-a": review(recommendations=[recommendation("ask", "Ask")], inferred=["recommendations#ask"]),
            "findings/2026-a": finding("reviews/2026-a", title="Late", inferred=["direction"]),
            "findings/2026-b": finding("reviews/2026-a", title="Apart", agencies=["police"], inferred=["agencies"]),
            "actions/2026-a": action("findings/2026-a", title="A card", inferred=["answers"]),
        }
    )
    text = line_of_sight_text(trace(story, ["reviews/2026-a"], TODAY), "not recorded", "reviews/2026-a")
    assert "Late (needs to improve) (our reading)\n" in text
    assert "Apart (needs to improve)\n" in text
    assert "Ask (open) (our reading)\n" in text
    assert "A card (our reading)\n" in text
