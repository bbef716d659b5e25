"""Sample values in the shape of a report, so that its template can be tested without records."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from lif.reports.chart import Chart
from lif.reports.report import Report

_CHART = {
    "name": "text", "title": "text", "says": "text", "draws": True,
    "head": ["text", "text"], "rows": [["text", "2"]], "figures": [1], "sides": ["---", "--:"],
}  # fmt: skip
"""A chart as a template sees it."""


def sample_values(report: Report) -> Any:
    """The result of the report's builder as a template sees it: every text filled, every list with one item."""
    return _sample(get_type_hints(report.build)["return"])


def _sample(form: Any) -> Any:
    origin, inner = get_origin(form), get_args(form)
    if origin in {Union, UnionType}:
        return _sample(next(member for member in inner if member is not NoneType))
    if origin is tuple:
        return [_sample(member) for member in inner if member is not Ellipsis]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"text": _sample(inner[1])}
    if isinstance(form, type) and issubclass(form, Chart):
        return _CHART
    if is_dataclass(form) and isinstance(form, type):
        hints = get_type_hints(form)
        return {field.name: _sample(hints[field.name]) for field in fields(form)}
    plain = {str: "text", int: 2, float: 2.5, bool: True}
    return next((value for kind, value in plain.items() if form is kind), "text")
