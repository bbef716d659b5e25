import json
from pathlib import Path

import pytest

from support.ws import ACTION, workspace


def test_a_field_changes_and_nothing_else_in_the_file(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ran = ws.lif("set", "supervision", "due=2026-07-01", "measures[0].target=8 of 10", "owner.agency=The Police")
    assert (ran.code, ran.err) == (0, "")
    assert "due: (nothing) → 2026-07-01" in ran.out
    assert ws.text("actions/2026-supervision") == ACTION.replace("# due: When it is due", "due: 2026-07-01").replace(
        "9 of", "8 of"
    ).replace("weekly-contact]\n", "weekly-contact]\nowner:\n  agency: police\n")


def test_a_change_that_brings_an_error_is_refused_with_the_reason(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    for change, code in (("due=2026-02-30", "LIF205"), ("themes=zzz", "theme"), ("closed=today", "LIF512")):
        ran = ws.lif("set", "supervision", change)
        assert ran.code == 1
        assert code in ran.err
    assert "actions/2026-supervision, due: error: " in ws.lif("set", "supervision", "due=2026-02-30").err
    assert ws.everything() == before


def test_an_error_that_was_there_before_does_not_stand_in_the_way(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("actions/2026-supervision", ACTION + "ownr: police\n")
    assert ws.lif("set", "supervision", "notes=A note").code == 0
    assert ws.lif("set", "supervision", "due=1").code == 1


def test_items_are_added_by_plus_and_named_by_their_key(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    words = (
        "progress[+].date=today",
        "progress[+].said=Form agreed",
        "progress[+].date=March 2026",
        "progress[+].said=B",
    )
    assert ws.lif("set", "supervision", *words, "themes+=neglect").code == 0
    assert "progress:\n  - date: 2026-06-01\n    said: Form agreed\n  - date: 2026-03\n    said: B\n" in ws.text(
        "actions/2026-supervision"
    )
    assert (
        ws.lif("set", "missing-education", "recommendations[+].text=Ask", "recommendations[+].form=question").code == 0
    )
    assert ws.lif("set", "missing-education", "recommendations[ask].text=Ask them").code == 0
    assert "  - key: ask\n    text: Ask them\n    form: question\n" in ws.text("reviews/2026-missing-education")


def test_any_unique_part_of_an_id_will_do_as_a_value(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("set", "weekly", "source=missing", "direction=needs to improve").code == 0
    assert "direction: needs-to-improve" in ws.text("findings/2026-weekly-contact")


@pytest.mark.parametrize(
    "words",
    [
        ("supervision", "duee=2026"),
        ("supervision", "due"),
        ("supervision", "owner=police"),
        ("supervision", "measures.what=x"),
        ("2026", "title=x"),
        ("supervision", "title.x=y"),
        ("supervision", "due[0]=2026-01-01"),
    ],
)
def test_wrong_use_is_explained(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = workspace(tmp_path).lif("set", *words)
    assert ran.code == 2
    assert ran.err


def test_nothing_is_written_when_it_is_so_already_or_only_tried(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    assert "says so already" in ws.lif("set", "supervision", "title=Monthly supervision recorded").out
    assert "Would change" in ws.lif("set", "supervision", "title=Other", "--dry-run").out
    assert ws.everything() == before


def test_an_empty_value_takes_a_field_out(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("set", "weekly", "says=It was").code == 0
    assert ws.lif("set", "weekly", "says=").code == 0
    assert "says" not in ws.text("findings/2026-weekly-contact")
    assert ws.lif("set", "weekly", "direction=").code == 1


def test_json_says_what_changed(tmp_path: Path) -> None:
    ran = workspace(tmp_path).lif("set", "weekly", "direction=mixed", "--format", "json")
    answer = json.loads(ran.out)
    assert (answer["version"], answer["written"], answer["id"]) == (1, True, "findings/2026-weekly-contact")
    assert answer["changed"] == [{"field": "direction", "before": "gap", "after": "mixed"}]


def test_json_says_what_was_refused(tmp_path: Path) -> None:
    ran = workspace(tmp_path).lif("set", "weekly", "date=soon", "--format", "json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["written"], answer["diagnostics"][0]["code"]) == (1, False, "LIF205")


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("needs/bad", "title: {x}\n")
    assert ws.lif("set", "bad", "title=x").code == 1
    assert ws.text("needs/bad") == "title: {x}\n"


def test_what_is_inferred_is_set_like_any_list_and_refused_where_the_record_holds_no_such_field(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("set", "weekly", "inferred=direction,theme").code == 0
    assert "inferred:\n  - direction\n  - theme\n" in ws.text("findings/2026-weekly-contact")
    assert "findings/" not in ws.lif("fmt", "--check").out
    before = ws.everything()
    ran = ws.lif("set", "weekly", "inferred[+]=recurrence_of")
    assert (ran.code, "LIF211" in ran.err, "`recurrence_of` is empty" in ran.err) == (1, True, True)
    assert ws.everything() == before
    shown = ws.lif("show", "weekly").out
    assert "direction: gap (our reading)" in shown
    assert '"inferred": [' in ws.lif("show", "weekly", "--format", "json").out


def test_a_new_record_that_infers_what_it_does_not_hold_is_not_written(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    words = ("--title", "Late", "--set", "sharing=public", "--set", "source=missing", "--set", "theme=child-voice")
    given = (*words, "--set", "direction=gap", "--no-input")
    ran = ws.lif("new", "finding", *given, "--set", "inferred=agencies")
    assert (ran.code, "LIF211" in ran.err) == (1, True)
    assert ws.lif("new", "finding", *given, "--set", "inferred=direction").code == 0


def test_a_declared_pseudonym_is_told_and_any_other_name_is_masked(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("partnership", ws.text("partnership") + "pseudonyms:\n  - name: Baby Zarabelle\n    year: 2026\n")
    ws.put("actions/2026-supervision", ws.text("actions/2026-supervision") + "notes: Mrs Testerton rang\n")
    ran = ws.lif("set", "2026-supervision", "notes=The pseudonym is Baby Zarabelle")
    assert "→ The pseudonym is Baby Zarabelle" in ran.out
    assert "Testerton" not in ran.out + ran.err
