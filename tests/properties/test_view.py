"""What must hold of every document and command over any records: they are asked of one view.

Future-blind: nothing that lies after the day changes anything. Withheld is not absent: nothing that the audience may
not see changes anything but the count of what was withheld, and an edition claims no absence. Here on a sample of days,
documents and editions; `make deep` takes every day for the records, and ten days for documents.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pytest

from lif.analysis.chronology.as_at import as_at
from lif.disclosure.view_of import view_of
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from lif.output.documents.markdown import escape_markdown
from lif.output.templates.render import render
from support.documents_of import content_of, name_of, requests_of, told_of
from support.workspaces import Trees, cut, event_days, snapshot_from, sound_snapshot, trees_of, without

WORKSPACES = ("example", "record")
EVERYTHING = bool(os.environ.get("LIF_DEEP"))
_SHARES = (0.4, 0.97) if not EVERYTHING else (0.15, 0.25, 0.4, 0.5, 0.6, 0.72, 0.8, 0.9, 0.97, 0.999)
_LEVELS = list(Sharing)
_PER_REPORT = 3 if EVERYTHING else 1
ABSENCE = re.compile(
    r"not recorded|not in the sources|\bnever\b|\bnobody\b|\bsilent\b|\bnot heard\b|\bnothing\b|\bnone\b"
    r"|\bno (?:contribution|answer|record|action|finding|evidence|decision|review|audit|measure|impact)s?\b"
    r"|little or no|\b0 of \d|\b0 [a-z]{4,}|^\|.*\|\s*0(?: of \d+)?\s*\|",
    re.IGNORECASE,
)
SAYS_WHY = re.compile(r"may be withheld|not shown here|for this audience|it does not say which", re.IGNORECASE)
ABOUT_ALL = re.compile(r"signed off|next review|approved|^>|^- Conventions|guidance in force", re.IGNORECASE)
"""What rests on the record of the partnership alone, which every reader may see."""


def _days(trees: Trees) -> Iterator[date]:
    days = event_days(trees)
    return (days[int(len(days) * share)] for share in _SHARES)


def _differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The names of what is told otherwise, each with the place where the two part."""
    differences = []
    for name, text in one.items():
        if text != other.get(name):
            twin = other.get(name, "")
            at = next((i for i, pair in enumerate(zip(text, twin, strict=False)) if pair[0] != pair[1]), 0)
            differences.append(f"{name}: {text[max(0, at - 150) : at + 100]!r} / {twin[max(0, at - 150) : at + 100]!r}")
    return differences


@pytest.mark.parametrize("name", WORKSPACES)
def test_the_records_of_a_day_are_those_that_a_person_could_have_written_by_then(name: str) -> None:
    trees = trees_of(name)
    whole, _ = snapshot_from(trees)
    days = sorted(set(event_days(trees)))
    for day in days if EVERYTHING else days[:: max(1, len(days) // 12)]:
        stood, written = as_at(whole, day), as_at(sound_snapshot(cut(trees, day)), day)
        assert stood.entries == written.entries, day
        assert as_at(stood, day) is stood or as_at(stood, day) == stood


@pytest.mark.parametrize("name", WORKSPACES)
def test_nothing_that_lies_after_the_day_changes_what_is_told_on_it(name: str) -> None:
    trees = trees_of(name)
    whole, _ = snapshot_from(trees)
    for day in _days(trees):
        past = sound_snapshot(cut(trees, day))
        asked = list(requests_of(view_of(past, day, RESTRICTED).records, day, _PER_REPORT))
        assert _differences(told_of(whole, day, RESTRICTED, asked), told_of(past, day, RESTRICTED, asked)) == []


@pytest.mark.parametrize("audience", [PUBLIC, PARTNERSHIP])
def test_nothing_that_is_withheld_changes_what_an_edition_tells(audience: Sharing) -> None:
    trees = trees_of("example")
    whole, _ = snapshot_from(trees)
    day = max(event_days(trees))
    view = view_of(whole, day, audience)
    left = without(trees, whole.entries.keys() - view.records.entries.keys())
    removed, wrong = snapshot_from(left)
    assert wrong == frozenset()
    asked = list(requests_of(view.records, day, _PER_REPORT))
    full, narrow = (told_of(snapshot, day, audience, asked) for snapshot in (whole, removed))
    hidden = re.compile(r'"withheld": \d+')
    assert (
        _differences(
            {name: hidden.sub("", text) for name, text in full.items()},
            {name: hidden.sub("", text) for name, text in narrow.items()},
        )
        == []
    )


@pytest.mark.parametrize("audience", [PUBLIC, PARTNERSHIP])
def test_an_edition_from_which_everything_was_withheld_claims_no_absence(audience: Sharing) -> None:
    trees = trees_of("example")
    above = _LEVELS[_LEVELS.index(audience) + 1].value
    raised = {record_id: {**tree, "sharing": above} for record_id, tree in trees.items() if record_id != "partnership"}
    whole, _ = snapshot_from({**trees, **raised})
    day = max(event_days(trees))
    for report, request in requests_of(view_of(whole, day, audience).records, day, _PER_REPORT):
        content = content_of(whole, report, request, audience) if report.reaches.may_reach(audience) else None
        if content is not None:
            asked_for = [item.says for item in getattr(content, "required", ())]
            assert _claims(render(report.name, content), asked_for) == [], name_of(report, request)


def _claims(text: str, words_of_guidance: Iterable[str]) -> list[str]:
    """The lines that claim an absence and do not say that it may be withheld; the guidance's own words are left out."""
    body = text.split("## How this was put together", maxsplit=1)[0]
    for words in words_of_guidance:
        body = body.replace(escape_markdown(words), "")
    lines = (re.sub(r"“[^”]*”|\"[^\"]*\"", "", line) for line in body.splitlines() if not line.startswith("#"))
    return [line for line in lines if ABSENCE.search(line) and not (SAYS_WHY.search(line) or ABOUT_ALL.search(line))]
