"""What was asked of an export besides its subject."""

from typing import NamedTuple


class Ask(NamedTuple):
    """The key of an agency, the key of a cycle, a year; each empty where it was not asked for."""

    agency: str = ""
    cycle: str = ""
    year: str = ""
