"""Every record of the example, spoiled in its bytes and in its structure, and read in process."""

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deep.row import Row
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.registry import kind_of
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.yaml.emit import record_text
from lif.store.yaml.layout import format_record
from lif.store.yaml.parse import parse

EACH = 60
"""Spoiled files of a record, of either sort."""
_STUFF = (
    *(b"\0", b"\t", b"\r", b"\x1b[31m", b"\xe2\x80\xae", b"\xff\xfe", b"\xc3", b"<<<<<<< HEAD\n", b"\n---\n"),
    *(b"&a ", b"*a", b"!!python/object:x ", b"[[[[[[[[", b"{{{{", b": ", b" #", b'"', b"'", b"|\n", b"? ", b"- "),
    *(b"\xf0\x9f\x98\x80", b"%YAML 1.1\n", b"<<: *a\n", b"9" * 400, b"no", b"1e999", b".nan", b"2019-02-30"),
)
_VALUES: tuple[Any, ...] = (
    *("", "no", "0", "2019-02-30", "1" * 5000, "<script>", "=1+1", "[redacted]", "../../etc/passwd", "\u202e"),
    *([], {}, [[]], [{}], {"x": "y"}, ["a", ["b"]], {"a": {"b": {"c": "d"}}}, "a\nb\n\n", " x ", "é", "x" * 70_000),
)


def spoiled_records(example: Path, seed: int) -> Row:
    """No traceback; each refusal names a line; what is accepted is read back the same after being written again."""
    row = Row("A spoiled record is refused with its line, or read back equal; never a traceback")
    chance, accepted = random.Random(seed), 0  # noqa: S311 - the same each time
    for path in sorted((example / "records").rglob("*.yaml")):
        data, name = path.read_bytes(), path.relative_to(example).as_posix()
        kind = kind_of(name.removeprefix("records/").removesuffix(".yaml"))
        assert kind is not None
        for mutant in (*broken_bytes(data, chance), *broken_structures(data, kind, chance)):
            said = _tried(name, kind, mutant)
            accepted += said is None
            row.hold(not said, f"{name}: {said}: {mutant[:80]!r}")
    row.remarks = f"{accepted:,} accepted, {row.tried - accepted:,} refused"
    return row


def _tried(name: str, kind: Kind, data: bytes) -> str | None:
    """What is broken; None when the file was accepted and holds, empty when it was refused as it should be."""
    try:
        loaded = load(Memory({name: data}))
        own = [one for one in loaded.diagnostics if one.location.path == name]
        if any(one.location.position.line < 1 for one in own):
            return "refused without a line"
        if not loaded.snapshot.entries:
            return "" if own else "dropped without a word"
        return _round(kind, data)
    except Exception as bug:  # noqa: BLE001 - what is looked for
        return f"{type(bug).__name__} escaped"


def _round(kind: Kind, data: bytes) -> str | None:
    tree = parse(data).tree
    assert tree is not None
    if parse(record_text(tree, kind.model).encode()).tree != tree:
        return "written anew, it reads otherwise"
    try:
        laid_out = format_record(data, kind)
    except LifError:
        return None
    return None if parse(laid_out).tree == tree and format_record(laid_out, kind) == laid_out else "fmt changes it"


def broken_bytes(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """Files spoiled in their bytes."""
    for _ in range(EACH):
        here, there = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
        yield chance.choice(
            (
                data[:here],
                data[:here] + chance.choice(_STUFF) + data[here:],
                data[:here] + bytes([data[here] ^ (1 << chance.randrange(8))]) + data[here + 1 :],
                data[:here] + data[min(there, here + 40) :],
                data[:here] + data[here : here + 60] * 2 + data[here:],
                b"\n".join(_shuffled(data.split(b"\n"), chance)),
                data.replace(b"\n", b"\r\n"),
                data.replace(b"  ", chance.choice((b" ", b"\t", b"   "))),
            )
        )


def _shuffled(lines: list[bytes], chance: random.Random) -> list[bytes]:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def broken_structures(data: bytes, kind: Kind, chance: random.Random) -> Iterator[bytes]:
    """Files that are sound YAML, with a field taken away, renamed, repeated or filled with something else."""
    tree: Any = parse(data).tree
    for _ in range(EACH):
        changed = copy.deepcopy(tree)
        holder, key = chance.choice(list(_places(changed)))
        match chance.randrange(4):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[f"{key}x"] = holder.pop(key)
            case 2 if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case _:
                holder[key] = copy.deepcopy(chance.choice(_VALUES))
        yield record_text(changed, kind.model).encode("utf-8", "surrogatepass")


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)):
        yield tree, key
        if isinstance(value, (dict, list)):
            yield from _places(value)
