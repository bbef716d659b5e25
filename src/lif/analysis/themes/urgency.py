"""Reasons to look at a theme soon: serious risk, worse standards, recurrence, other audits, and the last look at it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from lif.analysis.audits.measured_again import deteriorations
from lif.analysis.chronology.record_date import record_date
from lif.analysis.lines.whose_work import ours, own_activities
from lif.analysis.themes.looked_at import Look, last_look, looks_at
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.flag import Flag
from lif.model.period import When, months_between
from lif.model.record import Activity
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import AuditKind, FlagKind


@dataclass(frozen=True, slots=True)
class LastLook:
    """The last look at a theme, by a record of any kind that looks; `record` is empty where there is none."""

    theme: str
    label: str
    record: str
    when: When | None


@dataclass(frozen=True, slots=True)
class UrgentRecords:
    """The records that make a theme urgent: serious risk, standards that got clearly worse, recurrences, other audits.

    `worse` are the audits whose counts show that a standard is clearly worse; `single_agency` are single-agency audits.
    """

    serious: tuple[str, ...]
    worse: tuple[str, ...]
    recurs: tuple[str, ...]
    single_agency: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _DatedRecord:
    """A record on a theme with its date."""

    id: str
    when: When

    def is_new(self, day: date, months: int) -> bool:
        """Whether it existed on that day and was then less than so many months old."""
        return self.when.earliest <= day and months_between(self.when.latest, day) < months


_ByTheme = dict[str, list[_DatedRecord]]


@dataclass(frozen=True, slots=True)
class UrgencyIndex:
    """Every record that can make a theme urgent, by theme; `months` is the age from which evidence is old.

    `worse` gives the audits whose counts show on a day that a standard is clearly worse: a later one may end that.
    """

    looks: Callable[[str], tuple[Look, ...]]
    serious: _ByTheme
    worse: Callable[[date], _ByTheme]
    recurs: _ByTheme
    single_agency: _ByTheme
    months: int

    def last_looked(self, record_id: str, theme: str, label: str, day: date) -> LastLook:
        """The last look at the theme before that day, other than by the record itself or a finding of it."""
        earlier = tuple(
            look
            for look in self.looks(theme)
            if record_id not in {look.record, look.source} and look.when is not None and look.when.latest < day
        )
        last = last_look(earlier)
        return LastLook(theme, label, last.record if last else "", last.when if last else None)

    def pressing(self, record_id: str, themes: tuple[str, ...], day: date) -> UrgentRecords:
        """The records, other than the one itself, that made any of the themes urgent on that day and were not old."""

        def new_ids(by_theme: _ByTheme) -> tuple[str, ...]:
            records = (record for theme in themes for record in by_theme.get(theme, ()))
            return tuple(
                dict.fromkeys(
                    record.id for record in records if record.id != record_id and record.is_new(day, self.months)
                )
            )

        return UrgentRecords(
            new_ids(self.serious), new_ids(self.worse(day)), new_ids(self.recurs), new_ids(self.single_agency)
        )


def build_urgency_index(snapshot: Snapshot) -> UrgencyIndex:
    """Index the records of the snapshot that can make a theme urgent."""
    thresholds = snapshot.thresholds
    findings = tuple(ours(snapshot, snapshot.of(Finding)))
    flags = (flag for flag in snapshot.of(Flag) if flag.record.serious and flag.record.flag_kind is FlagKind.RISK)
    serious = (finding for finding in findings if finding.record.serious_risk)
    recurring = (finding for finding in findings if finding.record.recurrence_of)
    repeating = (
        entry for entry in own_activities(snapshot) if any(item.repeat_of for item in entry.record.recommendations)
    )
    audits = ours(snapshot, snapshot.of(Audit))
    single = (audit for audit in audits if audit.record.audit_kind is AuditKind.SINGLE_AGENCY)
    return UrgencyIndex(
        looks=partial(looks_at, snapshot),
        serious=_by_theme(
            snapshot,
            (
                *((flag.id, flag.record.themes) for flag in flags),
                *((finding.id, _themes(finding.record)) for finding in serious),
            ),
        ),
        worse=cache(partial(_worse_by_theme, snapshot)),
        recurs=_by_theme(
            snapshot,
            (
                *((finding.id, _themes(finding.record)) for finding in recurring),
                *((entry.id, tuple(_repeated_themes(entry.record))) for entry in repeating),
            ),
        ),
        single_agency=_by_theme(snapshot, ((audit.id, audit.record.themes) for audit in single)),
        months=thresholds.old_after_months,
    )


def _worse_by_theme(snapshot: Snapshot, day: date) -> _ByTheme:
    found = ((worse.audit, worse.chain.themes) for worse in deteriorations(snapshot, until=day))
    return _by_theme(snapshot, found)


def _themes(finding: Finding) -> tuple[str, ...]:
    return (finding.theme, *finding.needs)


def _repeated_themes(activity: Activity) -> Iterator[str]:
    """The themes of the recommendations that repeat others, or the activity's where a recommendation names none."""
    for recommendation in activity.recommendations:
        if recommendation.repeat_of:
            yield from recommendation.themes or activity.themes


def _by_theme(snapshot: Snapshot, records: Iterable[tuple[str, tuple[str, ...]]]) -> _ByTheme:
    by_theme: _ByTheme = {}
    for record_id, themes in records:
        when = record_date(snapshot, record_id)
        if when is not None:
            for theme in {current_theme(snapshot, key) for key in themes}:
                by_theme.setdefault(theme, []).append(_DatedRecord(record_id, when))
    return by_theme
