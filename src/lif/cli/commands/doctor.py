"""`lif doctor`: report which parts of lif work on this computer, and how much it has cached."""

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
        """Say what of lif is in place on this machine.

        Versions, git, formats of documents, and what is kept from earlier runs.

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
        facts = {
            "lif": VERSION,
            "python": f"{sys.version.split()[0]}, {sys.platform}",
            "workspace": str(workspace.root) if workspace else "none here: lif init begins one",
            "git": _git(workspace),
            "reading": _scanner(),
        }
        documents, cache = _document_formats(), _cache_text(options, workspace)
        if options.format == "json":
            typer.echo(as_json(**facts, documents=documents, kept=cache), nl=False)
            return
        rows = (*facts.items(), *((f"to {name}", says) for name, says in documents.items()), ("kept", cache))
        options.print_text(f"{columns(rows)}\n")


def _git(workspace: "Workspace | None") -> str:
    from lif.errors import LifError
    from lif.store.git.plumbing import Repository

    if workspace is None:
        return "not asked"
    try:
        commit = Repository(workspace.root).commit_or_none("HEAD")
    except LifError as error:
        return f"{error.message} Without it, --at, diff, accept and --staged do not work."
    return f"at commit {commit[:12]}" if commit else "a repository without a commit"


def _scanner() -> str:
    from lif.store.yaml.scanner import PureScanner, Scanner

    if Scanner is not PureScanner:
        return "by the scanner in C"
    return "by the scanner in Python, which is slower; the one in C comes with ruamel.yaml[oldlibyaml]"


def _document_formats() -> dict[str, str]:
    """Each format of documents, and what to install where something is missing for it."""
    from lif.output.documents.registry import DOCUMENT_FORMATS

    return {
        document_format.name: f"lacks {document_format.lacks}: {document_format.remedy}"
        if document_format.lacks
        else "in place"
        for document_format in DOCUMENT_FORMATS
    }


def _cache_text(options: Options, workspace: "Workspace | None") -> str:
    """The folder and the size of the cache."""
    from lif.store.cache.folder import CACHE_VARIABLE, cache_files, cache_place, is_private_folder

    if workspace is None or not options.remembers:
        return "nothing"
    folder = cache_place(workspace.root)
    if folder is None:
        return f"nothing: there is no git folder here to keep it in; {CACHE_VARIABLE} can name another"
    if folder.exists() and not is_private_folder(folder):
        return f"nothing: {folder} is a link, or is not yours alone (chmod 700 makes it so)"
    size = sum(file.stat().st_size for file in cache_files(folder))
    return f"{size / 1_000_000:.1f} MB in {folder}; it may be deleted at any time"
