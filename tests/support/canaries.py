"""The example with a word of its own in every text field of every record, and every report that can be made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from lif.diagnostics.code import Severity
from lif.diagnostics.location import FieldPath
from lif.disclosure.view_of import view_of
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.period import Period
from lif.model.registry import kind_of
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from lif.model.snapshot import Snapshot
from lif.output.documents.footnotes import add_footnotes
from lif.output.templates.render import render
from lif.reports.registry import BRIEFINGS, REPORTS
from lif.reports.report import AGENCY, Ask, Report
from lif.reports.request import Request
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.yaml.parse import marks, parse
from support.asking import built
from support.process import DAY
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
TODAY = date.fromisoformat(DAY)
PERIODS = tuple(
    Period(date(year, first, 1), date(year, last, 30), f"{year}")
    for year, first, last in ((2025, 4, 9), (2026, 4, 9), (2026, 10, 11))
)
YEARS = ("2023-24", "2024-25", "2025-26", "2026-27")
NARROW = (PUBLIC, PARTNERSHIP)


@dataclass(frozen=True)
class Canary:
    """A word put into one text field, and who may read it there."""

    word: str
    where: str
    reach: Sharing


@cache
def planted() -> tuple[dict[str, bytes], tuple[Canary, ...]]:
    """The example with a word of its own in every text field of every record."""
    planted: dict[str, bytes] = {}
    canaries: list[Canary] = []
    for path in sorted((EXAMPLE / "records").rglob("*.yaml")):
        name = path.relative_to(EXAMPLE).as_posix()
        data = path.read_bytes()
        text = data.decode()
        record_id = name.removeprefix("records/").removesuffix(".yaml")
        kind = kind_of(record_id)
        tree: Any = parse(data).tree
        assert kind is not None
        places = marks(data)
        whole = _narrower(Sharing(tree["sharing"]), PARTNERSHIP if _rests_on_a_draft(record_id) else PUBLIC)
        for at, reach in sorted(_texts(kind.model, tree, ()), key=lambda text: -places[text[0]].start):
            canary = Canary(f"canary{len(canaries):04}", f"{record_id} {at}", _narrower(whole, reach))
            text = f'{text[: places[at].start]}"{canary.word}"{text[places[at].end :]}'
            canaries.append(canary)
        planted[name] = text.encode()
    return planted, tuple(canaries)


@cache
def _rests_on_a_draft(record_id: str) -> bool:
    """Whether the record is a draft, or a finding whose source is one: neither is for the public yet."""
    tree: Any = parse((EXAMPLE / "records" / f"{record_id}.yaml").read_bytes()).tree
    return tree.get("draft") == "yes" or ("source" in tree and _rests_on_a_draft(tree["source"]))


def _texts(
    model: type[Part], tree: Any, at: FieldPath, around: Sharing = PUBLIC
) -> Iterator[tuple[FieldPath, Sharing]]:
    for name, value in tree.items():
        field = shape_of(model)[name]
        reach = _narrower(around, field.about.reach)
        values = enumerate(value) if field.is_list else [(None, value)]
        for index, item in values:
            here = (*at, name) if index is None else (*at, name, index)
            if field.part:
                yield from _texts(field.part, item, here, reach)
            elif field.is_text:
                yield here, reach


def _narrower(first: Sharing, other: Sharing) -> Sharing:
    return max(first, other, key=list(Sharing).index)


@cache
def seen_by(audience: Sharing) -> Snapshot:
    loaded = load(Memory(planted()[0]))
    assert [diagnostic for diagnostic in loaded.diagnostics if diagnostic.severity is Severity.ERROR] == []
    return view_of(loaded.snapshot, TODAY, audience).records


def whole() -> Snapshot:
    """Every record that was planted, for every audience."""
    return seen_by(RESTRICTED)


def every_request(snapshot: Snapshot, audience: Sharing) -> Iterator[tuple[Report, Request]]:
    """Every report there is, asked in as many ways as these records allow; a new report is here by itself."""
    asked = Request(TODAY)
    registers = snapshot.registers
    for report in (candidate for candidate in REPORTS if candidate.reaches.may_reach(audience)):
        requests = [asked]
        if Ask.YEAR in report.needs:
            requests = [replace(asked, year=Period.year(year)) for year in YEARS]
        if Ask.PERIOD in (*report.needs, *report.takes):
            requests = [replace(request, period=period) for request in requests for period in PERIODS]
        if Ask.CYCLE in (*report.needs, *report.takes):
            requests = [replace(request, cycle=cycle) for request in requests for cycle in registers["cycle"]]
        if Ask.AGENCY in report.takes:
            requests += [replace(request, agency=agency) for request in requests for agency in registers["agency"]]
        if Ask.ABOUT in report.needs:
            subjects = [entry.id for entry in snapshot.entries.values() if entry.kind.name in report.kinds]
            subjects += registers["agency"] if AGENCY in report.kinds else ()
            requests = [replace(request, about=about) for request in requests for about in subjects]
        yield from ((report, request) for request in requests)


@dataclass(frozen=True)
class Rendered:
    """One document of the example: its name, its values and its Markdown."""

    name: str
    said: Any
    text: str


def one_of_each(audience: Sharing) -> Iterator[Rendered]:
    """Every report and every form of briefing that is written for the audience, once."""
    snapshot = seen_by(audience)
    last = {report.name: (report, request) for report, request in every_request(snapshot, audience)}
    about = next(reversed([entry.id for entry in snapshot.entries.values() if entry.kind.name == "review"]))
    for form in BRIEFINGS:
        last[form.name] = (form, Request(TODAY, about=about))
    for report, request in last.values():
        said = built(report.build, whole(), request, audience)
        text = add_footnotes(render(report.name, said), snapshot, numbered=report.numbered)
        yield Rendered(report.name, said, text)


def closed_to(audience: Sharing) -> dict[str, str]:
    """Every planted word that this audience may not read, with where it stands."""
    return {canary.word: canary.where for canary in planted()[1] if not canary.reach.may_reach(audience)}
