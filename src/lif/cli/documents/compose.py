"""Compose the text of a document from the options typed: shared by `report` and `brief`."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.diagnostics.diagnostic import Diagnostic
    from lif.model.period import Period
    from lif.model.sharing import Sharing
    from lif.model.snapshot import Snapshot
    from lif.model.view import View
    from lif.output.templates.template_files import TemplateFolders
    from lif.reports.report import Report
    from lif.reports.request import Request
    from lif.store.load.load import Loaded


_NEEDS_IN_WORDS = {"ID": "to know what it is on"}


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """What was typed: the command and its first words, then every option that a document can take."""

    command: tuple[str, ...]
    year: str | None = None
    period: str | None = None
    agency: str | None = None
    cycle: str | None = None
    about: str | None = None
    priority: str | None = None
    form: str | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComposedDocument:
    """A composed document: its content as values and as Markdown, and the request it answers."""

    report: "Report"
    content: Any
    text: str
    request: "Request"
    view: "View"
    loaded: "Loaded"
    folders: "TemplateFolders"


def compose(options: Options, report: "Report", typed: DocumentOptions, today: date | None = None) -> ComposedDocument:
    """Compose a document: load the records, keep what the audience and the priority allow, build, render, add notes."""
    from lif.disclosure.changed_evidence import changed_evidence
    from lif.disclosure.few_children import refuse_small_numbers
    from lif.disclosure.view_of import view_of
    from lif.model.sharing import Sharing
    from lif.output.documents.footnotes import add_footnotes
    from lif.output.templates.render import render
    from lif.output.templates.template_files import TemplateFolders
    from lif.reports.people_words import with_words
    from lif.reports.priority import narrow_to_themes
    from lif.store.privacy.gate import refuse_personal_data, refuse_private_template

    workspace = options.workspace()
    loaded = options.loaded(workspace)
    audience = Sharing(options.audience) if options.audience else report.audience
    _refuse_too_wide(report, audience)
    typed = _with_period(options, report, typed, loaded.snapshot, today or options.today)
    view = view_of(loaded.snapshot, today or options.today, audience, _span(report, typed))
    folders = TemplateFolders.of(workspace.root)
    request = replace(
        _request(view, report, typed, today or options.today),
        templates=folders.content(report.name),
        changed_evidence=changed_evidence(loaded.snapshot, view),
    )
    if report.is_judged:
        request = replace(request, diagnostics=_diagnostics(view, loaded))
    if request.themes:
        view = view.narrowed(lambda records, day: narrow_to_themes(records, request.themes, day))
    sections = report.wanted(typed.sections, by_priority=bool(request.priority))
    for name, source in folders.own_sources(report.name):
        refuse_private_template(source, folders.place(name), loaded)
    content = with_words(report.build(view, request), report, view, request)
    text = render(report.name, content, folders, report.headings, sections)
    _warn_if_template_is_old(options, folders, report.name)
    told = view.at(request.today).records  # a report on a past period also tells what came since then
    with_footnotes = add_footnotes(text, told, numbered=report.numbered)
    if audience is Sharing.PUBLIC:
        with_footnotes = refuse_small_numbers(with_footnotes, told)
    return ComposedDocument(
        report, content, refuse_personal_data(with_footnotes, loaded, options.today), request, view, loaded, folders
    )


def _with_period(
    options: Options, report: "Report", typed: DocumentOptions, snapshot: "Snapshot", today: date
) -> DocumentOptions:
    """The options with their period as months: `last quarter`, or the newest one where it has to be and was not typed.

    Which one was taken is printed on stderr.
    """
    from lif.model.settings import ReportPeriods
    from lif.reports.periods import last_period, newest_period
    from lif.reports.report import Ask

    if typed.period:
        return replace(typed, period=last_period(typed.period, today) or typed.period)
    if Ask.PERIOD not in report.needs:
        return typed
    periods = snapshot.partnership.report_periods if snapshot.partnership else ReportPeriods()
    newest = newest_period(periods, today)
    if not options.quiet:
        typer.echo(f"lif: no --period was named, so this is on {newest}, the newest that has ended.", err=True)
    return replace(typed, period=newest)


def _span(report: "Report", typed: DocumentOptions) -> "Period | None":
    """The year or period that the report covers; a period that only narrows what is new in it is not one."""
    from lif.reports.report import Ask, parse_year

    if Ask.YEAR in report.needs or (typed.year and Ask.YEAR in report.takes):
        return parse_year(typed.year)
    return _parse_period(typed.period) if typed.period and Ask.PERIOD in report.needs else None


def _diagnostics(view: "View", loaded: "Loaded") -> "tuple[Diagnostic, ...]":
    """What the rules find in the view; nothing in an edition, where a record that seems missing may be withheld."""
    from lif.store.load.judge import judge_anew

    return () if view.can_withhold else judge_anew(replace(loaded, snapshot=view.records, files={}), view.day)


def _refuse_too_wide(report: "Report", audience: "Sharing") -> None:
    from lif.errors import LifError

    if not report.reaches.may_reach(audience):
        raise LifError(
            f"{report.name} is not written for a {audience.value} audience: what it is about is closed to it.",
            f"Ask for --audience {report.reaches.value}, or leave --audience out.",
        )


def _request(view: "View", report: "Report", typed: DocumentOptions, today: date) -> "Request":
    """The request of the report from what was typed; raises `LifError` where an option is missing or not taken."""
    from lif.cli.prompts.resolve_words import find_agency
    from lif.errors import LifError
    from lif.reports.priority import themes_of
    from lif.reports.report import Ask, parse_year
    from lif.reports.request import Request

    visible = view.records
    usage = f"It is asked so: {_usage(report, visible, today)}"
    given_options = {Ask.YEAR: typed.year, Ask.PERIOD: typed.period, Ask.AGENCY: typed.agency}
    given_options |= {Ask.CYCLE: typed.cycle, Ask.ABOUT: typed.about}
    for ask, value in given_options.items():
        if value is not None and ask not in (*report.needs, *report.takes):
            raise LifError(f"{report.name} takes no {ask}.", usage)
        if value is None and ask in report.needs and ask is not Ask.YEAR:
            raise LifError(f"{report.name} needs {_NEEDS_IN_WORDS.get(ask, ask)}.", usage)
    subject = _find_subject(view, report, typed.about) if typed.about else ""
    return Request(
        today=today,
        year=parse_year(typed.year) if Ask.YEAR in report.needs or typed.year else None,
        period=_parse_period(typed.period) if typed.period else None,
        agency=find_agency(visible, typed.agency) if typed.agency else "",
        cycle=typed.cycle or "",
        about=subject,
        priority=typed.priority or "",
        themes=themes_of(visible, typed.priority) if typed.priority else frozenset(),
        command=_command_line(typed, subject, view.audience.value, today),
    )


def _usage(report: "Report", visible: "Snapshot", today: date) -> str:
    """The command with everything the report needs, with examples from these records, and what it takes besides."""
    from lif.model.settings import ReportPeriods
    from lif.reports.periods import newest_period

    agency = next(iter(visible.agencies), "KEY")
    periods = visible.partnership.report_periods if visible.partnership else ReportPeriods()
    examples = {"--year": "2025-26", "--period": newest_period(periods, today), "--agency": agency, "--cycle": "2025"}
    about = agency if "agency" in report.kinds else _newest(report, visible)
    needed = [about if need == "ID" else f"{need} {examples[need]}" for need in report.needs]
    taken = [f"[{option}]" if option == "ID" else f"[{option} {examples[option]}]" for option in report.takes]
    command = ["lif", "brief"] if report.numbered else ["lif", "report", report.name]
    listed = " and ".join(f"lif list {kind}" for kind in report.kinds if kind not in {"agency", "theme"})
    says = " ".join([*command, *needed, *taken])
    return f"{says}. {listed} gives the ids" if "ID" in report.needs and listed else says


def _newest(report: "Report", visible: "Snapshot") -> str:
    """The last record, in order of id, of a kind that the report is written on."""
    return next(
        (entry.id for entry in reversed(list(visible.entries.values())) if entry.kind.name in report.kinds), "ID"
    )


def _parse_period(text: str) -> "Period":
    from lif.reports.periods import parse_period

    return parse_period(text)


def _find_subject(view: "View", report: "Report", text: str) -> str:
    from lif.analysis.themes.replaced_themes import current_theme
    from lif.cli.prompts.resolve_words import find_agency, find_in_view
    from lif.errors import LifError
    from lif.model.registry import KINDS
    from lif.reports.report import AGENCY, THEME

    if AGENCY in report.kinds:
        return find_agency(view.records, text)
    if THEME in report.kinds and text in view.records.themes:
        return current_theme(view.records, text)
    entry = find_in_view(view, text, report.kinds)
    if report.kinds and entry.kind.name not in report.kinds:
        folders = ", ".join(KINDS[name].folder if name in KINDS else "themes" for name in report.kinds)
        raise LifError(f"{report.name} is not written on {entry.kind.article}.", f"It is on one of: {folders}")
    return entry.id


def _command_line(typed: DocumentOptions, subject: str, audience: str, today: date) -> str:
    """The command that composes the same document from the same records."""
    option_pairs = (
        ("--year", typed.year), ("--period", typed.period), ("--agency", typed.agency), ("--cycle", typed.cycle),
        ("--form", typed.form), ("--priority", typed.priority), *(("--section", section) for section in typed.sections),
        ("--audience", audience), ("--today", today.isoformat()),
    )  # fmt: skip
    words: Sequence[str] = [word for name, value in option_pairs if value for word in (name, value)]
    return shlex.join(["lif", *typed.command, *filter(None, [subject]), *words])


def _warn_if_template_is_old(options: Options, folders: "TemplateFolders", name: str) -> None:
    if not options.quiet and (versions := folders.older(name)):
        own, shipped = versions
        says = (
            f"lif: {folders.place(name)}.md.j2 is version {own or 'unknown'}; the one that ships is version {shipped}."
        )
        typer.echo(f"{says} lif templates check {name} says whether it still fits.", err=True)
