"""The request for a document."""

from dataclasses import dataclass
from datetime import date

from lif.changes.suspect import CitedEvidence
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.period import Period


@dataclass(frozen=True, slots=True)
class Request:
    """The request for a report: the day on which it was asked for, and the options of the report.

    `about` is the id of a record, or the key of a theme or an agency; `themes` are those of the `priority`, empty where
    none was named. `command` makes the same document again; `templates` is a hash of its templates. `diagnostics` are
    those of the records in the view; empty unless the report `is_judged`, and in an edition that may withhold records.
    `changed_evidence` is the evidence in the view whose source has changed since it was cited.
    """

    today: date
    year: Period | None = None
    period: Period | None = None
    agency: str = ""
    cycle: str = ""
    about: str = ""
    priority: str = ""
    themes: frozenset[str] = frozenset()
    command: str = ""
    templates: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    changed_evidence: tuple[CitedEvidence, ...] = ()
