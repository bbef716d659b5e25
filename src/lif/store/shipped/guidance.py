"""The editions of the guidance, shipped with the program as YAML and read by the same strict reader as records."""

from functools import cache
from pathlib import Path

from lif.errors import LifError
from lif.model.edition import Edition
from lif.model.parts.part import WrongError, read
from lif.store.yaml.parse import parse

_SUFFIX = ".yaml"
_FOLDER = Path(__file__).parents[2] / "guidance"


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition, oldest first; `LifError` when this copy of the program is damaged."""
    found = [
        edition(one.name.removesuffix(_SUFFIX), one.read_bytes())
        for one in _FOLDER.iterdir()
        if one.name.endswith(_SUFFIX)
    ]
    return tuple(sorted(found, key=lambda one: str(one.since or "")))


def edition(name: str, data: bytes) -> Edition:
    """One edition from the bytes of its file; `LifError` when anything in it is not as it should be."""
    parsed = parse(data)
    says = "; ".join(fault.message for fault in parsed.faults)
    if parsed.tree is not None and not says:
        try:
            made = read(Edition, parsed.tree)
        except WrongError as wrong:
            says = str(wrong)
        else:
            if not made.unknown_sources:
                return made
            says = f"no such source: {', '.join(made.unknown_sources)}"
    raise LifError(f"The edition {name} of the guidance cannot be read: {says}.", "Install lif again.")
