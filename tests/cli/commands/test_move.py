import json
from pathlib import Path

from support.ws import ACTION, FINDING, PARTNERSHIP, REVIEW, workspace


def test_a_record_moves_and_every_citation_with_it(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ran = ws.lif("move", "weekly-contact", "2026-contact-was-rare")
    assert (ran.code, ran.err) == (0, "")
    assert "actions/2026-supervision" in ran.out
    assert not ws.path("findings/2026-weekly-contact").exists()
    assert ws.text("findings/2026-contact-was-rare") == FINDING
    assert ws.text("actions/2026-supervision") == ACTION.replace("2026-weekly-contact", "2026-contact-was-rare")
    assert ws.lif("check").code == 0


def test_an_items_key_moves_with_its_citations(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    item = "recommendations:\n  - key: ask\n    text: Ask\n    form: question\n"
    ws.put("reviews/2026-missing-education", REVIEW + item)
    cited = ACTION.replace("weekly-contact]", "weekly-contact, reviews/2026-missing-education#ask]")
    ws.put("actions/2026-supervision", cited)
    assert ws.lif("move", "missing-education#ask", "ask-them").code == 0
    assert ws.text("reviews/2026-missing-education") == REVIEW + item.replace("key: ask", "key: ask-them")
    assert ws.text("actions/2026-supervision") == cited.replace("#ask]", "#ask-them]")
    assert ws.lif("move", "missing-education", "2026-education").code == 0
    assert "reviews/2026-education#ask-them" in ws.text("actions/2026-supervision")


def test_a_theme_of_the_partnership_moves_in_every_record(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    assert ws.lif("move", "partnership#child-voice", "hearing-children").code == 0
    assert ws.text("partnership") == PARTNERSHIP.replace("key: child-voice", "key: hearing-children")
    assert "theme: hearing-children" in ws.text("findings/2026-weekly-contact")


def test_a_move_that_cannot_be_whole_is_refused(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("findings/2026-other", FINDING.replace("rare", "scarce"))
    before = ws.everything()
    for words in (
        ("weekly-contact", "2026-other"),
        ("weekly-contact", "actions/2026-weekly-contact"),
        ("weekly-contact", "Not A Slug"),
        ("partnership", "other"),
        ("missing-education#none", "x"),
        ("partnership#child-voice", "neglect"),
    ):
        ran = ws.lif("move", *words)
        assert ran.code == 1, words
        assert ran.err
    assert ws.everything() == before


def test_a_file_that_cannot_be_read_but_seems_to_cite_it_stands_in_the_way(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("actions/2026-bad", "title: {x}\nanswers: [findings/2026-weekly-contact]\n")
    ran = ws.lif("move", "weekly-contact", "2026-x")
    assert ran.code == 1
    assert "actions/2026-bad" in ran.err
    assert ws.path("findings/2026-weekly-contact").exists()


def test_a_move_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("findings/2026-x", FINDING)
    assert ws.lif("move", "findings/2026-weekly-contact", "2026-x").code == 0
    assert not ws.path("findings/2026-weekly-contact").exists()
    assert "findings/2026-x" in ws.text("actions/2026-supervision")


def test_trying_it_writes_nothing_and_json_says_what_would_be_rewritten(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    ran = ws.lif("move", "weekly-contact", "2026-x", "--dry-run", "--format", "json")
    assert json.loads(ran.out) == {
        "version": 1,
        "written": False,
        "old": "findings/2026-weekly-contact",
        "new": "findings/2026-x",
        "rewritten": ["actions/2026-supervision"],
        "named_in_text": [],
    }
    assert ws.everything() == before


def test_a_name_that_windows_keeps_is_refused(tmp_path: Path) -> None:
    made = workspace(tmp_path)
    before = made.everything()
    assert made.lif("move", "actions/2026-supervision", "con").code == 1
    assert made.everything() == before


def test_an_items_key_moves_where_the_record_marks_the_item_as_inferred(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    item = "inferred: [recommendations#ask]\nrecommendations:\n  - key: ask\n    text: Ask\n    form: question\n"
    ws.put("reviews/2026-missing-education", REVIEW + item)
    assert ws.lif("move", "missing-education#ask", "ask-them").code == 0
    text = ws.text("reviews/2026-missing-education")
    assert "inferred: [recommendations#ask-them]" in text
    assert "key: ask-them" in text


def test_a_standard_moves_in_the_results_of_audits_and_where_they_mark_it_as_inferred(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put(
        "audits/2025-voice",
        "title: Voice\nsharing: public\ninferred: [results#words]\naudit_kind: dip-sample\n"
        "results:\n  - key: words\n    met: 8\n    of: 16\n  - key: alone\n    met: 9\n    of: 16\n",
    )
    assert ws.lif("move", "partnership#words", "own-words").code == 0
    text = ws.text("audits/2025-voice")
    assert "inferred: [results#own-words]" in text
    assert "  - key: own-words\n    met: 8\n" in text
    assert "  - key: alone\n" in text
    assert "  - key: own-words\n    text: The child's own words" in ws.text("partnership")


def test_the_lines_of_text_that_name_the_old_id_are_pointed_out(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    notes = "notes: See findings/2026-weekly-contact, and 2026-weekly-contact again; not 2026-weekly-contact-too\n"
    ws.put("reviews/2026-missing-education", REVIEW + notes)
    ran = ws.lif("move", "weekly-contact", "2026-contact-was-rare")
    line = REVIEW.count("\n") + 1
    assert f"    records/reviews/2026-missing-education.yaml:{line}\n" in ran.out
    assert "Text still names findings/2026-weekly-contact; change it by hand:" in ran.out
    again = ws.lif("move", "2026-contact-was-rare", "2026-weekly-contact-too", "--dry-run", "--format", "json")
    assert json.loads(again.out)["named_in_text"] == []


def test_a_word_is_no_id_and_neither_is_the_key_of_an_agency(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("reviews/2026-missing-education", REVIEW + "notes: Contact with police was rare, see findings/contact\n")
    ws.put("findings/contact", FINDING)
    assert ws.lif("move", "findings/contact", "2026-contacts").out.count(".yaml:") == 1
    assert "Text still names" not in ws.lif("move", "partnership#police", "constabulary").out
