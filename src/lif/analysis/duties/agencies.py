"""Agencies and their roles on a day, and which of them are asked for returns and contributions."""

from datetime import date

from lif.model.kinds.partnership import Agency, DatedRole
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import AgencyRole

ASSESSED_ROLES = frozenset(
    {AgencyRole.SAFEGUARDING_PARTNER, AgencyRole.RELEVANT_AGENCY, AgencyRole.COMMISSIONED_SERVICE}
)
"""The roles of agencies that are held to the standards of the arrangements."""


def may_be_held(role: DatedRole, day: date) -> bool:
    """Whether the role may have been held that day; an unknown date counts as open."""
    return role.span.covers(day)


def roles_on(agency: Agency, day: date) -> frozenset[AgencyRole]:
    """The roles an agency may have held that day."""
    return frozenset(role.role for role in agency.roles if may_be_held(role, day))


def agencies_on(snapshot: Snapshot, day: date, roles: frozenset[AgencyRole] = ASSESSED_ROLES) -> tuple[Agency, ...]:
    """The agencies that held one of the roles that day, in the order of the partnership's list."""
    return tuple(agency for agency in snapshot.agencies.values() if roles_on(agency, day) & roles)


def name_of(snapshot: Snapshot, key: str) -> str:
    """An agency's name; its key where the partnership does not list it."""
    agency = snapshot.agency(key)
    return agency.name if agency else key
