"""Asks the real yaml-language-server, the one inside Visual Studio Code's YAML extension, what it says of records.

`.venv/bin/python tests/deep/editor.py`. It needs node and npm on the path, and the network once, for the server by npm.
What it makes is kept in build/deep/editor.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "deep" / "editor"
SERVER = "yaml-language-server@1.25.0"
"""The newest that runs on node 20; 2.0.0 needs node 22.13."""
LIF = Path(sys.executable).with_name("lif")
GOOD = (
    "records/findings/2024-child-voice-plans.yaml",
    "records/reviews/2025-hawthorn.yaml",
    "records/partnership.yaml",
)
BAD = """\
titel: Weekly contact was rare
sharing: everybody
source: no id
direction: better
date: 5 November
met: many
needs: neglect
needs: neglect
"""
SAYS = {
    "Property titel is not allowed": 0,
    'Missing property "title"': 0,
    "Valid values": 1,
    "findings/2019-early-help": 2,
    "Write a day as 2019-11-05": 4,
    "digits only": 5,
    "begin each entry on a line of its own with a hyphen": 6,
    "Map keys must be unique": 7,
}
"""What the server has to say of the bad record, and on which line, counted from 0."""


class Server:
    """The server, spoken to as an editor does."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._settings = json.loads((workspace / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        command = [
            "node",
            str(KEPT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"),
            "--stdio",
        ]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._number = 0
        self._diagnostics: dict[str, list[Any]] = {}

    def begin(self) -> None:
        self.ask(
            "initialize",
            processId=None,
            rootUri=self._workspace.as_uri(),
            workspaceFolders=[{"uri": self._workspace.as_uri(), "name": "w"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "publishDiagnostics": {},
                    "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                    "hover": {"contentFormat": ["markdown"]},
                },
            },
        )
        self._tell("initialized")

    def opened(self, path: str, text: str) -> list[Any]:
        """Everything the server marks in a file."""
        uri = (self._workspace / path).as_uri()
        self._diagnostics.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        while uri not in self._diagnostics:
            self._take()
        return self._diagnostics[uri]

    def at(self, method: str, path: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(method, textDocument={"uri": (self._workspace / path).as_uri()}, position=place)

    def ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            answer = self._take()
            if answer.get("id") == number and "method" not in answer:
                return answer.get("result")

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; questions of the server are answered, and what it marks is kept."""
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline().strip()) or not length:
            if not line and self._process.poll() is not None:
                sys.exit("yaml-language-server ended.")
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            asked = [self._section(item.get("section", "")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": asked})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _section(self, name: str) -> dict[str, Any]:
        """`yaml` of the settings, as an editor nests it."""
        nested: dict[str, Any] = {}
        for key, value in self._settings.items():
            first, *steps = key.split(".")
            if first != name or not steps:
                continue
            here = nested
            for step in steps[:-1]:
                here = here.setdefault(step, {})
            here[steps[-1]] = value
        return nested


def ready() -> Path:
    """A workspace as `lif init --example` writes it, and the server beside it."""
    shutil.rmtree(KEPT / "workspace", ignore_errors=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    subprocess.run([LIF, "init", "--example", str(KEPT / "workspace")], check=True, capture_output=True)
    if not (KEPT / "node_modules" / "yaml-language-server").is_dir():
        subprocess.run(["npm", "install", "--no-save", "--no-audit", "--no-fund", SERVER], cwd=KEPT, check=True)
    return KEPT / "workspace"


def looked_at(workspace: Path) -> list[str]:
    """Everything that is not as it should be."""
    wrong = []
    server = Server(workspace)
    try:
        server.begin()
        for path in GOOD:
            marked = server.opened(path, (workspace / path).read_text(encoding="utf-8"))
            wrong += [f"{path}:{one['range']['start']['line'] + 1}: {one['message']}" for one in marked]
        bad = "records/findings/2026-bad.yaml"
        marked = server.opened(bad, BAD)
        for one in marked:
            sys.stdout.write(f"  {one['range']['start']['line'] + 1}: {one['message']}\n")
        for says, line in SAYS.items():
            if not any(says in one["message"] and one["range"]["start"]["line"] == line for one in marked):
                wrong.append(f"nothing on line {line + 1} says: {says}")
        hover = json.dumps(server.at("textDocument/hover", bad, 3, 2))
        wrong += (
            [] if "it is done, and it helps" in hover else [f"hovering over direction does not explain it: {hover}"]
        )
        server.opened("records/actions/2026-empty.yaml", "\n")
        offered = server.at("textDocument/completion", "records/actions/2026-empty.yaml", 0, 0)
        snippet = next((one for one in offered["items"] if one["label"] == "new action"), None)
        if snippet is None or "sharing: ${" not in snippet["insertText"] or "null" in snippet["insertText"]:
            wrong.append(f"`new action` is not offered as it should be: {snippet}")
        else:
            sys.stdout.write(snippet["insertText"] + "\n")
    finally:
        server.end()
    return wrong


if __name__ == "__main__":
    if missing := [name for name in ("node", "npm") if shutil.which(name) is None]:
        sys.exit(f"Not on the path: {', '.join(missing)}.")
    if found := looked_at(ready()):
        sys.exit("\n".join(found))
    sys.stdout.write("yaml-language-server: good records are clean, a bad one is marked in plain words\n")
