"""Report lines on the partnership's arrangements: education's part in them, changes in the year, and sign-off."""

from collections.abc import Iterator

from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.review import Review
from lif.model.period import Period, When
from lif.model.vocabulary import RegularReport, words
from lif.reports.cited_sentence import Line, Within, quantity

_PARTNERSHIP = ("partnership",)


def education_lines(within: Within, partnership: Partnership) -> Iterator[Line]:
    """The groups that education agencies sit in, the work they took part in, and their contributions for the year."""
    names = {agency.key: agency.name for agency in partnership.agencies if agency.education}
    for group in partnership.groups:
        for member in group.members:
            if member.agency in names and group.span.overlaps(within.year):
                role = f" ({member.role})" if member.role else ""
                yield Line(f"{names[member.agency]}{role} is a member of the {group.name}", "", _PARTNERSHIP)
    looked_at = (*within.all(Review), *within.all(Audit))
    took_part = tuple(
        entry.id for entry in looked_at if names.keys() & {part.agency for part in entry.record.took_part}
    )
    if took_part:
        of_all = quantity(len(looked_at), "review or audit", "reviews and audits")
        yield Line(f"Education took part in {len(took_part)} of {of_all}", "", took_part)
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
