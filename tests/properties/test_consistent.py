"""One question, one answer: what two documents tell of the same view, and what no document may print.

The answers are read from the content of the documents before their templates, over the example, the public record and
copies of both with fields taken away.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from lif.analysis.impact.shown_change import better_results, changes_shown
from lif.analysis.themes.theme_reading import read_theme
from lif.disclosure.view_of import view_of
from lif.model.sharing import RESTRICTED
from lif.model.snapshot import Snapshot
from lif.output.documents.markdown import to_plain_values
from lif.output.templates.child import answer_job
from lif.reports.registry import REPORTS
from lif.reports.request import Request
from support.documents_of import content_of, half_year_to, name_of, requests_of, year_of
from support.tree import ROOT
from support.workspaces import event_days, sound_snapshot, sparse, trees_of

WORKSPACES = ("example", "record", "example, sparse 3", "record, sparse 3")
_TAKEN_AWAY = 120
_ARTEFACTS = {
    "0 of them": re.compile(r"\b0 of (?:them|these)\b", re.IGNORECASE),
    "negative days": re.compile(r"(?:^|[\s(])-\d+ (?:working )?days?\b"),
    "empty brackets": re.compile(r"\(\s*\)|“\s*”"),
    "a value that is no word": re.compile(r"\(None\)|: None\b(?= [a-z])|\bUndefined\b|datetime\.date|\{\{|\}\}|\{%"),
    "stray punctuation": re.compile(r":\s+\.|(?<=\w) [.,;:](?=\s|$)|,\s*,|;\s*;|:\s*;|:\s*,|\(\s*[,;:]|[,;:]\s*\)"),
}


@cache
def _workspace(name: str) -> tuple[Snapshot, date]:
    folder, _, seed = name.partition(", sparse ")
    trees = trees_of(folder)
    left = sparse(trees, int(seed), _TAKEN_AWAY, lambda record_id, _: record_id == "partnership") if seed else trees
    return sound_snapshot(left), max(event_days(trees))


def _ask(snapshot: Snapshot, name: str, **asked: Any) -> Any:
    report = next(report for report in REPORTS if report.name == name)
    return content_of(snapshot, report, Request(**asked), RESTRICTED)


def _states(groups: Iterable[Any]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each action with its state and the records that show a change of it."""
    for group in groups:
        for planned in group.actions:
            shown = frozenset(record for line in planned.shown if line.is_evidenced for record in line.records)
            yield planned.action.records[0], group.state, shown


@pytest.mark.parametrize("name", WORKSPACES)
def test_an_action_has_one_state_and_the_same_proof_in_every_document(name: str) -> None:
    snapshot, day = _workspace(name)
    plan = _ask(snapshot, "actions", today=day)
    of_plan = {
        record: (state, shown)
        for record, state, shown in _states(
            [group for agency in plan.single for group in agency.groups] + list(plan.joint)
        )
    }
    assert len(of_plan) == sum(
        entry.kind.name == "action" for entry in view_of(snapshot, day, RESTRICTED).records.entries.values()
    )
    shown = {result.record for result in changes_shown(view_of(snapshot, day, RESTRICTED).records)}
    assert {record for _, records in of_plan.values() for record in records} <= shown
    for agency in snapshot.agencies:
        for record, state, proof in _states(_ask(snapshot, "agency", today=day, about=agency).actions):
            assert (state, proof) == of_plan[record]


@pytest.mark.parametrize("name", WORKSPACES)
def test_the_year_and_the_half_year_call_a_change_what_shows_one_and_nothing_else(name: str) -> None:
    snapshot, day = _workspace(name)
    told: set[str] = set()
    for until in sorted({day, *(when for when in event_days(trees_of(name.partition(",")[0]))[::40])}):
        records = view_of(snapshot, until, RESTRICTED).records
        results = {result.record: result.is_change for result in better_results(records)}
        annual = _ask(snapshot, "annual", today=until, year=year_of(until))
        executive = _ask(snapshot, "executive", today=until, period=half_year_to(until))
        for lines in (annual.impact, executive.changes):
            assert all(any(results.get(record) for record in line.records) for line in lines)
            told |= {record for line in lines for record in line.records}
    assert told or not any(result.is_change for result in better_results(view_of(snapshot, day, RESTRICTED).records))


@pytest.mark.parametrize("name", WORKSPACES)
def test_a_kind_of_evidence_is_silent_everywhere_or_nowhere(name: str) -> None:
    snapshot, day = _workspace(name)
    records = view_of(snapshot, day, RESTRICTED).records
    annual = _ask(snapshot, "annual", today=day, year=year_of(day))
    executive = _ask(snapshot, "executive", today=day, period=half_year_to(day))
    assert [line.text for line in annual.silent] == [line.text for line in executive.silent]
    for key, theme in records.themes.items():
        if not theme.replaced_by:
            reading = read_theme(records, key, day)
            assert not set(reading.silent) & reading.verdicts.keys()


@pytest.mark.parametrize("name", WORKSPACES)
def test_no_document_prints_half_a_sentence(name: str) -> None:
    snapshot, day = _workspace(name)
    for report, request in requests_of(view_of(snapshot, day, RESTRICTED).records, day, 1):
        content = content_of(snapshot, report, request, RESTRICTED)
        if content is None:
            continue
        job = {"folders": [str(ROOT / "templates")], "name": f"{report.name}.md.j2", "sections": None}
        answer = answer_job({**job, "values": to_plain_values(content), "headings": {}, "check": False})
        assert list(_artefacts(str(answer["text"]))) == [], name_of(report, request)


def _artefacts(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if line.startswith(("[^", "|", ">", "#")) or "`lif " in line:
            continue
        plain = re.sub(r"\[\^[^\]]+\]", "", line)
        yield from ((what, line) for what, pattern in _ARTEFACTS.items() if pattern.search(plain))
