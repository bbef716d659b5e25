"""How the text of a record becomes a date, a count or a word: full match, or not at all.

Bare `int`, `bool`, `float` and `date` never stand in a kind: nothing would say how they are read.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from lif.model.parts.form import Form, RefusedError

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
SLUG = f"^{_SLUG.pattern}$"
"""The form of a short name."""
_YEAR = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Dates outside these years are slips of the hand, not records."""
LONGEST_SLUG = 80


def refused(form: str, value: object, says: str) -> RefusedError:
    """The one way a scalar refuses a value; `store.load.build` turns it into a diagnostic."""
    return RefusedError(form, str(value), says)


def _plain_text(value: object) -> str:
    if not isinstance(value, str):
        raise refused("lif_text", "", "should be text, but a list or further fields stand here")
    return value


def _text(value: object) -> str:
    text = _plain_text(value)
    if not text or text.isspace():
        raise refused("lif_empty", "", "is empty")
    return text


def parse_day(value: object) -> date:
    """A day written 2019-11-05; anything else is refused."""
    return value if isinstance(value, date) else _day(_plain_text(value))


@lru_cache(maxsize=8192)
def _day(text: str) -> date:
    match = _DAY.fullmatch(text)
    if not match:
        raise refused("lif_day", text, "is not a day")
    year, month, day = (int(part) for part in match.groups())
    try:
        found = date(year, month, day)
    except ValueError:
        raise refused("lif_day", text, "is a day that does not exist") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refused("lif_day", text, f"is outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return found


def _count(value: object) -> int:
    if isinstance(value, int):
        return value
    text = _plain_text(value)
    if not _COUNT.fullmatch(text):
        raise refused("lif_count", text, "is not a count. A count is a whole number from 0 up, in digits")
    return int(text)


def _number(value: object) -> float:
    if isinstance(value, float):
        return value
    text = _plain_text(value)
    if not _NUMBER.fullmatch(text):
        raise refused("lif_number", text, "is not a number. Write digits with a point: 86 or 12.5, without %")
    return float(text)


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _plain_text(value)
    if text not in {"yes", "no"}:
        raise refused("lif_yes_no", text, "should be yes or no")
    return text == "yes"


def _slug(value: object) -> str:
    text = _plain_text(value)
    if not is_slug(text):
        raise refused("lif_slug", text, "should be lower-case words, digits and hyphens: early-help")
    return text


def is_slug(text: str) -> bool:
    """Whether the text is lower-case ASCII words joined by hyphens, at most 80 characters."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def year_start(text: str) -> int | None:
    """2018 for `2018-19`; None when it is not a year from April to March."""
    match = _YEAR.fullmatch(text)
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    return first if (first + 1) % 100 == second and FIRST_YEAR <= first < LAST_YEAR else None


def _year(value: object) -> str:
    text = _plain_text(value)
    if year_start(text) is None:
        raise refused("lif_year", text, "is not a year. A year runs from April to March and is written 2018-19")
    return text


def _address(value: object) -> str:
    text = _plain_text(value)
    if not _ADDRESS.fullmatch(text):
        raise refused("lif_address", text, "is not an address of a page: it should start with https://")
    return text


def _form(read: Callable[[object], Any], **schema: Any) -> Form:
    return Form(read, schema)


Text = Annotated[str, _form(_text, type="string", minLength=1)]
"""A line or a paragraph, never empty."""
Day = Annotated[date, _form(parse_day, type="string", format="date")]
"""A day of the calendar: 2019-11-05."""
Count = Annotated[int, _form(_count, type="integer", minimum=0)]
"""A whole number from 0 up."""
Number = Annotated[float, _form(_number, type="number")]
"""A finite number; a percentage is written without its sign."""
YesNo = Annotated[bool, _form(_yes_no, type="string", enum=["yes", "no"])]
"""yes or no, in letters."""
Slug = Annotated[str, _form(_slug, type="string", pattern=SLUG)]
"""The key of an item inside a record: lower-case words joined by hyphens."""
Year = Annotated[str, _form(_year, type="string", pattern=r"^\d{4}-\d{2}$")]
"""A year from April to March: 2018-19."""
Address = Annotated[str, _form(_address, type="string", format="uri")]
"""The address of a page."""
