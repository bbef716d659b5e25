from typing import Any

import pytest

from lif.disclosure.few_children import refuse_small_numbers, small_numbers_in
from lif.errors import LifError
from support.story import action, audit, evaluation, finding, snapshot_of

Records = dict[str, dict[str, Any]]
PUBLISHED = [{"title": "The audit", "publisher": "The partnership", "address": "https://www.example.org/audit"}]


def _numbers_found(text: str, document: str | None = None, **fields: Any) -> list[tuple[str, str]]:
    records = {"audits/2026-a": audit(), "findings/2026-a": finding("audits/2026-a", says=text, **fields)}
    return [
        (found.record, found.says)
        for found in small_numbers_in(document or f"# T\n\n- {text}[^a]\n", snapshot_of(records))
    ]


@pytest.mark.parametrize(
    "says",
    ["3 of 7", "10 of 14", "3 out of the 7", "2 of 3", "three families", "4 children", "Two of the seven cases",
     "one of 7 young people", "one child"],
)  # fmt: skip
def test_a_small_number_in_the_words_of_a_record_is_found_where_a_document_has_it(says: str) -> None:
    text = f"In this audit {says} were seen late"
    assert _numbers_found(text) == [("findings/2026-a", says)]
    assert _numbers_found(text, "# T\n\nNothing of it is here: 3 of 7 priorities\n") == []


@pytest.mark.parametrize(
    "says",
    ["8 of 16 plans", "0 of 12", "12 of 12", "most children", "6 children", "7 of 3", "15 children",
     "three agencies", "section 3 of the report"],
)  # fmt: skip
def test_what_nobody_can_be_known_by_may_be_said(says: str) -> None:
    assert _numbers_found(f"In this audit {says} were named") == []


def test_it_is_known_again_however_a_document_puts_it() -> None:
    assert _numbers_found("in 3 of 7 cases", "# T\n\n| In *3 of 7* cases | x |\n") == [
        ("findings/2026-a", "3 of 7 cases")
    ]


def test_what_a_published_source_says_is_public_already() -> None:
    text = "In 3 of 7 cases it came late"
    assert _numbers_found(text, sources=PUBLISHED) == []
    records: Records = {
        "audits/2026-a": audit(sources=PUBLISHED),
        "findings/2026-a": finding("audits/2026-a", says=text),
        "evaluations/2026-a": evaluation("actions/2026-a", claim=text),
        "actions/2026-a": action(measures=[{"what": "Time", "target": "18 of 20"}]),
    }
    said = f"# T\n\n- {text}\n- 18 of 20\n"
    assert [found.record for found in small_numbers_in(said, snapshot_of(records))] == ["evaluations/2026-a"]


def test_a_source_without_an_address_is_not_published() -> None:
    kept = [{"title": "Notes", "publisher": "The group"}]
    assert _numbers_found("In 3 of 7 cases it came late", sources=kept) == [("findings/2026-a", "3 of 7 cases")]


def test_a_public_document_is_refused_with_each_record_its_field_and_what_to_do() -> None:
    records: Records = {"audits/2026-a": audit()}
    records |= {
        f"findings/2026-{count}": finding("audits/2026-a", says=f"3 of {count} came late") for count in range(6, 13)
    }
    document = "# T\n\n" + "".join(f"- {fields['says']}\n" for key, fields in records.items() if key[0] == "f")
    with pytest.raises(LifError) as refused:
        refuse_small_numbers(document, snapshot_of(records))
    assert refused.value.exit_code == 1
    assert '`says` of findings/2026-10 says "3 of 10"; ' in refused.value.message
    assert refused.value.message.endswith("; and 2 more.")
    assert refuse_small_numbers("# T\n\nNothing\n", snapshot_of(records)) == "# T\n\nNothing\n"
