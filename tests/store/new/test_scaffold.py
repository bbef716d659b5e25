import pytest

from lif.model.kind import Kind
from lif.model.registry import KINDS
from lif.store.new.field_comments import owed_fields
from lif.store.new.record_questions import record_questions
from lif.store.new.scaffold import new_record_text
from lif.store.new.slug import record_slug
from lif.store.yaml.parse import parse


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in KINDS])
def test_a_new_record_of_any_kind_says_what_it_still_owes(kind: Kind) -> None:
    text = new_record_text(kind, {"title": "A", "sharing": "public"})
    for shape in owed_fields(kind.model, {"title": "A", "sharing": "public"}):
        assert f"# {shape.name}: {shape.about.says}" in text
    assert parse(text.encode()).tree == {"title": "A", "sharing": "public"}


def test_the_title_is_asked_first_and_how_far_it_may_travel_last() -> None:
    for kind in KINDS:
        paths = [question.path for question in record_questions(kind)]
        assert (paths[0], paths[-1]) == (("title",), ("sharing",))


@pytest.mark.parametrize(
    ("kind", "tree", "expected"),
    [
        ("review", {"title": "Missing education", "life": {"aware": "1/10/2026"}}, "missing-education"),
        (
            "review",
            {"title": "Thematic review of missing education", "review_kind": "thematic-review"},
            "missing-education",
        ),
        ("review", {"title": "Babies", "life": {"started": "2019-03"}}, "2019-babies"),
        ("review", {"title": "Babies", "intended": [{"agreed": "2026-01-02"}]}, "2026-babies"),
        ("decision", {"title": "To stabilise it", "date": "2024-01-01"}, "2024-stabilise"),
        ("finding", {"title": "Contact", "source": "reviews/2019-babies"}, "2019-contact"),
        ("indicator", {"title": "Visits", "series": [{"at": "2024-12"}, {"at": "2025-03"}]}, "2025-visits"),
        ("indicator", {"title": "Visits", "series": []}, "visits"),
        ("contribution", {"title": "Police", "year": "2018-19"}, "2018-19-police"),
        ("need", {"title": "Él niño's £ voice"}, "el-ninos-voice"),
        ("need", {"title": "2024 voice", "raised": "2024"}, "2024-voice"),
        ("need", {"title": "中文"}, ""),
    ],
)
def test_a_short_name_is_made_of_the_title_and_the_records_own_year(
    kind: str, tree: dict[str, object], expected: str
) -> None:
    assert record_slug(KINDS[kind], tree) == expected
