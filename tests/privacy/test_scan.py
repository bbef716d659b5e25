import csv
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.privacy.normalise import normalise
from lif.privacy.scan import scan, scan_path

LINES = [
    (row["case"], row["code"], row["text"].encode("ascii").decode("unicode_escape"))
    for row in csv.DictReader(
        (Path(__file__).parent / "data" / "lines.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
]
"""Planted (with the code they must give) and innocent (-) lines of the corpus of hostile input, by its ids."""


def codes(text: str) -> list[str]:
    return [match.code.name for match in scan(text)]


@pytest.mark.parametrize(("case", "code", "text"), LINES, ids=[case for case, _, _ in LINES])
def test_a_planted_line_is_found_and_an_innocent_one_passes(case: str, code: str, text: str) -> None:
    found = set(codes(text))
    assert found <= {code, *code.split("|")} if code != "-" else not found, case
    assert (code == "-") == (not found), case


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("see https://example.org/patient/9990000123 for more", "LIF601"),
        ("NHS 999 000 0124", "LIF601"),
        ("the form says 943 476 5919 for her", "LIF601"),
        ("UPN: A123456789012", "LIF602"),
        ("NI number ab 12 34 56", "LIF603"),
        ("no fixed address, ZZ99 3VZ", "LIF605"),
        ("cr99 9zz", "LIF605"),
        ("date of birth: 3rd of May 2012", "LIF604"),
        ("born: 2012-05-03", "LIF604"),
        ("On May 3, 2019 the baby was pronounced dead", "LIF604"),
        ("ring 07700 900 123", "LIF606"),
        ("ring 00 48 22 555 01 23", "LIF606"),
        ("write to a.example@example.org", "LIF607"),
        ("a example at example dot org", "LIF607"),
        ("LCS 7654321 was closed", "LIF608"),
        ("the case ref: 12345/19", "LIF608"),
        ("account no. 12345678", "LIF609"),
        ("driving licence TESTE999999ZZ9ZZ", "LIF609"),
        ("She was moved on 03/05/2019 to a new home", "LIF611"),
        ("the baby was 14 weeks old", "LIF611"),
        ("a home at Flat 3, Fictional House", "LIF612"),
        ("Mrs Testerton came", "LIF613"),
        ("Mrs\n  # Testerton came", "LIF613"),
        ("who: Mrs Zarabelle Testerton\n# Who it is", "LIF613"),
        ("who: Mrs Zarabelle Testerton\n# Agreed priorities", "LIF613"),
        ("MRS TESTERTON came", "LIF613"),
        ("Mrs Testerton Police were called", "LIF613"),
        ("seen by Mr Testerton Review of the plan", "LIF613"),
        ("Mrs Zarabelle Testerton Social worker rang", "LIF613"),
        ("Dr Testerton Safeguarding lead", "LIF613"),
        ("mother: Rebecca Hall", "LIF614"),
        ("mother (Zarabelle)", "LIF614"),
        ("# Author: Zarabelle Testerton", "LIF614"),
        ("the health visitor, Zarabelle, came", "LIF614"),
        ("interviewed with Zarabelle Testerton", "LIF614"),
        ("Zarabelle's mother came", "LIF614"),
        ("the child (ZT) was seen", "LIF615"),
        ("a 7-year-old from the Fictitia estate", "LIF616"),
    ],
)
def test_each_kind_is_found(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Child A, Baby N and Mrs A",
        "section 47 and Q4 1ST",
        "grant 0123 456 7890; charity number 1234567890; ISBN 0-7946-0123-4",
        "call 101, 999, 111, 0800 1111, 0808 800 5000, 0300 123 4567 or 116 000",
        "The panel met on 14 February 2019 about Child A",
        "date: 2019-02-14\ntitle: The child was seen",
        "The review of the death was published on 14 February 2019",
        "Fictitia Primary School took part in the training",
        "the Dr Fictitious Foundation",
        "owner: Hope House",
        "Children aged 11 to 17 from Fictitia",
        "12 Family Court hearings",
        "943 476 5918, 9434765919",
        "The social worker, Police and Health met",
        "Owner: Head of Service",
        "the 1st and the 2nd, at 5pm, 3rd 4th",
        "QA was agreed; the GP was told; LA was asked",
        "Early Help was seen as late",
        "dob",
        "v1.2345, 0.99999",
    ],
)
def test_what_only_looks_alike_passes(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "NHS 999\u200b000\u200b0123",
        "NHS \uff19\uff19\uff19 000 0123",
        "NHS 999\u2011000\u20110123",
        "\u041crs Testerton",
        'title: "NHS 999 000 012\\x33"',
        'title: "NHS 999 000 012\\u0033"',
        "<p>NHS 999 000 012&#51;</p>",
        "a.example%40example.org",
    ],
)
def test_look_alikes_and_hidden_characters_make_no_difference(text: str) -> None:
    (found,) = scan(text)
    assert text[found.start : found.end] == found.value


def test_line_column_and_span_are_those_of_the_text_as_it_was_written() -> None:
    text = "title: \ufb01ne\n  # \u2014 \u200bMrs \u200bZo\u00eb\u2019s\n"
    (found,) = scan(text)
    assert (found.line, found.column) == (2, 8)
    assert found.value.startswith("Mrs")
    assert text[found.start : found.end] == found.value


def test_a_match_does_not_show_its_value() -> None:
    (found,) = scan("NHS 999 000 0123")
    assert "999" not in repr(found)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_plain_text_leads_back_to_the_text_it_came_from(text: str) -> None:
    read = normalise(text)
    origins = [read.origin(place) for place in range(len(read.text) + 1)]
    assert origins == sorted(origins)
    assert all(0 <= origin <= len(text) for origin in origins)
    assert all(text[match.start : match.end] == match.value for match in scan(text))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("records/findings/2019-999-000-0123.yaml", "LIF601"),
        ("records/findings/2019-nhs-9990000123.yaml", "LIF601"),
        ("records/reviews/2019-mrs-testerton.yaml", "LIF613"),
        ("records/reviews/Mrs Testerton.yaml", "LIF613"),
        ("records/reviews/2019-cr99-9zz.yaml", "LIF605"),
        ("records/reviews/2019-qq123456c.yaml", "LIF603"),
        ("records/reviews/2019-07700-900123.txt", "LIF606"),
        ("records/reviews/2019-\uff19\uff19\uff19\uff10000123.yaml", "LIF601"),
    ],
)
def test_names_of_files_are_searched(path: str, code: str) -> None:
    assert [match.code.name for match in scan_path(path)] == [code]


@pytest.mark.parametrize(
    "name", ["2019-early-help-1", "2018-child-j-and-child-k", "2024-q4-figures", "2025-section-47"]
)
def test_ordinary_names_of_files_pass(name: str) -> None:
    assert scan_path(f"records/findings/{name}.yaml") == ()


ENDLESS = [
    "9",
    "9 ",
    "9.",
    "999-",
    "1/1/",
    "A",
    "a",
    "a.",
    "a@",
    "a@a.",
    "-",
    "O'",
    "Mrs ",
    "Child A ",
    "mother ",
    "mother, ",
    "St ",
    "0",
    "+44 ",
    "CR99 ",
    "QQ12",
    "1.",
    "born ",
    "1 May ",
    "aged 7 ",
    "A. ",
    "School ",
    "12 High ",
    "Street ",
    " at ",
    "(",
    "\n",
    "a\n",
    "a \n",
    "9.",
    "1/1/",
    "\n- ",
    ": ",
    "Mosaic ",
    "case no ",
    "\u200b",
    "\\x41",
    "NHS ",
    "NHS 9",
    "U",
    "the ",
    "7-year-old from X ",
    ". ",
]


@pytest.mark.parametrize("piece", ENDLESS)
def test_work_grows_with_the_length_of_a_text_and_no_faster(piece: str) -> None:
    """Counted in calls of our own functions; the patterns themselves are bounded, and 60 kB of each ends."""
    short, long = (piece * (size // len(piece)) for size in (3_000, 30_000))
    scan(long)  # patterns are compiled when they are first needed
    assert _calls(long) <= 12 * _calls(short) + 1000


def _calls(text: str) -> int:
    counted: Counter[str] = Counter()

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        counted[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        scan(text)
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize("words", ["children-who-miss-education", "families-miss-visits", "chances-we-miss-the-signs"])
def test_what_somebody_misses_is_no_name(words: str) -> None:
    assert scan_path(f"records/findings/2023-{words}.yaml") == ()
