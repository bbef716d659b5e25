from datetime import date

from lif.model.sharing import PUBLIC
from lif.reports.heading import head
from lif.reports.request import Request
from support.asking import seen
from support.story import snapshot_of

DAY = date(2026, 11, 22)


def test_a_report_on_no_year_in_particular_names_none() -> None:
    made = head(seen(snapshot_of({}), DAY, PUBLIC), Request(DAY), "Where we are")
    assert (made.period, made.since, made.until, made.edition) == ("", "", "", "none")
    assert made.body == "Exampleshire Safeguarding Children Partnership"
    assert made.today == "2026-11-22"
    assert made.withheld == 0
