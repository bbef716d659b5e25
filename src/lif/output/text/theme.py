"""A theme's reading as text that a group can decide from: counts before percentages, no scores, silence shown."""

from collections.abc import Iterable, Iterator

from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.sources import JOINED_BY
from lif.analysis.themes.theme_reading import EvidenceLine, ThemeReading, Vote
from lif.analysis.themes.triangulation import VERDICT_WORDS
from lif.model.settings import Thresholds
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.output.text.terminal import count_noun, paragraph, safe_line

_PROPOSED = {"none": "NONE", "discuss": "DISCUSS"}


def theme_text(snapshot: Snapshot, reading: ThemeReading, absent: str, more: Iterable[str] = ()) -> str:
    """The block for one theme, with `more` before the group's decision; `absent` is the wording for no record."""
    decision = paragraph(_decision_text(snapshot, reading), indent=2, hanging=2)
    more_lines = (paragraph(text, indent=2, hanging=2) for text in more)
    return "\n".join((*_lines(snapshot, reading, absent), *more_lines, decision)) + "\n"


def _lines(snapshot: Snapshot, reading: ThemeReading, absent: str) -> Iterator[str]:
    serious = "   ** serious risk flagged: act now, do not wait for triangulation **" if reading.serious else ""
    yield f"THEME  {reading.theme}   {safe_line(reading.label)}{serious}"
    if reading.serious:
        yield paragraph(f"Serious risk: {', '.join(reading.serious)}", indent=2, hanging=2)
    proposed = _PROPOSED.get(reading.proposal.word, reading.proposal.word)
    yield paragraph(f"Proposal: {proposed}  - because {reading.proposal.reason}.", indent=2, hanging=2)
    limit = snapshot.thresholds.old_after_months
    if reading.lines:
        yield "  Who says what:"
        for evidence_line in reading.lines:
            yield from _evidence(evidence_line, limit)
        yield f"  Do they agree?  {_agreement(reading)}."
    if reading.recurs:
        years = ", ".join(str(year) for year in reading.concern_years)
        yield paragraph(f"Raised in more than one year: {years}, by independent sources.", indent=2, hanging=2)
    if reading.taken_over_by:
        taken_over = "; ".join(
            snapshot.entries[record_id].record.marked(record_id, *JOINED_BY, "takes_over")
            for record_id in reading.taken_over_by
        )
        says = f"Not counted again, being part of that work or resting on it: {taken_over}."
        yield paragraph(says, indent=2, hanging=2)
    for finding in reading.not_counted:
        yield paragraph(f"No vote: {finding.finding} ({finding.why}).", indent=2, hanging=2)
    silent = ", ".join(LABELS[kind] for kind in reading.silent)
    yield paragraph(f"Not heard from: {f'{silent} ({absent})' if silent else 'none is silent'}.", indent=2, hanging=2)
    if reading.lines:
        yield f"  Newest evidence: {_newest_text(reading.newest_months, limit)}."


def _evidence(evidence_line: EvidenceLine, limit: int) -> Iterator[str]:
    width = max(len(label) for label in LABELS.values())
    source_count = f"   {len(evidence_line.votes)} independent sources" if len(evidence_line.votes) > 1 else ""
    yield f"    {evidence_line.label:<{width}} {VERDICT_WORDS[evidence_line.verdict]}{source_count}"
    for vote in evidence_line.votes:
        yield paragraph(_vote(vote, limit), indent=6, hanging=4)


def _vote(vote: Vote, limit: int) -> str:
    old = " (old)" if (vote.months or 0) > limit else ""
    when = f"{vote.when}{old}  " if vote.when else "no date  "
    together = f", with {', '.join(vote.together)}: one piece of work" if vote.together else ""
    rests_on = ", ".join(vote.findings) or "the figures themselves"
    return f"{when}{vote.in_words}: {vote.title} [{vote.source}]{together}  ← {rests_on}"


def _agreement(reading: ThemeReading) -> str:
    pairs = f" ({count_noun(reading.conflicts, 'pair')} in conflict)" if reading.conflicts else ""
    return f"{reading.agreement}{pairs}"


def _newest_text(months: int | None, limit: int) -> str:
    if months is None:
        return "none of it is dated"
    return f"{count_noun(months, 'month')} old{f'; beyond {limit} months we call it old' if months > limit else ''}"


def _decision_text(snapshot: Snapshot, reading: ThemeReading) -> str:
    if reading.decision is None and snapshot.partnership and not snapshot.partnership.compiled.own:
        return f"Decision of the group: {snapshot.absent}."
    if reading.decision is None:
        return "Decision of the group: ______  by ______  on ______  because ______"
    decision = reading.decision.record
    disposition = words(decision.disposition) if decision.disposition else ""
    because = f", because {decision.because}" if decision.because else ""
    when = f" on {decision.date}" if decision.date else ""
    group = snapshot.group(decision.group)
    decided_by = f" by {group.name if group else decision.group}" if decision.group else ""
    return f"Decision of the group: {disposition}{decided_by}{when}{because} [{reading.decision.id}]"


def conventions_text(thresholds: Thresholds) -> str:
    """The thresholds on which the readings rest, in a paragraph."""
    return paragraph(
        f"Conventions: reassurance needs evidence within {thresholds.stabilise_within_months} months; "
        f"older than {thresholds.old_after_months} months is old; nothing is said of change below "
        f"{thresholds.fewest_cases} cases; percentages from {thresholds.percentages_from}; trial limits below "
        f"{thresholds.trial_limits_below_points} points. Figures by the rules of NHSRplotthedots: 7 in a row, 7 one "
        "way, 2 of 3 near a limit, extreme ranges left out once. It proposes; the group decides: lif new decision"
    )
