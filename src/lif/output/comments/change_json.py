"""A change as JSON, version 1."""

from typing import Any

from lif.changes.change import RecordChange
from lif.changes.change_words import sentences_of_change
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.comparison import RecordComparison, by_weight
from lif.output.plain_json import as_json


def compared_json(compared: RecordComparison) -> str:
    """The whole comparison, ending in a new line."""
    return as_json(**comparison_fields(compared))


def comparison_fields(compared: RecordComparison) -> dict[str, Any]:
    """The comparison as plain fields; new problems that a change rule repeats are listed too."""
    introduced = sorted((*compared.introduced, *compared.repeated), key=lambda diagnostic: diagnostic.order)
    return {
        "base": compared.base,
        "head": compared.head,
        "summary": {
            "records": len(compared.records),
            "only_laid_out": compared.only_laid_out,
            "problems": len(compared.problems),
            "introduced": len(introduced),
            "resolved": len(compared.resolved),
        },
        "records": [_record(record) for record in by_weight(compared)],
        "problems": [_problem(diagnostic) for diagnostic in compared.problems],
        "introduced": [_problem(diagnostic) for diagnostic in introduced],
        "resolved": [_problem(diagnostic) for diagnostic in compared.resolved],
        "proposals": [
            {"theme": change.theme, "label": change.label, "before": change.before, "after": change.after}
            for change in compared.proposals
        ],
        "flips": [{"record": flip.record, "says": flip.text} for flip in compared.flips],
        "deadlines": [
            {
                "kind": shift.kind,
                "record": shift.record,
                "before": str(shift.before) if shift.before else None,
                "after": str(shift.after) if shift.after else None,
                "change": "added" if shift.is_new else "removed" if shift.is_gone else "moved",
            }
            for shift in compared.shifts
        ],
        "documents": [{"path": document.path, "names": document.names} for document in compared.documents],
        "suspect": [
            {"record": suspect.record, "field": suspect.field, "target": suspect.target} for suspect in compared.suspect
        ],
    }


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
            {"field": field.field, "before": field.before, "after": field.after, "hidden": field.is_hidden}
            for field in record.fields
        ],
        "says": [sentence.text for sentence in sentences_of_change(record)],
    }


def _problem(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": diagnostic.location.path,
        "line": diagnostic.location.position.line,
        "record": diagnostic.record,
        "field": diagnostic.field,
        "fingerprint": diagnostic.fingerprint,
    }
