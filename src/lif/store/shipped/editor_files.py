"""What an editor goes by: the JSON Schema of every kind as a file, and which folder each belongs to."""

import json
from collections.abc import Iterable

from lif.model.kind import Kind
from lif.model.parts.schema import schema_of
from lif.model.registry import KINDS
from lif.store.load.source import RECORDS

SCHEMAS = "schemas"
"""The folder of a workspace that holds them."""


def schema_file(kind: Kind) -> str:
    """`review.schema.json`."""
    return f"{kind.name}.schema.json"


def schemas(kinds: Iterable[Kind] = KINDS) -> dict[str, bytes]:
    """The file of each kind by its name."""
    return {schema_file(kind): _as_json(schema_of(kind)) for kind in kinds}


def settings() -> bytes:
    """The settings of a workspace for Visual Studio Code: its own schemas, and nothing fetched from anywhere."""
    return _as_json(
        {
            "yaml.schemas": {f"./{SCHEMAS}/{schema_file(kind)}": [_files(kind)] for kind in KINDS},
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


def _files(kind: Kind) -> str:
    return f"{RECORDS}/{kind.folder}/*.yaml" if kind.folder else f"{RECORDS}/{kind.name}.yaml"


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
