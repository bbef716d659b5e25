"""The same made-up records in the format of each peer, each as well filled as that format lets it be."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from benchmarks.kinds import record_at
from benchmarks.layout import as_yaml
from benchmarks.story import Writer

_CITED = re.compile(r"[a-z]+/\d{4}-[a-z0-9-]+")
_WHEN = "2026-01-05T00:00:00+00:00"


def records(seed: int, many: int) -> dict[str, dict[str, Any]]:
    """So many clean records by their ids, the partnership's own not among them."""
    found = {}
    for number in range(1, many + 1):
        one = Writer(seed, number)
        found[one.strand.id_of(one.place)] = record_at(one, clean=True)
    return found


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    else:
        yield str(value)


def _prose(record: dict[str, Any]) -> list[str]:
    return [text for text in _leaves(record) if " " in text]


def as_doorstop(folder: Path, all_records: dict[str, dict[str, Any]]) -> None:
    """One document of items: the prose of a record as its text, and what it cites as its links."""
    numbers = {record_id: f"REC{number:06}" for number, record_id in enumerate(all_records, start=1)}
    settings = "settings:\n  digits: 6\n  itemformat: yaml\n  prefix: REC\n  sep: ''\n"
    (folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for place, (record_id, record) in enumerate(all_records.items(), start=1):
        cited = {match.group() for text in _leaves(record) if (match := _CITED.match(text))}
        links = "".join(f"- {numbers[one]}: null\n" for one in sorted(cited & numbers.keys()))
        text = "".join(f"  {line}\n" for line in _prose(record))
        head = "active: true\nderived: false\nheader: ''\n"
        item = f"{head}level: '1.{place}'\nlinks:{f'{chr(10)}{links}' if links else f' []{chr(10)}'}"
        item += f"normative: true\nref: ''\nreviewed: null\ntext: |\n{text}"
        (folder / f"{numbers[record_id]}.yml").write_text(item, encoding="utf-8")


def as_poam(folder: Path, all_records: dict[str, dict[str, Any]], oscal: str, suffix: str) -> None:
    """One OSCAL plan of action and milestones for each record, an item for each of its sentences."""
    laid_out: Callable[[Any], str] = as_yaml if suffix == "yaml" else json.dumps
    for record_id, record in all_records.items():
        title, *prose = _prose(record)
        plan = {
            "uuid": str(uuid5(NAMESPACE_URL, record_id)),
            "metadata": {"title": title, "last-modified": _WHEN, "version": "made-up", "oscal-version": oscal},
            "poam-items": [{"title": text[:40].strip(), "description": text} for text in prose],
        }
        place = folder / "plan-of-action-and-milestones" / record_id.replace("/", "-")
        place.mkdir(parents=True)
        whole = laid_out({"plan-of-action-and-milestones": plan})
        (place / f"plan-of-action-and-milestones.{suffix}").write_text(whole, encoding="utf-8")


def as_yamale(schema: dict[str, Any]) -> str:
    """A schema for yamale from a JSON Schema of lif; what PyYAML takes for a date, a number or a truth may be one."""
    parts = schema.get("$defs", {})
    blocks = [_fields(schema, parts)]
    blocks += [
        f"{name}:\n" + "".join(f"  {line}\n" for line in _fields(part, parts).splitlines())
        for name, part in parts.items()
        if "properties" in part
    ]
    return "---\n".join(blocks)


def _fields(schema: dict[str, Any], parts: dict[str, Any]) -> str:
    must = set(schema.get("required", ()))
    return "".join(
        f"{name}: {json.dumps(_rule(field, parts, is_needed=name in must))}\n"
        for name, field in schema["properties"].items()
    )


def _rule(field: dict[str, Any], parts: dict[str, Any], *, is_needed: bool = True) -> str:
    rest = "" if is_needed else "required=False"
    named = field.get("$ref", "").rpartition("/")[2]
    if named and "properties" in parts[named]:
        return _call("include", repr(named), rest)
    field = parts[named] if named else field
    if field.get("type") == "array":
        return _call("list", _rule(field.get("items", {}), parts), rest)
    if "enum" in field:
        return _call("any", _call("enum", *(repr(word) for word in field["enum"])), "bool()", "int()", rest)
    if field.get("format") == "date":
        return _call("day", rest)
    if "pattern" in field:
        return _call("any", _call("regex", repr(field["pattern"])), "day()", "int()", rest)
    is_number = field.get("type") in ("integer", "number") or "anyOf" in field
    return _call("any", "num()", "str()", rest) if is_number else _call("str", rest)


def _call(name: str, *arguments: str) -> str:
    return f"{name}({', '.join(one for one in arguments if one)})"
