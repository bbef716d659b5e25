"""A change as JSON, version 1."""

from typing import Any

from lif.changes.change import RecordChange
from lif.changes.change_words import said
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.comparison import Compared, by_weight
from lif.output.plain_json import as_json


def compared_json(compared: Compared) -> str:
    """Everything, ending in a new line; also what comes in two lists."""
    introduced = sorted((*compared.introduced, *compared.repeated), key=lambda one: one.order)
    return as_json(
        base=compared.base,
        head=compared.head,
        summary={
            "records": len(compared.records),
            "only_laid_out": compared.only_laid_out,
            "problems": len(compared.problems),
            "introduced": len(introduced),
            "resolved": len(compared.resolved),
        },
        records=[_record(one) for one in by_weight(compared)],
        problems=[_problem(one) for one in compared.problems],
        introduced=[_problem(one) for one in introduced],
        resolved=[_problem(one) for one in compared.resolved],
        proposals=[
            {"theme": one.theme, "label": one.label, "before": one.before, "after": one.after} for one in compared.turns
        ],
        deadlines=[
            {
                "kind": one.kind,
                "record": one.record,
                "before": str(one.before) if one.before else None,
                "after": str(one.after) if one.after else None,
                "change": "added" if one.is_new else "removed" if one.is_gone else "moved",
            }
            for one in compared.shifts
        ],
        documents=[{"path": one.path, "names": one.names} for one in compared.documents],
        suspect=[{"record": one.record, "field": one.field, "target": one.target} for one in compared.suspect],
    )


def _record(record: RecordChange) -> dict[str, Any]:
    return {
        "id": record.id,
        "kind": record.kind.name,
        "change": record.what,
        "was": record.was or None,
        "title": record.title or None,
        "hidden": record.is_hidden,
        "unreadable": record.is_unread,
        "fields": [
            {"field": one.field, "before": one.before, "after": one.after, "hidden": one.is_hidden}
            for one in record.fields
        ],
        "says": [one.text for one in said(record)],
    }


def _problem(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code.name,
        "severity": one.severity,
        "message": one.message,
        "hint": one.hint,
        "path": one.location.path,
        "line": one.location.position.line,
        "record": one.record,
        "field": one.field,
        "fingerprint": one.fingerprint,
    }
