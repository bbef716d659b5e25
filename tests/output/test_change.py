import json
from typing import Any

import pytest
from markdown_it import MarkdownIt

from lif.changes.diff import diff
from lif.model.field import Sharing
from lif.output.change import compared_text
from lif.output.change_comment import LONGEST, compared_comment
from lif.output.change_json import compared_json
from lif.reports.changed import Compared, for_readers
from output.texts import ALL
from support.story import audit, finding, told

AUDIT = {"audits/2026-x": audit()}
READER = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


def between(before: dict[str, Any], after: dict[str, Any], audience: Sharing = Sharing.RESTRICTED) -> Compared:
    old, new = (told({**AUDIT, **records}, may_be_broken=True) for records in (before, after))
    whole = Compared("main", "proposal", diff(old, new).records, (), (), (), (), ())
    return for_readers(whole, old, new, audience)


def kinds(markdown: str) -> set[str]:
    tokens = READER.parse(markdown)
    return {one.type for token in tokens for one in (token, *(token.children or []))}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_nothing_from_a_record_is_alive_in_a_comment(text: str) -> None:
    safe = "".join(one if one.isprintable() else " " for one in text).strip()
    before = {"findings/2026-x": finding("audits/2026-x", says="Notes of handovers were missing in most records")}
    after = {"findings/2026-x": finding("audits/2026-x", title=f"A {safe}", says=f"Now {safe} and more than that")}
    comment = compared_comment(between(before, after))
    assert not kinds(comment) & {"link_open", "image", "html_inline", "html_block", "code_block", "fence"}
    assert "@" not in comment.replace("\\@", "")


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
    assert LONGEST / 2 < len(comment) < 65_536
    assert comment.startswith("### 400 records added\n")
    assert comment.rstrip().endswith("not shown. `lif diff` shows everything.")
    assert comment.count("<details>") == comment.count("</details>")


def test_nothing_changed_is_said() -> None:
    nothing = between({}, {})
    assert compared_text(nothing) == "main → proposal\nNothing changed in the records\n"
    assert compared_comment(nothing) == "### Nothing changed in the records\n"
    assert json.loads(compared_json(nothing))["summary"]["records"] == 0
