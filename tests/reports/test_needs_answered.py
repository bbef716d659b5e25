from datetime import date

from lif.model.kinds.need import Need
from lif.model.period import Period
from lif.reports.needs_answered import answered_lines, raised_text
from support.story import snapshot_of

YEAR = Period.year("2026-27") or Period(date.min, date.max, "")


def test_a_need_that_was_answered_in_the_year_is_told_with_its_answer_and_who_raised_it() -> None:
    need = {
        "title": "Fathers", "sharing": "public", "says": "Whether fathers are heard", "raised_by": "qig",
        "answered": "2026-07-04", "answer": "They were asked in 14 of 16",
    }  # fmt: skip
    earlier = {**need, "answered": "2025-07-04"}
    snapshot = snapshot_of({"needs/2026-a": need, "needs/2025-a": earlier})
    (line,) = answered_lines(snapshot, YEAR)
    assert line.text == "Whether fathers are heard: They were asked in 14 of 16."
    assert line.records == ("needs/2026-a",)
    assert raised_text(snapshot, snapshot.of(Need)[0].record) == "; raised by Quality Improvement Group"
