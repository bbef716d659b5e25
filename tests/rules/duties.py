"""Where a duty rule speaks, in a partnership that keeps its own records."""

from rules.base import PARTNERSHIP
from support.memory import checked, records


def places_of(code: str, partnership: str = PARTNERSHIP, **texts: str) -> list[str]:
    """Where this code is given in these records: `flags/2026-x acknowledged`."""
    files = {"records/partnership.yaml": partnership, **records(**texts)}
    return [
        f"{diagnostic.record} {diagnostic.field}".strip()
        for diagnostic in checked(files)
        if diagnostic.code.name == code
    ]


def messages(code: str, partnership: str = PARTNERSHIP, **texts: str) -> list[str]:
    """What it says there."""
    files = {"records/partnership.yaml": partnership, **records(**texts)}
    return [diagnostic.message for diagnostic in checked(files) if diagnostic.code.name == code]


def all_codes(partnership: str = PARTNERSHIP, **texts: str) -> set[str]:
    """Every code of a duty that these records give."""
    files = {"records/partnership.yaml": partnership, **records(**texts)}
    return {diagnostic.code.name for diagnostic in checked(files) if diagnostic.code.name.startswith("LIF7")}
