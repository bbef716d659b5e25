"""Diagnostics as SARIF 2.1.0, the format that code scanning services and editors read."""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from lif.diagnostics.code import Code
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format
from lif.output.text.terminal import safe_text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    del records, every
    codes = list({diagnostic.code.name: diagnostic.code for diagnostic in diagnostics}.values())
    codes.sort(key=lambda code: code.name)
    run = {
        "tool": {"driver": {"name": "lif", "rules": [_rule(code) for code in codes]}},
        "automationDetails": {"id": "lif/check/"},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(diagnostics, [code.name for code in codes])),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    serves = f" It serves {', '.join(code.duties)} of the framework." if code.duties else ""
    return {
        "id": code.name,
        "shortDescription": {"text": code.title},
        "help": {"text": f"`lif explain {code.name}` says why it matters and what to do.{serves}"},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _results(diagnostics: Iterable[Diagnostic], rules: list[str]) -> Iterable[dict[str, Any]]:
    counts: dict[str, int] = {}
    for diagnostic in diagnostics:
        counts[diagnostic.fingerprint] = counts.get(diagnostic.fingerprint, 0) + 1
        position = diagnostic.location.position
        place = {
            "artifactLocation": {"uri": quote(diagnostic.location.path), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": position.line, "startColumn": position.column},
        }
        yield {
            "ruleId": diagnostic.code.name,
            "ruleIndex": rules.index(diagnostic.code.name),
            "level": diagnostic.severity.value,
            "message": {
                "text": safe_text(f"{diagnostic.message}. {diagnostic.hint}" if diagnostic.hint else diagnostic.message)
            },
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {"recordAndField/v1": f"{diagnostic.fingerprint}:{counts[diagnostic.fingerprint]}"},
        }


SARIF = Format("sarif", _write)
