from contextlib import nullcontext
from typing import Any

import pytest

from lif.model.kinds.action import Action
from lif.model.kinds.finding import Finding
from lif.model.parts.part import Part, WrongError, read
from lif.model.parts.shape import citations, items, texts
from lif.model.reference import Id, is_record_id
from lif.model.registry import KINDS, kind_of
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED
from lif.model.snapshot import Broken, Snapshot
from lif.registry import Registry
from support.story import action, finding, recommendation, review, snapshot_of

STORY = {
    "reviews/2026-a": review(recommendations=[recommendation("one"), recommendation("two")]),
    "findings/2026-b": finding("reviews/2026-a"),
    "findings/2026-a": finding("reviews/2026-a"),
    "actions/2026-a": action("reviews/2026-a#one", "findings/2026-a"),
    "actions/2026-broken": {"title": "It has no sharing"},
}


class Citing(Part):
    cited: Id


def _snapshot() -> Snapshot:
    return snapshot_of(STORY, may_be_broken=True)


def test_records_stand_in_the_order_of_their_ids_by_kind_and_altogether() -> None:
    snapshot = _snapshot()
    assert [entry.id for entry in snapshot.of(Finding)] == ["findings/2026-a", "findings/2026-b"]
    assert list(snapshot.entries) == sorted(snapshot.entries)
    assert Snapshot.of_entries([]).of(Action) == ()


def test_a_record_is_found_sound_or_broken_or_not_at_all() -> None:
    snapshot = _snapshot()
    assert isinstance(snapshot.find("actions/2026-broken"), Broken)
    assert snapshot.find("actions/2026-a") is snapshot.entries["actions/2026-a"]
    assert snapshot.find("actions/2026-gone") is None
    assert [entry.id for entry in snapshot.every()][-1] == "actions/2026-broken"


def test_it_is_known_who_cites_a_record_and_who_an_item_in_it() -> None:
    cited = _snapshot().cited_by
    assert [entry.id for entry, _ in cited["reviews/2026-a"]] == ["findings/2026-a", "findings/2026-b"]
    assert [citation.at for _, citation in cited["reviews/2026-a#one"]] == [("answers", 0)]
    assert "early-help" not in cited


def test_without_a_partnership_every_register_is_empty() -> None:
    snapshot = Snapshot.of_entries([])
    assert snapshot.partnership is None
    assert set(snapshot.registers) == {
        *("agency", "group", "priority", "theme", "scale", "practice-standard", "standards-set", "cycle")
    }
    assert not any(snapshot.registers.values())
    assert list(_snapshot().registers["agency"]) == ["council", "police"]


def test_items_are_found_only_where_they_can_be_cited() -> None:
    model = KINDS["review"].model
    tree = {
        "recommendations": [{"key": "one"}, {"key": ["not", "text"]}, "no item", {"text": "without a key"}],
        "intended": [{"key": "not-citable"}],
        "themes": ["early-help"],
    }
    assert list(items(model, tree)) == [("one", "recommendations", ("recommendations", 0, "key"))]
    assert list(items(model, {"recommendations": "no list"})) == []


def test_citations_and_texts_are_found_in_whatever_stands_where_they_should() -> None:
    model = KINDS["action"].model
    tree: dict[str, Any] = {
        "title": {"not": "text"},
        "answers": ["reviews/2026-a", {"not": "an id"}, ["nor this"]],
        "themes": "early-help",
        "owner": ["council"],
        "measures": [{"what": "A count", "baseline": {"record": "audits/2026-a", "said": "Few"}}, "no part"],
        "progress": {"said": "no list"},
        "unheard_of": "reviews/2026-b",
    }
    assert [(citation.at, citation.target) for citation in citations(model, tree)] == [
        (("answers", 0), "reviews/2026-a"),
        (("measures", 0, "baseline", "record"), "audits/2026-a"),
    ]
    assert [(at, text) for at, text, _ in texts(model, tree)] == [
        (("measures", 0, "what"), "A count"),
        (("measures", 0, "baseline", "said"), "Few"),
        (("progress", "said"), "no list"),
    ]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("findings/2019-x", True), ("reviews/2019-x#key-1", True), (f"findings/{'a' * 80}", True),
        (f"findings/{'a' * 81}", False), ("partnership", False), ("findings/2019_x", False), ("Findings/x", False),
        ("findings/x#", False), ("findings/a/b", False), ("findings/x\n", False), ("", False),
    ],
)  # fmt: skip
def test_an_id_is_a_folder_and_a_slug_and_perhaps_an_item(text: str, *, is_one: bool) -> None:
    assert is_record_id(text) is is_one
    with nullcontext() if is_one else pytest.raises(WrongError):
        read(Citing, {"cited": text})


@pytest.mark.parametrize(
    ("record_id", "name"),
    [
        ("partnership", "partnership"),
        ("learning/2026-a", "learning"),
        ("feedback/2026-a", "feedback"),
        ("inspections/2026-a", "inspection"),
        ("other", None),
        ("others/2026-a", None),
    ],
)
def test_the_folder_of_an_id_tells_its_kind(record_id: str, name: str | None) -> None:
    kind = kind_of(record_id)
    assert (kind.name if kind else None) == name
    if kind:
        assert kind.id_of(record_id.rpartition("/")[2]) == record_id


def test_a_kind_is_named_with_its_article() -> None:
    assert [KINDS[name].article for name in ("audit", "need", "evaluation")] == ["an audit", "a need", "an evaluation"]


def test_a_level_of_sharing_reaches_itself_and_every_narrower_audience() -> None:
    assert [PUBLIC.may_reach(level) for level in (PUBLIC, PARTNERSHIP, RESTRICTED)] == [True, True, True]
    assert [PARTNERSHIP.may_reach(level) for level in (PUBLIC, PARTNERSHIP, RESTRICTED)] == [False, True, True]
    assert [RESTRICTED.may_reach(level) for level in (PUBLIC, PARTNERSHIP, RESTRICTED)] == [False, False, True]


def test_a_registry_refuses_two_members_of_one_name_and_knows_its_own() -> None:
    audit = KINDS["audit"]
    assert "audit" in KINDS
    assert "audits" not in KINDS
    with pytest.raises(ValueError, match="share a name"):
        Registry(audit, audit)
