"""What a reader is shown: the records as they stood on a day, as far as an audience may see them, over a period."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from lif.model.absence import Absence
from lif.model.period import Period
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot

Narrow = Callable[[Snapshot, date], Snapshot]
"""Keeps only some of the records that stood on a day, such as those of one priority."""


@dataclass(frozen=True)
class View:
    """The records that a question is asked of. Only `disclosure.view_of` makes one, and nothing filters it again.

    `records` hold nothing that lies after `day`, and nothing that the `audience` may not see. `withheld` is the number
    of records that the audience may not see, `undated` the ids of those without any date, which are in no period.
    `later` are the ids of records that are left out because they begin after the day, `cut` of those of which a part
    does. `can_withhold`: the audience is below the level of the repository's readers, so that what is missing
    may only be withheld.
    """

    records: Snapshot
    day: date
    audience: Sharing
    period: Period | None = None
    withheld: int = 0
    undated: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    cut: frozenset[str] = frozenset()
    can_withhold: bool = False
    make: Callable[[date], "View"] | None = field(default=None, repr=False, compare=False)
    """Makes the same view of another day."""

    def at(self, day: date) -> "View":
        """The same records, audience and period on another day; this view where it is its day."""
        return self if day == self.day or self.make is None else self.make(day)

    def is_whole(self, record_id: str) -> bool:
        """Whether a record, or the record an item is in, is shown with everything that it holds."""
        return self.audience is Sharing.RESTRICTED and RecordRef.parse(record_id).record not in self.cut

    def absent(self) -> Absence:
        """The words for something that the view does not hold."""
        return self.records.absent

    def narrowed(self, narrow: Narrow) -> "View":
        """The view with only the records that `narrow` keeps, on this day and on every other."""
        make = self.make
        return replace(
            self,
            records=narrow(self.records, self.day),
            make=None if make is None else lambda day: make(day).narrowed(narrow),
        )
