"""What presses for a theme to be looked at: serious risk, what came back, single-agency audits, and the last look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.themes.replaced_themes import successors
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.flag import Flag
from lif.model.kinds.partnership import Thresholds
from lif.model.kinds.review import Review
from lif.model.period import When, months_between
from lif.model.record import Activity
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AuditKind, FlagKind


@dataclass(frozen=True, slots=True)
class Looked:
    """When a theme was last looked at by an audit or a review; `record` is empty where none has."""

    theme: str
    label: str
    record: str
    when: When | None


@dataclass(frozen=True, slots=True)
class Pressing:
    """The records that press: flags and findings of serious risk, what came back, single-agency audits."""

    serious: tuple[str, ...]
    recurs: tuple[str, ...]
    single_agency: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A record on a theme, and when it is placed."""

    id: str
    when: When

    def is_new(self, day: date, months: int) -> bool:
        """Whether it was there that day, and not yet old."""
        return self.when.earliest <= day and months_between(self.when.latest, day) < months


_ByTheme = dict[str, list[_Seen]]


@dataclass(frozen=True, slots=True)
class Index:
    """Every record that can press, by theme; `months` is the age from which evidence is old."""

    looked: _ByTheme
    serious: _ByTheme
    recurs: _ByTheme
    single_agency: _ByTheme
    months: int

    def last_looked(self, own: str, theme: str, label: str, day: date) -> Looked:
        """The last audit or review on the theme that was there that day, other than the record itself."""
        there = [one for one in self.looked.get(theme, ()) if one.id != own and one.when.latest < day]
        last = max(there, key=lambda one: (one.when.latest, one.id), default=None)
        return Looked(theme, label, last.id if last else "", last.when if last else None)

    def pressing(self, own: str, themes: tuple[str, ...], day: date) -> Pressing:
        """What presses on any of the themes that day, and is not yet old."""

        def there(known: _ByTheme) -> tuple[str, ...]:
            seen = (one for theme in themes for one in known.get(theme, ()))
            return tuple(dict.fromkeys(one.id for one in seen if one.id != own and one.is_new(day, self.months)))

        return Pressing(there(self.serious), there(self.recurs), there(self.single_agency))


def index(snapshot: Snapshot) -> Index:
    """Everything by theme, read once."""
    thresholds = snapshot.partnership.thresholds if snapshot.partnership else Thresholds()
    findings = snapshot.of(Finding)
    flags = (one for one in snapshot.of(Flag) if one.record.serious and one.record.flag_kind is FlagKind.RISK)
    serious = (one for one in findings if one.record.serious_risk)
    back = (one for one in findings if one.record.recurrence_of)
    activities: tuple[Entry[Activity], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    repeated = (one for one in activities if any(asked.repeat_of for asked in one.record.recommendations))
    single = (one for one in snapshot.of(Audit) if one.record.audit_kind is AuditKind.SINGLE_AGENCY)
    return Index(
        looked=_by_theme(snapshot, ((one.id, one.record.themes) for one in activities)),
        serious=_by_theme(
            snapshot,
            (*((one.id, one.record.themes) for one in flags), *((one.id, _themes(one.record)) for one in serious)),
        ),
        recurs=_by_theme(
            snapshot,
            (
                *((one.id, _themes(one.record)) for one in back),
                *((one.id, tuple(_repeated(one.record))) for one in repeated),
            ),
        ),
        single_agency=_by_theme(snapshot, ((one.id, one.record.themes) for one in single)),
        months=thresholds.old_after_months,
    )


def _themes(finding: Finding) -> tuple[str, ...]:
    return (finding.theme, *finding.needs)


def _repeated(activity: Activity) -> Iterator[str]:
    """The themes of what is asked for again; the activity's own where the recommendation names none."""
    for asked in activity.recommendations:
        if asked.repeat_of:
            yield from asked.themes or activity.themes


def _by_theme(snapshot: Snapshot, records: Iterable[tuple[str, tuple[str, ...]]]) -> _ByTheme:
    found: _ByTheme = {}
    for record, themes in records:
        when = placed(snapshot, record)
        if when is not None:
            for theme in {successors(snapshot, one) for one in themes}:
                found.setdefault(theme, []).append(_Seen(record, when))
    return found
