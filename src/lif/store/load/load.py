"""Loads the files of a workspace into one snapshot, with every diagnostic of the files; never raises for bad data."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

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
from lif.store.load.positions import fault_diagnostic, id_of, path_of, place_faults
from lif.store.load.source import RawFile, Source
from lif.store.new.placeholder import placeholder_faults
from lif.store.new.slug import WINDOWS_NAMES
from lif.store.privacy.allowed_names import allowed_names_of
from lif.store.privacy.files import (
    FileMatches,
    privacy_diagnostics,
    scan_file,
    without_allowed_names,
)
from lif.store.privacy.masking import Masks
from lif.store.shipped.bank_holidays import CachedHolidays
from lif.store.shipped.guidance import editions
from lif.store.yaml.ambiguous_text import ambiguous_text_faults
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.parse import Parsed, parse

Watch = Callable[[Iterable[RawFile]], Iterable[RawFile]]
"""Passes the files on one by one, so that a progress bar can show how far the reading is."""
_CONTENT_DIGITS = 16
"""How many digits of the content id of all records stand in a document."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of loading: the snapshot, the diagnostics of the files, and the bytes by path to locate further ones.

    `private` holds the files with personal data; `finds` holds them with the names that are allowed as well. `state`
    identifies exactly these files, including those that are no records; `kept` is the cache for its diagnostics.
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
    cache: Cache | None = None,
    *,
    like: Loaded | None = None,
    partnership: Partnership | None = None,
    watch: Watch = iter,
) -> Loaded:
    """Read every file, build every record, and collect all diagnostics of the files.

    A file that is the same in `like`, byte for byte under the same path, is not read again: its record is reused. A
    record in the cache is not read again either. A second process helps where most files are new. `partnership` gives
    the allowed names where the source has no partnership record of its own.
    """
    with _without_garbage_collection():
        cache = cache or Cache()
        files = source.files() if like else read_in_parallel(tuple(source.files()), cache, _trees_of)
        loaded = _load(watch(files), cache, like, partnership)
        cache.write()
        return loaded


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Turn the garbage collector off, and exclude what was read from later collections: all of it stays in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _load(raw_files: Iterable[RawFile], cache: Cache, like: Loaded | None, partnership: Partnership | None) -> Loaded:
    entries: list[Entry[Record]] = []
    broken: list[Broken] = []
    diagnostics: list[Diagnostic] = []
    files: dict[str, bytes] = {}
    file_matches: list[FileMatches] = []
    other_files: list[str] = []
    earlier = _EarlierLoad.of(like)
    for raw in raw_files:
        record_id = id_of(raw.path)
        if record_id:
            files[raw.path] = raw.data
        if raw.fault is not None:
            diagnostics.append(fault_diagnostic(raw.path, "", raw.fault))
        if raw.fault is not None or not record_id:
            other_files.append(f"{raw.path} {raw.fault} {sha256(raw.data).hexdigest()}")
        name_matches = scan_path(raw.path)
        reused = None if name_matches else earlier.result(raw, record_id) or _from_cache(raw, record_id, cache)
        entry, new_diagnostics, matches = reused or _read(raw, record_id, cache, name_matches)
        diagnostics.extend(new_diagnostics)
        if matches is not None:
            file_matches.append(matches)
        if isinstance(entry, Entry):
            entries.append(entry)
        elif entry is not None:
            broken.append(entry)
    diagnostics.extend(_workspace_diagnostics(files))
    content = _content_digest(files)
    empty = Snapshot({}, content=content[:_CONTENT_DIGITS], guidance=editions(), bank_holidays=CachedHolidays(cache))
    snapshot = empty.with_entries(entries, broken)
    allowed = allowed_names_of(snapshot.partnership or partnership)
    private_files = without_allowed_names(file_matches, allowed)
    about_people = (
        diagnostic
        for private in private_files
        for diagnostic in privacy_diagnostics(private, files.get(private.path, b""))
    )
    masked = (*map(Masks(private_files, allowed).on, diagnostics), *about_people)
    state = "\n".join((content, *other_files))
    return Loaded(snapshot, masked, files, private_files, tuple(file_matches), state, cache)


_FileResult = tuple[Entry[Record] | Broken | None, tuple[Diagnostic, ...], FileMatches | None]
"""The result of reading a file: the record in it, its diagnostics, and its matches of personal data."""


class _EarlierLoad(NamedTuple):
    """The files of an earlier load, with the diagnostics and the matches of each by path."""

    loaded: Loaded | None
    diagnostics: dict[str, tuple[Diagnostic, ...]]
    matches: dict[str, FileMatches]

    @classmethod
    def of(cls, loaded: Loaded | None) -> "_EarlierLoad":
        by_path: dict[str, tuple[Diagnostic, ...]] = {}
        for diagnostic in loaded.diagnostics if loaded else ():
            if diagnostic.code not in (*WORKSPACE_CODES, *PRIVACY_CODES):
                path = diagnostic.location.path
                by_path[path] = (*by_path.get(path, ()), diagnostic)
        return cls(loaded, by_path, {matches.path: matches for matches in loaded.finds} if loaded else {})

    def result(self, raw: RawFile, record_id: str) -> _FileResult | None:
        """The result for a file that is the same; None for a file that must be read."""
        if self.loaded is None or not raw.data or self.loaded.files.get(raw.path) != raw.data:
            return None
        entry = self.loaded.snapshot.find(record_id)
        return (entry, self.diagnostics.get(raw.path, ()), self.matches.get(raw.path)) if entry else None


def _from_cache(raw: RawFile, record_id: str, cache: Cache) -> _FileResult | None:
    """The result from the cache, which holds only files without any fault; None when it does not know the file."""
    kind = _kind(record_id)[0] if record_id else None
    if kind is None or raw.fault is not None:
        return None
    try:
        tree = cache.tree(kind.name, raw.data)
        return (_entry(record_id, kind, remade(kind.model, tree), tree), (), None) if tree else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # the cache holds a tree that lif did not write


def _trees_of(files: Sequence[RawFile]) -> dict[str, bytes]:
    """The trees of these files for the cache."""
    cache = MemoryCache()
    for raw in files:
        _read(raw, id_of(raw.path), cache, scan_path(raw.path))
    return cache.new


def _read(raw: RawFile, record_id: str, cache: Cache, name_matches: tuple[Match, ...]) -> _FileResult:
    """Read and scan a file; a record without faults and personal data goes into the cache.

    Of any other sound record the cache only keeps that the model accepts it: notes and matches are found again.
    """
    matches = scan_file(raw.path, record_id, raw.data, name_matches)
    if not record_id:
        return None, (), matches
    kind, fault = _kind(record_id)
    if kind is None:
        return None, (fault_diagnostic(raw.path, "", fault),) if fault else (), matches
    if raw.fault is not None:
        return Broken(record_id, kind), (), matches
    parsed = parse(raw.data)
    if parsed.tree is None:
        return Broken(record_id, kind), place_faults(raw, record_id, parsed.faults), matches
    entry, faults = _record(record_id, kind, parsed, raw.data, is_validated=cache.is_validated(kind.name, raw.data))
    if isinstance(entry, Entry) and not faults and matches is None:
        cache.keep_tree(kind.name, raw.data, parsed.tree)
    elif isinstance(entry, Entry):
        cache.keep_validated(kind.name, raw.data)
    return entry, place_faults(raw, record_id, faults), matches


def _record(
    record_id: str, kind: Kind, parsed: Parsed, data: bytes, *, is_validated: bool
) -> tuple[Entry[Record] | Broken, tuple[Fault, ...]]:
    tree = parsed.tree or {}
    record, shape_faults = _rebuild(kind, tree) if is_validated else build(kind, tree)
    shape_faults = tuple(fault for fault in shape_faults if not _is_explained(fault, parsed))
    placeholders = placeholder_faults(tree) if parsed.has_placeholder else ()
    faults = (*parsed.faults, *shape_faults, *placeholders, *ambiguous_text_faults(kind, tree, data))
    if record is not None and not parsed.faults:
        return _entry(record_id, kind, record, tree), faults
    cited = citations(kind.model, tree)
    readable = tuple(citation for citation in cited if is_slug(citation.target) or is_record_id(citation.target))
    item_lists = {} if parsed.is_cut else _items(kind, tree)
    return Broken(record_id, kind, readable, item_lists, _complete_tree(parsed)), faults


def _rebuild(kind: Kind, tree: dict[str, Tree]) -> tuple[Record | None, tuple[Fault, ...]]:
    """The record of a tree that the model accepted before; validated again where the cache was wrong about that."""
    try:
        return remade(kind.model, tree), ()
    except (AttributeError, KeyError, TypeError, ValueError):
        return build(kind, tree)


def _entry(record_id: str, kind: Kind, record: Record, tree: dict[str, Tree]) -> Entry[Record]:
    return Entry(record_id, kind, record, citations(kind.model, tree), _items(kind, tree))


def _items(kind: Kind, tree: dict[str, Tree]) -> dict[str, str]:
    """The list that holds each item, by the key of the item."""
    return {key: list_name for key, list_name, _ in items(kind.model, tree)}


def _content_digest(files: dict[str, bytes]) -> str:
    digest = sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _complete_tree(parsed: Parsed) -> dict[str, Tree] | None:
    """The tree of a file that was read to its end, although it has faults; None for any other."""
    return None if parsed.is_cut else parsed.tree


def _is_explained(fault: Fault, parsed: Parsed) -> bool:
    """Whether a fault of the shape follows from a fault of the file, so that it need not be reported too."""
    if fault.code is MISSING:
        return parsed.is_cut
    lengths = ((min(len(fault.at), len(path)), path) for path in parsed.spoiled)
    return any(length and fault.at[:length] == path[:length] for length, path in lengths)


def _kind(record_id: str) -> tuple[Kind | None, Fault | None]:
    """The kind of a record by its id, or the fault of an id that no record can have."""
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


def _workspace_diagnostics(files: dict[str, bytes]) -> Iterator[Diagnostic]:
    if path_of("partnership") not in files:
        says = "there is no records/partnership.yaml: agencies, groups and themes cannot be looked up"
        fault = Fault(NO_PARTNERSHIP, says, "Write it: `lif new partnership` asks what it needs.", TOP)
        yield fault_diagnostic(path_of("partnership"), "", fault)
    path_by_folded: dict[str, str] = {}
    for path in sorted(files):
        folded = path.casefold()
        if folded in path_by_folded:
            says = f"Windows and macOS hold this file and {path_by_folded[folded]} to be one"
            yield fault_diagnostic(path, "", Fault(CASE_CLASH, says, "Rename one of them.", TOP))
        path_by_folded[folded] = path
