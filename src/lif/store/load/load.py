"""Every file of a workspace to one snapshot and everything that is wrong with the files; never raises for bad data."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from lif.diagnostics.codes import BAD_NAME, CASE_CLASH, MISSING, NO_PARTNERSHIP, PRIVACY_CODES, STRAY, WORKSPACE_CODES
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import TOP
from lif.model.kind import Kind
from lif.model.kinds.partnership import Partnership
from lif.model.parts.remake import remade
from lif.model.parts.scalars import is_slug
from lif.model.parts.shape import citations, items
from lif.model.record import Record
from lif.model.reference import is_record_id
from lif.model.registry import KINDS, kind_of
from lif.model.snapshot import Broken, Entry, Snapshot
from lif.privacy.match import Match
from lif.privacy.scan import scan_path
from lif.store.cache.database import Cache, MemoryCache
from lif.store.load.build import build
from lif.store.load.fault import Fault
from lif.store.load.parallel_read import read_in_parallel
from lif.store.load.positions import fault_diagnostic, id_of, place_faults
from lif.store.load.source import RECORDS, SUFFIX, RawFile, Source
from lif.store.new.placeholder import placeholder_faults
from lif.store.new.slug import WINDOWS_NAMES
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.privacy.files import (
    FileMatches,
    mask_quoted_values,
    privacy_diagnostics,
    scan_file,
    without_allowed_names,
)
from lif.store.shipped.bank_holidays import CachedHolidays
from lif.store.shipped.guidance import editions
from lif.store.yaml.ambiguous_text import ambiguous_text_faults
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.parse import Parsed, parse

Watch = Callable[[Iterable[RawFile]], Iterable[RawFile]]
"""What passes files on one by one, so that somebody can be told how far the reading is."""
_SHOWN = 16
"""How many digits of the name of all records stand in a document."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading gives: the snapshot, the diagnostics of the files, and the bytes by path to place further ones.

    `private` is what of a person stands in the files, and `finds` the same with the names that may stand. `state` names
    exactly these files, those that are no records included; `kept` remembers what was said of it.
    """

    snapshot: Snapshot
    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, bytes]
    private: tuple[FileMatches, ...] = ()
    finds: tuple[FileMatches, ...] = ()
    state: str = ""
    kept: Cache = field(default_factory=Cache, compare=False)


def load(
    source: Source,
    kept: Cache | None = None,
    *,
    like: Loaded | None = None,
    partnership: Partnership | None = None,
    watch: Watch = iter,
) -> Loaded:
    """Read every file, build every record, and say everything that is wrong, in one go.

    A file that is the same in `like`, byte for byte under the same path, is not read again: its record is taken over.
    Nor is one that `kept` remembers. Where most is new, a second process helps. `partnership` says which names may
    stand where the source brings no partnership of its own.
    """
    with _collecting_nothing():
        kept = kept or Cache()
        files = source.files() if like else read_in_parallel(tuple(source.files()), kept, _trees)
        loaded = _load(watch(files), kept, like, partnership)
        kept.write()
        return loaded


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Everything read is kept, so looking for what could be thrown away only takes time, now and afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _load(raw_files: Iterable[RawFile], kept: Cache, like: Loaded | None, partnership: Partnership | None) -> Loaded:
    entries: list[Entry[Record]] = []
    broken: list[Broken] = []
    found: list[Diagnostic] = []
    files: dict[str, bytes] = {}
    finds: list[FileMatches] = []
    others: list[str] = []
    before = _Before.of(like)
    for raw in raw_files:
        record_id = id_of(raw.path) if raw.path.endswith(SUFFIX) else ""
        if record_id:
            files[raw.path] = raw.data
        if raw.fault is not None:
            found.append(fault_diagnostic(raw.path, "", raw.fault))
        if raw.fault is not None or not record_id:
            others.append(f"{raw.path} {raw.fault}")
        name = scan_path(raw.path)
        known = None if name else before.one(raw, record_id) or _known(raw, record_id, kept)
        one, faults, people = known or _read(raw, record_id, kept, name)
        found.extend(faults)
        if people is not None:
            finds.append(people)
        if isinstance(one, Entry):
            entries.append(one)
        elif one is not None:
            broken.append(one)
    found.extend(_workspace(files))
    content = _content(files)
    judged_by = Snapshot({}, content=content[:_SHOWN], guidance=editions(), bank_holidays=CachedHolidays(kept))
    snapshot = judged_by.with_entries(entries, broken)
    private = without_allowed_names(finds, allowed_names_of(snapshot.partnership or partnership))
    about_people = (one for each in private for one in privacy_diagnostics(each, files.get(each.path, b"")))
    every = (*(mask_quoted_values(one, private) for one in found), *about_people)
    return Loaded(snapshot, every, files, private, tuple(finds), "\n".join((content, *others)), kept)


_One = tuple[Entry[Record] | Broken | None, tuple[Diagnostic, ...], FileMatches | None]
"""What a file comes to: the record in it, what is wrong with it, and what of a person stands in it."""


@dataclass(frozen=True, slots=True)
class _Before:
    """Files that were read a moment ago, with what was said of the inside of each."""

    like: Loaded | None
    said: dict[str, tuple[Diagnostic, ...]]
    finds: dict[str, FileMatches]

    @classmethod
    def of(cls, like: Loaded | None) -> "_Before":
        said: dict[str, tuple[Diagnostic, ...]] = {}
        for one in like.diagnostics if like else ():
            if one.code not in (*WORKSPACE_CODES, *PRIVACY_CODES):
                said[one.location.path] = (*said.get(one.location.path, ()), one)
        return cls(like, said, {one.path: one for one in like.finds} if like else {})

    def one(self, raw: RawFile, record_id: str) -> _One | None:
        """The record of a file that is the same, and what was said of it; None where that has to be read."""
        if self.like is None or not raw.data or self.like.files.get(raw.path) != raw.data:
            return None
        one = self.like.snapshot.find(record_id)
        return (one, self.said.get(raw.path, ()), self.finds.get(raw.path)) if one else None


def _known(raw: RawFile, record_id: str, kept: Cache) -> _One | None:
    """A record that was read before, and had nothing at all wrong with it; None where that is not known."""
    kind = _kind(record_id)[0] if record_id else None
    if kind is None or raw.fault is not None:
        return None
    try:
        tree = kept.tree(kind.name, raw.data)
        return (_entry(record_id, kind, remade(kind.model, tree), tree), (), None) if tree else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # somebody else's hand was in what is kept


def _trees(files: Sequence[RawFile]) -> dict[str, bytes]:
    """What is to be kept of these files."""
    held = MemoryCache()
    for raw in files:
        _read(raw, id_of(raw.path) if raw.path.endswith(SUFFIX) else "", held, scan_path(raw.path))
    return held.new


def _read(raw: RawFile, record_id: str, kept: Cache, name: tuple[Match, ...]) -> _One:
    people = scan_file(raw.path, record_id, raw.data, name)
    if not record_id:
        return None, (), people
    kind, fault = _kind(record_id)
    if kind is None:
        return None, (fault_diagnostic(raw.path, "", fault),) if fault else (), people
    if raw.fault is not None:
        return Broken(record_id, kind), (), people
    parsed = parse(raw.data)
    if parsed.tree is None:
        return Broken(record_id, kind), place_faults(raw, record_id, parsed.faults), people
    one, faults = _record(record_id, kind, parsed, raw.data)
    if isinstance(one, Entry) and not faults and people is None:
        kept.keep_tree(kind.name, raw.data, parsed.tree)
    return one, place_faults(raw, record_id, faults), people


def _record(
    record_id: str, kind: Kind, parsed: Parsed, data: bytes
) -> tuple[Entry[Record] | Broken, tuple[Fault, ...]]:
    tree = parsed.tree or {}
    record, faults = build(kind, tree)
    faults = tuple(fault for fault in faults if not _is_explained(fault, parsed))
    left_in = placeholder_faults(tree) if parsed.has_placeholder else ()
    every = (*parsed.faults, *faults, *left_in, *ambiguous_text_faults(kind, tree, data))
    if record is not None and not parsed.faults:
        return _entry(record_id, kind, record, tree), every
    readable = tuple(one for one in citations(kind.model, tree) if is_slug(one.target) or is_record_id(one.target))
    return Broken(record_id, kind, readable, {} if parsed.is_cut else _items(kind, tree), _whole(parsed)), every


def _entry(record_id: str, kind: Kind, record: Record, tree: dict[str, Tree]) -> Entry[Record]:
    return Entry(record_id, kind, record, citations(kind.model, tree), _items(kind, tree))


def _items(kind: Kind, tree: dict[str, Tree]) -> dict[str, str]:
    return {key: where for key, where, _ in items(kind.model, tree)}


def _content(files: dict[str, bytes]) -> str:
    digest = sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _whole(parsed: Parsed) -> dict[str, Tree] | None:
    """The tree of a file that could be read to its end, although something in it is wrong."""
    return None if parsed.is_cut else parsed.tree


def _is_explained(fault: Fault, parsed: Parsed) -> bool:
    """Whether a fault of the shape follows from one of the file, so that people need not hear of it as well."""
    if fault.code is MISSING:
        return parsed.is_cut
    shared = ((min(len(fault.at), len(path)), path) for path in parsed.spoiled)
    return any(length and fault.at[:length] == path[:length] for length, path in shared)


def _kind(record_id: str) -> tuple[Kind | None, Fault | None]:
    slug = record_id.rpartition("/")[2]
    kind = kind_of(record_id) if record_id.count("/") <= 1 else None
    if kind is None:
        folders = ", ".join(kind.folder for kind in KINDS if kind.folder)
        says = "no kind of record lives here, so the file is not read"
        return None, Fault(STRAY, says, f"Move it into one of: {folders}.", TOP)
    if WINDOWS_NAMES.fullmatch(slug):
        says = f"Windows keeps the name `{slug}` for itself and cannot hold such a file"
        return None, Fault(BAD_NAME, says, "Rename the file: 2019-early-help.yaml", TOP)
    if not is_slug(slug):
        says = f"`{slug}` cannot be an id: an id is lower-case words, digits and hyphens, at most 80 characters"
        return None, Fault(BAD_NAME, says, "Rename the file: 2019-early-help.yaml", TOP)
    return kind, None


def _workspace(files: dict[str, bytes]) -> Iterator[Diagnostic]:
    if f"{RECORDS}/partnership{SUFFIX}" not in files:
        says = "there is no records/partnership.yaml: agencies, groups and themes cannot be looked up"
        fault = Fault(NO_PARTNERSHIP, says, "Write it: `lif new partnership` asks what it needs.", TOP)
        yield fault_diagnostic(f"{RECORDS}/partnership{SUFFIX}", "", fault)
    seen: dict[str, str] = {}
    for path in sorted(files):
        folded = path.casefold()
        if folded in seen:
            says = f"Windows and macOS hold this file and {seen[folded]} to be one"
            yield fault_diagnostic(path, "", Fault(CASE_CLASH, says, "Rename one of them.", TOP))
        seen[folded] = path
