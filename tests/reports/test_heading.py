from datetime import date

from lif.disclosure.request import Request, Withheld
from lif.model.sharing import PUBLIC
from lif.reports.heading import head
from support.story import snapshot_of


def test_a_report_on_no_year_in_particular_names_none() -> None:
    made = head(snapshot_of({}), Request(date(2026, 11, 22), PUBLIC), "Where we are")
    assert (made.period, made.since, made.until, made.edition) == ("", "", "", "none")
    assert made.body == "Exampleshire Safeguarding Children Partnership"
    assert made.today == "2026-11-22"
    assert made.withheld == Withheld()
