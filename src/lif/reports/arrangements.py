"""Judge the items of the guidance's list on the arrangements: contributions, costs, education, changes, sign-off."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lif.analysis.duties.money import budget_of, paid_by
from lif.analysis.themes.on_theme import has_begun
from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.partnership import Agency, Partnership
from lif.model.kinds.review import Review
from lif.model.period import Period, When
from lif.model.vocabulary import AgencyRole, RegularReport, words
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.guidance_answer import Judgement, judgement, only, out_of
from lif.reports.report import partnership_of

_PARTNERSHIP = ("partnership",)
_PARTNERS = ("safeguarding partner", "safeguarding partners")


def contributions(within: Within) -> Judgement:
    """The contribution of each safeguarding partner with a role in the year; those of other agencies are told apart."""
    return _from_each_partner(within, _has_content, "a contribution of")


def costs(within: Within) -> Judgement:
    """What each safeguarding partner of the year paid, and what the money was spent on, by the budget of the year."""
    entry = budget_of(within.known, within.year.name)
    partners, successor = _partners(partnership_of(within.known), within.year)
    paid = {successor[key] for key in paid_by(within.known, within.year.name) if key in successor}
    have = tuple(agency.name for agency in partners if agency.key in paid)
    lacking = _without(partners, paid)
    missing = [f"what {join_words(tuple(lacking))} paid"] if lacking else []
    if not partners:
        missing = ["which agencies were safeguarding partners"]
    if entry is None or not entry.record.spending:
        missing.append("what the money was spent on")
    says = (
        f"what {out_of(within, len(have), len(partners), *_PARTNERS)} paid: {join_words(have)}" if have else "",
        f"what it was spent on, for {quantity(len(entry.record.spending), 'purpose')}"
        if entry and entry.record.spending
        else "",
    )
    return judgement(says, (entry.id,) if entry else (), missing, counts=any(says))


def _has_content(sent: Contribution) -> bool:
    """Whether the contribution came: one that is only asked for has a day on which it is due, and nothing else."""
    if sent.received is not None or sent.activity or sent.data or sent.emerging_themes:
        return True
    return bool(sent.answers or sent.impact)


def _from_each_partner(within: Within, holds: Callable[[Contribution], bool], what: str) -> Judgement:
    partnership = partnership_of(within.known)
    partners, successor = _partners(partnership, within.year)
    sent = [entry for entry in within.named(Contribution) if holds(entry.record)]
    of_partners = [entry for entry in sent if successor.get(entry.record.agency) is not None]
    by = {successor[entry.record.agency] for entry in of_partners}
    others = [entry for entry in sent if entry not in of_partners]
    have = tuple(agency.name for agency in partners if agency.key in by)
    says = (
        f"{out_of(within, len(have), len(partners), *_PARTNERS)}: {join_words(have)}" if have else "",
        _others(within, {entry.record.agency for entry in others}, partners=successor, with_partners=bool(have)),
    )
    missing = [f"{what} {join_words(tuple(lacking))}"] if (lacking := _without(partners, by)) else []
    if not partners:
        missing = ["which agencies were safeguarding partners"]
    return judgement(says, (entry.id for entry in (*of_partners, *others)), missing, counts=bool(have))


def _without(partners: Iterable[Agency], by: Iterable[str]) -> list[str]:
    have = set(by)
    return [agency.name for agency in partners if agency.key not in have]


def _others(within: Within, sent: set[str], *, partners: Mapping[str, str], with_partners: bool) -> str:
    """`1 of 8 other agencies`; `other agencies only: 1` where no partner is among those who sent."""
    if not sent:
        return ""
    if not with_partners:
        return f"{only(within, 'other agencies')}: {len(sent)}"
    held = {
        agency.key
        for agency in partnership_of(within.known).agencies
        for role in agency.roles
        if role.role is not AgencyRole.OUTSIDE_BODY and role.span.overlaps(within.year)
    }
    return out_of(within, len(sent), len((held - partners.keys()) | sent), "other agency", "other agencies")


def _partners(partnership: Partnership, year: Period) -> tuple[list[Agency], dict[str, str]]:
    """The safeguarding partners of the year, and for each of them and its predecessors the partner it speaks as.

    A partner that another partner of the year succeeded is not counted beside it.
    """
    held = {
        agency.key: agency
        for agency in partnership.agencies
        for role in agency.roles
        if role.role is AgencyRole.SAFEGUARDING_PARTNER and role.span.overlaps(year)
    }
    speaks_as = {key: key for key in held}
    for key, agency in held.items():
        visited = {key}
        later = agency.succeeded_by
        while later in held and later not in visited:
            visited.add(later)
            speaks_as[key] = later
            later = held[later].succeeded_by
    return [agency for key, agency in held.items() if speaks_as[key] == key], speaks_as


def education(within: Within) -> Judgement:
    """How education is heard: in decisions as a member of groups, in operation in reviews, audits and contributions."""
    lines = tuple(education_lines(within, partnership_of(within.snapshot)))
    in_decisions = [line for line in lines if line.records == _PARTNERSHIP]
    says = (
        f"in decisions, as a member of {quantity(len(in_decisions), 'group')}" if in_decisions else "",
        "in operation, by what it took part in or sent" if len(lines) > len(in_decisions) else "",
    )
    missing = [] if in_decisions else ["how it is heard in decisions"]
    if len(lines) == len(in_decisions):
        missing.append("how it is heard in operation")
    return judgement(says, (), missing, counts=bool(lines), below=lines)


def changes(within: Within) -> Judgement:
    """What began or ended in the arrangements in the year, with the day from which it applies."""
    lines = tuple(arrangement_changes(within, partnership_of(within.snapshot)))
    says = quantity(len(lines), "change")
    missing = () if lines else ("a change with its day",)
    return judgement((says,) if lines else (), (), missing, counts=bool(lines), below=lines)


def sign_off(within: Within) -> Judgement:
    """The leads of the safeguarding partners who signed the report of the year off: n of N, the others by name."""
    partnership = partnership_of(within.known)
    partners, speaks_as = _partners(partnership, within.year)
    lines = tuple(sign_off_lines(within, partnership))
    by = {speaks_as[key] for key in _signed_off_by(within, partnership) if key in speaks_as}
    lacking = _without(partners, by)
    says = f"leads of {out_of(within, len(by), len(partners), *_PARTNERS)}" if by else ""
    missing = [f"the sign-off of {join_words(tuple(lacking))}"] if lacking else []
    if not partners:
        missing = ["which agencies were safeguarding partners"]
    return judgement((says,), (), missing, counts=bool(by), below=lines)


def _signed_off_by(within: Within, partnership: Partnership) -> Iterator[str]:
    for report in partnership.reports_made:
        if report.what is RegularReport.ANNUAL and report.covers == within.year.name:
            yield from report.signed_off_by


def education_lines(within: Within, partnership: Partnership) -> Iterator[Line]:
    """The groups that education agencies sit in, the work they took part in, and their contributions for the year."""
    names = {agency.key: agency.name for agency in partnership.agencies if agency.education}
    for group in partnership.groups:
        for member in group.members:
            if member.agency in names and group.span.overlaps(within.year):
                role = f" ({member.role})" if member.role else ""
                yield Line(f"{names[member.agency]}{role} is a member of the {group.name}", "", _PARTNERSHIP)
    looked_at = tuple(entry for entry in (*within.all(Review), *within.all(Audit)) if has_begun(within.snapshot, entry))
    took_part = tuple(
        entry.id for entry in looked_at if names.keys() & {part.agency for part in entry.record.took_part}
    )
    if took_part:
        share = out_of(within, len(took_part), len(looked_at), "review or audit", "reviews and audits")
        yield Line(f"Education took part in {share}", "", took_part)
    for contribution in within.named(Contribution):
        agency = contribution.record.agency
        if agency in names:
            yield Line(
                f"{names[agency]} sent a contribution", str(contribution.record.received or ""), (contribution.id,)
            )


def arrangement_changes(within: Within, partnership: Partnership) -> Iterator[Line]:
    """Names, roles of agencies and groups that began or ended in the year, by the partnership's own dates."""
    for name in partnership.names:
        yield from _began_or_ended(within.year, f"The name {name.name}", name.since, name.until)
    for agency in partnership.agencies:
        for role in agency.roles:
            yield from _began_or_ended(within.year, f"{agency.name} as {words(role.role)}", role.since, role.until)
    for group in partnership.groups:
        yield from _began_or_ended(within.year, group.name, group.since, group.until)


def _began_or_ended(year: Period, what: str, since: When | None, until: When | None) -> Iterator[Line]:
    for preposition, when in (("from", since), ("until", until)):
        if when is not None and when.overlaps(year):
            yield Line(f"{what}: {preposition} {when}", "", _PARTNERSHIP)


def sign_off_lines(within: Within, partnership: Partnership) -> Iterator[Line]:
    """The agencies whose leads signed off the yearly report of the year, and when."""
    names = {agency.key: agency.name for agency in partnership.agencies}
    for report in partnership.reports_made:
        if report.what is RegularReport.ANNUAL and report.covers == within.year.name and report.signed_off_by:
            who = ", ".join(names.get(agency, agency) for agency in report.signed_off_by)
            yield Line(f"Signed off by the leads of {who}", str(report.signed_off or ""), _PARTNERSHIP)


def answers_by_item(within: Within, partnership: Partnership) -> dict[str, tuple[Line, ...]]:
    """By item of the yearly report, the answers of agencies in their contributions."""
    names = {agency.key: agency.name for agency in partnership.agencies}
    by_item: dict[str, tuple[Line, ...]] = {}
    for contribution in within.named(Contribution):
        agency = names.get(contribution.record.agency, contribution.record.agency)
        for answer in contribution.record.answers:
            line = Line(f"{agency}: {answer.says}", "", (contribution.id, *answer.records))
            by_item[answer.item] = (*by_item.get(answer.item, ()), line)
    return by_item
