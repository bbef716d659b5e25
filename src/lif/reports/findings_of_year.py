"""The findings of a year by theme, strengths beside concerns; and the concerns and recommendations that came back."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from lif.analysis.duties.overruled import lowered_to
from lif.analysis.lines.whose_work import ours
from lif.analysis.themes.came_back import Recurrence, linked_recurrences, proposed_recurrences
from lif.analysis.themes.recurrence import repeated_recommendations
from lif.analysis.themes.replaced_themes import current_theme
from lif.disclosure.published import audience_of_counts
from lif.model.inferred import mark_as_our_reading
from lif.model.kinds.finding import Finding
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, words
from lif.reports import sentences
from lif.reports.briefing_subject import STRENGTHS
from lif.reports.cited_sentence import Line, Within, current_label, theme_label
from lif.reports.counts import share_text

_MOST_PROPOSED = 3


@dataclass(frozen=True, slots=True)
class ThemeFindings:
    """The findings of the year on one theme, strengths and concerns side by side."""

    theme: str
    strengths: tuple[Line, ...]
    concerns: tuple[Line, ...]
    other: tuple[Line, ...]


def year_findings_by_theme(snapshot: Snapshot, within: Within) -> Iterator[ThemeFindings]:
    """The findings of the year by theme, in order of the theme's key."""
    findings = [entry for entry in ours(snapshot, snapshot.of(Finding)) if within.holds(entry.id)]
    findings.sort(key=lambda entry: (current_theme(snapshot, entry.record.theme), entry.id))
    for key, group in groupby(findings, key=lambda entry: current_theme(snapshot, entry.record.theme)):
        by_side: dict[str, list[Line]] = {"strengths": [], "concerns": [], "other": []}
        for entry in group:
            lowered = lowered_to(snapshot, entry)
            nuance = f" ({lowered})" if lowered else _nuance(entry.record.direction)
            text = f"{entry.record.says or entry.record.title}{_counted(within, entry)}{nuance}"
            by_side["other" if lowered else _side(entry.record.direction)].append(
                sentences.record_line(within, entry, text)
            )
        yield ThemeFindings(
            theme_label(snapshot, key), tuple(by_side["strengths"]), tuple(by_side["concerns"]), tuple(by_side["other"])
        )


def _counted(within: Within, entry: Entry[Finding]) -> str:
    """The cases in which the standard was met, where the text does not say it: `: 10 of 14`."""
    finding = entry.record
    if finding.met is None or finding.of is None or f"{finding.met} of {finding.of}" in (finding.says or finding.title):
        return ""
    audience = audience_of_counts(within.snapshot, within.audience, entry.id)
    return f": {share_text(finding.met, finding.of, audience)}"


def _nuance(direction: Direction) -> str:
    """The direction, where the heading above the finding does not say it."""
    plain = {Direction.WORKING_WELL, Direction.NEEDS_TO_IMPROVE, Direction.DESCRIPTIVE}
    return "" if direction in plain else f" ({words(direction)})"


def _side(direction: Direction) -> str:
    if direction in STRENGTHS:
        return "strengths"
    return "concerns" if direction in {Direction.NEEDS_TO_IMPROVE, Direction.GAP} else "other"


def came_back_lines(snapshot: Snapshot, within: Within) -> Iterator[Line]:
    """The concerns of the year that a person linked to earlier ones, with both sentences and both dates."""
    for recurrence in linked_recurrences(snapshot):
        if within.holds(recurrence.finding.id):
            yield _recurrence_line(snapshot, recurrence, "has come back")


def may_have_come_back_lines(snapshot: Snapshot, within: Within) -> Iterator[Line]:
    """Concerns of the year that may have come back, three at most, each with the command that links it."""
    proposed = (recurrence for recurrence in proposed_recurrences(snapshot) if within.holds(recurrence.finding.id))
    for recurrence in islice(proposed, _MOST_PROPOSED):
        yield _recurrence_line(snapshot, recurrence, "may have come back")


def _recurrence_line(snapshot: Snapshot, recurrence: Recurrence, word: str) -> Line:
    finding = recurrence.finding
    theme = current_label(snapshot, getattr(snapshot.entries[finding.id].record, "theme", ""))
    found = "; ".join(
        f'{earlier.when or "without a date"}, "{earlier.says.rstrip(".")}"' for earlier in recurrence.earlier
    )
    text = f'{theme}: "{finding.says.rstrip(".")}". It {word}; found before: {found}'
    text = mark_as_our_reading(text) if recurrence.is_our_reading else text
    return Line(text, str(finding.when or ""), (finding.id, *(earlier.id for earlier in recurrence.earlier)))


def repeated_recommendation_lines(snapshot: Snapshot, within: Within) -> Iterator[Line]:
    """Recommendations of the year that are linked to earlier ones, and what came of the earlier ones."""
    for repeat in repeated_recommendations(snapshot):
        if within.holds(RecordRef.parse(repeat.id).record):
            years = (
                f"also asked for in {', '.join(map(str, repeat.years))}" if repeat.years else "also asked for before"
            )
            records = (repeat.id, *(earlier.id for earlier in repeat.earlier))
            yield Line(f"{repeat.text} ({years}; {repeat.last_time})", "", records)
