import pytest

from lif.model.money import Money, total
from lif.model.parts.form import RefusedError


@pytest.mark.parametrize(
    ("written", "pence", "printed"),
    [
        ("12000", 1_200_000, "£12,000"),
        ("12000.50", 1_200_050, "£12,000.50"),
        ("0", 0, "£0"),
        ("0.05", 5, "£0.05"),
        ("999999999.99", 99_999_999_999, "£999,999,999.99"),
    ],
)
def test_an_amount_is_kept_in_pence_and_printed_as_people_write_it(written: str, pence: int, printed: str) -> None:
    money = Money.parse(written)
    assert (money.pence, str(money), money.text) == (pence, printed, written)


@pytest.mark.parametrize(
    "written", ["£12", "12,000", "12.5", "12.500", "12k", " 12", "+12", "", "1e3", "٣", "-", "1000000000", "12."]
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        Money.parse(written)
    assert "12000.50" in refused.value.says


def test_only_a_balance_may_be_below_nothing() -> None:
    assert str(Money.parse_balance("-250.10")) == "-£250.10"
    assert Money.parse_balance("-250.10").text == "-250.10"
    with pytest.raises(RefusedError):
        Money.parse("-250")


def test_sums_are_exact() -> None:
    assert str(total(tuple(Money.parse("0.10") for _ in range(3)))) == "£0.30"
    assert str(total(())) == "£0"
