"""Judges a change of the records before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lif.diagnostics.code import Severity
from lif.diagnostics.codes import NO_PARTNERSHIP
from lif.diagnostics.diagnostic import Diagnostic
from lif.privacy.mask import mask_path
from lif.store.load.judge import judge
from lif.store.load.load import Loaded, load
from lif.store.load.positions import path_of
from lif.store.load.source import Memory


@dataclass(frozen=True, slots=True)
class Verdict:
    """The new errors of a change, for which it is refused, and its new warnings; existing ones are not counted.

    An error about a duty still owed is among the warnings, and one about what people judged in a record that is not
    written: neither ever keeps a true record from being written.
    """

    errors: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Draft:
    """The files of a change: bytes by path, None for a deleted file; `renamed` maps old ids to new ones."""

    files: Mapping[str, bytes | None]
    renamed: Mapping[str, str] = field(default_factory=dict)

    def on(self, loaded: Loaded) -> Loaded:
        """All records with the draft applied; only the files of the draft are read."""
        draft_files = Memory({path: data for path, data in self.files.items() if data is not None})
        fresh = load(draft_files, partnership=loaded.snapshot.partnership)
        entries = (entry for entry in loaded.snapshot.entries.values() if path_of(entry.id) not in self.files)
        broken = (entry for entry in loaded.snapshot.broken.values() if path_of(entry.id) not in self.files)
        draft_paths = {mask_path(path) for path in self.files}
        snapshot = replace(loaded.snapshot, content="").with_entries(
            (*entries, *fresh.snapshot.entries.values()), (*broken, *fresh.snapshot.broken.values())
        )
        diagnostics = (
            *(diagnostic for diagnostic in loaded.diagnostics if diagnostic.location.path not in draft_paths),
            *(diagnostic for diagnostic in fresh.diagnostics if diagnostic.code is not NO_PARTNERSHIP),
        )
        unchanged_files = {path: data for path, data in loaded.files.items() if path not in self.files}
        private = (
            *(private_text for private_text in loaded.private if private_text.path not in self.files),
            *fresh.private,
        )
        return Loaded(snapshot, diagnostics, {**unchanged_files, **fresh.files}, private)

    def judged(self, loaded: Loaded, today: date) -> Verdict:
        """The diagnostics that the draft would bring and that the records do not have already."""
        known_keys = {self._key(diagnostic) for diagnostic in judge(loaded, today)}
        new_diagnostics = [
            diagnostic for diagnostic in judge(self.on(loaded), today) if self._key(diagnostic) not in known_keys
        ]
        return Verdict(
            tuple(diagnostic for diagnostic in new_diagnostics if self._refuses(diagnostic)),
            tuple(diagnostic for diagnostic in new_diagnostics if self._warns(diagnostic)),
        )

    def _refuses(self, diagnostic: Diagnostic) -> bool:
        """Whether an error keeps the change from being written: not a duty, nor what people judged in another record.

        New evidence is true whatever a decision says that was taken before it.
        """
        is_judged_elsewhere = diagnostic.code.waits_for_drafts and diagnostic.location.path not in self.files
        return diagnostic.severity is Severity.ERROR and not diagnostic.code.is_duty and not is_judged_elsewhere

    def _warns(self, diagnostic: Diagnostic) -> bool:
        if diagnostic.severity is Severity.NOTE or self._refuses(diagnostic):
            return False
        return diagnostic.location.path in self.files or diagnostic.severity is Severity.ERROR

    def _key(self, diagnostic: Diagnostic) -> tuple[str, str, str, str]:
        """The identity of a diagnostic; in a changed file it includes the message, so that a new wrong value is new."""
        record = self.renamed.get(diagnostic.record, diagnostic.record) or diagnostic.location.path
        is_in_changed_file = path_of(record) in self.files and not self.renamed
        return (
            diagnostic.code.name,
            record,
            diagnostic.field,
            diagnostic.message if is_in_changed_file or not diagnostic.at else "",
        )
