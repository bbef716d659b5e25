"""Reads the editions of the guidance, which ship as YAML, with the same strict reader as records."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from lif.errors import LifError
from lif.model.edition import Edition
from lif.model.parts.part import WrongError, read
from lif.model.parts.remake import remade
from lif.store.yaml.parse import parse

_SUFFIX = ".yaml"
_FOLDER = Path(__file__).parents[2] / "guidance"


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition, oldest first; `LifError` when a file of this copy of the program cannot be read."""
    loaded = [
        _shipped_edition(path.name.removesuffix(_SUFFIX), path.read_bytes())
        for path in _FOLDER.iterdir()
        if path.name.endswith(_SUFFIX)
    ]
    return tuple(sorted(loaded, key=lambda loaded_edition: str(loaded_edition.since or "")))


def _shipped_edition(name: str, data: bytes) -> Edition:
    """A shipped edition, not validated again: the tests validate it, and building the validator would take longest.

    A file that cannot be read in this way is validated after all, so that the error says what is wrong with it.
    """
    parsed = parse(data)
    if parsed.tree is not None and not parsed.faults:
        with suppress(AttributeError, KeyError, TypeError, ValueError):
            return remade(Edition, parsed.tree)
    return edition(name, data)


def edition(name: str, data: bytes) -> Edition:
    """An edition from the bytes of its file; `LifError` when the file has any fault."""
    parsed = parse(data)
    says = "; ".join(fault.message for fault in parsed.faults)
    if parsed.tree is not None and not says:
        try:
            loaded = read(Edition, parsed.tree)
        except WrongError as error:
            says = str(error)
        else:
            if not loaded.unknown_sources:
                return loaded
            says = f"no such source: {', '.join(loaded.unknown_sources)}"
    raise LifError(f"The edition {name} of the guidance cannot be read: {says}.", "Install lif again.")
