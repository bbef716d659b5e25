"""No document is stopped by text that `lif check` passes, and each is stopped by text that it does not pass."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from lif.privacy.scan import scan
from support.tree import ROOT
from support.ws import Workspace

INNOCENT = (
    "Fathers who had died were still written to",
    "Born into care, many children had no photograph",
    "Children gave birth to the idea of a welcome pack",
    "People who died by suicide were known to services",
    "Delivered in every school by the end of term",
    "Aged plans stayed in force",
    "Turned down by two services before anybody answered",
    "Born of a need that parents named",
    "Withdrawn from school without a word",
    "Died down after the first weeks, the worry came back",
    "Was seen twice, and nobody asked the child",
    "Number of contacts that came late",
    "Case work was shared between two teams",
    "Flat rates of contact were found",
    "Birth plans were shared in time",
    "Killed off by the change of system, the form was missed",
    "Living at home was taken for safety",
    "Called by its old name, the service was not found",
)
FIELDS = ("says", "title", "what", "because", "reason", "claim", "response", "doing", "rationale", "progress")
REPORTS = (
    ("report", "annual", "--year", "2025-26"),
    ("report", "executive", "--period", "2025-10/2026-09"),
    ("report", "actions"),
    ("report", "agency", "police"),
    ("brief", "neglect"),
    ("--audience", "restricted", "report", "annual", "--year", "2025-26"),
)
TODAY = ("--today", "2026-11-30")


def _example(folder: Path, sentence_of: Callable[[int], str]) -> Workspace:
    """The example, with another text in every field of a sort that reports tell."""
    numbers = count(1)
    pattern = re.compile(rf"(?m)^((?:  )*(?:- )?(?:{'|'.join(FIELDS)}): )(?![>|]).+$")
    for path in sorted((ROOT / "templates" / "example" / "records").rglob("*.yaml")):
        place = folder / path.relative_to(ROOT / "templates" / "example")
        place.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.name != "partnership.yaml":
            text = pattern.sub(lambda match: f"{match[1]}{sentence_of(next(numbers))}", text)
        place.write_text(text, encoding="utf-8")
    return Workspace(folder)


def _privacy(ws: Workspace) -> str:
    return ws.lif("check", "--all", "--select", "LIF6", *TODAY).out


def test_the_sentences_are_innocent_and_not_all_of_them_with_a_date_before_them() -> None:
    assert [sentence for sentence in INNOCENT if scan(sentence)] == []
    assert any(scan(f"4 March 2025: {sentence}") for sentence in INNOCENT)


@pytest.mark.parametrize("shift", range(3))
def test_what_check_passes_stops_no_document(shift: int, tmp_path: Path) -> None:
    ws = _example(tmp_path, lambda number: INNOCENT[(number * 7 + shift) % len(INNOCENT)])
    assert " 0 errors" in _privacy(ws)
    told = 0
    for words in REPORTS:
        ran = ws.lif(*words, *TODAY)
        assert "identify a person" not in ran.err, ran.err
        told += sum(ran.out.count(sentence) for sentence in INNOCENT)
    assert told > 50


def test_what_check_refuses_stops_every_document_that_tells_it(tmp_path: Path) -> None:
    ws = _example(tmp_path, lambda number: f"Step {number} was told to Mrs Testerton by the team")
    assert "LIF613" in _privacy(ws)
    refused = 0
    for words in REPORTS:
        ran = ws.lif(*words, *TODAY)
        assert "Testerton" not in ran.out + ran.err
        assert "was told to" not in ran.out
        refused += ran.code == 1 and "LIF613" in ran.err
    assert refused >= len(REPORTS) - 1  # one of them tells of none of these fields


def test_the_words_of_an_own_template_are_searched_too(tmp_path: Path) -> None:
    ws = _example(tmp_path, lambda number: INNOCENT[number % len(INNOCENT)])
    ws.lif("templates", "copy", "annual")
    own = tmp_path / "templates" / "annual.md.j2"
    own.write_text(own.read_text(encoding="utf-8") + "\nAsk Mrs Testerton.\n", encoding="utf-8")
    ran = ws.lif("report", "annual", "--year", "2025-26", *TODAY)
    assert ran.code == 1
    assert "templates/annual.md.j2:" in ran.err
    assert "Testerton" not in ran.out + ran.err
