"""Replaced themes: find the theme that stands for another now."""

from collections.abc import Mapping

from lif.model.kinds.partnership import Theme
from lif.model.snapshot import Snapshot, once


def current_theme(snapshot: Snapshot, theme: str) -> str:
    """The theme that has replaced this one, through every replacement; the theme itself where none has."""
    return _successors(snapshot).get(theme, theme)


@once
def _successors(snapshot: Snapshot) -> dict[str, str]:
    return {key: _last_successor(snapshot.themes, key) for key in snapshot.themes}


def _last_successor(themes: Mapping[str, Theme], key: str) -> str:
    seen = {key}
    while (theme := themes.get(key)) and theme.replaced_by and theme.replaced_by not in seen:
        key = theme.replaced_by
        seen.add(key)
    return key
