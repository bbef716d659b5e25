import re
from importlib.resources import files
from pathlib import Path

import pytest

from lif.errors import LifError
from lif.model.edition import NOT_VERIFIED, Edition
from lif.model.kinds.review import Review
from lif.model.parts.shape import field_at
from lif.store.shipped import guidance
from lif.store.shipped.guidance import edition, editions

EDITIONS = {edition.name: edition for edition in editions()}
SMALL = b"""\
name: wt2099
title: An edition that does not exist
since: 2099-01-01
dates:
  source: guidance
  verified: no
sources:
  - key: guidance
    title: The text
    publisher: Nobody
"""


def test_every_file_is_an_edition_of_its_own_name() -> None:
    names = [path.name.removesuffix(".yaml") for path in (files("lif") / "guidance").iterdir()]
    assert sorted(names) == sorted(EDITIONS)
    assert list(EDITIONS) == ["none", "wt2018", "wt2023", "wt2026"]


def test_every_file_that_ships_is_valid() -> None:
    for file in (files("lif") / "guidance").iterdir():
        name = file.name.removesuffix(".yaml")
        assert edition(name, file.read_bytes()) == EDITIONS[name]


def test_each_begins_on_the_day_after_the_one_before_ended() -> None:
    for before, after in zip(editions(), editions()[1:], strict=False):
        assert before.until is not None
        assert after.since is not None
        assert (after.since - before.until).days == 1
    assert editions()[-1].until is None


@pytest.mark.parametrize("edition", editions(), ids=list(EDITIONS))
def test_its_clocks_name_fields_of_reviews_or_the_day_of_the_decision_to_review(edition: Edition) -> None:
    for clock in edition.clocks:
        assert clock.review_kinds
        assert clock.starts
        of_reviews = {*clock.starts, clock.met_by} - {"decision.date"}
        assert all(field_at(Review, tuple(path.split("."))) for path in of_reviews)
    keys = [clock.key for clock in edition.clocks]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("edition", editions(), ids=list(EDITIONS))
def test_what_nobody_read_says_so_and_what_was_read_has_an_address(edition: Edition) -> None:
    for fact in edition.facts():
        assert bool(fact.caveat) is not fact.verified
        assert fact.verified or fact.caveat.startswith(NOT_VERIFIED)
        assert not fact.verified or edition.source_of(fact).address or edition.source_of(fact).key == "framework"


def test_what_the_newest_edition_changed_is_said_not_to_have_been_found() -> None:
    newest = EDITIONS["wt2026"]
    assert not newest.dates.verified
    assert not any(clock.verified for clock in newest.clocks)
    assert all("Carried over" in (clock.note or "") for clock in newest.clocks)
    assert [(running.key, running.length) for running in newest.clocks] == [
        (c.key, c.length) for c in EDITIONS["wt2023"].clocks
    ]


def test_in_march_2020_two_deadlines_were_relaxed_and_the_five_days_were_not() -> None:
    relaxed = {clock.key: [str(time.since) for time in clock.suspended] for clock in EDITIONS["wt2018"].clocks}
    assert relaxed == {"notification": [], "rapid-review": ["2020-03"], "publication": ["2020-03"], "time-public": []}


def test_the_chapter_on_section_11_is_another_one_in_each_edition() -> None:
    assert [edition.chapters[0].chapter for edition in editions() if edition.chapters][:2] == ["Chapter 2", "Chapter 4"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (SMALL + b"clocks: soon\n", "clocks"),
        (SMALL.replace(b"source: guidance", b"source: hearsay"), "no such source: hearsay"),
        (SMALL + b"surprise: yes\n", "surprise"),
        (SMALL.replace(b"2099-01-01", b"2099-02-30"), "since"),
        (SMALL + b"title: twice\n", "second time"),
        (b"", "the file is empty"),
    ],
)
def test_a_damaged_edition_stops_the_program_and_says_where(wrong: bytes, says: str) -> None:
    with pytest.raises(LifError, match=re.escape(says)):
        edition("wt2099", wrong)


def test_a_damaged_file_that_ships_stops_the_program_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wt2099.yaml").write_bytes(SMALL + b"title: twice\n")
    monkeypatch.setattr(guidance, "_FOLDER", tmp_path)
    with pytest.raises(LifError, match="second time"):
        editions.__wrapped__()


def test_a_sound_edition_is_read_as_it_stands() -> None:
    read = edition("wt2099", SMALL)
    assert (read.name, read.is_silent, [fact.caveat for fact in read.facts()]) == ("wt2099", True, [NOT_VERIFIED])
