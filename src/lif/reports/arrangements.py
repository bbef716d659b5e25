"""What records show of the arrangements themselves: how education is heard, what changed, and who signed a year off."""

from collections.abc import Iterator

from lif.model.kinds.audit import Audit
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.review import Review
from lif.model.period import Period, When
from lif.model.vocabulary import RegularReport, words
from lif.reports.cited_sentence import Line, Within, counted_of

_PARTNERSHIP = ("partnership",)


def education_heard(within: Within, partnership: Partnership) -> Iterator[Line]:
    """Where agencies marked as education sit, what they took part in, and what they sent for the year."""
    mine = {agency.key: agency.name for agency in partnership.agencies if agency.education}
    for group in partnership.groups:
        for member in group.members:
            if member.agency in mine and _lasted_into(within.year, group.since, group.until):
                role = f" ({member.role})" if member.role else ""
                yield Line(f"{mine[member.agency]}{role} is a member of the {group.name}", "", _PARTNERSHIP)
    looked_at = (*within.all(Review), *within.all(Audit))
    took_part = tuple(one.id for one in looked_at if mine.keys() & {part.agency for part in one.record.took_part})
    if took_part:
        of_all = counted_of(len(looked_at), "review or audit", "reviews and audits")
        yield Line(f"Education took part in {len(took_part)} of {of_all}", "", took_part)
    for sent in within.named(Contribution):
        if sent.record.agency in mine:
            yield Line(f"{mine[sent.record.agency]} sent a contribution", str(sent.record.received or ""), (sent.id,))


def _lasted_into(year: Period, since: When | None, until: When | None) -> bool:
    return (since is None or since.earliest <= year.until) and (until is None or until.latest >= year.since)


def changes(within: Within, partnership: Partnership) -> Iterator[Line]:
    """Names, roles of agencies and groups that began or ended in the year, by the partnership's own dates."""
    for name in partnership.names:
        yield from _began_or_ended(within.year, f"The name {name.name}", name.since, name.until)
    for agency in partnership.agencies:
        for one in agency.roles:
            yield from _began_or_ended(within.year, f"{agency.name} as {words(one.role)}", one.since, one.until)
    for group in partnership.groups:
        yield from _began_or_ended(within.year, group.name, group.since, group.until)


def _began_or_ended(year: Period, what: str, since: When | None, until: When | None) -> Iterator[Line]:
    for said, when in (("from", since), ("until", until)):
        if when is not None and when.overlaps(year):
            yield Line(f"{what}: {said} {when}", "", _PARTNERSHIP)


def signed_off(within: Within, partnership: Partnership) -> Iterator[Line]:
    """The yearly report of the year, by the leads of which agencies it was signed off, and when."""
    names = {agency.key: agency.name for agency in partnership.agencies}
    for made in partnership.reports_made:
        if made.what is RegularReport.ANNUAL and made.covers == within.year.name and made.signed_off_by:
            who = ", ".join(names.get(one, one) for one in made.signed_off_by)
            yield Line(f"Signed off by the leads of {who}", str(made.signed_off or ""), _PARTNERSHIP)


def answers(within: Within, partnership: Partnership) -> dict[str, tuple[Line, ...]]:
    """What agencies wrote in their contributions to items of the yearly report, by item."""
    names = {agency.key: agency.name for agency in partnership.agencies}
    found: dict[str, tuple[Line, ...]] = {}
    for sent in within.named(Contribution):
        for one in sent.record.answers:
            said = Line(f"{names.get(sent.record.agency, sent.record.agency)}: {one.says}", "", (sent.id, *one.records))
            found[one.item] = (*found.get(one.item, ()), said)
    return found
