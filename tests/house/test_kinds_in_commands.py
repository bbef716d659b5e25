"""Every registered kind of record in the commands: what is registered has to work, not only to be on a list."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from lif.model.declaration import EvidenceKind
from lif.model.kind import Kind
from lif.model.registry import KINDS
from lif.model.vocabulary import words
from lif.store.load.positions import path_of
from support.filled import EXAMPLE, assignments
from support.inside import on_the_day
from support.process import Ran
from support.repository import Repo

REFUSED_SOURCES = {"LIF208", "LIF302"}
"""The codes for a source that is no id of a record in a folder, and for one of a kind that a finding may not cite."""
EVERY_KIND = pytest.mark.parametrize("kind", list(KINDS), ids=KINDS.names)


@dataclass(frozen=True)
class Written:
    """A record that `lif new` has written into the example, and that is not committed yet."""

    root: Path
    kind: Kind
    id: str

    def lif(self, *words: str) -> Ran:
        """Run the command line there; it has to end well."""
        ran = on_the_day(self.root, *words)
        assert ran.code == 0, f"lif {' '.join(words)}: {ran.err}"
        return ran

    def json(self, *words: str) -> Any:
        return json.loads(self.lif(*words, "--format", "json").out)

    def new(self, kind: Kind, *more: str, without: tuple[str, ...] = ()) -> str:
        """Write a record of the kind, and return its id."""
        changes = [word for change in assignments(kind, without=("title", *without)) for word in ("--set", change)]
        written = self.json("new", kind.name, "--no-input", "--title", _title(kind), *changes, *more)
        return str(written["id"])

    def errors_on(self, record: str) -> list[tuple[str, str]]:
        """The code and the message of each error of `lif check` on the record."""
        ran = on_the_day(self.root, "check", "--format", "json")
        found = json.loads(ran.out)["diagnostics"]
        return [
            (diagnostic["code"], diagnostic["message"])
            for diagnostic in found
            if diagnostic["record"] == record and diagnostic["severity"] == "error"
        ]

    def copied_to(self, folder: Path) -> "Written":
        """The same somewhere else, to write in."""
        shutil.copytree(self.root, folder / "copy")
        return replace(self, root=folder / "copy")


def _title(kind: Kind) -> str:
    return f"How {kind.article} is tried"


def _first_date(kind: Kind) -> str | None:
    """What is written into the first field that dates a record of the kind."""
    steps = [step for path in kind.declares.dated_by[:1] for step in path.split(".") if step.isidentifier()]
    written = dict(change.replace("[+]", "").split("=", 1) for change in assignments(kind))
    return written[".".join(steps)] if steps else None


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Kind], Written]:
    """A record of a kind, written once for all that read it."""
    made: dict[str, Written] = {}

    def write(kind: Kind) -> Written:
        if kind.name not in made:
            root = tmp_path_factory.mktemp(kind.name)
            if kind.folder:
                shutil.copytree(EXAMPLE, root / "records")
            else:
                (root / "records").mkdir()
            Repo.begun(root).commit()
            started = Written(root, kind, "")
            made[kind.name] = replace(started, id=started.new(kind))
        return made[kind.name]

    return write


Writes = Callable[[Kind], Written]


@EVERY_KIND
def test_new_writes_a_record_that_owes_nothing_and_has_no_error(kind: Kind, written: Writes) -> None:
    record = written(kind)
    assert (record.root / path_of(record.id)).is_file()
    assert record.id.startswith(kind.folder or kind.name)
    assert record.errors_on(record.id) == []
    assert "# " not in (record.root / path_of(record.id)).read_text(encoding="utf-8"), "it still asks for what it owes"


@EVERY_KIND
def test_list_shows_it_with_its_date(kind: Kind, written: Writes) -> None:
    record = written(kind)
    listed = {row["id"]: row for row in record.json("list", kind.name)["records"]}
    assert listed[record.id]["title"] == _title(kind)
    assert listed[record.id]["date"] == _first_date(kind)
    row = next(line for line in record.lif("list", kind.name).out.splitlines() if record.id in line)
    assert ("no date" in row) == (not kind.declares.dated_by)


@EVERY_KIND
def test_its_short_name_begins_with_the_year_of_a_date_of_its_own(kind: Kind, written: Writes) -> None:
    slug = written(kind).id.removeprefix(f"{kind.folder}/")
    assert bool(re.match(r"20\d\d-", slug)) == bool(kind.declares.dated_by), slug


@EVERY_KIND
def test_list_counts_it(kind: Kind, written: Writes) -> None:
    record = written(kind)
    rows = (line.split() for line in record.lif("list").out.splitlines())
    counts = {name: count for count, name in rows}
    assert int(counts[kind.name]) == len(list((record.root / "records" / kind.folder).glob("*.yaml")))


@EVERY_KIND
def test_show_says_every_value_of_it(kind: Kind, written: Writes) -> None:
    record = written(kind)
    shown = " ".join(record.lif("show", record.id).out.split())
    for change in assignments(kind, without=("title",)):
        field, _, value = change.partition("=")
        without_commas = shown.replace(",", "")  # amounts of money are shown as people write them
        assert value in shown or words(value) in shown or value in without_commas, f"{field} is not shown"
    assert record.json("show", record.id)["record"]["id"] == record.id


@EVERY_KIND
def test_trace_puts_it_on_the_line_of_sight(kind: Kind, written: Writes) -> None:
    record = written(kind)
    assert record.id in record.lif("trace", record.id).out
    stops = {stop["id"]: stop for stop in record.json("trace", record.id)["stops"]}
    assert stops[record.id]["stage"] == kind.declares.line_stage


@EVERY_KIND
def test_diff_names_it(kind: Kind, written: Writes) -> None:
    record = written(kind)
    for command in (["diff"], ["diff", "--format", "markdown", "--audience", "restricted"]):
        assert record.id in record.lif(*command).out
    changed = {row["id"]: row["change"] for row in record.json("diff")["records"]}
    assert changed == {record.id: "added"}


@EVERY_KIND
def test_what_comes_next_can_be_written_from_it(kind: Kind, written: Writes, tmp_path: Path) -> None:
    record = written(kind).copied_to(tmp_path)
    for name in kind.declares.next_kinds:
        follows = record.new(KINDS[name], "--from", record.id, without=KINDS[name].declares.comes_from)
        assert record.errors_on(follows) == []
        assert follows in record.json("show", record.id)["cited_by"]


def _put(record: Written, record_id: str, text: str) -> str:
    path = record.root / path_of(record_id)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"title: Citing\nsharing: public\n{text}", encoding="utf-8")
    return record_id


@EVERY_KIND
def test_it_can_be_cited_as_evidence_where_it_declares_so(kind: Kind, written: Writes, tmp_path: Path) -> None:
    record = written(kind).copied_to(tmp_path)
    citing = _put(record, "decisions/2026-citing", f"evidence:\n  - record: {record.id}\n")
    assert bool(record.errors_on(citing)) == (not kind.declares.is_citable), record.errors_on(citing)


@EVERY_KIND
def test_a_finding_can_come_from_it_and_count_where_it_declares_so(kind: Kind, written: Writes, tmp_path: Path) -> None:
    record = written(kind).copied_to(tmp_path)
    if not kind.declares.gives_findings:
        theme = f"source: {record.id}\ntheme: child-voice\ndirection: gap\n"
        codes = {code for code, _ in record.errors_on(_put(record, "findings/2026-citing", theme))}
        assert codes & REFUSED_SOURCES, "it may be the source of a finding"
        return
    finding = record.new(KINDS["finding"], "--set", f"source={record.id}")
    assert record.errors_on(finding) == []
    themes = record.json("triangulate")["themes"]
    votes = [(line["kind"], vote) for theme in themes for line in theme["lines"] for vote in line["votes"]]
    spoken = {kind_of_evidence for kind_of_evidence, vote in votes if finding in vote["findings"]}
    assert len(spoken) == 1, f"triangulate does not count {finding}"
    assert spoken <= set(EvidenceKind)
