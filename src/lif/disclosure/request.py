"""The request for a document, and the count of what was withheld from its readers."""

from dataclasses import dataclass, field
from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Withheld:
    """What an audience does not see: how many records, of which kinds, and in how many more a field is left out.

    `kinds` is empty for the public, since even the number of one kind could reveal too much.
    """

    records: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    narrowed: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """The request for a report: the day, the audience, and the options of the report.

    `about` is the id of a record, or the key of a theme or an agency; `themes` are those of the `priority`, empty where
    none was named. `command` makes the same document again; `templates` is a hash of its templates. `diagnostics` are
    those that the audience may see; empty unless the report `is_judged`. `whole` is the snapshot before any record was
    withheld; only `disclosure.whole_and_view` may use it, and it reveals nothing of the withheld records.
    """

    today: date
    audience: Sharing
    year: Period | None = None
    period: Period | None = None
    agency: str = ""
    cycle: str = ""
    about: str = ""
    priority: str = ""
    themes: frozenset[str] = frozenset()
    withheld: Withheld = field(default_factory=Withheld)
    command: str = ""
    templates: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    whole: Snapshot | None = field(default=None, repr=False)

    @property
    def span(self) -> Period | None:
        """The year or period asked for."""
        return self.year or self.period
