from datetime import date, datetime

import pytest

from lif.exchange.cell_text import cell_text, parted
from lif.model.period import When
from lif.model.sharing import Sharing


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (5.0, "5"),
        (12.5, "12.5"),
        (7, "7"),
        (date(2026, 11, 5), "2026-11-05"),
        (datetime(2026, 11, 5, 9, 30), "2026-11-05"),  # noqa: DTZ001 - as a spreadsheet gives it
        (When.parse("2026-09/2026-11"), "2026-09/2026-11"),
        (("neglect", "early-help"), "neglect; early-help"),
        (Sharing.PUBLIC, "public"),
        ("a\tb\r\nc\u00a0 ", "a b\nc"),
        ("0123", "0123"),
    ],
)
def test_each_value_has_one_form_as_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_list_is_parted_by_semicolons_and_lines() -> None:
    assert parted(" neglect ;early-help\n\nvoice;") == ("neglect", "early-help", "voice")
