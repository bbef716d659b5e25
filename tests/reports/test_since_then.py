"""The section on what came after a period, and the list of records without a date."""

from datetime import date
from typing import Any

from lif.model.period import Period
from lif.reports.cited_sentence import Line
from lif.reports.since_then import since_then_lines
from lif.reports.undated import undated_lines
from support.asking import seen
from support.story import action, audit, evaluation, snapshot_of

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31), "2025-26")
MEASURE = {
    "what": "Plans",
    "baseline": {"met": 4, "of": 12, "date": "2025-05-01"},
    "follow_up": {"met": 11, "of": 12, "date": "2026-06-01", "by": "police"},
}


def _since(records: dict[str, Any], today: date = date(2026, 10, 1)) -> list[str]:
    snapshot = snapshot_of(records)
    view = seen(snapshot, today, period=YEAR)
    return [f"{line.when} {line.text}" for line in since_then_lines(view, view.at(today), YEAR)]


def test_what_came_after_a_period_is_told_apart_with_its_dates() -> None:
    """Closed and answered after the period, told as if it stood so at its end."""
    told = _since(
        {
            "actions/2025-a": action(
                agreed="2025-07-01", done="2026-05-01", closed="2026-07-01", outcome="achieved", measures=[MEASURE]
            ),
            "actions/2026-b": action(agreed="2026-05-01", done="2026-06-01"),
            "evaluations/2026-a": evaluation("actions/2025-a", date="2026-08-01", level="1", claim="They liked it"),
            "evaluations/2026-b": evaluation("actions/2026-b", date="2026-08-01", level="1"),
            "flags/2025-a": {
                "title": "Nobody to call", "sharing": "partnership", "flag_kind": "risk", "raised": "2026-02-01",
                "to": ["council"], "acknowledged": [{"agency": "council", "date": "2026-04-02"}],
                "answered": "2026-05-11",
            },
            "challenges/2025-a": {
                "title": "A rating", "sharing": "partnership", "by": "police", "raised": "2026-03-01",
                "answered": "2026-04-20",
            },
        }
    )  # fmt: skip
    assert told == [
        "2026-04-02 Nobody to call: acknowledged by The council",
        "2026-04-20 A rating: answered",
        "2026-05-01 An action: done",
        "2026-05-11 Nobody to call: answered",
        (
            "2026-06-01 Plans: 4 of 12 then, 11 of 12 now (a measure of the action, taken again; clear improvement"
            " (change, cause not shown))"
        ),
        "2026-07-01 An action: closed, achieved",
        (
            "2026-08-01 They liked it (in practice; level 1 of 4;"
            " no change shown: it tells what people thought or learned, not what they did)"
        ),
    ]


def test_nothing_has_come_since_while_the_period_runs() -> None:
    assert _since({"actions/2025-a": action(agreed="2025-07-01", done="2026-02-01")}, date(2026, 3, 1)) == []


def _undated(records: dict[str, Any], period: Period = YEAR) -> tuple[Line, ...]:
    return tuple(undated_lines(seen(snapshot_of(records), date(2026, 10, 1), period=period), period))


def test_a_record_without_a_date_stands_in_the_year_of_its_source_or_of_its_id() -> None:
    """Inspections, standards and actions without a date were in no yearly report at all."""
    source = {"title": "Cabinet papers", "publisher": "The council"}
    records = {
        "audits/2025-a": audit(None, sources=[{**source, "date": "2025-11"}]),
        "audits/2025-b": audit(None, sources=[{**source, "date": "2023-11"}]),
        "audits/2025-c": audit(None, sources=[source]),
        "actions/2025-a": action(due="2025-06-01"),
        "actions/2025-b": action(),
        "actions/2023-c": action(),
        "actions/no-year": action(),
    }
    assert [(line.text, line.records[0]) for line in _undated(records)] == [
        ("An action", "actions/2025-b"),
        ("An action", "actions/no-year"),
        ("An audit (told in: Cabinet papers, 2025-11)", "audits/2025-a"),
        ("An audit (told in: Cabinet papers)", "audits/2025-c"),
    ]
