from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.registry import KINDS
from lif.store.write.edit import rewrite
from lif.store.yaml.parse import parse

TEXT = """\
# header

title: Hello   # the name
sharing: public
# due: When it is due
answers:
- needs/a   # first
# between
- needs/b
measures:
    - what: plain
      target: |
        one
        two

    # the second
    - what: 'other'
themes: [child-voice, neglect] # kept
"""


def _changed(text: str, change: Callable[[dict[str, Any]], object]) -> str:
    data = text.encode()
    wanted = deepcopy(parse(data).tree or {})
    change(wanted)
    return rewrite(data, wanted, KINDS["action"]).decode()


def test_a_value_changes_and_no_other_byte() -> None:
    after = _changed(TEXT, lambda tree: tree.update(title="Neglect: again"))
    assert after == TEXT.replace("Hello", '"Neglect: again"')


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_endings_and_byte_order_mark_stay(ending: str, start: str) -> None:
    text = start + TEXT.replace("\n", ending)
    after = _changed(text, lambda tree: tree.update(title="two\nlines"))
    assert after == text.replace("Hello", '"two\\nlines"')
    added = _changed(text, lambda tree: tree.update(closed="2026", notes="x\ny"))
    assert added.startswith(start + "# header")
    assert "\n" not in added.replace(ending, "")


def test_a_field_that_is_not_there_takes_the_place_of_its_explaining_comment() -> None:
    after = _changed(TEXT, lambda tree: tree.update(due="2026-03-01"))
    assert after == TEXT.replace("# due: When it is due", "due: 2026-03-01")


def test_a_field_that_is_not_there_stands_where_the_kind_has_it() -> None:
    after = _changed(TEXT, lambda tree: tree.update(owner={"agency": "police", "role": "no"}, closed="2026-03"))
    assert after == TEXT.replace("- needs/b\n", '- needs/b\nowner:\n  agency: police\n  role: "no"\n').replace(
        "    - what: 'other'\n", "    - what: 'other'\nclosed: 2026-03\n"
    )


def test_a_text_of_several_lines_gives_way_to_one_line_and_back() -> None:
    after = _changed(TEXT, lambda tree: tree["measures"][0].update(target="9 of 10"))
    assert after == TEXT.replace("|\n        one\n        two\n", "9 of 10\n")
    again = _changed(after, lambda tree: tree["measures"][0].update(target="a\nb\n"))
    assert "      target: |\n        a\n        b\n\n    # the second" in again


def test_items_are_added_where_the_list_ends() -> None:
    def add(tree: dict[str, Any]) -> None:
        tree["answers"].append("needs/c")
        tree["themes"].append("babies")
        tree["measures"].append({"what": "third", "baseline": {"value": "1"}})

    assert _changed(TEXT, add) == TEXT.replace("- needs/b\n", "- needs/b\n- needs/c\n").replace(
        "neglect]", "neglect, babies]"
    ).replace("'other'\n", "'other'\n    - what: third\n      baseline:\n        value: 1\n")


def test_fields_and_items_are_taken_out() -> None:
    def take_out(tree: dict[str, Any]) -> None:
        del tree["answers"][1], tree["measures"][0]["target"], tree["sharing"]

    assert _changed(TEXT, take_out) == TEXT.replace("- needs/b\n", "").replace(
        "      target: |\n        one\n        two\n", ""
    ).replace("sharing: public\n", "")


def test_the_first_field_of_an_item_is_taken_out_beside_its_hyphen() -> None:
    after = _changed(TEXT, lambda tree: tree["measures"][0].pop("what"))
    assert "    - target: |\n" in after


def test_a_change_that_would_lose_a_comment_is_refused() -> None:
    with pytest.raises(LifError, match="losing a comment") as stopped:
        _changed(TEXT, lambda tree: tree.pop("answers"))
    assert stopped.value.exit_code == 1


def test_an_empty_value_is_filled_and_the_last_line_needs_no_line_break() -> None:
    assert _changed("title:\nnotes: x", lambda tree: tree.update(title="A", due="2026-01-01")) == (
        "title: A\nnotes: x\ndue: 2026-01-01"
    )
