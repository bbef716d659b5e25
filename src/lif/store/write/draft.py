"""What a change would make of the records, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lif.diagnostics.code import Severity
from lif.diagnostics.codes import NO_PARTNERSHIP
from lif.diagnostics.diagnostic import Diagnostic
from lif.privacy.mask import masked_path
from lif.store.load.judge import judged
from lif.store.load.load import Loaded, load
from lif.store.load.positions import path_of
from lif.store.load.source import Memory


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a change would bring: errors, for which it is refused, and what it is warned of; not what was there before.

    An error that says what somebody still owes is told, but never keeps anybody from writing down what is so.
    """

    errors: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Draft:
    """Files as they would be: bytes by path, None for one that goes; `renamed` tells old ids from new."""

    files: Mapping[str, bytes | None]
    renamed: Mapping[str, str] = field(default_factory=dict)

    def on(self, loaded: Loaded) -> Loaded:
        """All records with the draft among them; only its files are read."""
        there = Memory({path: data for path, data in self.files.items() if data is not None})
        fresh = load(there, partnership=loaded.snapshot.partnership)
        entries = (one for one in loaded.snapshot.entries.values() if path_of(one.id) not in self.files)
        broken = (one for one in loaded.snapshot.broken.values() if path_of(one.id) not in self.files)
        shown = {masked_path(path) for path in self.files}
        snapshot = replace(loaded.snapshot, content="").with_entries(
            (*entries, *fresh.snapshot.entries.values()), (*broken, *fresh.snapshot.broken.values())
        )
        diagnostics = (
            *(one for one in loaded.diagnostics if one.location.path not in shown),
            *(one for one in fresh.diagnostics if one.code is not NO_PARTNERSHIP),
        )
        kept = {path: data for path, data in loaded.files.items() if path not in self.files}
        private = (*(one for one in loaded.private if one.path not in self.files), *fresh.private)
        return Loaded(snapshot, diagnostics, {**kept, **fresh.files}, private)

    def judged(self, loaded: Loaded, today: date) -> Verdict:
        """What it would bring that is not wrong already."""
        known = {self._key(one) for one in judged(loaded, today)}
        brought = [one for one in judged(self.on(loaded), today) if self._key(one) not in known]
        return Verdict(
            tuple(one for one in brought if _refuses(one)),
            tuple(one for one in brought if _warns(one) and one.location.path in self.files),
        )

    def _key(self, one: Diagnostic) -> tuple[str, str, str, str]:
        """What makes two diagnostics the same; in a changed file, a new value wrong in the old way is wrong anew."""
        record = self.renamed.get(one.record, one.record) or one.location.path
        is_its_own = path_of(record) in self.files and not self.renamed
        return (one.code.name, record, one.field, one.message if is_its_own or not one.at else "")


def _refuses(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR and not one.code.is_duty


def _warns(one: Diagnostic) -> bool:
    return one.severity is not Severity.NOTE and not _refuses(one)
