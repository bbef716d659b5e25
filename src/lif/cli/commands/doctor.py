"""`lif doctor`: what of lif is in place on this computer, and what is kept here."""

import sys
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.store.workspace import Workspace


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "doctor")
    def doctor(options: Options) -> None:
        """Say what of lif is in place here: versions, git, formats of documents, and what is kept from earlier runs.

        It looks and changes nothing. What it prints holds no text of a record and can be passed on to somebody who
        helps; the paths of folders stand in it.

        Examples: lif doctor; lif doctor --format json
        """
        from lif.errors import LifError
        from lif.output.plain_json import as_json
        from lif.output.text.terminal import columns
        from lif.version import VERSION

        try:
            workspace = options.workspace()
        except LifError:
            workspace = None
        found = {
            "lif": VERSION,
            "python": f"{sys.version.split()[0]}, {sys.platform}",
            "workspace": str(workspace.root) if workspace else "none here: lif init begins one",
            "git": _git(workspace),
            "reading": _scanner(),
        }
        documents, kept = _documents(), _kept(options, workspace)
        if options.format == "json":
            typer.echo(as_json(**found, documents=documents, kept=kept), nl=False)
            return
        rows = (*found.items(), *((f"to {name}", says) for name, says in documents.items()), ("kept", kept))
        typer.echo(columns(rows))


def _git(workspace: "Workspace | None") -> str:
    from lif.errors import LifError
    from lif.store.git.plumbing import Repository

    if workspace is None:
        return "not asked"
    try:
        commit = Repository(workspace.root).commit_or_none("HEAD")
    except LifError as none:
        return f"{none.message} Without it, --at, diff, accept and --staged do not work."
    return f"at commit {commit[:12]}" if commit else "a repository without a commit"


def _scanner() -> str:
    from lif.store.yaml.scanner import PureScanner, Scanner

    if Scanner is not PureScanner:
        return "by the scanner in C"
    return "by the scanner in Python, which is slower; the one in C comes with ruamel.yaml[oldlibyaml]"


def _documents() -> dict[str, str]:
    """Each format of documents, and what to install where it lacks something."""
    from lif.output.documents.registry import DOCUMENTS

    return {one.name: f"lacks {one.lacks}: {one.remedy}" if one.lacks else "in place" for one in DOCUMENTS}


def _kept(options: Options, workspace: "Workspace | None") -> str:
    """Where what was read before is kept, and how much."""
    from lif.store.cache.folder import PLACE, cache_place, is_ours_alone, kept_in

    if workspace is None or not options.remembers:
        return "nothing"
    folder = cache_place(workspace.root)
    if folder is None:
        return f"nothing: there is no git folder here to keep it in; {PLACE} can name another"
    if folder.exists() and not is_ours_alone(folder):
        return f"nothing: {folder} is a link, or is not yours alone (chmod 700 makes it so)"
    size = sum(file.stat().st_size for file in kept_in(folder))
    return f"{size / 1_000_000:.1f} MB in {folder}; it may be deleted at any time"
