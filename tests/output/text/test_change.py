import json
import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt

from lif.changes.diff import diff
from lif.changes.documents import OutdatedDocument
from lif.changes.suspect import CitedEvidence
from lif.diagnostics.code import warning
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import Location
from lif.disclosure.comparison import RecordComparison, for_readers
from lif.model.sharing import Sharing
from lif.output.comments.change_comment import LONGEST_COMMENT, compared_comment
from lif.output.comments.change_json import compared_json
from lif.output.text.change import compared_text
from output.texts import ALL
from support.story import audit, finding, snapshot_of

AUDIT = {"audits/2026-x": audit()}
CODE = re.compile(r"`[^`\n]*`")
"""Forges name nobody in code."""
READER = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


def between(before: dict[str, Any], after: dict[str, Any], audience: Sharing = Sharing.RESTRICTED) -> RecordComparison:
    old, new = (snapshot_of({**AUDIT, **records}, may_be_broken=True) for records in (before, after))
    whole = RecordComparison("main", "proposal", diff(old, new).records, (), (), (), (), ())
    return for_readers(whole, old, new, audience)


def kinds(markdown: str) -> set[str]:
    tokens = READER.parse(markdown)
    return {part.type for token in tokens for part in (token, *(token.children or []))}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_nothing_from_a_record_is_alive_in_a_comment(text: str) -> None:
    safe = "".join(character if character.isprintable() else " " for character in text).strip()
    before = {"findings/2026-x": finding("audits/2026-x", says="Notes of handovers were missing in most records")}
    after = {"findings/2026-x": finding("audits/2026-x", title=f"A {safe}", says=f"Now {safe} and more than that")}
    comment = compared_comment(between(before, after))
    assert not kinds(comment) & {"link_open", "image", "html_inline", "html_block", "code_block", "fence"}
    assert "@" not in CODE.sub("", comment)


def test_what_is_not_for_the_readers_is_named_and_not_told() -> None:
    before = {"findings/2026-x": finding("audits/2026-x", sharing="restricted", notes="CANARY", says="CANARY")}
    after = {"findings/2026-x": finding("audits/2026-x", sharing="restricted", notes="CANARY 2", says="CANARY 3")}
    told_to_them = between(before, after, Sharing.PARTNERSHIP)
    for written in (compared_text(told_to_them), compared_comment(told_to_them), compared_json(told_to_them)):
        assert "CANARY" not in written
        assert "findings/2026-x" in written
    assert "fields: notes, what it says" in compared_text(told_to_them)
    assert "CANARY 3" in compared_text(between(before, after))


def test_a_field_that_is_not_for_the_readers_is_named_in_a_record_that_is() -> None:
    before = {"findings/2026-x": finding("audits/2026-x", notes="CANARY")}
    after = {"findings/2026-x": finding("audits/2026-x", notes="CANARY 2")}
    written = compared_comment(between(before, after, Sharing.PARTNERSHIP))
    assert "CANARY" not in written
    assert "not shown to these readers: notes" in written


def test_a_comment_is_never_longer_than_a_forge_allows_and_says_what_it_leaves_out() -> None:
    many = {f"findings/2026-{n}": finding("audits/2026-x", says=f"Number {n} " + "and more " * 40) for n in range(400)}
    comment = compared_comment(between({}, many))
    assert LONGEST_COMMENT / 2 < len(comment) < 65_536
    assert comment.startswith("### 400 records added\n")
    assert comment.rstrip().endswith("not shown. `lif diff` shows everything.")
    assert comment.count("<details>") == comment.count("</details>")


def test_every_way_of_writing_names_the_documents_and_what_they_rest_on() -> None:
    names = tuple(f"findings/2026-{number}" for number in range(5))
    told_of = replace(between({}, {}), documents=(OutdatedDocument("reports/a_year.md", names),))
    head = "Documents that may be out of date"
    text, comment = " ".join(compared_text(told_of).split()), compared_comment(told_of)
    says = "cites findings/2026-0, findings/2026-1, findings/2026-2, …"
    assert head in text
    assert f"reports/a_year.md: {says}" in text
    assert f"**{head}**" in comment
    assert f"- reports/a\\_year.md: {says}\n" in comment
    assert json.loads(compared_json(told_of))["documents"] == [{"path": "reports/a_year.md", "names": [*names]}]


def test_suspect_evidence_is_told_once_and_by_itself_where_the_check_does_not_tell_it() -> None:
    cited = CitedEvidence("decisions/2026-x", ("evidence", 0), "findings/2026-x", "0", "1")
    by_itself = replace(between({}, {}), suspect=(cited,))
    code = warning("LIF551", "evidence whose source changed")
    found = Diagnostic(code, code.severity, "It changed", "", Location("x"), cited.record, (*cited.at, "seen"))
    by_the_check = replace(by_itself, introduced=(found,))
    for write in (compared_text, compared_comment):
        assert "Evidence whose source changed" in write(by_itself)
        assert "Evidence whose source changed" not in write(by_the_check)
        assert "It changed" in write(by_the_check)
    assert len(json.loads(compared_json(by_the_check))["suspect"]) == 1


def test_what_a_problem_with_the_change_tells_already_stands_in_json_only() -> None:
    code = warning("LIF405", "a due date moved again")
    found = Diagnostic(code, code.severity, "It moved", "", Location("x"), "actions/2026-x", ("moved",))
    told_of = replace(between({}, {}), repeated=(found,))
    assert "It moved" not in compared_text(told_of) + compared_comment(told_of)
    assert [diagnostic["code"] for diagnostic in json.loads(compared_json(told_of))["introduced"]] == ["LIF405"]
    assert json.loads(compared_json(told_of))["summary"]["introduced"] == 1


def test_nothing_changed_is_said() -> None:
    nothing = between({}, {})
    assert compared_text(nothing) == "main → proposal\nNothing changed in the records\n"
    assert compared_comment(nothing) == "### Nothing changed in the records\n"
    assert json.loads(compared_json(nothing))["summary"]["records"] == 0
