"""The one named scanner that turns a file's text into YAML events: in C, or its pure twin where no wheel exists."""

from typing import Any


class PureScanner:
    """The pure scanner behind the C scanner's one method."""

    def __init__(self, text: str) -> None:
        from ruamel.yaml import YAML

        self._events = YAML(typ="safe", pure=True).parse(text)

    def get_event(self) -> Any:
        """The next event; None after the last."""
        return next(self._events, None)


try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - only where no wheel of the C scanner exists
    CParser = PureScanner

Scanner: Any = CParser
"""What the reader reads with."""
