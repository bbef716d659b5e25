"""Turns what is typed for a field into the text to write: any unique part of an id, a word in any spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from lif.errors import LifError
from lif.model.kinds.partnership import Theme
from lif.model.naming import named
from lif.model.parts.shape import FieldShape
from lif.model.period import When
from lif.model.reference import REGISTERS, Ref
from lif.model.snapshot import Snapshot

_REFUSED = 1
_MOST_LISTED = 8
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? +)?([a-z]{3,9}) +(\d{4})", re.ASCII)
_AXES = {"practice": "practice", "system": "the system", "need": "the needs of children"}
_YES_NO = {"yes": "yes", "y": "yes", "no": "no", "n": "no"}


@dataclass(frozen=True, slots=True)
class TypedValueReader:
    """Reads what is typed against the existing records, as of a day."""

    snapshot: Snapshot
    today: date

    def of(self, shape: FieldShape, typed: str) -> str:
        """The text to write for one value of the field.

        Raises `LifError` when the text could mean several records or words, or means none.
        """
        text = typed.strip()
        if shape.words is not None:
            return _word(shape, text)
        if shape.kind_of_value is bool:
            return _YES_NO.get(text.casefold(), text)
        if shape.kind_of_value in {When, date}:
            return self._day(text)
        if shape.ref is not None:
            return self._cited(shape, text)
        return text if shape.schema.get("pattern") else typed

    def all_of(self, shape: FieldShape, typed: str) -> list[str]:
        """The texts to write for a list field: ids and short names between commas, or a single text."""
        if shape.is_text:
            return [typed]
        parts = typed.split(",") if "," in typed or self._is_one_name(shape, typed) else typed.split()
        return list(dict.fromkeys(self.of(shape, part) for part in parts if part.strip()))

    def _is_one_name(self, shape: FieldShape, typed: str) -> bool:
        """Whether the text without commas is part of a single name: `Exampleshire Police`."""
        text = typed.strip().casefold()
        return " " in text and sum(text in name.casefold() for name in self.candidates(shape).values()) == 1

    def candidates(self, shape: FieldShape) -> dict[str, str]:
        """Everything that a citing field may cite, each with its name or title."""
        targets = shape.ref.targets if shape.ref else ()
        if targets and targets[0] in REGISTERS:
            register = self.snapshot.registers[targets[0]]
            axes = shape.ref.axes if shape.ref else ()
            return {
                key: str(getattr(member, "name", None) or getattr(member, "label", ""))
                for key, member in register.items()
                if not axes or getattr(member, "axis", None) in axes
            }
        return dict(self._records(targets))

    def _on_another_axis(self, ref: Ref, text: str) -> Theme | None:
        """The theme of the vocabulary that was typed where only those on other axes may be named."""
        return next((theme for key, theme in self.snapshot.themes.items() if ref.axes and key == text), None)

    def _records(self, targets: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for entry in self.snapshot.every():
            title = getattr(getattr(entry, "record", None), "title", "")
            if entry.kind.name in targets:
                yield entry.id, title
            for key, list_name in entry.items.items():
                if f"{entry.kind.name}#{list_name}" in targets:
                    yield f"{entry.id}#{key}", title

    def _day(self, text: str) -> str:
        """`today`, `yesterday`, `1 March 2026` and `March 2026` as records write them; any other text unchanged."""
        days = {"today": self.today, "yesterday": self.today - timedelta(days=1)}
        match = _DAY_IN_WORDS.fullmatch(text.casefold())
        month = next((number for number, name in enumerate(_MONTHS, 1) if match and name.startswith(match[2])), None)
        if match and month:
            return f"{match[3]}-{month:02}" + (f"-{int(match[1]):02}" if match[1] else "")
        return str(days.get(text.casefold(), text))

    def _cited(self, shape: FieldShape, text: str) -> str:
        known = self.candidates(shape)
        is_register = shape.ref is not None and shape.ref.to[0] in REGISTERS
        if text in known or (is_register and self.snapshot.partnership is None):
            return text
        folded = text.casefold().replace(" ", "-")
        matches = [key for key, name in known.items() if folded in key or text.casefold() in name.casefold()]
        if len(matches) == 1 and is_register:
            return matches[0]
        if shape.ref is not None and (other := self._on_another_axis(shape.ref, folded)):
            belongs = " or ".join(_AXES[axis] for axis in shape.ref.axes)
            raise LifError(f"`{other.key}` is a theme of {_AXES[other.axis]}; here a theme of {belongs} belongs.")
        if is_register:
            raise _not_in_register(shape, text, matches, list(known))
        return named(known, text)


def _not_in_register(shape: FieldShape, text: str, matches: list[str], known: list[str]) -> LifError:
    word = shape.ref.to[0].replace("-", " ") if shape.ref else shape.name
    if matches:
        return LifError(f'"{text}" could be {_some(matches)}.', "Write enough to mean only one.")
    similar = get_close_matches(text, known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(similar)}?" if similar else f"There are: {_some(known)}."
    if shape.ref and (list_name := REGISTERS.get(shape.ref.to[0])):
        hint += f" A new one is added first: lif set partnership {list_name}[+].key={text}, with what else it needs."
    return LifError(f'The partnership has no {word} "{text}".', hint, exit_code=_REFUSED)


def _some(names: list[str]) -> str:
    """The first few, and how many more there are."""
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"{', '.join(names[:_MOST_LISTED]) or 'none yet'}{more}"


def _word(shape: FieldShape, text: str) -> str:
    """A word of a closed list, in any spelling, or any part of it that no other word contains."""
    words = [word.value for word in shape.words or ()]
    folded = "-".join(text.casefold().replace("_", " ").split())
    if not folded or folded in words:
        return folded
    matches = [word for word in words if folded in word]
    if len(matches) == 1:
        return matches[0]
    similar = get_close_matches(folded, words, n=1)
    guess = f" Did you mean {similar[0]}?" if similar else ""
    raise LifError(
        f'"{text}" is not one of the choices for `{shape.name}`.{guess}',
        f"Choose one of: {', '.join(words)}.",
        exit_code=_REFUSED,
    )
