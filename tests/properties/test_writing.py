"""Few, sharp promises of everything that writes."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lif.errors import LifError
from lif.model.registry import KINDS
from lif.store.write.edit import rewrite
from lif.store.yaml.ambiguous_text import ambiguous_text_faults
from lif.store.yaml.comments import count_comments
from lif.store.yaml.emit import record_text
from lif.store.yaml.layout import format_record
from lif.store.yaml.parse import parse
from lif.store.yaml.text import INVISIBLE_CHARACTER

ACTION = KINDS["action"]
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.text("ab:#-'\"[]{}|>&*!%@` \n\t,?~=<0.1", min_size=1, max_size=30),
    st.sampled_from(["yes", "2019", "---", "...", "<<<<<<< HEAD", "=======", "a\n<<<<<<< b\n", "x\n\n\ny\n"]),
).filter(lambda text: not INVISIBLE_CHARACTER.search(text) and "\r" not in text)
LINES = st.text(st.sampled_from("abc :#'\"-[]"), max_size=12)
COMMENTS = st.text(st.sampled_from("abc :#'\"-"), max_size=12).map(lambda text: f"#{text}")


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """The tree of an action's text."""
    tree: dict[str, Any] = {"title": draw(TEXTS), "sharing": "public"}
    for name in draw(st.lists(st.sampled_from(["notes", "unintended", "outcome_because"]), unique=True)):
        tree[name] = draw(TEXTS)
    if draw(st.booleans()):
        tree["answers"] = draw(st.lists(st.sampled_from(["needs/a", "needs/b", "reviews/x#y"]), max_size=3))
    if draw(st.booleans()):
        items = st.fixed_dictionaries(
            {"what": TEXTS}, optional={"target": TEXTS, "baseline": st.fixed_dictionaries({"said": TEXTS})}
        )
        tree["measures"] = draw(st.lists(items, min_size=1, max_size=3))
    names = draw(st.permutations(list(tree)))
    return {name: tree[name] for name in names}


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """An action's file with comments and empty lines put anywhere between its lines."""
    lines = record_text(draw(trees()), ACTION.model).split("\n")
    tree = parse("\n".join(lines).encode()).tree
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        extra = " " * draw(st.integers(0, 6)) + draw(st.one_of(COMMENTS, st.just("")))
        tried = [*lines[:place], extra, *lines[place:]]
        read = parse("\n".join(tried).encode())
        lines = tried if read.tree == tree and not read.faults else lines
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + ending.join(lines)).encode()


@given(trees())
def test_what_is_written_is_what_is_read(tree: dict[str, Any]) -> None:
    data = record_text(tree, ACTION.model).encode()
    found = parse(data)
    assert not found.faults
    assert found.tree == tree
    assert list(ambiguous_text_faults(ACTION, tree, data)) == []


@given(trees())
def test_other_programs_read_the_same_texts(tree: dict[str, Any]) -> None:
    assert YAML(typ="safe", pure=True).load(record_text(tree, ACTION.model)) == tree


@settings(deadline=None)
@given(files())
def test_laying_out_keeps_data_and_comments_and_is_done_once(data: bytes) -> None:
    after = format_record(data, ACTION)
    assert parse(after).tree == parse(data).tree
    assert count_comments(after) == count_comments(data)
    assert format_record(after, ACTION) == after


@settings(deadline=None)
@given(files(), st.sampled_from(["title", "notes", "unintended"]), TEXTS)
def test_a_changed_value_leaves_every_other_line(data: bytes, name: str, text: str) -> None:
    before = parse(data).tree
    assert before is not None
    wanted = {**before, name: text}
    try:
        after = rewrite(data, wanted, ACTION)
    except LifError:
        assert b"#" in data
        return
    assert parse(after).tree == wanted
    assert count_comments(after) == count_comments(data)
    if name not in before and data.endswith(b"\n"):
        kept = after.split(b"\n")
        for line in data.split(b"\n"):
            assert line in kept
