"""What a workspace holds and what to do next, for somebody who typed `lif` and nothing else."""

from collections.abc import Sequence
from typing import NamedTuple

from lif.output.text.terminal import columns, count_noun, paragraph, safe_line


class WorkspaceSummary(NamedTuple):
    """The facts: `counts` are kinds of record with how many there are, most first; `last_year` is written 2025-26.

    `absent` is the wording where no deadline is found: 0 only where the records are whole and the partnership's own.
    """

    title: str
    folder: str
    day: str
    counts: Sequence[tuple[str, str, int]]
    """The singular, the plural and the number of each kind."""
    broken: int
    overdue: int
    soon: int
    last_year: str
    absent: str


def workspace_summary_text(summary: WorkspaceSummary) -> str:
    """The summary, then the commands that come next, the most urgent first."""
    total = sum(number for _, _, number in summary.counts)
    held = ", ".join(count_noun(number, one, many) for one, many, number in summary.counts)
    blocks = [
        f"{safe_line(summary.title or 'No partnership record yet')}\n{safe_line(summary.folder)}, on {summary.day}",
        paragraph(f"{count_noun(total, 'record')}: {held}." if total else "No record yet.", indent=2, hanging=2),
        paragraph(
            f"Overdue: {summary.overdue or summary.absent}. In the next 30 days: {summary.soon or summary.absent}.",
            indent=2,
        ),
        "What to do next\n" + columns(_next(summary), indent=2),
    ]
    return "\n\n".join(blocks) + "\n"


def _next(summary: WorkspaceSummary) -> list[tuple[str, str]]:
    rows = []
    if not summary.title:
        rows.append(("lif new partnership", "Begin with the record of the partnership."))
    if summary.broken:
        rows.append(("lif check", f"{count_noun(summary.broken, 'record')} cannot be read: see where and why."))
    if summary.overdue:
        rows.append(("lif due --overdue", "See what is overdue, and whose it is."))
    rows += [
        *([] if summary.broken else [("lif check", "Check every record.")]),
        ("lif due --within 30d", "See what is due soon."),
        ("lif triangulate", "See what all sources together say on each theme."),
        ("lif new review", "Write a review with its findings; lif new KIND writes any other record."),
        (f"lif report annual --year {summary.last_year}", "Write the yearly report; lif report lists all reports."),
        ("lif --help", "See every command."),
    ]
    return rows
