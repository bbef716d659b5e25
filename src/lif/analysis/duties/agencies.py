"""Agencies on a day: which roles they held, and who of them is asked for returns and contributions."""

from datetime import date

from lif.model.kinds.partnership import Agency, DatedRole
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import AgencyRole

ASKED = frozenset({AgencyRole.SAFEGUARDING_PARTNER, AgencyRole.RELEVANT_AGENCY, AgencyRole.COMMISSIONED_SERVICE})
"""The roles of those who are held to the standards of the arrangements."""


def holds(role: DatedRole, day: date) -> bool:
    """Whether the role may have been held that day; dates that are not known leave it open."""
    begun = role.since is None or role.since.earliest <= day
    return begun and (role.until is None or role.until.latest >= day)


def roles_on(agency: Agency, day: date) -> frozenset[AgencyRole]:
    """What an agency was that day."""
    return frozenset(role.role for role in agency.roles if holds(role, day))


def agencies_on(snapshot: Snapshot, day: date, roles: frozenset[AgencyRole] = ASKED) -> tuple[Agency, ...]:
    """The agencies that held one of the roles that day, in the order of the partnership's list."""
    listed = snapshot.registers["agency"].values()
    return tuple(one for one in listed if isinstance(one, Agency) and roles_on(one, day) & roles)


def name_of(snapshot: Snapshot, key: str) -> str:
    """An agency's name; its key where the partnership does not know it."""
    agency = snapshot.registers["agency"].get(key)
    return agency.name if isinstance(agency, Agency) else key
