"""Themes that others have replaced: which one stands for each now."""

from collections.abc import Mapping

from lif.model.kinds.partnership import Theme
from lif.model.record import Item
from lif.model.snapshot import Snapshot, once


def successors(snapshot: Snapshot, theme: str) -> str:
    """The theme that stands for this one now, if it was replaced."""
    return _successors(snapshot).get(theme, theme)


@once
def _successors(snapshot: Snapshot) -> dict[str, str]:
    return {theme: _last(snapshot.registers["theme"], theme) for theme in snapshot.registers["theme"]}


def _last(themes: Mapping[str, Item], theme: str) -> str:
    seen = {theme}
    while isinstance(found := themes.get(theme), Theme) and found.replaced_by and found.replaced_by not in seen:
        theme = found.replaced_by
        seen.add(theme)
    return theme
