"""`lif import`: take in what people changed in a workbook, and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.exports.subjects import layout_named, subject_names
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.cli.imports.planned import Planned


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "import", writes=True)
    def import_(
        options: Options,
        *,
        what: Annotated[str, typer.Argument(help="What it holds, as in lif export.", autocompletion=subject_names)],
        file: Annotated[Path, typer.Argument(metavar="FILE", help="A workbook that came back: .xlsx or .ods.")],
        apply: Annotated[bool, typer.Option("--apply", help="Write it; otherwise it is only shown.")] = False,
        sheet: Annotated[
            list[str] | None, typer.Option("--sheet", metavar="NAME", help="Only this sheet; as often as needed.")
        ] = None,
    ) -> int:
        """Take in what was changed in a workbook.

        Compares what was exported, what came back, and what the records say now. A changed cell changes one field; a
        row without a reference is a new record; a row that is gone deletes nothing. What was changed on both sides is
        shown, and then nothing is written. Without --apply nothing is written either: it says what would change, as
        lif diff does. Everything is searched for personal data first.

        Examples: lif import actions ../police.xlsx; lif import actions ../police.xlsx --apply
        """
        from lif.cli.imports.planned import plan_of_workbook

        layout = layout_named(what)
        planned = plan_of_workbook(options, layout, file, tuple(sheet or ()))
        return _say_and_write(options, planned, f"lif import {layout.what} {file} --apply", apply=apply)


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
