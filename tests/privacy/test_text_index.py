"""The looks that spare most texts the search: whatever they pass over, nothing that is somebody's is among it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.privacy.number_prefilter import number_lines
from lif.privacy.scan import scan, scan_path

CLEAN = sorted(
    text
    for path in (Path(__file__).parents[2] / "templates" / "example" / "records").rglob("*.yaml")
    if not scan(text := path.read_text(encoding="utf-8"))
)
VALUES = (
    "9990000123",
    "NHS 999-000-0123",
    "NHS number: 999 OOO 0123",
    "CR99 9ZZ",
    "QQ 12 34 56 C",
    "07700 900 123",
    "tel: O7700 900123",
    "a.example@example.org",
    "a example at example dot org",
    "account no. 12345678",
    "MRN 1234567",
    "the case ref: 12345/19",
    "born: 2012-05-03",
    "3 May 2012 (DOB)",
    "a home at Flat 3, Fictional House,",
    "home visit to 12 fictional close",
    "Mrs Testerton came",
    "mr TESTERTON came",
    "his partner Will-Zarabelle left",
    "interviewed with Zarabelle Testerton",
    "Zarabelle disclosed",
    "the child (ZT) was seen",
    "young person ZT moved",
    "He attended Fictitia Primary School",
    "a 7-year-old from the Fictitia estate",
    "see mrs-testerton-letter.docx",
)


@given(clean=st.sampled_from(CLEAN), value=st.sampled_from(VALUES), where=st.floats(0, 1), after=st.sampled_from("\n "))
@settings(max_examples=150, deadline=None)
def test_a_value_is_found_wherever_it_stands_in_a_clean_record(
    clean: str, value: str, where: float, after: str
) -> None:
    start = clean.rfind("\n", 0, int(where * len(clean)) + 1) + 1
    text = f"{clean[:start]}\n  {value}{after}\n\n{clean[start:]}"
    (alone,) = scan(value)
    assert [(match.code.name, match.value) for match in scan(text)] == [(alone.code.name, alone.value)]


@pytest.mark.parametrize(
    "line",
    [
        "date: 2019-05-03",
        "date: 2019",
        "title: The report of the board, 2019",
        "title: The framework (2019)",
        "address: http://www.example.org.uk/2019/05/a-page",
        "year: 2019-20",
        "met: 123",
        "title: Minutes of meeting 45-11",
        "address: https://www.example.org/minutes/45",
        "source: audits/2019-child-voice-00012-03#plans-say-why",
        "answers:\n  - actions/2019-front-door\n  - actions/2019-front-door-2",
    ],
)
def test_numbers_that_records_are_full_of_need_no_search(line: str) -> None:
    assert number_lines(f"title: Early help\n{line}\n").others == ""


@pytest.mark.parametrize(
    "line",
    [
        "title: Minutes of 2012-05-25",
        "said: The panel met on 2012-05-25 and agreed",
        "title: Summary of the board's meeting of 19 July 2018",
        'title: "Minutes of 3 May 2018"',
    ],
)
def test_days_are_asked_for_but_no_other_number_is(line: str) -> None:
    seen = number_lines(f"title: Early help\n{line}\n")
    assert (bool(seen.others), seen.but_days) == (True, "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("said: The child was seen on 2012-05-25", "LIF611"),
        ("said: The child was seen on 19 July 2018 and went home", "LIF611"),
        ("said: The mother says he was born on 2012-05-25", "LIF604"),
        ("said: The infant died on 3 May 2018", "LIF604"),
        ("said: tel. 07700 900123 since 2012-05-25", "LIF606"),
        ("said: since 2012-05-25\n  NHS\n  999\n  000\n  0123 is used", "LIF601"),
        ("said: since 2012-05-25 case number CR 18 C 00123", "LIF608"),
        ("said: TESTE999999ZZ9ZZ since 2012-05-25", "LIF609"),
        ("said: born in May 2012, the minutes of 2018-03-15 say of the boy born in June 2012", "LIF604"),
    ],
)
def test_beside_a_day_whatever_is_somebodys_is_found(line: str, code: str) -> None:
    assert [match.code.name for match in scan(f"title: Early help\n{line}\n")] == [code]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("dob: 2012-05-03", "LIF604"),
        ("said: She was born on the ward: 2012-05-25", "LIF604"),
        ("said: the girl was born in May 2012", "LIF604"),
        ("said: the case number 123", "LIF608"),
        ("source: reviews/2019-custody-00045-09", "LIF608"),
        ("said: He went to Fictitia School, Year 4", "LIF616"),
        ("said: Fictitia School (aged 4", "LIF616"),
        ("said: the child is 7 months 3 days old", "LIF611"),
    ],
)
def test_the_same_numbers_are_searched_where_words_make_them_somebodys(line: str, code: str) -> None:
    assert [match.code.name for match in scan(f"title: Early help\n{line}\n")] == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2019-mosaic-12345", "LIF608"),
        ("2019-crown-court-12345", "LIF608"),
        ("2019-pncid-12345-01.yaml", "LIF608"),
        ("2019-mrs-testerton-1", "LIF613"),
    ],
)
def test_a_name_of_a_year_words_and_a_number_is_searched_where_a_word_tells(name: str, code: str) -> None:
    assert [match.code.name for match in scan_path(f"records/reviews/{name}")] == [code]
