"""When practice itself was last looked at: the age of evidence is that of the practice, not of the report on it (R3).

What an agency says of itself looks at no practice. An audit looked at the span it names (`looked_at`), or else at
practice before it began; so did a review and an inspection. People speak, and figures count, on their own date.
"""

from lif.analysis.chronology.record_date import own_date
from lif.model.kinds.audit import Audit
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.record import Record


def practice_seen(record: Record) -> When | None:
    """The latest time whose practice the record can have looked at; None where that is not known."""
    if isinstance(record, Audit):
        span = record.looked_at
        if span is not None and (seen := span.until or span.since):
            return seen
        return record.life.started or record.life.completed or own_date(record)
    if isinstance(record, Review):
        return record.life.commissioned or record.life.started or own_date(record)
    if isinstance(record, Inspection):
        return record.started or record.completed or own_date(record)
    return own_date(record)
