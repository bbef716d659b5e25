"""Diagnostics as SARIF 2.1.0, the form in which code scanning services and editors read them."""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from lif.diagnostics.code import Code
from lif.diagnostics.diagnostic import Diagnostic
from lif.output.format import Format
from lif.output.text.terminal import show

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _write(diagnostics: Sequence[Diagnostic], records: int, every: bool) -> str:  # noqa: FBT001 - the shape of Render
    del records, every
    codes = list({one.code.name: one.code for one in diagnostics}.values())
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
    seen: dict[str, int] = {}
    for one in diagnostics:
        seen[one.fingerprint] = seen.get(one.fingerprint, 0) + 1
        position = one.location.position
        place = {
            "artifactLocation": {"uri": quote(one.location.path), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": position.line, "startColumn": position.column},
        }
        yield {
            "ruleId": one.code.name,
            "ruleIndex": rules.index(one.code.name),
            "level": one.severity.value,
            "message": {"text": show(f"{one.message}. {one.hint}" if one.hint else one.message)},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {"recordAndField/v1": f"{one.fingerprint}:{seen[one.fingerprint]}"},
        }


SARIF = Format("sarif", _write)
