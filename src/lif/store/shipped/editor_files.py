"""Makes the files for editors: the JSON Schema of each kind, and settings that map folders to schemas."""

import json
from collections.abc import Iterable

from lif.model.kind import Kind
from lif.model.parts.schema import schema_of
from lif.model.registry import KINDS
from lif.store.load.source import RECORDS

SCHEMAS = "schemas"
"""The folder of a workspace for the schema files."""


def schema_file(kind: Kind) -> str:
    """The name of the schema file of a kind: `review.schema.json`."""
    return f"{kind.name}.schema.json"


def schemas(kinds: Iterable[Kind] = KINDS) -> dict[str, bytes]:
    """The schema file of each kind by its name."""
    return {schema_file(kind): _as_json(schema_of(kind)) for kind in kinds}


def settings() -> bytes:
    """The workspace settings for Visual Studio Code: its own schemas, and nothing downloaded."""
    return _as_json(
        {
            "yaml.schemas": {f"./{SCHEMAS}/{schema_file(kind)}": [_file_pattern(kind)] for kind in KINDS},
            "yaml.schemaStore.enable": False,
            "yaml.yamlVersion": "1.2",
            "yaml.format.enable": False,
            "json.schemaDownload.enable": False,
            "files.encoding": "utf8",
            "files.eol": "\n",
            "files.insertFinalNewline": True,
            "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        }
    )


def _file_pattern(kind: Kind) -> str:
    return f"{RECORDS}/{kind.folder}/*.yaml" if kind.folder else f"{RECORDS}/{kind.name}.yaml"


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
