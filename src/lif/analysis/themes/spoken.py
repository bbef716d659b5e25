"""Who has spoken on a theme: the records of each kind of evidence that name it, with or without a verdict."""

from lif.analysis.themes.evidence_kind import SILENCE_ORDER
from lif.analysis.themes.on_theme import evidence_by_theme
from lif.model.declaration import EvidenceKind
from lif.model.period import Period
from lif.model.snapshot import Snapshot


def who_has_spoken(snapshot: Snapshot, theme: str, period: Period | None = None) -> dict[EvidenceKind, tuple[str, ...]]:
    """The kinds of evidence that have spoken on the theme, children and families first, each with its records.

    They are findings, by the kind of their source, and every other record of evidence that names the theme or a theme
    it replaced. In a period, those that may lie in it count. That a review or an audit tells how people were heard does
    not make these people speak on its themes; feedback that names the theme does.
    """
    records = [record for record in evidence_by_theme(snapshot).get(theme, ()) if record.is_in(period)]
    spoken = {kind: tuple(record.id for record in records if record.kind is kind) for kind in SILENCE_ORDER}
    return {kind: ids for kind, ids in spoken.items() if ids}
