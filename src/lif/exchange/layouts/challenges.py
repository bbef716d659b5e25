"""The challenge log: one row a challenge."""

from typing import cast

from lif.analysis.duties.challenges import read_challenge
from lif.exchange.column import Column, ColumnType, computed, reference
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject
from lif.model.kinds.challenge import Challenge
from lif.model.snapshot import Entry


def _stages(subject: Subject) -> str:
    reading = read_challenge(subject.view.records, cast("Entry[Challenge]", subject.entry), subject.view.day)
    return "\n".join(f"{step.date}: {step.stage}" for step in reading.steps)


def _days(subject: Subject) -> object:
    return read_challenge(subject.view.records, cast("Entry[Challenge]", subject.entry), subject.view.day).days_open


CHALLENGES = Layout(
    "challenges",
    "Challenge log",
    "challenge",
    (
        reference(),
        Column("title", "Challenge", ColumnType.TEXT, says="What it is about, in a line; never one child."),
        Column("by", "Challenged by", ColumnType.CHOICE, choices="agencies"),
        Column("to", "To", ColumnType.LIST, choices="agencies", says="Agencies by key, parted by ;"),
        Column("raised", "Raised on", ColumnType.DATE),
        computed("stages", "Stages reached", _stages),
        Column("asked_for", "What was asked for", ColumnType.TEXT),
        Column("answer_due", "Answer due", ColumnType.DATE, late_unless=("answered", "closed")),
        Column("answered", "Answered on", ColumnType.DATE),
        computed("days_open", "Days to the answer", _days, "To the day of this workbook while there is none."),
        Column("response", "Answer", ColumnType.TEXT),
        Column("outcome", "What changed because of it", ColumnType.TEXT),
        Column("closed", "Closed on", ColumnType.DATE),
    ),
)
