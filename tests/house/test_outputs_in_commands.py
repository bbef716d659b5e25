"""Every registered format, report, briefing and document format through the command line: each writes what it says."""

import json
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import mode
from xml.etree import ElementTree as ET

import pytest

from lif.model.parts.scalars import year_start
from lif.model.sharing import Sharing
from lif.output.documents.registry import DOCUMENT_FORMATS
from lif.output.registry import FORMATS
from lif.reports.registry import BRIEFINGS, DOCUMENTS, REPORTS
from lif.reports.report import AGENCY, THEME, Ask, Report
from support.filled import EXAMPLE, example_ids, example_tree, examples_of
from support.inside import on_the_day
from support.repository import Repo

BEGINS = {"json": "{", "sarif": "{", "gitlab": "[", "junit": "<"}
"""The first character of the formats for other programs. A format that is not named here may begin with anything."""
SIGNS = {"docx": b"PK\x03\x04", "pdf": b"%PDF-"}
"""The first bytes of the binary formats."""
FAULTY = "title: Cited by nobody\nsharing: public\nevidence:\n  - record: findings/2026-nowhere\n"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in a repository, in which lif keeps what it has read."""
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(EXAMPLE, root / "records")
    Repo.begun(root).commit()
    return root


def _is_read_back(text: str) -> None:
    """Parse text that begins like JSON or XML; raises where it is neither."""
    if text[0] in "{[":
        json.loads(text)
    elif text[0] == "<":
        ET.fromstring(text)  # noqa: S314 - our own


@pytest.mark.parametrize("name", FORMATS.names)
def test_every_format_of_check_says_that_nothing_is_wrong(name: str, example: Path) -> None:
    ran = on_the_day(example, "check", "--format", name)
    assert ran.code == 0, ran.err
    assert ran.out.startswith(BEGINS.get(name, ""))
    assert ran.out.endswith("\n")
    _is_read_back(ran.out)


@pytest.mark.parametrize("name", FORMATS.names)
def test_every_format_of_check_names_the_code_and_the_file_of_what_is_wrong(name: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "records")
    (tmp_path / "records" / "needs" / "2026-faulty.yaml").write_text(FAULTY, encoding="utf-8")
    found = json.loads(on_the_day(tmp_path, "check", "--format", "json").out)["diagnostics"]
    ran = on_the_day(tmp_path, "check", "--format", name, "--all")
    assert {diagnostic["severity"] for diagnostic in found} >= {"error", "warning"}
    assert ran.code == 1, ran.err
    for diagnostic in found:
        assert diagnostic["code"] in ran.out
        assert diagnostic["path"] in ran.out
    _is_read_back(ran.out)


def _values(report: Report, ask: Ask) -> Iterator[str]:
    """What can be given for an option of the report: what most records of the example name, or one for each kind."""
    trees = [example_tree(record) for record in example_ids()]
    year = mode(tree["year"] for tree in trees if "year" in tree)
    if ask is Ask.YEAR:
        yield year
    elif ask is Ask.PERIOD:
        start = year_start(year)
        yield f"{start}-10/{int(start or 0) + 1}-03"
    elif ask is Ask.CYCLE:
        yield mode(tree["cycle"] for tree in trees if "cycle" in tree)
    elif ask is Ask.AGENCY:
        yield _first_key("agencies")
    else:
        yield from (_subject(report, kind) for kind in report.kinds)


def _subject(report: Report, kind: str) -> str:
    """The newest record of the kind that the readers of the report may see; for an agency or a theme, its key."""
    if kind == AGENCY:
        return _first_key("agencies")
    if kind == THEME:
        return str(mode(example_tree(finding)["theme"] for finding in examples_of("finding")))
    ids = reversed(examples_of(kind))
    return next(record for record in ids if Sharing(example_tree(record)["sharing"]).may_reach(report.audience))


def _first_key(register: str) -> str:
    return str(example_tree("partnership")[register][0]["key"])


def _words(report: Report, asks: tuple[Ask, ...]) -> Iterator[list[str]]:
    """The command with the options, once for each thing it can be on."""
    start = ["report", report.name] if report.name in REPORTS else ["brief", "--form", report.name]
    for values in product(*(list(_values(report, ask)) for ask in asks)):
        given = [[value] if ask is Ask.ABOUT else [str(ask), value] for ask, value in zip(asks, values, strict=True)]
        yield [*start, *(word for pair in given for word in pair)]


def _every_way(report: Report) -> Iterator[list[str]]:
    """With what it needs alone, and with each option that it takes besides."""
    yield from _words(report, report.needs)
    for taken in report.takes:
        yield next(_words(report, (*report.needs, taken)))


EVERY_WAY = [pytest.param(report, words, id=" ".join(words)) for report in DOCUMENTS for words in _every_way(report)]
EVERY_DOCUMENT = pytest.mark.parametrize("report", list(DOCUMENTS), ids=DOCUMENTS.names)


def test_every_document_is_a_report_or_a_briefing() -> None:
    assert sorted(DOCUMENTS.names) == sorted((*REPORTS.names, *BRIEFINGS.names))


@pytest.mark.parametrize(("report", "words"), EVERY_WAY)
def test_every_report_has_all_its_sections(report: Report, words: list[str], example: Path) -> None:
    ran = on_the_day(example, *words)
    assert ran.code == 0, ran.err
    assert any(line.startswith("# ") for line in ran.out.splitlines()), "it has no title"
    headings = [line for line in ran.out.splitlines() if line.startswith("## ")]
    for section in filter(None, report.headings.values()):
        assert any(section in heading for heading in headings), f"no section {section}"


@EVERY_DOCUMENT
def test_every_report_can_be_had_as_json(report: Report, example: Path) -> None:
    told = json.loads(on_the_day(example, *next(_words(report, report.needs)), "--format", "json").out)
    assert told["version"] == 1
    assert told["report"]


@EVERY_DOCUMENT
def test_no_report_is_written_without_what_it_needs(report: Report, example: Path) -> None:
    for needed in report.needs:
        if needed is Ask.PERIOD:
            continue  # the newest that has ended is taken, and that is said
        words = next(_words(report, tuple(ask for ask in report.needs if ask is not needed)))
        assert on_the_day(example, *words).code == 2, needed


@pytest.mark.parametrize("name", DOCUMENT_FORMATS.names)
def test_every_format_of_documents_writes_a_file_that_is_not_stale(name: str, example: Path, tmp_path: Path) -> None:
    file = tmp_path / f"report.{name}"
    words = next(_words(REPORTS["annual"], REPORTS["annual"].needs))
    ran = on_the_day(example, *words, "--output", str(file))
    assert ran.code == 0, ran.err
    assert len(file.read_bytes()) > 1000
    assert file.read_bytes().startswith(SIGNS.get(name, b""))
    if DOCUMENT_FORMATS[name].is_text:
        assert all(heading in file.read_text(encoding="utf-8") for heading in REPORTS["annual"].headings.values())
    assert on_the_day(example, *words, "--output", str(file), "--check").code == 0
