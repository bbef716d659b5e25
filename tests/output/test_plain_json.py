import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lif.model.period import When
from lif.output.plain_json import as_json
from support.story import audit, decision, snapshot_of


class Word(StrEnum):
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Part:
    when: When | None
    words: tuple[Word, ...]


def test_every_answer_has_a_version_and_plain_values_only() -> None:
    text = as_json(part=Part(When.parse("2019-09/2019-11"), (Word.ONE,)), day=date(2026, 1, 2), none=None, count=3)
    assert text.endswith("}\n")
    assert json.loads(text) == {
        "version": 1,
        "part": {"when": "2019-09/2019-11", "words": ["one"]},
        "day": "2026-01-02",
        "none": None,
        "count": 3,
    }


def test_letters_stand_as_they_are_and_a_record_with_its_id_and_kind() -> None:
    entry = snapshot_of({"decisions/2026-a": decision(title="Señán", date="2026-03", draft=True)}).entries[
        "decisions/2026-a"
    ]
    text = as_json(record=entry)
    assert "Señán" in text
    assert json.loads(text)["record"] == {
        "id": "decisions/2026-a",
        "kind": "decision",
        "title": "Señán",
        "draft": "yes",
        "sharing": "public",
        "date": "2026-03",
    }


def test_a_set_of_fields_inside_a_record_holds_only_what_was_filled_in() -> None:
    entry = snapshot_of({"audits/2026-a": audit(results=[{"key": "a", "met": 0, "of": 12}])}).entries
    record = json.loads(as_json(record=entry["audits/2026-a"]))["record"]
    assert record["results"] == [{"key": "a", "met": 0, "of": 12}]
    assert record["life"] == {"reported": "2026-04-16"}
