import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.errors import LifError
from lif.store.load.load import load
from lif.store.load.source import Memory, WorkingTree
from lif.store.workspace import Workspace
from lif.store.yaml.event_reader import Reader
from lif.store.yaml.parse import parse
from lif.store.yaml.scanner import PureScanner
from lif.store.yaml.text import decode, without_invisible
from rules.base import BASE, PARTNERSHIP
from support.hostile import Case, cases, file_names
from support.memory import brief, checked, errors, records

ROOT = Path(__file__).parents[3]
ACTION = """\
title: One page that goes with the child at handover
sharing: partnership
owner:
  agency: council
  role: Head of service
action_kind: checklist
agreed: 2026-03-01
due: 2026-12-01
"""
HANDOVER = "records/actions/2026-handover.yaml"
CASES = list(cases(ACTION))


def test_every_hostile_file_is_listed_and_every_listed_one_is_there() -> None:
    assert {case.name for case in CASES} == file_names()


@pytest.mark.parametrize("case", [case for case in CASES if case.verdict == "reject"], ids=lambda case: case.name)
def test_a_hostile_file_gives_an_error_with_its_place_and_in_time(case: Case) -> None:
    began = perf_counter()
    found = errors(checked({**BASE, HANDOVER: case.data}))
    assert perf_counter() - began < 2
    assert found, case.why
    assert {diagnostic.location.path for diagnostic in found} == {HANDOVER}
    assert all(min(diagnostic.location.position) >= 1 for diagnostic in found)
    assert all(len(diagnostic.message) < 300 and diagnostic.hint for diagnostic in found)


@pytest.mark.parametrize("case", [case for case in CASES if case.verdict != "reject"], ids=lambda case: case.name)
def test_an_odd_file_means_what_it_always_meant_or_is_refused(case: Case) -> None:
    found = errors(checked({**BASE, HANDOVER: case.data}))
    if case.verdict == "accept":
        assert found == (), case.why
    if not found:
        assert parse(case.data).tree == parse(ACTION.encode()).tree


class PureReader(Reader):
    scanner = PureScanner


def accepted_files() -> list[Path]:
    return [*(ROOT / "records").rglob("*.yaml"), *(ROOT / "templates").rglob("*.yaml")]


def read_by_both(data: bytes) -> tuple[Reader, Reader]:
    text = without_invisible(decode(data)[0])
    readers = Reader(text, keep_marks=True), PureReader(text, keep_marks=True)
    for reader in readers:
        reader.run()
    return readers


def test_the_scanner_in_c_and_the_pure_one_read_every_sound_record_alike() -> None:
    sound = [case.data for case in CASES if not errors(checked({**BASE, HANDOVER: case.data}))]
    shipped = [path.read_bytes() for path in accepted_files()]
    for data in (PARTNERSHIP.encode(), *sound, *shipped):
        first, other = read_by_both(data)
        assert (first.root, first.faults, first.marks) == (other.root, other.faults, other.marks)


PIECES = st.sampled_from(
    [
        *(
            "title: ",
            "x",
            "y z",
            "\n",
            "\n  ",
            "\n- ",
            "\n  - ",
            "- ",
            "[a, b]",
            "[]",
            '"q"',
            "'s'",
            "|\n  t\n",
            ">-\n  t\n  u\n",
        ),
        *(
            "# c",
            "#",
            ": ",
            ":",
            "é",
            "2019",
            "~",
            "? ",
            "\u00a0",
            "\u3000",
            "\t",
            "\r\n",
            "|2\n",
            "|+\n",
            "k: v\n",
            "l:\n",
        ),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_is_accepted_is_read_alike_by_both_scanners(text: str) -> None:
    if parse(f"k: v\n{text}".encode()).faults:
        return
    first, other = read_by_both(f"k: v\n{text}".encode())
    assert (first.root, first.faults) == (other.root, other.faults)
    assert {path: mark.position for path, mark in first.marks.items()} == {
        path: mark.position for path, mark in other.marks.items()
    }


@pytest.mark.parametrize("case", [case for case in CASES if case.verdict == "reject"], ids=lambda case: case.name)
def test_what_one_scanner_refuses_the_other_does_not_take_for_a_sound_record(case: Case) -> None:
    before = decode(case.data)[1]
    first, other = read_by_both(case.data)
    assert bool(before or first.faults) == bool(before or other.faults)


def test_a_file_that_could_not_be_read_to_its_end_is_not_said_to_lack_what_follows() -> None:
    found = checked({**BASE, HANDOVER: 'title: "Handover\nsharing: public\n'})
    assert brief(found) == ["LIF111 actions/2026-handover"]


def test_two_faults_in_one_file_are_both_reported() -> None:
    found = checked({**BASE, HANDOVER: ACTION + "ownr: x\nclosed: last spring\n"})
    assert [(diagnostic.code.name, diagnostic.location.position.line) for diagnostic in found] == [
        ("LIF203", 9),
        ("LIF205", 10),
    ]


def test_one_broken_record_does_not_become_many_dangling_references() -> None:
    citing = {
        f"records/findings/2026-f{number}.yaml": (
            "title: Notes travel late\nsharing: public\nsource: audits/2026-handover#timely\n"
            "theme: supervision\ndirection: gap\nsays: They come a week late.\n"
        )
        for number in range(40)
    }
    broken = records(audits__2026_handover='title: "Handover audit\n')
    assert brief(errors(checked({**BASE, **broken, **citing}))) == ["LIF111 audits/2026-handover"]


def test_a_word_that_is_no_key_is_not_also_said_to_be_unknown_to_the_partnership() -> None:
    found = checked({**BASE, HANDOVER: ACTION.replace("agency: council", "agency: The Council")})
    assert brief(errors(found)) == ["LIF208 actions/2026-handover owner.agency"]


def test_how_a_day_is_written_is_said_once_and_only_in_forms_that_its_field_takes() -> None:
    told = {
        text: errors(checked({**BASE, HANDOVER: ACTION.replace("2026-12-01", text)}))[0]
        for text in ("soon", "2026-02-30")
    }
    assert [f"{one.message} {one.hint}".count("2019-11-05") for one in told.values()] == [1, 1]


def test_a_very_long_value_is_not_repeated_in_full() -> None:
    found = checked({**BASE, HANDOVER: ACTION.replace("2026-12-01", "z" * 100_000)})
    assert [diagnostic.code.name for diagnostic in errors(found)] == ["LIF205"]
    assert len(found[0].message) < 200


def test_the_order_of_files_changes_nothing() -> None:
    files = {**BASE, HANDOVER: ACTION, **records(actions__2026_other=ACTION)}
    forwards, backwards = load(Memory(files)), load(Memory(dict(reversed(files.items()))))
    assert forwards.snapshot == backwards.snapshot
    assert forwards.diagnostics == backwards.diagnostics


def test_the_content_of_a_snapshot_is_named_after_its_bytes() -> None:
    content = load(Memory({**BASE, HANDOVER: ACTION})).snapshot.content
    assert content == load(Memory({**BASE, HANDOVER: ACTION.encode()})).snapshot.content
    assert content != load(Memory({**BASE, HANDOVER: ACTION + "\n"})).snapshot.content


TEN_FAULTS = """\
title: TBC
sharing: everyone
ownr: The council
owner:
  agency: The Council
  role: Head of service
due: 2026-02-30
due: 2026-03-31
action_kind:
measures:
  - target: nine in ten
    baseline:
      met: four
      of: 12
themes: supervision
"""


def lif(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lif")
    return subprocess.run(
        [command, *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


def folder_with(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
    return folder


def test_a_record_broken_in_ten_ways_gives_ten_diagnostics_each_with_its_place_and_its_remedy(tmp_path: Path) -> None:
    folder_with(tmp_path, {**BASE, HANDOVER: TEN_FAULTS})
    done = lif("check", "--format", "json", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)["diagnostics"]
    assert [(diagnostic["code"], diagnostic["line"], diagnostic["column"]) for diagnostic in found] == [
        ("LIF209", 1, 1),
        ("LIF204", 2, 1),
        ("LIF203", 3, 1),
        ("LIF208", 5, 3),
        ("LIF205", 7, 1),
        ("LIF105", 8, 1),
        ("LIF207", 9, 1),
        ("LIF201", 11, 5),
        ("LIF206", 13, 7),
        ("LIF202", 15, 1),
    ]
    assert all(diagnostic["path"] == HANDOVER and diagnostic["message"] and diagnostic["hint"] for diagnostic in found)
    assert len({diagnostic["fingerprint"] for diagnostic in found}) == len(found)


def on_disk(folder: Path) -> list[str]:
    """What is said of a folder, as `LIF101 records/x.yaml`."""
    return [f"{diagnostic.code.name} {diagnostic.location.path}" for diagnostic in errors(checked(WorkingTree(folder)))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_with(tmp_path / "workspace", {**BASE, HANDOVER: ACTION})


def test_a_sound_folder_has_nothing_wrong(folder: Path) -> None:
    assert on_disk(folder) == []


def test_a_link_in_the_place_of_a_record_is_refused_and_not_followed(folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_text("root:x:0:0", encoding="utf-8")
    (folder / HANDOVER).unlink()
    (folder / HANDOVER).symlink_to(outside)
    assert on_disk(folder) == [f"LIF115 {HANDOVER}"]


def test_a_link_to_a_folder_is_refused_and_not_followed(folder: Path) -> None:
    outside = folder_with(folder.parent / "outside", {"2026-secret.yaml": ACTION})
    (folder / "records/actions/more").symlink_to(outside, target_is_directory=True)
    assert on_disk(folder) == ["LIF115 records/actions/more"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this computer has no named pipes")
def test_a_named_pipe_does_not_keep_anybody_waiting(folder: Path) -> None:
    os.mkfifo(folder / "records/actions/2026-pipe.yaml")
    assert on_disk(folder) == ["LIF115 records/actions/2026-pipe.yaml"]


def test_two_names_that_some_computers_cannot_tell_apart_are_refused() -> None:
    found = errors(checked({**BASE, HANDOVER: ACTION, "records/actions/2026-HANDOVER.yaml": ACTION}))
    assert sorted(diagnostic.code.name for diagnostic in found) == ["LIF903", "LIF905"]


@pytest.mark.parametrize("name", ["aux", "con", "nul", "prn", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_refused(name: str) -> None:
    assert [
        diagnostic.code.name for diagnostic in errors(checked({**BASE, f"records/actions/{name}.yaml": ACTION}))
    ] == ["LIF903"]


@pytest.mark.parametrize("name", ["2026 handover", "2026-Handover", "2026_hand", "übergabe", "-x", "a--b", "x" * 81])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    assert [
        diagnostic.code.name for diagnostic in errors(checked({**BASE, f"records/actions/{name}.yaml": ACTION}))
    ] == ["LIF903"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_line_end_in_a_name_cannot_forge_a_line_of_output(folder: Path) -> None:
    (folder / "records/actions/zz\n::error::x.yaml").write_text(ACTION, encoding="utf-8")
    assert on_disk(folder) == ["LIF903 records/actions/zzU+000A::error::x.yaml"]
    assert "\n::error" not in lif("check", folder=folder).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets such names be")
def test_a_name_that_is_not_utf_8_is_refused_and_printed_all_the_same(folder: Path) -> None:
    strange = os.fsencode(folder) + b"/records/actions/zz\xff.yaml"
    Path(os.fsdecode(strange)).write_text(ACTION, encoding="utf-8")
    assert on_disk(folder) == ["LIF903 records/actions/zz\\udcff.yaml"]
    done = lif("check", folder=folder)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("name", ["2026-x.yml", "2026-x.YAML", "2026-x.yaml.txt", "2026-x.yaml.bak", "2026-x.Yml"])
def test_a_file_that_looks_like_a_record_and_would_be_passed_over_is_reported(folder: Path, name: str) -> None:
    (folder / "records/actions" / name).write_text(ACTION, encoding="utf-8")
    assert on_disk(folder) == [f"LIF904 records/actions/{name}"]


@pytest.mark.parametrize(
    "name",
    [".#2026-x.yaml", "2026-x.yaml~", ".2026-x.yaml.swp", "#2026-x.yaml#", "~$2026-x.yaml", ".DS_Store", "Thumbs.db"],
)
def test_what_editors_leave_behind_counts_for_nothing(folder: Path, name: str) -> None:
    (folder / "records/actions" / name).write_text("anything", encoding="utf-8")
    assert on_disk(folder) == []


def test_a_copy_in_a_folder_below_is_a_stray_and_no_second_record(folder: Path) -> None:
    folder_with(folder, {"records/actions/old/2026-handover.yaml": ACTION, "records/2026-handover.yaml": ACTION})
    assert on_disk(folder) == ["LIF902 records/2026-handover.yaml", "LIF902 records/actions/old/2026-handover.yaml"]


def test_three_hundred_empty_files_are_all_reported_in_one_run(folder: Path) -> None:
    folder_with(folder, {f"records/actions/2026-x{number}.yaml": "" for number in range(300)})
    assert len(on_disk(folder)) == 300


def test_the_time_stamp_of_a_file_means_nothing(folder: Path) -> None:
    before = load(WorkingTree(folder))
    os.utime(folder / HANDOVER, (4_070_908_800, 4_070_908_800))
    assert load(WorkingTree(folder)) == before


def test_a_folder_without_a_partnership_is_told_once(tmp_path: Path) -> None:
    assert on_disk(folder_with(tmp_path, {HANDOVER: ACTION})) == ["LIF901 records/partnership.yaml"]


def test_a_workspace_is_found_from_any_folder_inside_it(folder: Path) -> None:
    assert Workspace.find(folder / "records/actions").root == folder.resolve()


def test_what_is_no_folder_or_holds_no_records_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for start in (tmp_path, tmp_path / "file", tmp_path / "nowhere"):
        with pytest.raises(LifError) as stopped:
            Workspace.find(start)
        assert stopped.value.hint


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to the administrator")
def test_a_folder_that_may_not_be_read_stops_the_work_in_plain_words(folder: Path) -> None:
    (folder / "records/actions").chmod(0)
    try:
        with pytest.raises(LifError, match="cannot be read"):
            load(WorkingTree(folder))
    finally:
        (folder / "records/actions").chmod(0o700)
