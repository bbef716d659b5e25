"""Few, sharp promises of comparing two states of the records."""

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lif.changes.change import ChangeKind
from lif.changes.delta import proposal_changes
from lif.changes.diff import diff
from lif.changes.themes import themes_touched
from lif.disclosure.audience import for_audience
from lif.model.sharing import PUBLIC, RESTRICTED
from lif.model.snapshot import Snapshot
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.yaml.layout import format_record
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
FILES = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.glob("records/**/*.yaml")}
PATHS = sorted(path for path in FILES if path.startswith(("records/findings/", "records/actions/")))
DAY = date(2026, 11, 22)
FEW = settings(max_examples=6, deadline=None)
SOME = st.lists(st.sampled_from(PATHS), max_size=3, unique=True)


def snapshot_from(files: dict[str, bytes]) -> Snapshot:
    return load(Memory(files)).snapshot


@cache
def example() -> Snapshot:
    return snapshot_from(FILES)


def edited(taken: list[str], retitled: list[str]) -> dict[str, bytes]:
    """The example with some records taken away and some under another title."""
    kept = {path: data for path, data in FILES.items() if path not in taken}
    return kept | {path: kept[path].replace(b"title: ", b"title: Again, ", 1) for path in retitled if path in kept}


def turned(data: bytes) -> bytes:
    """The same fields, the last first, and every plain word of sharing in quotes."""
    fields: list[str] = []
    for line in data.decode().splitlines(keepends=True):
        if line[:1] in {" ", "-", "#", "\n"} and fields:
            fields[-1] += line
        else:
            fields.append(line)
    return "".join(reversed(fields)).replace("sharing: public\n", "sharing: 'public'\n").encode()


EVERY = sorted(path for path in FILES if path != "records/partnership.yaml")
TURNED: tuple[tuple[bytes, bytes], ...] = (
    (b"direction: gap", b"direction: working-well"),
    (b"direction: needs-to-improve", b"direction: working-well"),
)
TURNED += ((b"2025-", b"2019-"), (b"2026-", b"2021-"), (b"audit_kind: multi", b"audit_kind: single"))
TURNED += ((b"sharing: public", b"sharing: restricted"), (b"part_of:", b"answers:"), (b"theme: ", b"theme: x"))


@settings(max_examples=12, deadline=None)
@given(
    taken=st.lists(st.sampled_from(EVERY), max_size=3, unique=True),
    turned_about=st.lists(st.tuples(st.sampled_from(EVERY), st.sampled_from(TURNED)), max_size=6),
    is_back=st.booleans(),
)
def test_only_themes_that_a_change_touches_can_turn(
    taken: list[str], turned_about: list[tuple[str, tuple[bytes, bytes]]], *, is_back: bool
) -> None:
    files = {path: data for path, data in FILES.items() if path not in taken}
    for path, (old, new) in turned_about:
        if path in files:
            files[path] = files[path].replace(old, new)
    sides = (snapshot_from(files), example()) if is_back else (example(), snapshot_from(files))
    touched = themes_touched(*sides, diff(*sides))
    for audience in (RESTRICTED, PUBLIC):
        before, after = (for_audience(side, audience)[0] for side in sides)
        every = {*before.registers["theme"], *after.registers["theme"]}
        assert proposal_changes(before, after, DAY, touched, {}) == proposal_changes(before, after, DAY, every, {})


@FEW
@given(SOME, SOME)
def test_what_is_the_same_has_no_changes(taken: list[str], retitled: list[str]) -> None:
    files = edited(taken, retitled)
    changes = diff(snapshot_from(files), snapshot_from(files))
    assert (changes.records, dict(changes.moves), changes.following) == ((), {}, ())


@FEW
@given(paths=st.lists(st.sampled_from(PATHS), min_size=1, max_size=4, unique=True), is_laid_out=st.booleans())
def test_another_layout_is_no_change(paths: list[str], *, is_laid_out: bool) -> None:
    again = {path: turned(FILES[path]) for path in paths}
    if is_laid_out:
        kinds = {f"records/{entry.id}.yaml": entry.kind for entry in example().every()}
        again = {path: format_record(data, kinds[path]) for path, data in again.items()}
    assert diff(example(), snapshot_from(FILES | again)).records == ()


@FEW
@given(SOME, SOME)
def test_there_and_back_are_mirrored(taken: list[str], retitled: list[str]) -> None:
    other = snapshot_from(edited(taken, retitled))
    there, back = diff(example(), other), diff(other, example())
    for what, mirrored in (
        (ChangeKind.ADDED, ChangeKind.REMOVED),
        (ChangeKind.REMOVED, ChangeKind.ADDED),
        (ChangeKind.CHANGED, ChangeKind.CHANGED),
    ):
        assert {entry.id for entry in there.of(what)} == {entry.id for entry in back.of(mirrored)}
