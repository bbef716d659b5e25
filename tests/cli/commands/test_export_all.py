import csv
import json
import sqlite3
from pathlib import Path

import pytest

from support.filled import EXAMPLE
from support.inside import on_the_day
from support.ws import Workspace, workspace

AUDIT = """\
title: "=Words in plans"
sharing: public
audit_kind: multi-agency-practice
themes: [child-voice, neglect]
life:
  reported: 2026-03
results:
  - key: words
    met: 3
    of: 40
    themes: [neglect]
  - key: alone
    met: 20
    of: 40
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An audit with two results, one of them small; it is 2026-06-01."""
    made = workspace(tmp_path / "ws")
    made.put("audits/2026-words", AUDIT)
    made.put("actions/2026-secret", "title: Known to few\nsharing: restricted\n")
    return made


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def tables_of(ws: Workspace, *words: str) -> Path:
    folder = ws.root.parent / "tables"
    ran = ws.lif("export", "--all", str(folder), "--force", *words)
    assert ran.code == 0, ran.err
    return folder


def test_each_kind_is_a_table_and_each_list_a_table_of_its_own(ws: Workspace) -> None:
    folder = tables_of(ws)
    (audit,) = rows_of(folder / "audit.csv")
    own = "exampleshire-safeguarding-children-partnership"
    assert (audit["partnership"], audit["id"], audit["title"]) == (own, "audits/2026-words", "=Words in plans")
    dates = [audit[f"life_reported{end}"] for end in ("", "_from", "_until")]
    assert dates == ["2026-03", "2026-03-01", "2026-03-31"]
    themes = [(row["record_id"], row["item_number"], row["value"]) for row in rows_of(folder / "audit_themes.csv")]
    assert themes == [("audits/2026-words", "1", "child-voice"), ("audits/2026-words", "2", "neglect")]
    (inside,) = rows_of(folder / "audit_results_themes.csv")
    assert (inside["results_number"], inside["item_number"], inside["value"]) == ("1", "1", "neglect")
    assert rows_of(folder / "audit_results.csv")[0]["met"] == "3"


def test_small_counts_and_withheld_records_do_not_reach_the_public(ws: Workspace) -> None:
    folder = tables_of(ws, "--audience", "public")
    few, many = rows_of(folder / "audit_results.csv")
    assert (few["met"], few["of"], many["met"], many["of"]) == ("c", "c", "20", "40")
    assert all(b"Known to few" not in file.read_bytes() for file in folder.iterdir())
    database = sqlite3.connect(folder / "records.sqlite")
    assert database.execute("SELECT met FROM audit_results ORDER BY item_number").fetchall() == [(None,), (20,)]
    database.close()


def test_the_description_fits_the_tables_and_refers_each_list_to_its_record(ws: Workspace) -> None:
    folder = tables_of(ws)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert "audience: partnership" in package["description"]
    listed = {resource["name"]: resource for resource in package["resources"]}
    assert {f"{name}.csv" for name in listed} == {file.name for file in folder.glob("*.csv")}
    for resource in listed.values():
        names = [field["name"] for field in resource["schema"]["fields"]]
        heading = (folder / resource["path"]).read_text(encoding="utf-8").splitlines()[0]
        assert heading == ",".join(names)
        assert len(set(names)) == len(names)
        assert resource["schema"]["primaryKey"] == names[: len(resource["schema"]["primaryKey"])]
    (reference,) = listed["audit_results_themes"]["schema"]["foreignKeys"]
    assert reference == {
        "fields": ["partnership", "record_id", "results_number"],
        "reference": {"resource": "audit_results", "fields": ["partnership", "record_id", "item_number"]},
    }


def test_the_database_has_the_same_rows_and_keeps_its_keys(tmp_path: Path) -> None:
    answers = [
        on_the_day(tmp_path, "-C", str(EXAMPLE.parent), "export", "--all", str(tmp_path / name), "--format", "json")
        for name in ("one", "two")
    ]
    assert [ran.code for ran in answers] == [0, 0], answers[0].err
    first, second = ((tmp_path / name / "records.sqlite").read_bytes() for name in ("one", "two"))
    assert first == second
    database = sqlite3.connect(tmp_path / "one" / "records.sqlite")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in json.loads(answers[0].out)["tables"]:
        (count,) = database.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608 - our own names
        assert count == len(rows_of(tmp_path / "one" / f"{name}.csv")), name
    database.close()


def test_it_takes_nothing_else_and_stays_out_of_repositories(ws: Workspace) -> None:
    assert "Leave out" in ws.lif("export", "actions", "--all", "../tables").err
    assert "would stand in a repository" in ws.lif("export", "--all", str(ws.root / "tables")).err
    assert not (ws.root / "tables").exists()
