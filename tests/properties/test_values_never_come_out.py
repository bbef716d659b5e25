"""No command prints what was typed where only certain words may stand, nor a name that stands in an id or a key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.registry import KINDS
from lif.output.registry import FORMATS
from support.repository import Repo
from support.ws import Workspace, workspace

TYPED = "unlisted"
SENTENCES = (
    f"{TYPED}-word",
    f"{TYPED} because the mother had taken an overdose",
    f'"{TYPED}: quoted"',
    f"a.b.{TYPED}@example.org",
)
OUTPUTS = (
    *(("check", "--all", "--format", name) for name in FORMATS.names),
    *(("diff", "--format", name) for name in ("text", "json", "markdown")),
    *(("--audience", level, "diff", "--format", "markdown") for level in ("restricted", "partnership", "public")),
    ("list",),
    ("list", "--format", "json"),
    ("due",),
    ("triangulate",),
    ("fmt", "--check"),
)


def _closed(model: type[Part], at: tuple[FieldShape, ...] = ()) -> Iterator[tuple[FieldShape, ...]]:
    """The way to each field that takes certain words only."""
    for field in shape_of(model).values():
        if field.words is not None:
            yield (*at, field)
        elif field.part is not None and len(at) < 3:
            yield from _closed(field.part, (*at, field))


def _text(path: tuple[FieldShape, ...], value: str) -> str:
    """A record with that value at the end of the way."""
    lines, indent = ["title: Plain", "sharing: public"] if path[0].name != "sharing" else ["title: Plain"], ""
    for field in path[:-1]:
        lines.append(f"{indent}{field.name}:")
        indent += "    " if field.is_list else "  "
        if field.is_list:
            lines.append(f"{indent[:-2]}- key: plain")
    last = path[-1]
    lines.append(f"{indent}{last.name}:" + (f"\n{indent}  - {value}" if last.is_list else f" {value}"))
    return "\n".join(lines) + "\n"


def _said(ws: Workspace) -> str:
    said = []
    for words in OUTPUTS:
        ran = ws.lif(*words)
        said.append(f"{words}\n{ran.out}{ran.err}")
    return "\n".join(said)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_word_that_is_no_choice_is_never_printed(sentence: str, tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    repo = Repo.begun(tmp_path)
    places = [(kind, path) for kind in KINDS if kind.folder for path in _closed(kind.model)]
    assert len(places) > 50
    names = [f"{kind.folder}/2026-{number}" for number, (kind, _) in enumerate(places)]
    for (_, path), name in zip(places, names, strict=True):
        words = path[-1].words
        ws.put(name, _text(path, next(iter(words)).value if words else ""))
    repo.commit()
    for (_, path), name in zip(places, names, strict=True):
        ws.put(name, _text(path, sentence))
    assert TYPED not in _said(ws)
    repo.commit()
    for (_, path), name in zip(places, names, strict=True):
        words = path[-1].words
        ws.put(name, _text(path, next(iter(words)).value if words else ""))
    assert TYPED not in _said(ws)


@pytest.mark.parametrize("name", ["2024-mrs-testerton", "mrs-testerton", "dr-testerton-9990000123"])
def test_a_name_in_an_id_or_a_key_is_never_printed(name: str, tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    repo = Repo.begun(tmp_path)
    repo.commit()
    head = "title: Plain\nsharing: public\n"
    ws.put("needs/2026-x", f"{head}driver: data\nthemes: [{name}]\n")
    ws.put("actions/2026-x", f"{head}answers: [findings/{name}, reviews/2026-missing-education#{name}]\n")
    ws.put(
        "findings/2026-x", f"{head}source: reviews/{name}\ntheme: {name}\ndirection: gap\n{name.replace('-', '_')}: a\n"
    )
    ws.put(
        f"reviews/{name}", f"{head}review_kind: thematic-review\nrecommendations:\n  - key: {name}\n    text: Plain\n"
    )
    assert "testerton" not in _said(ws).lower()
