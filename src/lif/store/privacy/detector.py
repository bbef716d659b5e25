"""A detector of the partnership's own, a language model say: asked only where the partnership names it."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from lif.diagnostics.codes import DETECTED, NO_DETECTOR
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.diagnostics.location import Location
from lif.privacy.mask import masked_path
from lif.privacy.match import Match
from lif.store.load.load import Loaded
from lif.store.load.positions import place
from lif.store.privacy.allowed_names import known_to
from lif.store.privacy.files import readable
from lif.store.yaml.text import position_at

GROUP = "lif.detectors"
"""The entry points among which a detector is looked for."""
NONE = "none"
"""What a partnership writes that wants no detector."""
_WORD = re.compile(r"[A-Za-z][A-Za-z _-]{0,29}")
Detector = Callable[[str], Iterable[tuple[int, int, str]]]


def named(loaded: Loaded) -> str | None:
    """The detector that the partnership names; None where it names none."""
    partnership = loaded.snapshot.partnership
    name = partnership.settings.detector if partnership else None
    return None if name == NONE else name


def detected(loaded: Loaded, paths: Container[str] | None = None) -> tuple[Diagnostic, ...]:
    """What the partnership's detector finds in these files, or in every one; empty where it names none."""
    name = named(loaded)
    if name is None:
        return ()
    from importlib.metadata import entry_points

    found = next((one for one in entry_points(group=GROUP) if one.name == name), None)
    if found is None:
        return _unusable(f"the detector `{name}` is not installed on this computer", loaded)
    try:
        detector: Detector = found.load()
        return tuple(_all(loaded, loaded.files if paths is None else paths, name, detector))
    except Exception as broken:  # noqa: BLE001 - whatever somebody else's program raises is told, not passed on
        return _unusable(f"the detector `{name}` stopped with {type(broken).__name__}", loaded)


def _unusable(says: str, loaded: Loaded) -> tuple[Diagnostic, ...]:
    hint = "Install it beside lif, or take `detector` out of the partnership's settings."
    return tuple(place([Problem(NO_DETECTOR, "partnership", ("settings", "detector"), says, hint)], loaded))


def _all(loaded: Loaded, paths: Container[str], name: str, detector: Detector) -> Iterator[Diagnostic]:
    known = known_to(loaded.snapshot.partnership)
    for path, data in loaded.files.items():
        text = readable(data)
        for start, end, what in detector(text) if path in paths else ():
            match = _match(text, start, end)
            if match is None or known.holds(match):
                continue
            says = f"the detector `{name}` takes this for {_shown(what, match.value)}"
            hint = (
                "Look at it: a detector is often wrong. Write a role in its stead, or except the record with a reason."
            )
            where = Location(masked_path(path), position_at(text, match.start))
            record = masked_path(path.partition("/")[2].removesuffix(".yaml"))
            yield Diagnostic(DETECTED, DETECTED.severity, says, hint, where, record)


def _match(text: str, start: Any, end: Any) -> Match | None:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise TypeError
    line, column = position_at(text, start)
    return Match(DETECTED, "", line, column, start, end, text[start:end]) if text[start:end].strip() else None


def _shown(what: object, value: str) -> str:
    """Its word for the find, unless that could be the find itself."""
    is_word = isinstance(what, str) and _WORD.fullmatch(what) and what.lower() not in value.lower()
    return f"`{what}`" if is_word else "personal data"
