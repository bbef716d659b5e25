"""Self-ratings that moderation lowered: what an agency found good in its own return is then no strength (F4.11)."""

from lif.analysis.duties.grades import is_in_better_half, is_lower, scale_of, standards_set_of, words_of
from lif.model.kinds.assessment import Assessment, Rating
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction

_STRENGTHS = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL}


def is_strength(snapshot: Snapshot, finding: Entry[Finding]) -> bool:
    """Whether a finding says that something works, or could, and moderation did not overrule it."""
    return finding.record.direction in _STRENGTHS and not lowered_to(snapshot, finding)


def lowered_to(snapshot: Snapshot, finding: Entry[Finding]) -> str:
    """`the rating was moderated from met to partly met`, where the strength rests on such a rating.

    The ratings are those of the return that the finding comes from, on its standard or else on its theme; where one of
    them was upheld, the strength stands: empty. In an edition that does not show the ratings, the words that say so.
    """
    source = snapshot.entries.get(finding.record.source)
    if source is None or not isinstance(source.record, Assessment) or finding.record.direction not in _STRENGTHS:
        return ""
    if snapshot.can_withhold and not source.record.ratings:
        return f"from a return; its ratings and how they were moderated: {snapshot.absent}"
    scale = scale_of(snapshot, source.record)
    rated = [
        rating
        for rating in _ratings(snapshot, finding.record, source.record)
        if is_in_better_half(scale, rating.own) is not None
    ]
    lowered = [rating for rating in rated if is_lower(scale, rating.moderated, rating.own)]
    if not lowered or len(lowered) < len(rated):
        return ""
    first = lowered[0]
    return f"the rating was moderated from {words_of(scale, first.own)} to {words_of(scale, first.moderated)}"


def _ratings(snapshot: Snapshot, finding: Finding, assessment: Assessment) -> list[Rating]:
    chosen = standards_set_of(snapshot, assessment)
    standards = chosen.standards if chosen else ()
    named = {standard.key for standard in standards if finding.rated_standard == standard.key}
    on_theme = {standard.key for standard in standards if finding.theme in standard.themes}
    return [rating for rating in assessment.ratings if rating.standard in (named or on_theme)]
