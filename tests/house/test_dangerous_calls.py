import socket
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lif.cli.startup.lazy_commands import app
from support.tree import ROOT, modules, nothing
from support.ws import workspace

NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp", "xmlrpc"}
EXECUTES = {"pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "code", "codeop", "runpy"}
CALLS = {"eval", "exec", "__import__", "os.system", "os.popen", "os.execv", "os.execvp"}
READING = (
    ("check",),
    ("list", "findings"),
    ("show", "findings/2026-weekly-contact"),
    ("trace", "neglect"),
    ("triangulate",),
    ("report", "annual", "--year", "2025-26"),
    ("fmt", "--check"),
    ("explain", "LIF301"),
    ("schema", "finding"),
)


def test_no_module_can_reach_the_network_or_load_what_executes() -> None:
    nothing(
        f"{module.name}: {name}"
        for module in modules()
        for name in module.imports()
        if name.partition(".")[0] in NETWORK | EXECUTES and name != "urllib.parse"
    )


def test_no_text_is_ever_run_as_a_program() -> None:
    nothing(
        f"{module.name}:{call.lineno}: {name}"
        for module in modules()
        for name, call in module.calls()
        if name in CALLS or any(word.arg == "shell" for word in call.keywords)
    )


def test_commands_run_where_every_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    def refuse(*details: object, **_: object) -> None:
        opened.append(details)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    workspace(tmp_path)
    for words in READING:
        ran = CliRunner().invoke(app, ["-C", str(tmp_path), *words])
        assert ran.exit_code in {0, 1}, (words, ran.output)
    assert opened == []


def test_no_command_brings_in_a_client_for_the_network() -> None:
    import subprocess

    rooms = "lif.cli.startup.lazy_commands, lif.cli.commands.check, lif.store.load.load, lif.rules.registry"
    asks = f"import sys; import {rooms}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    nothing({"requests", "httpx", "aiohttp", "smtplib", "ftplib"} & set(ran.stdout.split()))
