"""`lif templates`: list the templates of reports, copy one to change it, check whether changed ones still fit."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.output.templates.template_files import TemplateFolders
    from lif.reports.report import Report


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "templates")
    def templates(
        options: Options,
        *,
        what: Annotated[Literal["list", "copy", "check"], typer.Argument(help="What to do.")] = "list",
        name: Annotated[
            str | None, typer.Argument(help="Which template; without one, list and check take all.")
        ] = None,
        force: Annotated[bool, typer.Option("--force", help="Copy over a template of yours that differs.")] = False,
    ) -> int:
        """List, copy or check the templates of reports.

        A copy goes into your own `templates` folder, where it is used.

        Your own copy is used instead of the one that ships. A check names each unknown word and each missing heading
        with its line; nothing of your records is needed for it. `reference.docx` is the Word file that Word documents
        take their look from: letters, headings, margins, what stands at the head and foot of each page.

        Examples: lif templates; lif templates copy annual; lif templates check; lif templates check annual;
        lif templates copy reference.docx
        """
        from lif.cli.exits import CLEAN
        from lif.errors import LifError
        from lif.output.templates.template_files import REFERENCE, TemplateFolders

        workspace = options.workspace()
        folders = TemplateFolders.of(workspace.root)
        reports = _reports()
        is_other_template = name == REFERENCE or (name is not None and TemplateFolders().find(name) is not None)
        if name is not None and name not in reports and not (what == "copy" and is_other_template):
            raise LifError(f'There is no template called "{name}".', f"Templates: {', '.join(reports)}")
        chosen = {name: reports[name]} if name in reports else reports
        if what == "copy":
            return _copy_template(options, name, force=force)
        if what == "check":
            return _check_templates(options, folders, chosen)
        _list_templates(options, folders, chosen)
        return CLEAN


def _reports() -> "dict[str, Report]":
    from lif.reports.registry import DOCUMENTS

    return {report.name: report for report in DOCUMENTS}


def _list_templates(options: Options, folders: "TemplateFolders", chosen: "dict[str, Report]") -> None:
    from lif.cli.prompts.drafts import print_result
    from lif.output.templates.template_files import REFERENCE
    from lif.output.text.terminal import columns

    rows: list[dict[str, Any]] = [
        {
            "name": name,
            "version": folders.version(name),
            "own": folders.is_own(name),
            "ships": (folders.older(name) or (0, folders.version(name)))[1],
            "sections": list(report.headings),
        }
        for name, report in chosen.items()
    ]
    lines = [
        (row["name"], f"version {row['version']}", _whose_template(row), ", ".join(row["sections"])) for row in rows
    ]
    is_own = folders.reference is not None
    lines.append((REFERENCE, "", "your own" if is_own else "ships with lif", "the look of Word files"))
    print_result(options, columns(lines), templates=rows, reference={"name": REFERENCE, "own": is_own})


def _whose_template(row: dict[str, Any]) -> str:
    if not row["own"]:
        return "ships with lif"
    return "your own" if row["ships"] == row["version"] else f"your own; version {row['ships']} ships"


def _copy_template(options: Options, name: str | None, *, force: bool) -> int:
    from lif.cli.exits import CLEAN
    from lif.errors import LifError
    from lif.output.documents.page import folder
    from lif.output.templates.template_files import ENDING, FOLDER, REFERENCE, TemplateFolders
    from lif.store.write.document import save

    if name is None:
        raise LifError("Which template?", "Say it: lif templates copy annual")
    is_look = name == REFERENCE
    file, content = (
        (name, (folder() / name).read_bytes()) if is_look else (f"{name}{ENDING}", TemplateFolders().text(name))
    )
    save(options.workspace().root / FOLDER / file, content, over=force, make_folder=True)
    typer.echo(f"{FOLDER}/{file}")
    return CLEAN


def _check_templates(options: Options, folders: "TemplateFolders", chosen: "dict[str, Report]") -> int:
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.cli.prompts.drafts import print_result
    from lif.output.templates.render import check
    from lif.output.text.terminal import safe_line
    from lif.reports.template_sample import sample_values

    faults: list[dict[str, Any]] = []
    for name, report in chosen.items():
        faults += check(name, sample_values(report), folders, report.headings)
    lines = [f"{folders.place(fault['template'])}:{fault['line']}: {safe_line(fault['says'])}" for fault in faults]
    lines += [_version_warning(folders, name) for name in chosen if folders.older(name)]
    print_result(options, "\n".join(lines) or f"{len(chosen)} of {len(chosen)} templates fit.", wrong=faults)
    return PROBLEMS if faults else CLEAN


def _version_warning(folders: "TemplateFolders", name: str) -> str:
    own, shipped = folders.older(name) or (0, 0)
    return f"{folders.place(name)}.md.j2: version {own or 'unknown'}; the one that ships is version {shipped}"
