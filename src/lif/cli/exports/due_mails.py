"""Write a draft of an e-mail for each agency into a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.analysis.deadlines.due import DueList
    from lif.model.sharing import Sharing
    from lif.model.view import View


def audience_of_mails(options: Options) -> "Sharing":
    """For whom the drafts are: the partnership's agencies, unless another audience is asked for."""
    from lif.model.sharing import Sharing

    return Sharing(options.audience or Sharing.PARTNERSHIP)


def write_due_mails(options: Options, view: "View", due: "DueList", folder: Path | None, *, force: bool) -> None:
    """Write the drafts; raises `LifError` without a folder, or where it stands in a repository."""
    from lif.cli.exports.place import refuse_inside
    from lif.errors import LifError
    from lif.output.due_mail import due_mails
    from lif.output.text.terminal import safe_text
    from lif.store.write.document import save

    if folder is None or str(folder) == "-":
        raise LifError("The drafts need a folder.", "Add --output, for example --output ../due")
    refuse_inside(folder / "x", options.workspace().root, view.audience, inside=False)
    drafts = due_mails(view.records, due.shown, view.day, view.audience)
    for key, content in drafts.items():
        file = folder / f"{key}.eml"
        save(file, content, over=force, make_folder=True)
        typer.echo(safe_text(str(file)))
    if not drafts and not options.quiet:
        typer.echo("lif: no agency has anything due that was asked for, so no draft was written.", err=True)
