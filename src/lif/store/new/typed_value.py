"""What somebody typed for a field to the text that is written: any unique part of an id, a word in any spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from lif.errors import LifError
from lif.model.naming import named
from lif.model.parts.shape import FieldShape
from lif.model.period import When
from lif.model.reference import REGISTERS
from lif.model.snapshot import Snapshot

_REFUSED = 1
_LISTED = 8
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
_SPOKEN_DAY = re.compile(r"(?:(\d{1,2}) +)?([a-z]{3,9}) +(\d{4})", re.ASCII)
_YES_NO = {"yes": "yes", "y": "yes", "no": "no", "n": "no"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Reads what is typed by the records there are, as of a day."""

    snapshot: Snapshot
    today: date

    def of(self, shape: FieldShape, typed: str) -> str:
        """The text to write for one value of the field.

        Raises `LifError` in plain words when several records or words could be meant, or none is.
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
        """The texts to write for a field that takes a list: ids and short names stand between commas, a text alone."""
        if shape.is_text:
            return [typed]
        return [self.of(shape, part) for part in typed.replace(",", " ").split()]

    def candidates(self, shape: FieldShape) -> dict[str, str]:
        """What a field that cites may cite, each with what people call it."""
        targets = shape.ref.targets if shape.ref else ()
        if targets and targets[0] in REGISTERS:
            register = self.snapshot.registers[targets[0]]
            return {key: str(getattr(one, "name", None) or getattr(one, "label", "")) for key, one in register.items()}
        return dict(self._records(targets))

    def _records(self, targets: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for one in self.snapshot.every():
            title = getattr(getattr(one, "record", None), "title", "")
            if one.kind.name in targets:
                yield one.id, title
            for key, where in one.items.items():
                if f"{one.kind.name}#{where}" in targets:
                    yield f"{one.id}#{key}", title

    def _day(self, text: str) -> str:
        """`today`, `yesterday`, `1 March 2026` and `March 2026` as records write them; anything else as it is."""
        days = {"today": self.today, "yesterday": self.today - timedelta(days=1)}
        spoken = _SPOKEN_DAY.fullmatch(text.casefold())
        month = next((n for n, name in enumerate(_MONTHS, 1) if spoken and name.startswith(spoken[2])), None)
        if spoken and month:
            return f"{spoken[3]}-{month:02}" + (f"-{int(spoken[1]):02}" if spoken[1] else "")
        return str(days.get(text.casefold(), text))

    def _cited(self, shape: FieldShape, text: str) -> str:
        known = self.candidates(shape)
        is_register = shape.ref is not None and shape.ref.to[0] in REGISTERS
        if text in known or (is_register and self.snapshot.partnership is None):
            return text
        folded = text.casefold().replace(" ", "-")
        found = [key for key, name in known.items() if folded in key or text.casefold() in name.casefold()]
        if len(found) == 1 and is_register:
            return found[0]
        if is_register:
            raise _not_in_register(shape, text, found, list(known))
        return named(known, text)


def _not_in_register(shape: FieldShape, text: str, found: list[str], known: list[str]) -> LifError:
    word = shape.ref.to[0].replace("-", " ") if shape.ref else shape.name
    if found:
        return LifError(f'"{text}" could be {_some(found)}.', "Write enough to mean only one.")
    close = get_close_matches(text, known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(close)}?" if close else f"There are: {_some(known)}."
    return LifError(f'The partnership has no {word} "{text}".', hint, exit_code=_REFUSED)


def _some(known: list[str]) -> str:
    """The first few of them."""
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"{', '.join(known[:_LISTED]) or 'none yet'}{more}"


def _word(shape: FieldShape, text: str) -> str:
    """A word of a closed list, whatever its spelling, or any part that only one of them has."""
    words = [word.value for word in shape.words or ()]
    folded = "-".join(text.casefold().replace("_", " ").split())
    if not folded or folded in words:
        return folded
    found = [word for word in words if folded in word]
    if len(found) == 1:
        return found[0]
    close = get_close_matches(folded, words, n=1)
    guess = f" Did you mean {close[0]}?" if close else ""
    raise LifError(
        f'"{text}" is not one of the choices for `{shape.name}`.{guess}',
        f"Choose one of: {', '.join(words)}.",
        exit_code=_REFUSED,
    )
