"""Run the partnership's own detector of personal data, for example a language model, where its settings name one."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from lif.diagnostics.codes import DETECTED, NO_DETECTOR
from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.diagnostics.location import Location
from lif.privacy.mask import mask_path
from lif.privacy.match import Match
from lif.store.load.load import Loaded
from lif.store.load.positions import place_problems
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.privacy.files import decode
from lif.store.yaml.text import position_at

ENTRY_POINT_GROUP = "lif.detectors"
"""The entry point group in which detectors are registered."""
NONE = "none"
"""The setting that means no detector."""
_WORD = re.compile(r"[A-Za-z][A-Za-z _-]{0,29}")
Detector = Callable[[str], Iterable[tuple[int, int, str]]]


def detector_name(loaded: Loaded) -> str | None:
    """The name of the detector in the partnership's settings; None where it names none."""
    partnership = loaded.snapshot.partnership
    name = partnership.settings.detector if partnership else None
    return None if name == NONE else name


def detector_diagnostics(loaded: Loaded, paths: Container[str] | None = None) -> tuple[Diagnostic, ...]:
    """The diagnostics of the partnership's detector for these files, or for all; empty where it names none."""
    name = detector_name(loaded)
    if name is None:
        return ()
    from importlib.metadata import entry_points

    entry_point = next(
        (candidate for candidate in entry_points(group=ENTRY_POINT_GROUP) if candidate.name == name), None
    )
    if entry_point is None:
        return _unusable_detector(f"the detector `{name}` is not installed on this computer", loaded)
    try:
        detector: Detector = entry_point.load()
        return tuple(_detector_diagnostics(loaded, loaded.files if paths is None else paths, name, detector))
    except Exception as error:  # noqa: BLE001 - any error of another program is reported, not raised
        return _unusable_detector(f"the detector `{name}` stopped with {type(error).__name__}", loaded)


def _unusable_detector(says: str, loaded: Loaded) -> tuple[Diagnostic, ...]:
    hint = "Install it beside lif, or take `detector` out of the partnership's settings."
    return tuple(place_problems([Problem(NO_DETECTOR, "partnership", ("settings", "detector"), says, hint)], loaded))


def _detector_diagnostics(loaded: Loaded, paths: Container[str], name: str, detector: Detector) -> Iterator[Diagnostic]:
    allowed_names = allowed_names_of(loaded.snapshot.partnership)
    for path, data in loaded.files.items():
        text = decode(data)
        for start, end, label in detector(text) if path in paths else ():
            match = _match(text, start, end)
            if match is None or allowed_names.holds(match):
                continue
            says = f"the detector `{name}` takes this for {_label_text(label, match.value)}"
            hint = (
                "Look at it: a detector is often wrong. Write a role in its stead, or except the record with a reason."
            )
            location = Location(mask_path(path), position_at(text, match.start))
            record = mask_path(path.partition("/")[2].removesuffix(".yaml"))
            yield Diagnostic(DETECTED, DETECTED.severity, says, hint, location, record)


def _match(text: str, start: Any, end: Any) -> Match | None:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise TypeError
    line, column = position_at(text, start)
    return Match(DETECTED, "", line, column, start, end, text[start:end]) if text[start:end].strip() else None


def _label_text(label: object, value: str) -> str:
    """The detector's label for a match, unless the label could be the value itself."""
    is_word = isinstance(label, str) and _WORD.fullmatch(label) and label.lower() not in value.lower()
    return f"`{label}`" if is_word else "personal data"
