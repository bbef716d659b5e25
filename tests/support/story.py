"""A small partnership told in a few words: records as plain values, read as the program reads files."""

from collections.abc import Iterator, Mapping
from datetime import date
from json import dumps
from typing import Any

from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.diagnostics.code import Severity
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.store.load.load import load
from lif.store.load.source import Memory

Fields = Mapping[str, Any]
TODAY = date(2026, 10, 1)
"""The day on which every story is told."""
THEMES = ("early-help", "child-voice", "supervision")


def partnership(**more: Any) -> dict[str, Any]:
    """The partnership of the stories: its own records, three themes, two agencies, one group."""
    return {
        "title": "Exampleshire Safeguarding Children Partnership",
        "sharing": "public",
        "compiled": {"by": "The business unit", "own": True, "basis": "its own records", "complete": "Complete"},
        "readers": {"level": "public", "who": "Anyone"},
        "names": [
            {"name": "Exampleshire Safeguarding Children Partnership", "body": "safeguarding-children-partnership"}
        ],
        "agencies": [
            {"key": "council", "name": "The council", "roles": [{"role": "safeguarding-partner"}]},
            {"key": "police", "name": "The police", "roles": [{"role": "safeguarding-partner"}]},
        ],
        "groups": [{"key": "qig", "name": "Quality Improvement Group"}],
        "cycles": [{"key": "2025"}, {"key": "2026"}],
        "themes": [{"key": key, "label": key.replace("-", " ").title(), "axis": "practice"} for key in THEMES]
        + [{"key": "neglect", "label": "Neglect", "axis": "need"}],
        **more,
    }  # fmt: skip


def review(published: str | None = "2026-03-05", **more: Any) -> dict[str, Any]:
    life = {"life": {"published": published}} if published else {}
    return {"title": "A review", "sharing": "public", "review_kind": "thematic-review", **life, **more}


ANOTHER: dict[str, Any] = {"elsewhere": {"whose": "another-partnership", "name": "Northshire"}}
NATIONAL: dict[str, Any] = {"elsewhere": {"whose": "national", "name": "The Panel"}}
"""What makes a review, an audit or an inspection one from elsewhere."""


def audit(reported: str | None = "2026-04-16", kind: str = "multi-agency-practice", **more: Any) -> dict[str, Any]:
    life = {"life": {"reported": reported}} if reported else {}
    return {"title": "An audit", "sharing": "public", "audit_kind": kind, **life, **more}


def assessment(returned: str = "2026-02-10", **more: Any) -> dict[str, Any]:
    return {"title": "A self-assessment", "sharing": "public", "cycle": "2026", "returned": returned, **more}


def feedback(whose: str = "families", **more: Any) -> dict[str, Any]:
    return {"title": "What they said", "sharing": "public", "whose": whose, "date": "2026-05-20", **more}


def finding(source: str, direction: str = "needs-to-improve", theme: str = "early-help", **more: Any) -> dict[str, Any]:
    return {
        "title": "A finding", "sharing": "public", "source": source, "theme": theme, "direction": direction, **more
    }  # fmt: skip


def decision(**more: Any) -> dict[str, Any]:
    return {"title": "A decision", "sharing": "public", **more}


def decided(*reviews: str, to_review: str = "yes", influences: Any = (), **more: Any) -> dict[str, Any]:
    """A decision on whether to review; `influences` are pairs of an influence and the answer to it."""
    answers = [{"influence": influence, **answer} for influence, answer in dict(influences).items()]
    held = {"to_review": to_review, **({"influences": answers} if answers else {})}
    return decision(**{"about": list(reviews), "date": "2026-02-12", "review_decision": held, **more})


def action(*answers: str, **more: Any) -> dict[str, Any]:
    return {"title": "An action", "sharing": "public", **({"answers": list(answers)} if answers else {}), **more}


def evaluation(*of: str, **more: Any) -> dict[str, Any]:
    return {"title": "An evaluation", "sharing": "public", "domain": "practice", "level": "3", "of": list(of), **more}


def recommendation(key: str, text: str = "Do this", **more: Any) -> dict[str, Any]:
    return {"key": key, "text": text, "form": "recommendation", **more}


def as_ours(records: Mapping[str, Fields]) -> dict[str, dict[str, Any]]:
    """The same records without whose they are: all of them our own."""
    return {
        record: {name: held for name, held in fields.items() if name != "elsewhere"}
        for record, fields in records.items()
    }


def written(fields: Fields) -> str:
    """The fields as the text of a file."""
    return "\n".join(_lines(fields)) + "\n"


def _lines(fields: Fields) -> list[str]:
    lines: list[str] = []
    for name, value in fields.items():
        if isinstance(value, Mapping):
            lines += [f"{name}:", *(f"  {line}" for line in _lines(value))]
        elif isinstance(value, list):
            lines += [f"{name}:", *(f"  {line}" for item in value for line in _item(item))] if value else []
        else:
            lines.append(f"{name}: {_scalar(value)}")
    return lines


def _item(item: Any) -> list[str]:
    if not isinstance(item, Mapping):
        return [f"- {_scalar(item)}"]
    first, *rest = _lines(item)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _scalar(value: str | float) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return dumps(value, ensure_ascii=False)


def standard(key: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"key": key, "text": text or key.replace("-", " ").capitalize(), **more}


def result(met: int, of: int, key: str = "own-words", **more: Any) -> dict[str, Any]:
    return {"key": key, "met": met, "of": of, **more}


def _standards_named(records: Mapping[str, Fields]) -> Iterator[str]:
    for record_id, fields in records.items():
        if record_id.startswith("audits/"):
            yield from (one["key"] for one in fields.get("results", ()))
        if record_id.startswith("findings/") and "standard" in fields:
            yield fields["standard"]


def files(records: Mapping[str, Fields]) -> dict[str, str]:
    """The files of a workspace, with a partnership where the story names none, and with the standards it measures.

    A standard that no partnership of the story lists has its key for its words: `own-words` is "Own words".
    """
    own = records.get("partnership", partnership())
    keys = {} if "practice_standards" in own else dict.fromkeys(_standards_named(records))
    standards = [{"key": key, "text": key.replace("-", " ").capitalize()} for key in keys]
    whole = {**records, "partnership": {**own, **({"practice_standards": standards} if standards else {})}}
    return {f"records/{record_id}.yaml": written(fields) for record_id, fields in whole.items()}


def snapshot_of(records: Mapping[str, Fields], *, may_be_broken: bool = False) -> Snapshot:
    """The snapshot of these records; a story with an error in it is a mistake of the test."""
    loaded = load(Memory(files(records)))
    wrong = [diagnostic.message for diagnostic in loaded.diagnostics if diagnostic.severity is Severity.ERROR]
    assert may_be_broken or not wrong, wrong
    return loaded.snapshot


def reading(
    records: Mapping[str, Fields], theme: str = "early-help", period: Period | None = None, today: date = TODAY
) -> ThemeReading:
    """What these records say together on a theme."""
    return read_theme(snapshot_of(records), theme, today, period)
