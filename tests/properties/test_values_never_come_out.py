"""No command prints what was typed where only certain words may stand, nor a name that stands in an id or a key."""

import os
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
PLACEMENTS = (
    f"{TYPED}-word",
    f"{TYPED} because the mother had taken an overdose",
    f'"{TYPED}: quoted"',
    f"a.b.{TYPED}@example.org",
    f">-\n@folded {TYPED}\n@over two lines",
    f"[{TYPED}-one, {TYPED}-two]",
    f"\n@- {TYPED}-item",
    f"\n@{TYPED}_key: {TYPED} value",
    f"\n@- key: {TYPED}-key\n@  says: {TYPED}",
    f"{{{TYPED}: {TYPED}}}",
)
"""What is typed in a field that takes one word; @ is the indent of what stands beneath it."""
TURNS = range(len(PLACEMENTS)) if os.environ.get("LIF_DEEP") else (0, 3, 7)
"""How far the placements are shifted against the fields; each turn has every placement, all turns every pair."""
OUTPUTS = (
    *(("check", "--all", "--format", name) for name in FORMATS.names),
    *(("diff", "--format", name) for name in ("text", "json", "markdown")),
    *(("--audience", level, "diff", "--format", "markdown") for level in ("restricted", "partnership", "public")),
    ("list",),
    ("list", "--format", "json"),
    ("due",),
    ("triangulate",),
    ("fmt", "--check"),
    *(("--audience", level, "diff", "--format", "json") for level in ("partnership", "public")),
    *(("report", name, "--year", "2025-26") for name in ("annual", "learning-programme")),
    ("report", "actions"),
    ("principles",),
    *((command, "2026-0") for command in ("show", "trace", "brief", "accept")),
    ("set", "2026-0", "title=Other", "--dry-run"),
    ("move", "2026-0", "2026-other", "--dry-run"),
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
    lines.append(f"{indent}{path[-1].name}: {value.replace('@', f'{indent}  ') if chr(10) in value else value}")
    return "\n".join(lines) + "\n"


def _said(ws: Workspace) -> str:
    said = []
    for words in OUTPUTS:
        ran = ws.lif(*words)
        said.append(f"{words}\n{ran.out}{ran.err}")
    return "\n".join(said)


@pytest.mark.parametrize("turn", TURNS)
def test_a_word_that_is_no_choice_is_never_printed(turn: int, tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    repo = Repo.begun(tmp_path)
    places = [(kind, path) for kind in KINDS if kind.folder for path in _closed(kind.model)]
    assert len(places) > 50
    names = [f"{kind.folder}/2026-{number}" for number, (kind, _) in enumerate(places)]
    usual = [_text(path, next(iter(path[-1].words or ())).value) for _, path in places]
    typed = [_text(path, PLACEMENTS[(at + turn) % len(PLACEMENTS)]) for at, (_, path) in enumerate(places)]
    for commits, texts in enumerate((usual, typed, usual)):
        for name, text in zip(names, texts, strict=True):
            ws.put(name, text)
        if commits:
            assert TYPED not in _said(ws)
        repo.commit()


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


HALVES = ("testerto", "nosuch", "2024", "reviews/testerto", "testerto#plain", "2024-tsterton")
ASKED = (
    *((command,) for command in ("show", "trace", "brief", "decide", "principles", "accept")),
    ("triangulate", "--theme"),
    ("list", "finding", "--theme"),
    ("report", "agency"),
    ("report", "review"),
    ("report", "actions", "--agency"),
    ("new", "finding", "--no-input", "--from"),
    ("set", "2026-weekly-contact", "theme={}"),
    ("set", "2026-supervision", "answers={}"),
    ("set", "2026-supervision", "owner.agency={}"),
    ("set", "{}", "title=Other"),
    ("move", "{}", "2026-other"),
    ("report", "agency", "--year", "2025-26"),
)
"""Commands that suggest an id, a key or a theme, or tell of one that they were given a part of."""


@pytest.mark.parametrize("name", ["2024-mrs-testerton", "testerton-9990000123", "testerton-dob-07-03-2014"])
def test_no_suggestion_tells_a_name_in_an_id_or_a_key(name: str, tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    keys = ws.text("partnership").replace("key: neglect", f"key: {name}").replace("key: police", f"key: {name}")
    ws.put("partnership", keys)
    ws.put(f"reviews/{name}", ws.text("reviews/2026-missing-education"))
    ws.put(f"findings/{name}", ws.text("findings/2026-weekly-contact"))
    before = ws.everything()
    for words in ASKED:
        for half in HALVES:
            call = [word.replace("{}", half) for word in words]
            ran = ws.lif(*call, *() if "{}" in "".join(words) else (half,))
            assert "mrs-testerton" not in ran.out + ran.err, call
            assert "9990000123" not in ran.out + ran.err, call
            assert "07-03-2014" not in ran.out + ran.err, call
            for path in ws.everything().keys() ^ before.keys():  # a change may be made, and is taken back
                (ws.root / path).unlink(missing_ok=True)
            for path, data in before.items():
                (ws.root / path).write_bytes(data)
