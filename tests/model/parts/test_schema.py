import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from lif.diagnostics.code import Severity
from lif.model.kind import Kind
from lif.model.parts.schema import schema_of
from lif.model.parts.shape import field_at, shape_of
from lif.model.registry import KINDS, kind_of
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.yaml.event_reader import Reader
from lif.store.yaml.parse import parse
from support.inside import on_the_day
from support.story import action, assessment, evaluation, files, finding, review, snapshot_of
from support.tree import ROOT, nothing

_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
RECORDS = sorted((*(ROOT / "records").rglob("*.yaml"), *(ROOT / "templates" / "example" / "records").rglob("*.yaml")))


def _as_an_editor_reads(data: bytes) -> Any:
    """The values of a file as YAML's core schema types them: plain numbers, true and false; the rest is text."""
    parsed = parse(data)
    plain = _plain_places(data)
    return _typed(parsed.tree, (), plain)


def _plain_places(data: bytes) -> set[tuple[str | int, ...]]:
    reader = Reader(data.decode(), keep_marks=True)
    reader.run()
    return {path for path, mark in reader.marks.items() if mark.style is None}


def _typed(value: Any, at: tuple[str | int, ...], plain: set[tuple[str | int, ...]]) -> Any:
    if isinstance(value, dict):
        return {key: _typed(item, (*at, key), plain) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item, (*at, index), plain) for index, item in enumerate(value)]
    if at not in plain:
        return value
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else {"true": True, "false": False}.get(value.lower(), value)


def _validator(kind: Kind) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind), format_checker=FormatChecker())


def _complaints(kind: Kind, value: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in _validator(kind).iter_errors(value)]


@pytest.mark.parametrize("kind", list(KINDS), ids=KINDS.names)
def test_the_schema_of_every_kind_is_valid_and_of_the_dialect_it_names(kind: Kind) -> None:
    schema = schema_of(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == kind.name
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_record_is_accepted_as_an_editor_reads_it(path: Path) -> None:
    kind = kind_of(path.relative_to(path.parents[1] if path.stem != "partnership" else path.parent).as_posix()[:-5])
    assert kind is not None
    assert _complaints(kind, _as_an_editor_reads(path.read_bytes())) == []


@pytest.mark.parametrize("kind", list(KINDS), ids=KINDS.names)
def test_every_field_stands_in_the_schema_with_what_belongs_in_it_and_in_the_order_of_the_kind(kind: Kind) -> None:
    properties = schema_of(kind)["properties"]
    assert list(properties) == list(shape_of(kind.model))
    nothing(
        name
        for name, field in shape_of(kind.model).items()
        if properties[name].get("description", "") != field.about.says
    )


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(child)


@pytest.mark.parametrize("kind", list(KINDS), ids=KINDS.names)
def test_no_schema_offers_nothing_as_a_value_or_fills_anything_in(kind: Kind) -> None:
    for node in _nodes(schema_of(kind)):
        assert node != {"type": "null"}
        assert not (isinstance(node, dict) and "default" in node and "type" in node)
        if isinstance(node, dict) and node.get("type") == "object":
            assert node["additionalProperties"] is False


WRONG = [
    ("finding", {"title": "A finding"}),
    ("finding", {**finding("reviews/2026-a"), "unheard_of": "x"}),
    ("finding", {**finding("reviews/2026-a"), "direction": "better"}),
    ("finding", {**finding("no id")}),
    ("finding", {**finding("reviews/2026-a"), "met": -1}),
    ("finding", {**finding("reviews/2026-a"), "date": "yesterday"}),
    ("finding", {**finding("reviews/2026-a"), "needs": "neglect"}),
    ("finding", {**finding("reviews/2026-a"), "title": ""}),
    ("finding", {**finding("reviews/2026-a"), "serious_risk": "perhaps"}),
    ("action", {**action(), "due": "2026-02-30"}),
    ("review", {**review(), "life": {"published": None}}),
]


@pytest.mark.parametrize(("name", "fields"), WRONG)
def test_what_the_reader_refuses_an_editor_marks_too(name: str, fields: dict[str, Any]) -> None:
    assert _complaints(KINDS[name], fields)


RIGHT = [
    ("finding", finding("reviews/2026-a", serious_risk="yes", met=3, of=4, date="2019-09/2019-11")),
    ("assessment", assessment(cycle="2018-to-2020")),
    ("assessment", assessment(cycle=2018)),
    ("evaluation", {**evaluation("actions/2026-a"), "level": 3}),
    ("evaluation", {**evaluation("actions/2026-a"), "level": "3"}),
]


@pytest.mark.parametrize(("name", "fields"), RIGHT)
def test_what_the_reader_accepts_an_editor_accepts_too(name: str, fields: dict[str, Any]) -> None:
    assert _complaints(KINDS[name], fields) == []


@pytest.mark.parametrize(
    ("text", "accepted"), [("title: 2019", True), ('title: "2019"', True), ("title: no", True), ("title:", False)]
)
def test_a_text_that_looks_like_a_number_is_still_a_text_to_the_reader(text: str, accepted: bool) -> None:  # noqa: FBT001
    loaded = load(Memory({**files({}), "records/decisions/2026-a.yaml": f"{text}\nsharing: public\n"}))
    errors = [diagnostic for diagnostic in loaded.diagnostics if diagnostic.severity is Severity.ERROR]
    assert ("decisions/2026-a" in loaded.snapshot.entries) is accepted
    assert bool(errors) is not accepted


def test_the_command_prints_one_schema_or_all_of_them_by_name() -> None:
    ran = on_the_day(ROOT, "schema", "findings")
    assert json.loads(ran.out) == schema_of(KINDS["finding"])
    every = json.loads(on_the_day(ROOT, "schema").out)
    assert every["version"] == 1
    assert list(every["kinds"]) == list(KINDS.names)


def test_a_path_through_a_record_leads_to_its_field_or_nowhere() -> None:
    model = KINDS["action"].model
    assert field_at(model, ("moved", 0, "to")) is shape_of(shape_of(model)["moved"].part or model)["to"]
    assert field_at(model, ("moved", 0, "nothing")) is None
    assert field_at(model, ("title", "further")) is None
    assert field_at(model, ()) is None


def test_a_story_told_in_a_test_is_a_story_the_reader_accepts() -> None:
    assert set(snapshot_of({"reviews/2026-a": review()}).entries) == {"partnership", "reviews/2026-a"}
