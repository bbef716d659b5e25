"""What agencies see coming: the emerging themes of their contributions to the yearly report (F4.12). It is no vote."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.analysis.chronology.record_date import record_date
from lif.analysis.duties.agencies import name_of
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.contribution import Contribution
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class EmergingTheme:
    """A theme that agencies see coming: their names, the years of their contributions, and the ids of these.

    `is_our_reading` where a contribution names it by our reading, and no source does.

    No named tuple: `lif triangulate --format json` shows its fields by name.
    """

    theme: str
    agencies: tuple[str, ...]
    years: tuple[str, ...]
    records: tuple[str, ...]
    is_our_reading: bool


def emerging_on(snapshot: Snapshot, theme: str, period: Period | None = None) -> EmergingTheme | None:
    """Who sees the theme coming, by the contributions that may lie in the period; None where no agency does."""
    sent = (entry for entry in snapshot.of(Contribution) if _is_in(snapshot, entry, period))
    found = emerging_themes(snapshot, sent)
    return next((emerging for emerging in found if emerging.theme == theme), None)


def emerging_themes(snapshot: Snapshot, contributions: Iterable[Entry[Contribution]]) -> tuple[EmergingTheme, ...]:
    """The themes that these contributions see coming, in order of the partnership's list, and those not on it last."""
    by_theme: dict[str, list[Entry[Contribution]]] = {}
    for entry in contributions:
        for key in dict.fromkeys(current_theme(snapshot, key) for key in entry.record.emerging_themes):
            by_theme.setdefault(key, []).append(entry)
    listed = [key for key in snapshot.themes if key in by_theme]
    return tuple(
        EmergingTheme(
            theme=key,
            agencies=tuple(dict.fromkeys(name_of(snapshot, entry.record.agency) for entry in by_theme[key])),
            years=tuple(dict.fromkeys(entry.record.year for entry in by_theme[key])),
            records=tuple(entry.id for entry in by_theme[key]),
            is_our_reading=any(entry.record.is_inferred("emerging_themes") for entry in by_theme[key]),
        )
        for key in (*listed, *(key for key in by_theme if key not in listed))
    )


def _is_in(snapshot: Snapshot, entry: Entry[Contribution], period: Period | None) -> bool:
    when = record_date(snapshot, entry.id)
    return period is None or (when is not None and when.overlaps(period))
