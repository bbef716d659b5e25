"""A new record from one YAML file, its findings with it: `lif new review --from-file review.yaml`."""

from pathlib import Path
from typing import Any

from lif.errors import LifError
from lif.model.kind import Kind
from lif.store.load.plain_file import read_plain_file
from lif.store.yaml.parse import parse

FINDINGS = "findings"
"""The field of the file that holds the findings of a review or an audit, each with the fields of a finding."""
_LARGEST = 1 << 20


def trees_in_file(kind: Kind, path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The tree of the record in the file, and those of its findings.

    Raises `LifError` with every problem of the file, each with its line and column.
    """
    data = read_plain_file(path, _LARGEST) if path.is_file() else None
    if data is None:
        raise LifError(f"{path} is no file of text that can be read.", f"Name a YAML file of at most {_LARGEST} bytes.")
    parsed = parse(data)
    places = [
        f"{path}:{fault.position.line}:{fault.position.column}: {fault.message}. {fault.hint}"
        if fault.position
        else f"{path}: {fault.message}. {fault.hint}"
        for fault in parsed.faults
    ]
    if places or parsed.tree is None:
        raise LifError("\n".join(["nothing was written.", *places] if places else [f"{path} holds no record."]))
    tree = dict(parsed.tree)
    findings = tree.pop(FINDINGS, []) if kind.declares.asks_for_findings else []
    if not isinstance(findings, list) or not all(isinstance(finding, dict) for finding in findings):
        raise LifError(f"`{FINDINGS}` in {path} is no list of findings.", "Begin each finding with a hyphen.")
    return tree, [dict(finding) for finding in findings if isinstance(finding, dict)]
