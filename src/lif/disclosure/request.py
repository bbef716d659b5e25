"""What is asked of a document, and what was withheld from its readers."""

from dataclasses import dataclass, field
from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Withheld:
    """What an audience does not see: how many records, of which kinds, and in how many more a field is left out.

    `kinds` is empty for the public, to whom even the number of one kind could say too much.
    """

    records: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    narrowed: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a report: the day, the audience, and whatever else the report takes.

    `about` is the id of a record; `themes` are those of the `priority`, empty where none was named. `asked` is the
    command that gives the same document again; `templates` names the bytes of its templates. `found` is what the rules
    say, as far as the audience may be told; empty unless the report `is_judged` by them.
    `whole` are the records before any was withheld, for `disclosure.whole_and_view` alone, which tells nothing that
    only they show.
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
    asked: str = ""
    templates: str = ""
    found: tuple[Diagnostic, ...] = ()
    whole: Snapshot | None = field(default=None, repr=False)

    @property
    def span(self) -> Period | None:
        """The year or period asked for."""
        return self.year or self.period
