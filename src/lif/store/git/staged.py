"""Checks the records of the next commit, for a hook that runs before it."""

from dataclasses import dataclass
from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.privacy.mask import mask_path
from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, Staged, contents_by_blob, differing_paths
from lif.store.git.staged_beside import changed_beside
from lif.store.load.judge import judge
from lif.store.load.load import Loaded, Watch, load
from lif.store.privacy.beside import beside_diagnostics
from lif.store.privacy.detector import detector_diagnostics
from lif.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StagedCheck:
    """The records of the next commit, the diagnostics that belong to it, and the files it changes."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    changed: frozenset[str]


def check_staged(workspace: Workspace, today: date, watch: Watch = iter) -> StagedCheck:
    """Every diagnostic in a file that the commit changes, and in other files those that HEAD does not have already.

    Files beside the records are looked at too, wherever in the repository they lie.
    """
    from lif.rules.severity import apply_severities

    repository, cache = Repository(workspace.root), workspace.kept
    head = repository.commit_or_none("HEAD")
    staged = Staged(repository)
    before = Revision(repository, head).listed if head else ()
    changed = differing_paths(before, staged.listed)
    loaded = load(staged, cache, watch=watch)
    diagnostics = judge(loaded, today, detector_diagnostics(loaded, changed)) if changed else ()
    changed_paths = {mask_path(path) for path in changed}
    if head and any(diagnostic.location.path not in changed_paths for diagnostic in diagnostics):
        at_hand = contents_by_blob(loaded.files, staged.listed)
        loaded_head = load(Revision(repository, head, at_hand), cache, like=loaded, watch=watch)
        known_fingerprints = {
            diagnostic.fingerprint for diagnostic in judge(loaded_head, today, detector_diagnostics(loaded_head, ()))
        }
        diagnostics = tuple(
            diagnostic
            for diagnostic in diagnostics
            if diagnostic.location.path in changed_paths or diagnostic.fingerprint not in known_fingerprints
        )
    partnership = loaded.snapshot.partnership
    beside = (
        diagnostic
        for path, data in changed_beside(workspace.root, head)
        for diagnostic in beside_diagnostics(path, data, partnership)
    )
    return StagedCheck(loaded, (*diagnostics, *apply_severities(beside, loaded.snapshot)), changed)
