"""What the next commit would bring: the question of a hook that runs before it."""

from dataclasses import dataclass
from datetime import date

from lif.diagnostics.diagnostic import Diagnostic
from lif.privacy.mask import masked_path
from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, Staged, contents, differing
from lif.store.load.judge import judged
from lif.store.load.load import Loaded, Watch, load
from lif.store.privacy.detector import detected
from lif.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pending:
    """The records as they would be, what is wrong and belongs to this commit, and the files it changes."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    changed: frozenset[str]


def pending(workspace: Workspace, today: date, watch: Watch = iter) -> Pending:
    """Everything that is wrong in a file that the commit changes, and in others what is not wrong at HEAD already."""
    repository, kept = Repository(workspace.root), workspace.kept
    head = repository.commit_or_none("HEAD")
    staged = Staged(repository)
    before = Revision(repository, head).listed if head else ()
    changed = differing(before, staged.listed)
    loaded = load(staged, kept, watch=watch)
    found = judged(loaded, today, detected(loaded, changed)) if changed else ()
    named = {masked_path(path) for path in changed}
    if head and any(one.location.path not in named for one in found):
        at_hand = contents(loaded.files, staged.listed)
        then = load(Revision(repository, head, at_hand), kept, like=loaded, watch=watch)
        known = {one.fingerprint for one in judged(then, today, detected(then, ()))}
        found = tuple(one for one in found if one.location.path in named or one.fingerprint not in known)
    return Pending(loaded, found, changed)
