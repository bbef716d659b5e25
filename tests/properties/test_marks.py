"""What must hold of the marks of every document over any records: each has its text, each dated line has a mark."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from lif.disclosure.view_of import view_of
from lif.model.parts.shape import shape_of
from lif.model.registry import kind_of
from lif.model.sharing import PUBLIC, RESTRICTED, Sharing
from lif.model.snapshot import Snapshot
from lif.output.documents.footnotes import add_footnotes, records_behind_line
from lif.output.documents.markdown import to_plain_values
from lif.output.documents.parse import parse
from lif.output.templates.child import answer_job
from support.documents_of import content_of, name_of, requests_of, view_for
from support.tree import ROOT
from support.workspaces import event_days, sound_snapshot, sparse, trees_of

WORKSPACES = ("example", "record", "example, sparse 1", "example, sparse 2", "record, sparse 1", "record, sparse 2")
MARK = re.compile(r"(?<=[^\n])\[\^([^\]\s]+)\]")
TEXT_OF_MARK = re.compile(r"^\[\^([^\]\s]+)\]: (.+)$", re.MULTILINE)
DATED = re.compile(r"- \*{0,2}\d{4}-\d\d(-\d\d)?\b")
_TAKEN_AWAY = 150


def _is_needed(record_id: str, path: tuple[str | int, ...]) -> bool:
    kind = kind_of(record_id)
    is_required = kind is not None and len(path) == 1 and shape_of(kind.model)[str(path[0])].is_required
    return record_id == "partnership" or is_required


@cache
def _workspace(name: str) -> tuple[Snapshot, date]:
    folder, _, seed = name.partition(", sparse ")
    trees = trees_of(folder)
    day = max(event_days(trees))
    return sound_snapshot(sparse(trees, int(seed), _TAKEN_AWAY, _is_needed) if seed else trees), day


def _documents(name: str, audience: Sharing) -> Iterator[tuple[str, str, Snapshot]]:
    """The Markdown of every report and briefing with its footnotes, and the records that it may cite."""
    snapshot, day = _workspace(name)
    for report, request in requests_of(view_of(snapshot, day, audience).records, day, 1 if ", " in name else 2):
        content = content_of(snapshot, report, request, audience) if report.reaches.may_reach(audience) else None
        if content is not None:
            job = {"folders": [str(ROOT / "templates")], "name": f"{report.name}.md.j2", "sections": None}
            answer = answer_job({**job, "values": to_plain_values(content), "headings": {}, "check": False})
            assert "text" in answer, answer
            visible = view_for(snapshot, report, request, audience).at(day).records
            text = add_footnotes(answer["text"], visible, numbered=report.numbered)
            assert len(MARK.findall(answer["text"])) == len(MARK.findall(TEXT_OF_MARK.sub("", text))), "a mark was lost"
            yield f"{name_of(report, request)} ({audience.value})", text, visible


@pytest.mark.parametrize("audience", [RESTRICTED, PUBLIC])
@pytest.mark.parametrize("name", WORKSPACES)
def test_each_mark_has_its_text_and_each_dated_line_its_mark(name: str, audience: Sharing) -> None:
    for document, text, visible in _documents(name, audience):
        body = TEXT_OF_MARK.sub("", text)
        texts = TEXT_OF_MARK.findall(text)
        assert set(MARK.findall(body)) == {label for label, _ in texts}, document
        assert len(texts) == len({label for label, _ in texts}), document
        for number, line in enumerate(text.splitlines(), 1):
            behind = records_behind_line(text, number)
            if DATED.match(line):
                assert behind is not None, (document, line)
                assert behind.records, (document, line)
            assert behind is None or all(cited.partition("#")[0] in visible.entries for cited in behind.records)


@pytest.mark.parametrize("name", WORKSPACES[::2])
def test_no_format_prints_a_mark_as_it_is_written(name: str) -> None:
    for document, text, _ in _documents(name, RESTRICTED):
        tree = parse(text)
        assert "[^" not in repr(tree), document
        assert all(tree.citations), document
