"""The chains of standards as plain values for JSON: measurements, steps with their verdicts, and the whole."""

from collections.abc import Iterable
from typing import Any

from lif.analysis.audits.measurement import Measurement, Step
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain


def standards_json(chains: Iterable[StandardChain]) -> list[dict[str, Any]]:
    """Each chain with its lines; `verdict` holds the words that stand everywhere."""
    return [
        {
            "standard": chain.standard,
            "text": chain.text,
            "themes": chain.themes,
            "same_because": chain.same_because,
            "replaced": chain.replaced,
            "replaced_by": chain.replaced_by,
            "lines": [_line(line) for line in chain.lines],
        }
        for chain in chains
    ]


def _line(line: MeasuredLine) -> dict[str, Any]:
    return {
        "sort": line.sort,
        "whose": line.whose,
        "measurements": [_measurement(measured) for measured in line.measurements],
        "steps": [_step(step) for step in line.steps],
        "last_step": _step(line.last) if line.last else None,
        "first_to_last": _step(line.overall) if line.overall else None,
        "is_worse": bool(line.deteriorations),
        "new_since": line.new_since,
    }


def _measurement(measured: Measurement) -> dict[str, Any]:
    met, of = measured.counts or (None, None)
    return {
        "audit": measured.audit,
        "when": measured.when,
        "met": met,
        "of": of,
        "not_applicable": measured.not_applicable,
        "selection": measured.selection,
        "selected_by": measured.selected_by,
        "selected_how": measured.selected_how,
        "asked": measured.asked,
        "same_because": measured.same_because,
        "is_graded": measured.is_graded,
        "beside": measured.beside,
    }


def _step(step: Step) -> dict[str, Any]:
    """`interval` is that of the later share minus the earlier, null where nothing is claimed."""
    interval = step.compared.interval if step.compared else None
    return {"then": step.then.audit, "now": step.now.audit, "verdict": step.verdict, "interval": interval}
