"""Everything that can be exported, by the name that people type."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lif.exchange.layout import Layout


def subject_names(incomplete: str) -> list[str]:
    """The names that begin with the typed text."""
    from lif.exchange.flat import flat_layout
    from lif.exchange.registry import LAYOUTS
    from lif.model.registry import KINDS

    return [name for name in (*LAYOUTS, *(flat_layout(kind).what for kind in KINDS)) if name.startswith(incomplete)]


def layout_named(what: str) -> "Layout":
    """The layout of a subject; raises `LifError` for a name that none has."""
    from lif.cli.prompts.resolve_words import find_kind
    from lif.errors import LifError
    from lif.exchange.flat import flat_layout
    from lif.exchange.registry import LAYOUTS

    if what in LAYOUTS:
        return LAYOUTS[what]
    try:
        return flat_layout(find_kind(what))
    except LifError:
        raise LifError(
            f'Nothing called "{what}" can be exported or imported.', f"What can be: {', '.join(subject_names(''))}"
        ) from None
