"""Compose the text of a document from the options typed: shared by `report` and `brief`."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.disclosure.request import Request
    from lif.model.period import Period
    from lif.model.sharing import Sharing
    from lif.model.snapshot import Snapshot
    from lif.output.templates.template_files import Shelf
    from lif.reports.report import Report
    from lif.store.load.load import Loaded


_NEEDS_IN_WORDS = {"ID": "to know what it is on", "--period": "--period: a first and a last month"}


@dataclass(frozen=True, slots=True)
class Wish:
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
class Composed:
    """A composed document: its content as values and as Markdown, and the request it answers."""

    report: "Report"
    said: Any
    text: str
    request: "Request"
    loaded: "Loaded"
    seen: "Snapshot"
    shelf: "Shelf"


def compose(options: Options, report: "Report", wish: Wish, today: date | None = None) -> Composed:
    """Compose a document: load the records, keep what the audience and the priority allow, build, render, add notes."""
    from lif.disclosure.audience import for_audience, manifest
    from lif.disclosure.diagnostics import of_seen
    from lif.disclosure.few_children import with_none_of_few
    from lif.model.sharing import Sharing
    from lif.output.documents.footnotes import with_notes
    from lif.output.templates.render import render
    from lif.output.templates.template_files import Shelf
    from lif.reports.priority import on_priority
    from lif.store.load.judge import judged
    from lif.store.privacy.gate import let_through

    workspace = options.workspace()
    loaded = options.loaded(workspace)
    whole = loaded.snapshot
    audience = Sharing(options.audience) if options.audience else report.audience
    _refuse_too_wide(report, audience)
    visible, _ = for_audience(whole, audience)
    shelf = Shelf.of(workspace.root)
    request = replace(
        _request(visible, report, wish, audience, today or options.today),
        withheld=manifest(whole, visible, audience),
        templates=shelf.content(report.name),
        whole=whole,
    )
    if report.is_judged:
        request = replace(request, found=of_seen(judged(loaded, request.today), visible, audience))
    narrowed = on_priority(visible, request.themes, request.today)
    sections = report.wanted(wish.sections, by_priority=bool(request.priority))
    content = report.build(narrowed, request)
    text = render(report.name, content, shelf, report.headings, sections)
    _warn_if_template_is_old(options, shelf, report.name)
    with_footnotes = with_notes(text, visible, numbered=report.numbered)
    if audience is Sharing.PUBLIC:
        with_footnotes = with_none_of_few(with_footnotes, visible)
    return Composed(
        report, content, let_through(with_footnotes, loaded, options.today), request, loaded, visible, shelf
    )


def _refuse_too_wide(report: "Report", audience: "Sharing") -> None:
    from lif.errors import LifError

    if not report.reaches.may_reach(audience):
        raise LifError(
            f"{report.name} is not written for a {audience.value} audience: what it is about is closed to it.",
            f"Ask for --audience {report.reaches.value}, or leave --audience out.",
        )


def _request(seen: "Snapshot", report: "Report", wish: Wish, audience: Any, today: date) -> "Request":
    """The request of the report from what was typed; raises `LifError` where an option is missing or not taken."""
    from lif.cli.prompts.resolve_words import agency_asked
    from lif.disclosure.request import Request
    from lif.errors import LifError
    from lif.reports.priority import themes_of
    from lif.reports.report import Ask, year_asked

    usage = f"It is asked so: {_usage(report, seen)}"
    given_options = {Ask.YEAR: wish.year, Ask.PERIOD: wish.period, Ask.AGENCY: wish.agency}
    given_options |= {Ask.CYCLE: wish.cycle, Ask.ABOUT: wish.about}
    for ask, value in given_options.items():
        if value is not None and ask not in (*report.needs, *report.takes):
            raise LifError(f"{report.name} takes no {ask}.", usage)
        if value is None and ask in report.needs and ask is not Ask.YEAR:
            raise LifError(f"{report.name} needs {_NEEDS_IN_WORDS.get(ask, ask)}.", usage)
    subject = _find_subject(seen, report, wish.about) if wish.about else ""
    return Request(
        today=today,
        audience=audience,
        year=year_asked(wish.year) if Ask.YEAR in report.needs or wish.year else None,
        period=_parse_period(wish.period) if wish.period else None,
        agency=agency_asked(seen, wish.agency) if wish.agency else "",
        cycle=wish.cycle or "",
        about=subject,
        priority=wish.priority or "",
        themes=themes_of(seen, wish.priority) if wish.priority else frozenset(),
        asked=_command_line(wish, subject, audience.value, today),
    )


def _usage(report: "Report", seen: "Snapshot") -> str:
    """The command with everything the report needs, with examples from these records, and what it takes besides."""
    agency = next(iter(seen.agencies), "KEY")
    examples = {"--year": "2025-26", "--period": "2026-04/2026-09", "--agency": agency, "--cycle": "2025"}
    about = agency if "agency" in report.kinds else _newest(report, seen)
    needed = [about if need == "ID" else f"{need} {examples[need]}" for need in report.needs]
    taken = [f"[{option}]" if option == "ID" else f"[{option} {examples[option]}]" for option in report.takes]
    command = ["lif", "brief"] if report.numbered else ["lif", "report", report.name]
    listed = " and ".join(f"lif list {kind}" for kind in report.kinds if kind not in {"agency", "theme"})
    says = " ".join([*command, *needed, *taken])
    return f"{says}. {listed} gives the ids" if "ID" in report.needs and listed else says


def _newest(report: "Report", seen: "Snapshot") -> str:
    """The last record, in order of id, of a kind that the report is written on."""
    return next((entry.id for entry in reversed(list(seen.entries.values())) if entry.kind.name in report.kinds), "ID")


def _parse_period(text: str) -> "Period":
    from lif.errors import LifError
    from lif.model.period import Period, When

    if year := Period.year(text):
        return year
    try:
        when = When.parse(text)
    except ValueError:
        raise LifError(
            f'I don\'t know the period "{text}".',
            "Write its first and last month, 2025-10/2026-03 for a half-year, or a year: 2025-26",
        ) from None
    return Period(when.earliest, when.latest, str(when))


def _find_subject(seen: "Snapshot", report: "Report", text: str) -> str:
    from lif.analysis.themes.replaced_themes import successors
    from lif.cli.prompts.resolve_words import agency_asked, entry_asked
    from lif.errors import LifError
    from lif.model.registry import KINDS
    from lif.reports.report import AGENCY, THEME

    if AGENCY in report.kinds:
        return agency_asked(seen, text)
    if THEME in report.kinds and text in seen.themes:
        return successors(seen, text)
    entry = entry_asked(seen, text, report.kinds)
    if report.kinds and entry.kind.name not in report.kinds:
        folders = ", ".join(KINDS[name].folder if name in KINDS else "themes" for name in report.kinds)
        raise LifError(f"{report.name} is not written on {entry.kind.article}.", f"It is on one of: {folders}")
    return entry.id


def _command_line(wish: Wish, subject: str, audience: str, today: date) -> str:
    """The command that composes the same document from the same records."""
    option_pairs = (
        ("--year", wish.year), ("--period", wish.period), ("--agency", wish.agency), ("--cycle", wish.cycle),
        ("--form", wish.form), ("--priority", wish.priority), *(("--section", section) for section in wish.sections),
        ("--audience", audience), ("--today", today.isoformat()),
    )  # fmt: skip
    words: Sequence[str] = [word for name, value in option_pairs if value for word in (name, value)]
    return shlex.join(["lif", *wish.command, *filter(None, [subject]), *words])


def _warn_if_template_is_old(options: Options, shelf: "Shelf", name: str) -> None:
    if not options.quiet and (versions := shelf.older(name)):
        own, shipped = versions
        says = f"lif: {shelf.place(name)}.md.j2 is version {own or 'unknown'}; the one that ships is version {shipped}."
        typer.echo(f"{says} lif templates check {name} says whether it still fits.", err=True)
