"""The named scanner that turns the text of a file into YAML events: in C, or in pure Python where no wheel exists."""

from typing import Any


class PureScanner:
    """The pure Python scanner, with the one method of the C scanner."""

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
"""The scanner that the reader uses."""
