import json
import os
from pathlib import Path
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.parts.part import fields_of
from lif.model.parts.schema import schema_of
from lif.model.registry import KINDS
from lif.store.new.new_workspace import starter_themes
from lif.store.write.writer import begin
from lif.store.yaml.parse import parse
from support.inside import run
from support.process import Ran
from support.repository import Repo
from support.ws import TODAY, Workspace, lines

NAME = "Anyshire Safeguarding Children Partnership"
KNOWN = ("--name", NAME, "--by", "The business unit", "--readers", "restricted", "--who", "Members of its groups")
LISTS = (
    *("--partner", "police=Anyshire Police", "--partner", "Anyshire Council", "--agency", "schools=Anyshire schools"),
    *(
        "--group",
        "qig=Quality Improvement Group",
        "--learning-group",
        "qig",
        "--priority",
        "hearing=Children are heard",
        "--edition",
        "wt2026",
    ),
)
FORGES = {
    "github": {".github/workflows/lif.yml", ".github/CODEOWNERS"},
    "gitlab": {".gitlab-ci.yml", "CODEOWNERS"},
    "azure": {"azure-pipelines.yml"},
    "none": set(),
}


def _init(root: Path, *words: str) -> Ran:
    return run(root, "--today", TODAY, "init", *words)


def _tree(root: Path) -> dict[str, Any]:
    found = parse((root / "records" / "partnership.yaml").read_bytes())
    assert not found.faults
    assert found.tree is not None
    return found.tree


def _files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("forge", FORGES)
def test_what_is_written_passes_its_own_check_and_holds_the_files_of_one_forge(tmp_path: Path, forge: str) -> None:
    ran = _init(tmp_path, "ours", "--no-input", "--forge", forge, *KNOWN, *LISTS)
    assert ran.code == 0, ran.err
    ours = tmp_path / "ours"
    checked = run(ours, "--today", TODAY, "check", "--all")
    assert "1 record · 0 errors" in checked.out
    assert "members not recorded" in checked.out
    assert run(ours, "fmt", "--check").code == 0
    assert run(ours, "schema", "--check", "schemas").code == 0
    assert {file for files in FORGES.values() for file in files} & _files(ours) == FORGES[forge]
    assert not [path for path in _files(ours) if "@NAME@" in (text := (ours / path).read_text()) or "@FORGE" in text]


def test_every_answer_stands_in_the_record_and_every_other_field_is_explained(tmp_path: Path) -> None:
    _init(tmp_path, "--no-input", *KNOWN, *LISTS)
    tree = _tree(tmp_path)
    assert tree["names"] == [{"name": NAME, "body": "safeguarding-children-partnership"}]
    assert tree["agencies"] == [
        {"key": "police", "name": "Anyshire Police", "roles": [{"role": "safeguarding-partner"}]},
        {"key": "anyshire-council", "name": "Anyshire Council", "roles": [{"role": "safeguarding-partner"}]},
        {"key": "schools", "name": "Anyshire schools", "roles": [{"role": "relevant-agency"}]},
    ]
    assert tree["groups"] == [{"key": "qig", "name": "Quality Improvement Group", "does": ["learning"]}]
    assert tree["current_priorities"] == ["hearing"]
    assert tree["guidance"] == [{"edition": "wt2026", "since": "2026-03-19"}]
    assert tree["themes"] == starter_themes()
    assert tree["compiled"] == {
        "by": "The business unit",
        "own": "yes",
        "basis": "The partnership's own work",
        "complete": f"Records have been entered here since {TODAY}",
    }
    text = (tmp_path / "records" / "partnership.yaml").read_text(encoding="utf-8")
    own = set(fields_of(KINDS["partnership"].model)) - {"draft", "sources", "disputed", "inferred", "retention_review"}
    for name in own - {"allow", "notes"} - set(tree):
        assert f"# {name}: " in text


def test_the_starter_vocabulary_holds_nothing_of_the_fictional_partnerships_own() -> None:
    keys = [theme["key"] for theme in starter_themes() if isinstance(theme, dict)]
    assert len(keys) == len(set(keys)) == 25
    assert "neglect" in keys
    assert "missing-from-home" not in keys


def test_the_example_is_the_fictional_partnership_whole(tmp_path: Path) -> None:
    ran = _init(tmp_path, "--example", "afternoon")
    assert ran.code == 0
    assert "lif triangulate" in ran.out
    assert " records · 0 errors · 0 warnings" in run(tmp_path / "afternoon", "--today", "2026-11-22", "check").out


def test_each_question_is_asked_once_and_a_wrong_answer_again(tmp_path: Path) -> None:
    typed = lines(
        *(NAME, "The business unit", "perhaps", "yes", "3", "Members of its groups"),
        *("police=Anyshire Police", "police=The other police", ""),
        *("", "hub=Family hub", "", "lig=Learning and Impact Group", "exec=Executive", "", "", "?", "3", "1", "exec"),
        *("wt1066", "wt2023", "?", "", "9", "2"),
    )
    ran = Workspace(tmp_path).lif("init", typed=typed)
    assert ran.code == 0, ran.err
    tree = _tree(tmp_path)
    assert tree["readers"] == {"level": "restricted", "who": "Members of its groups"}
    assert tree["guidance"] == [{"edition": "wt2023", "since": "2023-12-15"}]
    assert [(agency["key"], agency["roles"][0]["role"]) for agency in tree["agencies"]] == [
        ("police", "safeguarding-partner"),
        ("hub", "commissioned-service"),
    ]
    assert "Fifteen standards for organisations in lif's own words" in ran.err
    assert [(group["name"], group["does"]) for group in tree["groups"]] == [
        ("Learning and Impact Group", ["learning"]),
        ("Executive", ["executive"]),
    ]
    assert "Documents and messages call this group by its own name." in ran.err
    assert "stands for two things" in ran.err
    assert "none of these" in ran.err
    assert (tmp_path / ".gitlab-ci.yml").is_file()


def test_who_compiles_what_others_published_is_asked_what_it_is_made_from(tmp_path: Path) -> None:
    typed = lines(NAME, "A student", "no", "Public pages", "Much is missing", "1", "Anyone", *([""] * 7))
    ran = Workspace(tmp_path).lif("init", typed=typed)
    assert ran.code == 0, ran.err
    compiled = {"by": "A student", "own": "no", "basis": "Public pages", "complete": "Much is missing"}
    tree = _tree(tmp_path)
    assert tree["compiled"] == compiled
    assert "standards_sets" not in tree


def test_a_new_workspace_holds_standards_on_supervision_and_induction_and_a_first_cycle(tmp_path: Path) -> None:
    _init(tmp_path, "ours", "--no-input", *KNOWN)
    tree = _tree(tmp_path / "ours")
    (standards,) = tree["standards_sets"]
    assert len(standards["standards"]) == 15
    themes = {theme["key"] for theme in tree["themes"]}
    assert {theme for standard in standards["standards"] for theme in standard["themes"]} <= themes
    assert standards["scale"] in {scale["key"] for scale in tree["scales"]}
    assert tree["cycles"] == [{"key": "2026-27", "standards_set": standards["key"]}]
    assert "LIF735" not in run(tmp_path / "ours", "check", "--all").out
    _init(tmp_path, "without", "--no-input", "--standards", "none", *KNOWN)
    assert "cycles" not in _tree(tmp_path / "without")
    assert "LIF735" in run(tmp_path / "without", "check", "--all").out


def test_an_answer_that_names_a_person_is_refused_and_asked_for_again(tmp_path: Path) -> None:
    typed = lines("", "", "", "Members of its groups")
    named = [*KNOWN[:-1], "Mrs Jane Sample", "--own", "yes", *LISTS, "--forge", "none"]
    ran = Workspace(tmp_path).lif("init", *named, typed=typed)
    assert ran.code == 0, ran.err
    assert "Sample" not in ran.out + ran.err
    assert _tree(tmp_path)["readers"] == {"level": "restricted", "who": "Members of its groups"}
    refused = _init(tmp_path, "other", "--no-input", *named)
    assert refused.code == 1
    assert not (tmp_path / "other").exists()


def test_an_agency_that_names_a_person_is_asked_for_again(tmp_path: Path) -> None:
    agencies = ["--partner", "police=Mrs Jane Sample", "--agency", "schools", "--group", "qig", "--priority", "x"]
    ran = Workspace(tmp_path).lif(
        "init",
        *KNOWN,
        "--own",
        "yes",
        *agencies,
        "--edition",
        "wt2026",
        "--forge",
        "none",
        typed=lines("", "", "", "", "police=Anyshire Police", ""),
    )
    assert ran.code == 0, ran.err
    assert "Anyshire Police" in str(_tree(tmp_path)["agencies"])


WRONG = {
    "too little": (["--name", NAME], "--by, --readers, --who"),
    "not its own": ([*KNOWN, "--own", "no"], "--basis, --complete"),
    "no edition": ([*KNOWN, "--edition", "wt1066"], "wt2018, wt2023, wt2026"),
    "two of one key": ([*KNOWN, "--partner", "a=One", "--agency", "a=Two"], "stands for two things"),
    "no group": ([*KNOWN, "--group", "lig=Learning", "--learning-group", "qig"], "Short names of groups: lig"),
    "no group at all": ([*KNOWN, "--executive-group", "executive"], "Short names of groups: none"),
    "no key": ([*KNOWN, "--partner", "Two words=One"], "police=Exampleshire Police"),
}


@pytest.mark.parametrize("what", WRONG)
def test_without_questions_wrong_use_says_what_is_missing_and_writes_nothing(tmp_path: Path, what: str) -> None:
    words, says = WRONG[what]
    ran = _init(tmp_path, "ours", "--no-input", *words)
    assert ran.code == 2
    assert says in ran.err
    assert list(tmp_path.iterdir()) == []


def test_answers_that_end_too_early_leave_nothing_behind(tmp_path: Path) -> None:
    assert Workspace(tmp_path / "ours").lif("init", typed=lines(NAME)).code == 2
    assert Workspace(tmp_path).lif("init", "ours", typed=lines(NAME)).code == 1
    assert list(tmp_path.iterdir()) == []


def test_records_that_are_there_are_never_joined_by_others(tmp_path: Path) -> None:
    _init(tmp_path, "--no-input", *KNOWN)
    before = Workspace(tmp_path).everything()
    again = _init(tmp_path, "--example")
    assert again.code == 1
    assert "holds a folder `records` already" in again.err
    assert Workspace(tmp_path).everything() == before


def test_a_file_that_is_there_stays_as_it_is_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine\n", encoding="utf-8")
    ran = _init(tmp_path, "--no-input", *KNOWN)
    assert "Left as they were: README.md" in ran.out
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine\n"


def test_next_comes_what_is_not_done_yet(tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path / "all")
    ran = _init(repo.root, "inside", "--no-input", "--format", "json", *KNOWN)
    said = json.loads(ran.out)
    assert said["following"][:2] == ["cd inside", "lif check"]
    assert "git init --initial-branch=main" not in said["following"]
    assert said["kept"] == []
    inside = _init(repo.root, "other one", "--no-input", *KNOWN)
    assert 'cd "other one"' in inside.out
    assert "inside the repository" in inside.out


def test_all_files_come_into_being_or_none(tmp_path: Path) -> None:
    files = {"records/partnership.yaml": b"title: X\n", "a/b.txt": b"x", "records/broken.yaml": b"title: [\n"}
    with pytest.raises(LifError):
        begin(tmp_path / "new" / "one", files)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link
    calls = []

    def full(*names: object) -> None:
        calls.append(names)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        link(*names)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "link", full)
    with pytest.raises(LifError, match="the disk is full"):
        begin(tmp_path / "new", {"records/partnership.yaml": b"title: X\n", "a/b.txt": b"x"})
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "ours" / ".vscode").symlink_to(tmp_path / "outside", target_is_directory=True)
    ran = _init(tmp_path, "ours", "--no-input", *KNOWN)
    assert ran.code == 2
    assert list((tmp_path / "outside").iterdir()) == []
    assert not (tmp_path / "ours" / "records").exists()


def test_the_editor_finds_a_schema_for_every_folder_and_fetches_nothing(tmp_path: Path) -> None:
    _init(tmp_path, "--no-input", *KNOWN)
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for kind in KINDS:
        schema = f"./schemas/{kind.name}.schema.json"
        assert json.loads((tmp_path / schema).read_text(encoding="utf-8")) == schema_of(kind)
        assert settings["yaml.schemas"][schema] == [
            f"records/{kind.folder}/*.yaml" if kind.folder else "records/partnership.yaml"
        ]
    assert settings["yaml.schemaStore.enable"] is False


def test_a_stale_schema_is_named_and_written_anew(tmp_path: Path) -> None:
    _init(tmp_path, "--no-input", *KNOWN)
    path = tmp_path / "schemas" / "action.schema.json"
    path.write_text("{}\n", encoding="utf-8")
    (tmp_path / "schemas" / "need.schema.json").unlink()
    said = json.loads(run(tmp_path, "schema", "--check", "schemas", "--format", "json").out)
    assert said["stale"] == ["need.schema.json", "action.schema.json"]
    told = run(tmp_path, "schema", "--check", "schemas")
    assert told.code == 1
    assert "schemas/action.schema.json is missing or not of this version" in told.out
    assert run(tmp_path, "schema", "action", "--write", "schemas").out.startswith("Wrote 1 schema")
    assert run(tmp_path, "schema", "action", "--check", "schemas").code == 0
    assert run(tmp_path, "schema", "--write", "schemas").code == 0
    assert run(tmp_path, "schema", "--check", "schemas").out == ""
    assert run(tmp_path, "schema", "--write", "a", "--check", "b").code == 2
