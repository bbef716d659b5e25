"""`lif init`: a workspace of one's own, from a few questions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lif.cli.options import Options, command
from lif.errors import LifError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lif.cli.prompts.init_questions import Answers

_MANY = "; as often as needed."


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "init", writes=True)
    def init(  # noqa: PLR0913 - every question has a flag
        options: Options,
        *,
        folder: Annotated[
            Path | None, typer.Argument(metavar="DIR", help="Where; otherwise the folder you are in.")
        ] = None,
        name: Annotated[str | None, typer.Option(help="What the partnership is called.")] = None,
        partners: Annotated[
            list[str] | None, typer.Option("--partner", metavar="[KEY=]NAME", help=f"A safeguarding partner{_MANY}")
        ] = None,
        agencies: Annotated[
            list[str] | None, typer.Option("--agency", metavar="[KEY=]NAME", help=f"A relevant agency{_MANY}")
        ] = None,
        groups: Annotated[
            list[str] | None, typer.Option("--group", metavar="[KEY=]NAME", help=f"A group of the partnership{_MANY}")
        ] = None,
        priorities: Annotated[
            list[str] | None, typer.Option("--priority", metavar="[KEY=]NAME", help=f"An agreed priority{_MANY}")
        ] = None,
        edition: Annotated[
            str | None, typer.Option(help="The edition of the guidance you work by; otherwise the one in force.")
        ] = None,
        readers: Annotated[
            Literal["restricted", "partnership", "public"] | None,
            typer.Option(help="How much everybody may see who can open the folder."),
        ] = None,
        who: Annotated[str | None, typer.Option(help="Who can open the folder: roles, no names.")] = None,
        by: Annotated[str | None, typer.Option(help="Who keeps the records: a role or team, no names.")] = None,
        own: Annotated[
            Literal["yes", "no"] | None, typer.Option(help="Whether the partnership keeps them itself.")
        ] = None,
        basis: Annotated[str | None, typer.Option(help="What the records are made from.")] = None,
        complete: Annotated[str | None, typer.Option(help="How complete they are, and what is missing.")] = None,
        forge: Annotated[
            Literal["github", "gitlab", "azure", "none"] | None,
            typer.Option(help="The service that keeps the folder, for the check of each change."),
        ] = None,
        example: Annotated[bool, typer.Option("--example", help="Fill it with a fictional partnership.")] = False,
        no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
    ) -> int:
        """Begin a workspace: the partnership record, and all that checks changes and helps an editor.

        Asks who the partnership is; each question has an option. A file that is there is left as it is; a folder that
        holds records already is refused. All files are written, or none.

        Examples: lif init; lif init --example afternoon; lif init exampleshire --no-input --forge github
        --name "Exampleshire Safeguarding Children Partnership" --partner "police=Exampleshire Police"
        --by "The business unit" --readers restricted --who "Members of the partnership's groups"
        """
        from lif.cli.prompts.init_questions import Answers

        fields = {
            ("title",): name,
            ("compiled", "by"): by,
            ("compiled", "own"): own,
            ("compiled", "basis"): basis,
            ("compiled", "complete"): complete,
            ("readers", "level"): readers,
            ("readers", "who"): who,
        }
        lists = {"partners": partners, "agencies": agencies, "groups": groups, "priorities": priorities}
        given = Answers(
            {path: value for path, value in fields.items() if value is not None},
            {which: names for which, names in lists.items() if names},
            edition,
            forge,
        )
        if not options.directory.is_dir():
            raise LifError(f"There is no folder {options.directory}.", "Check the spelling after -C.")
        root = (options.directory / (folder or "")).resolve()
        return _begun(options, root, given, is_example=example, asks=not (no_input or example))


def _begun(options: Options, root: Path, given: "Answers", *, is_example: bool, asks: bool) -> int:
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.cli.prompts.drafts import answer
    from lif.cli.prompts.init_questions import completed
    from lif.store.new.new_workspace import beginning, example
    from lif.store.write.writer import begin, refuse_records
    from lif.version import VERSION

    refuse_records(root)
    if is_example:
        files = example(given.forge or "", VERSION)
    else:
        known = completed(options, given, asks=asks)
        if known is None:
            return PROBLEMS
        files = beginning(*known, VERSION)
    fresh = {path: data for path, data in files.items() if not (root / path).exists()}
    begin(root, fresh)
    kept = sorted(files.keys() - fresh.keys())
    following = _following(root, fresh)
    answer(
        options,
        _said(root, sorted(fresh), kept, following),
        written=True,
        folder=str(root),
        files=sorted(fresh),
        kept=kept,
        following=following,
    )
    return CLEAN


def _following(root: Path, fresh: "Mapping[str, bytes]") -> list[str]:
    """What to do next, in the order in which it works."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    enter = [] if root == Path.cwd() else [f"cd {_from_here(root)}"]
    of_git = ["git init --initial-branch=main"] if top is None else []
    hook = ["pip install pre-commit", "pre-commit install"] if ".pre-commit-config.yaml" in fresh else []
    is_example = sum(path.endswith(".yaml") for path in fresh if path.startswith("records/")) > 1
    return [*enter, "lif check", *of_git, *hook, "lif triangulate" if is_example else "lif new need"]


def _from_here(root: Path) -> str:
    here = Path.cwd()
    path = root.relative_to(here).as_posix() if root.is_relative_to(here) else str(root)
    return f'"{path}"' if " " in path else path


def _where(root: Path) -> str:
    from lif.output.text.terminal import line

    return "this folder" if root == Path.cwd() else line(_from_here(root))


def _said(root: Path, files: list[str], kept: list[str], following: list[str]) -> str:
    from lif.output.text.terminal import paragraph

    counted = "1 file" if len(files) == 1 else f"{len(files)} files"
    lines = [f"Wrote {counted} into {_where(root)}: records, editor, checks, and a README that explains them."]
    if kept:
        lines.append(paragraph(f"Left as they were: {', '.join(kept)}"))
    top = next((folder for folder in root.parents if (folder / ".git").exists()), None)
    if top is not None and not (root / ".git").exists():
        lines.append(
            paragraph(f"It lies inside the repository {top}, whose services look for their files at its top only.")
        )
    lines += ["Next:", *(f"  {one}" for one in following)]
    return "\n".join(lines)
