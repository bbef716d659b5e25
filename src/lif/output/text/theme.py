"""A theme's reading as text that a group can decide from: counts before percentages, no scores, silence shown."""

from collections.abc import Iterable, Iterator

from lif.analysis.chronology.record_date import record_date
from lif.analysis.themes.evidence_age import age_in_words
from lif.analysis.themes.evidence_kind import LABELS
from lif.analysis.themes.learning_elsewhere import LearningElsewhere
from lif.analysis.themes.source_votes import EvidenceLine, Vote, VotePart
from lif.analysis.themes.sources import JOINED_BY
from lif.analysis.themes.theme_reading import SpokenKind, ThemeReading
from lif.analysis.themes.triangulation import VERDICT_WORDS
from lif.model.inferred import mark_as_our_reading
from lif.model.kinds.decision import Decision
from lif.model.period import When
from lif.model.settings import Thresholds
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, words
from lif.output.text.terminal import count_noun, paragraph, safe_line

PROPOSED = {"none": "NONE", "discuss": "DISCUSS"}


def theme_text(
    snapshot: Snapshot,
    reading: ThemeReading,
    absent: str,
    more: Iterable[str] = (),
    standards: Iterable[str] = (),
) -> str:
    """The block for one theme; `absent` is the wording for no record.

    `standards` are blocks of lines and `more` are sentences, both before the group's decision.
    """
    texts = (*more, *_decision_texts(snapshot, reading))
    parts = (*_lines(snapshot, reading, absent), *standards, *(_paragraph(text) for text in texts))
    return "\n".join(parts) + "\n"


def _paragraph(text: str) -> str:
    return paragraph(text, indent=2, hanging=2)


def _lines(snapshot: Snapshot, reading: ThemeReading, absent: str) -> Iterator[str]:
    serious = "   ** serious risk flagged: act now, do not wait for triangulation **" if reading.serious else ""
    yield f"THEME  {reading.theme}   {safe_line(reading.label)}{serious}"
    if known_as := _known_as(snapshot, reading.theme):
        yield _paragraph(known_as)
    if reading.serious:
        yield _paragraph(f"Serious risk: {', '.join(reading.serious)}")
    proposed = PROPOSED.get(reading.proposal.word, reading.proposal.word)
    yield _paragraph(f"Proposal: {proposed}  - because {reading.proposal.reason}.")
    limit = snapshot.thresholds.old_after_months
    yield from _who_says_what(snapshot, reading, limit)
    if reading.lines:
        yield f"  Do they agree?  {_agreement(reading)}."
    if reading.recurs:
        years = ", ".join(str(year) for year in reading.concern_years)
        yield _paragraph(f"Raised again, a year or more later: {years}, by independent sources.")
    yield from _not_counted(snapshot, reading)
    yield _paragraph(f"Not heard from: {_silent_text(snapshot, reading, absent)}.")
    if reading.lines:
        yield f"  Newest evidence: {_newest_text(reading, limit)}."
    if reading.last_look is not None:
        last = "Newest look in this edition" if snapshot.can_withhold else "Last looked at"
        yield _paragraph(f"{last}: {reading.last_look.when or 'no date'} [{reading.last_look.record}].")


def _not_counted(snapshot: Snapshot, reading: ThemeReading) -> Iterator[str]:
    """What was counted already, what is learning from elsewhere, and findings without a vote."""
    if reading.taken_over_by:
        taken_over = "; ".join(
            snapshot.entries[record_id].record.marked(record_id, *JOINED_BY, "takes_over")
            for record_id in reading.taken_over_by
        )
        yield _paragraph(f"Not counted again, being part of that work or resting on it: {taken_over}.")
    if reading.elsewhere:
        yield "  Learning from elsewhere, which says nothing of practice here and is not counted:"
        for learning in reading.elsewhere:
            yield paragraph(_elsewhere(learning), indent=6, hanging=4)
    for finding in reading.not_counted:
        yield _paragraph(f"Not counted: {finding.finding} ({finding.why}).")


def _known_as(snapshot: Snapshot, key: str) -> str:
    """What the theme is called in public lists, or that the partnership added it; figures of others name those."""
    theme = snapshot.theme(key)
    if theme is None:
        return ""
    listed = f"In public lists: {theme.maps_to.rstrip('.')}." if theme.maps_to else ""
    added = "The partnership added this theme to the starter list." if theme.local else ""
    return " ".join(filter(None, (listed, added)))


def _who_says_what(snapshot: Snapshot, reading: ThemeReading, limit: int) -> Iterator[str]:
    if reading.has_evidence:
        yield "  Who says what:"
        for evidence_line in reading.lines:
            yield from _evidence(snapshot, evidence_line, limit)
        for doubt in reading.doubts:
            yield paragraph(f"Mind: {doubt.why} [{doubt.source}].", indent=6, hanging=4)
        for spoken in reading.without_verdict:
            yield from _spoken(snapshot, spoken)


def _elsewhere(learning: LearningElsewhere) -> str:
    found = f"{', '.join(learning.found)}: " if learning.found else ""
    rests_on = f"  ← {', '.join(learning.findings)}" if learning.findings else ""
    taken_up = f"; taken up here: {', '.join(learning.taken_up)}" if learning.taken_up else ""
    return f"{_when(learning.when)}{found}{learning.title} [{learning.record}] ({learning.whose}){rests_on}{taken_up}"


def _silent_text(snapshot: Snapshot, reading: ThemeReading, absent: str) -> str:
    """The silent kinds with the wording for no record; only that wording where records may be withheld."""
    if snapshot.can_withhold:
        return absent
    silent = ", ".join(LABELS[kind] for kind in reading.silent)
    return f"{silent} ({absent})" if silent else "none is silent"


_WIDTH = max(len(label) for label in LABELS.values())


def _evidence(snapshot: Snapshot, evidence_line: EvidenceLine, limit: int) -> Iterator[str]:
    source_count = f"   {len(evidence_line.votes)} independent sources" if len(evidence_line.votes) > 1 else ""
    yield f"    {evidence_line.label:<{_WIDTH}} {VERDICT_WORDS[evidence_line.verdict]}{source_count}"
    for vote in evidence_line.votes:
        yield paragraph(_vote(snapshot, vote, limit), indent=6, hanging=4)
        for part in vote.parts:
            yield paragraph(f"part of it: {_statement(part, limit)}", indent=8, hanging=4)


def _spoken(snapshot: Snapshot, spoken: SpokenKind) -> Iterator[str]:
    """A kind that has spoken without a verdict, with its records, and the findings that come from them."""
    yield f"    {spoken.label:<{_WIDTH}} spoke, without saying whether it works"
    findings_by_source: dict[str, list[str]] = {}
    for record_id in spoken.records:
        source: str | None = getattr(snapshot.entries[record_id].record, "source", None)
        findings_by_source.setdefault(source or record_id, []).extend([record_id] if source else [])
    for record_id, findings in findings_by_source.items():
        title = snapshot.entries[record_id].record.title
        named = (snapshot.entries[cited].record for cited in (record_id, *findings))
        if any(record.is_inferred("theme", "needs", "themes") for record in named):
            title = mark_as_our_reading(title)
        rests_on = f"  ← {', '.join(findings)}" if findings else ""
        text = f"{_when(record_date(snapshot, record_id))}{title} [{record_id}]{rests_on}"
        yield paragraph(text, indent=6, hanging=4)


def _vote(snapshot: Snapshot, vote: Vote, limit: int) -> str:
    if vote.parts:
        return f"one piece of work, {vote.in_words}: {vote.title} [{vote.source}]"
    together = f", with {', '.join(vote.together)}: one piece of work" if vote.together else ""
    whole = snapshot.entries[vote.source].record.marked(vote.part_of, *JOINED_BY)
    part_of = f", part of {whole}" if vote.part_of else ""
    return _statement(vote, limit, f"{part_of}{together}")


def _statement(said: Vote | VotePart, limit: int, beside: str = "") -> str:
    when = _when(said.when, is_old=(said.months or 0) > limit)
    rests_on = ", ".join((*said.findings, *said.worse)) or "the figures themselves"
    return f"{when}{said.in_words}: {said.title} [{said.source}]{beside}  ← {rests_on}"


def _when(when: When | None, *, is_old: bool = False) -> str:
    return f"{when}{' (old)' if is_old else ''}  " if when else "no date  "


def _agreement(reading: ThemeReading) -> str:
    pairs = f" ({count_noun(reading.conflicts, 'pair')} in conflict)" if reading.conflicts else ""
    return f"{reading.agreement}{pairs}"


def _newest_text(reading: ThemeReading, limit: int) -> str:
    if reading.newest_months is not None:
        return age_in_words(reading.newest_months, limit)
    return "none of it looks at practice directly" if reading.is_self_description else "none of it is dated"


def _decision_texts(snapshot: Snapshot, reading: ThemeReading) -> Iterator[str]:
    """The newest decision on the theme, and the newest that creates, stabilises or changes where that is another."""
    if reading.decision is None:
        is_blank = snapshot.silence_means_no
        blank = "______  by ______  on ______  because ______"
        yield f"Decision of the group: {blank if is_blank else f'{snapshot.absent}.'}"
        return
    if reading.disposed is not None:
        yield _decision_text(snapshot, reading.disposed, is_disposed=True)
    if reading.decision is not reading.disposed:
        yield _decision_text(snapshot, reading.decision, is_disposed=False)


def _decision_text(snapshot: Snapshot, entry: Entry[Decision], *, is_disposed: bool) -> str:
    decision = entry.record
    disposition = words(decision.disposition) if decision.disposition and is_disposed else ""
    group = snapshot.group(decision.group)
    decided_by = group.name if group else decision.group or f"a group (which: {snapshot.absent})"
    when = f" on {decision.date}" if decision.date else ""
    because = f", because {decision.because.rstrip('.')}" if decision.because else ""
    says = disposition or f"{(decision.says or decision.title).rstrip('.')};"
    differs = " It is not what was proposed." if decision.agrees_with_proposal is Answer.NO else ""
    return f"Decision of the group: {says} by {decided_by}{when}{because} [{entry.id}]{'.' if differs else ''}{differs}"


def conventions_text(thresholds: Thresholds) -> str:
    """The thresholds on which the readings rest, in a paragraph."""
    return paragraph(
        f"Conventions: reassurance needs evidence within {thresholds.stabilise_within_months} months; "
        f"older than {thresholds.old_after_months} months is old; nothing is said of change below "
        f"{thresholds.fewest_cases} cases; percentages from {thresholds.percentages_from}; trial limits below "
        f"{thresholds.trial_limits_below_points} points. Figures by the rules of NHSRplotthedots: 7 in a row, 7 one "
        "way, 2 of 3 near a limit, extreme ranges left out once. It proposes; the group decides: lif new decision"
    )
