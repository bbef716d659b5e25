"""Self-ratings that moderation lowered: what an agency found good in its own return is then no strength (F4.11)."""

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
    grades = _grades(snapshot, source.record)
    keys = list(grades)
    ratings = [rating for rating in _ratings(snapshot, finding.record, source.record) if rating.own in keys]
    lowered = [
        rating
        for rating in ratings
        if rating.moderated in keys and keys.index(rating.moderated) > keys.index(rating.own or "")
    ]
    if not lowered or len(lowered) < len(ratings):
        return ""
    first = lowered[0]
    return f"the rating was moderated from {grades[first.own or '']} to {grades[first.moderated or '']}"


def _ratings(snapshot: Snapshot, finding: Finding, assessment: Assessment) -> list[Rating]:
    chosen = snapshot.standards_set(assessment.standards_set)
    standards = chosen.standards if chosen else ()
    named = {standard.key for standard in standards if finding.rated_standard == standard.key}
    on_theme = {standard.key for standard in standards if finding.theme in standard.themes}
    return [rating for rating in assessment.ratings if rating.standard in (named or on_theme)]


def _grades(snapshot: Snapshot, assessment: Assessment) -> dict[str, str]:
    """The grades of its scale in words by key, best first."""
    chosen = snapshot.standards_set(assessment.standards_set)
    scale = snapshot.scale(chosen.scale if chosen else None)
    return {grade.key: grade.label.lower() for grade in scale.best_first} if scale else {}
