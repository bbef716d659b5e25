"""Amounts of money: pounds and pence, read by a full match and kept exactly."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from lif.model.parts.form import Form
from lif.model.parts.scalars import refused

_AMOUNT = re.compile(r"(-?)(\d{1,9})(?:\.(\d{2}))?", re.ASCII)
_PENCE = 100
_HOW = "Write pounds in digits, with two digits of pence where there are any: 12000 or 12000.50, without £ or commas"


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in pence, so that sums are exact; `text` is what was written: `12000` or `12000.50`."""

    form: ClassVar[Form]
    """How it is read where a field holds one: no amount is below nothing."""
    balance: ClassVar[Form]
    """How a balance is read, which a debt makes negative: `-250`."""
    pence: int

    @classmethod
    def parse(cls, value: object) -> "Money":
        """Read an amount from 0 up; refuse anything else as `scalars.refused` does."""
        money = cls.parse_balance(value)
        if money.pence < 0:
            raise refused("lif_money", money.text, "is an amount below nothing. Only a balance may be: what was owed")
        return money

    @classmethod
    def parse_balance(cls, value: object) -> "Money":
        """Read an amount that may be below nothing."""
        if isinstance(value, Money):
            return value
        text = value if isinstance(value, str) else ""
        match = _AMOUNT.fullmatch(text)
        if not match:
            raise refused("lif_money", text, f"is not an amount of money. {_HOW}")
        pence = int(match[2]) * _PENCE + int(match[3] or 0)
        return cls(-pence if match[1] else pence)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> dict[str, Any]:
        """Return the validator of a field that holds an amount, as pydantic-core takes it."""
        return cls.form.__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: object, handler: object) -> dict[str, Any]:
        """Return the JSON Schema of a field that holds an amount."""
        return cls.form.__get_pydantic_json_schema__(core_schema, handler)

    @property
    def text(self) -> str:
        """As it is written in a record: `12000`, `12000.50`, `-250`."""
        pounds, pence = divmod(abs(self.pence), _PENCE)
        return f"{'-' if self.pence < 0 else ''}{pounds}{f'.{pence:02}' if pence else ''}"

    def __str__(self) -> str:
        """As it is printed: `£12,000`, `£12,000.50`, `-£250`."""
        pounds, pence = divmod(abs(self.pence), _PENCE)
        return f"{'-' if self.pence < 0 else ''}£{pounds:,}{f'.{pence:02}' if pence else ''}"


Money.form = Form(Money.parse, {"type": "number", "minimum": 0})
Money.balance = Form(Money.parse_balance, {"type": "number"})


def total(amounts: "tuple[Money, ...]") -> Money:
    """The exact sum; no amounts make £0."""
    return Money(sum(amount.pence for amount in amounts))
