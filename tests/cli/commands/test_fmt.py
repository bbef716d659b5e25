import json
from pathlib import Path

from support.ws import FINDING, workspace


def test_one_layout_for_every_record(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("fmt", "--check").code == 1
    ran = ws.lif("fmt")
    assert "records/actions/2026-supervision.yaml" in ran.out
    assert "sharing: public  # agreed with the group\n" in ws.text("actions/2026-supervision")
    assert ws.lif("fmt", "--check").code == 0
    assert ws.text("findings/2026-weekly-contact") == FINDING


def test_check_and_trial_write_nothing(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    assert ws.lif("fmt", "--check").code == 1
    assert ws.lif("fmt", "--dry-run").code == 0
    answer = json.loads(ws.lif("fmt", "--check", "--format", "json").out)
    assert answer["changed"] == ["records/actions/2026-supervision.yaml"]
    assert ws.everything() == before


def test_only_what_was_named_is_laid_out(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("fmt", "--check", str(ws.root / "records/findings")).code == 0
    assert ws.lif("fmt", "records/nowhere").code == 2


def test_a_file_that_cannot_be_read_is_named_and_left(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("needs/bad", "title: {x}\n")
    ran = ws.lif("fmt")
    assert ran.code == 0
    assert "records/needs/bad.yaml" in ran.err
    assert ws.text("needs/bad") == "title: {x}\n"
    assert ws.lif("fmt", "--check").code == 1
