"""`lif import`: take in what people changed in a workbook, and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.exports.subjects import layout_named, subject_names
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.cli.imports.planned import Planned
    from lif.exchange.layout import Layout


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "import", writes=True)
    def import_(  # noqa: PLR0913 - a parameter for each option
        options: Options,
        *,
        what: Annotated[str, typer.Argument(help="What it holds, as in lif export.", autocompletion=subject_names)],
        file: Annotated[
            Path, typer.Argument(metavar="FILE", help="A workbook that came back, or a tracker: .xlsx, .ods or .csv.")
        ],
        apply: Annotated[bool, typer.Option("--apply", help="Write it; otherwise it is only shown.")] = False,
        sheet: Annotated[
            list[str] | None, typer.Option("--sheet", metavar="NAME", help="Only this sheet; as often as needed.")
        ] = None,
        map_file: Annotated[
            Path | None, typer.Option("--map", metavar="FILE", help="A map of the columns of your own tracker.")
        ] = None,
        guess: Annotated[bool, typer.Option("--guess", help="Propose a map for your own tracker, and stop.")] = False,
    ) -> int:
        """Take in what was changed in a workbook.

        Compares what was exported, what came back, and what the records say now. A changed cell changes one field; a
        row without a reference is a new record; a row that is gone deletes nothing. What was changed on both sides is
        shown, and then nothing is written. Without --apply nothing is written either: it says what would change, as
        lif diff does. Everything is searched for personal data first.

        A tracker of your own needs a map of its columns: --guess proposes one, and says how sure it is.

        Examples: lif import actions ../police.xlsx; lif import actions ../police.xlsx --apply; lif import actions
        ../tracker.xlsx --guess > maps/actions.yaml; lif import actions ../tracker.xlsx --map maps/actions.yaml
        """
        from lif.cli.imports.planned import plan_of_workbook
        from lif.cli.imports.tracker_plan import plan_of_tracker

        layout = layout_named(what)
        if guess:
            return _propose(options, layout, file, (sheet or [""])[0])
        if map_file is not None:
            planned = plan_of_tracker(options, layout, file, map_file)
            return _say_and_write(options, planned, f"lif import {what} {file} --map {map_file} --apply", apply=apply)
        planned = plan_of_workbook(options, layout, file, tuple(sheet or ()))
        return _say_and_write(options, planned, f"lif import {what} {file} --apply", apply=apply)


def _propose(options: Options, layout: "Layout", file: Path, sheet: str) -> int:
    from lif.cli.exits import CLEAN
    from lif.cli.imports.tracker_plan import guessed_map
    from lif.cli.prompts.drafts import print_result

    text, found = guessed_map(options, layout, file, sheet)
    print_result(options, text.rstrip("\n"), map=text, guesses=list(found))
    return CLEAN


def _say_and_write(options: Options, planned: "Planned", command_line: str, *, apply: bool) -> int:
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.cli.imports.said import import_fields, notes_of, print_conflicts, print_notes, print_problems
    from lif.cli.prompts.drafts import print_result
    from lif.output.text.change import compared_text
    from lif.output.text.terminal import count_noun, safe_text
    from lif.store.write.writer import write

    is_written = apply and bool(planned.changes)
    if is_written:
        write(options.workspace().root, planned.changes)
    if not options.quiet:
        print_notes((*planned.file_notes, *notes_of(planned.compared)))
    print_problems(planned.problems)
    print_conflicts(planned.compared.conflicts)
    if planned.is_refused:
        parts = [count_noun(len(planned.problems), "problem")] if planned.problems else []
        parts += [count_noun(len(planned.compared.conflicts), "conflict")] if planned.compared.conflicts else []
        typer.echo(f"lif: {' and '.join(parts)}; nothing was written.", err=True)
        text = ""
    elif planned.visible is None:
        text = "Nothing was changed in the file that the records do not say already."
    else:
        text = compared_text(planned.visible).rstrip("\n")
    fields = import_fields(planned.compared, planned.problems, planned.visible)
    print_result(options, text, written=is_written, **fields)
    if planned.changes and not options.quiet:
        files = count_noun(len(planned.changes), "file")
        says = f"Wrote {files}." if is_written else f"Nothing was written yet. To write {files}: {command_line}"
        typer.echo(safe_text(f"lif: {says}"), err=True)
    return PROBLEMS if planned.is_refused else CLEAN
