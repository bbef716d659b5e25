"""`lif init`: create a workspace from a few questions or from options."""

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
        services: Annotated[
            list[str] | None, typer.Option("--service", metavar="[KEY=]NAME", help=f"A commissioned service{_MANY}")
        ] = None,
        groups: Annotated[
            list[str] | None, typer.Option("--group", metavar="[KEY=]NAME", help=f"A group of the partnership{_MANY}")
        ] = None,
        learning_group: Annotated[
            str | None, typer.Option(metavar="KEY", help="Which of the groups oversees learning and improvement.")
        ] = None,
        executive_group: Annotated[
            str | None, typer.Option(metavar="KEY", help="Which of the groups is the executive group.")
        ] = None,
        priorities: Annotated[
            list[str] | None, typer.Option("--priority", metavar="[KEY=]NAME", help=f"An agreed priority{_MANY}")
        ] = None,
        edition: Annotated[
            str | None,
            typer.Option(
                help="The edition of the guidance you keep to; otherwise the national one in force on each day."
            ),
        ] = None,
        standards: Annotated[
            Literal["starter", "none"] | None,
            typer.Option(help="Whether to begin with starter standards for section 11, and a first cycle."),
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
        lif_from: Annotated[
            str | None,
            typer.Option(metavar="PLACE", help="Where everybody installs lif from: a commit in git, or a wheel in it."),
        ] = None,
        example: Annotated[bool, typer.Option("--example", help="Fill it with a fictional partnership.")] = False,
        no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing.")] = False,
    ) -> int:
        """Begin a workspace for a partnership.

        It writes the partnership record, and all that checks changes and helps an editor.

        Asks who the partnership is; each question has an option. A file that is there is left as it is; a folder that
        holds records already is refused. All files are written, or none.

        Examples: lif init; lif init --example afternoon; lif init exampleshire --no-input --forge github
        --name "Exampleshire Safeguarding Children Partnership" --partner "police=Exampleshire Police"
        --by "The business unit" --readers restricted --who "Members of the partnership's groups"
        """
        from lif.cli.prompts.init_questions import Answers
        from lif.model.vocabulary import GroupTask

        fields = {
            ("title",): name,
            ("compiled", "by"): by,
            ("compiled", "own"): own,
            ("compiled", "basis"): basis,
            ("compiled", "complete"): complete,
            ("readers", "level"): readers,
            ("readers", "who"): who,
        }
        lists = {
            "partners": partners,
            "agencies": agencies,
            "services": services,
            "groups": groups,
            "priorities": priorities,
        }
        given = Answers(
            {path: value for path, value in fields.items() if value is not None},
            {list_name: names for list_name, names in lists.items() if names},
            edition,
            standards,
            forge,
            {
                task: key
                for task, key in ((GroupTask.LEARNING, learning_group), (GroupTask.EXECUTIVE, executive_group))
                if key
            },
        )
        if not options.directory.is_dir():
            raise LifError(f"There is no folder {options.directory}.", "Check the spelling after -C.")
        root = (options.directory / (folder or "")).resolve()
        return _create(options, root, given, lif_from or "", is_example=example, asks=not (no_input or example))


def _create(options: Options, root: Path, given: "Answers", lif_from: str, *, is_example: bool, asks: bool) -> int:
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.cli.prompts.drafts import print_result
    from lif.cli.prompts.init_questions import complete_answers
    from lif.store.new.new_workspace import example_workspace_files, new_workspace_files, requirement
    from lif.store.write.writer import begin, refuse_records, tidy_beginning
    from lif.version import VERSION

    refuse_records(root)
    requirement(lif_from)  # refused before any question is asked
    if is_example:
        files = example_workspace_files(given.forge or "", VERSION, lif_from)
    else:
        answers = complete_answers(options, given, asks=asks)
        if answers is None:
            return PROBLEMS
        files = new_workspace_files(*answers, VERSION, lif_from)
    refuse_records(root, files)
    new_files = {path: data for path, data in files.items() if not (root / path).exists()}
    begin(root, new_files)
    tidy_beginning(root, files)
    existing = sorted(files.keys() - new_files.keys())
    next_steps = _next_steps(root, new_files)
    print_result(
        options,
        _summary(root, sorted(new_files), existing, next_steps, has_lif=bool(lif_from)),
        written=True,
        folder=str(root),
        files=sorted(new_files),
        kept=existing,
        following=next_steps,
    )
    return CLEAN


def _next_steps(root: Path, new_files: "Mapping[str, bytes]") -> list[str]:
    """The next commands to run, in the order in which they work."""
    enter = [] if root == Path.cwd() else [f"cd {_path_from_here(root)}"]
    git_step = ["git init --initial-branch=main"] if _repository_around(root) is None else []
    hook_steps = ["pip install pre-commit", "pre-commit install"] if ".pre-commit-config.yaml" in new_files else []
    is_example = sum(path.endswith(".yaml") for path in new_files if path.startswith("records/")) > 1
    return [*enter, "lif check", *git_step, *hook_steps, "lif triangulate" if is_example else "lif new need"]


def _repository_around(root: Path) -> Path | None:
    """The folder of the git repository that the workspace lies in; None where it lies in none."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)


def _path_from_here(root: Path) -> str:
    here = Path.cwd()
    path = root.relative_to(here).as_posix() if root.is_relative_to(here) else str(root)
    return f'"{path}"' if " " in path else path


def _folder_name(root: Path) -> str:
    from lif.output.text.terminal import safe_line

    return "this folder" if root == Path.cwd() else safe_line(_path_from_here(root))


def _summary(root: Path, files: list[str], existing: list[str], next_steps: list[str], *, has_lif: bool) -> str:
    from lif.output.text.terminal import paragraph

    file_count = "1 file" if len(files) == 1 else f"{len(files)} files"
    lines = [f"Wrote {file_count} into {_folder_name(root)}: records, editor, checks, and a README that explains them."]
    if not has_lif:
        says = "requirements.txt does not say yet where lif comes from; until it does, no check of changes can run."
        lines.append(paragraph(f"{says} It explains the two lines to choose from."))
    if existing:
        lines.append(paragraph(f"Left as they were: {', '.join(existing)}"))
    repository = _repository_around(root)
    if repository not in {None, root}:
        lines.append(
            paragraph(
                f"It lies inside the repository {repository}, whose services look for their files at its top only."
            )
        )
    lines += ["Next:", *(f"  {step}" for step in next_steps)]
    return "\n".join(lines)
