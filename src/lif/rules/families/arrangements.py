"""Rules on the partnership's arrangements: groups, the roles of agencies, and who may read the records."""

from collections.abc import Iterator

from lif.diagnostics.code import error, warning
from lif.model.kinds.partnership import Agency, DatedRole
from lif.model.sharing import Sharing
from lif.model.vocabulary import words
from lif.rules.applicability import duties_apply_since, join_names
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    warning(
        "LIF760",
        "a group without terms or members",
        "groups have no terms, or no members by agency and role",
        "FA.1",
        is_duty=True,
    )
)
def group_has_terms_and_members(question: Question) -> Iterator[RuleProblem]:
    """A group that has not ended has terms, and members by agency and role."""
    partnership = question.snapshot.partnership
    if partnership is None or duties_apply_since(question) is None:
        return
    for index, group in enumerate(partnership.groups):
        is_over = group.until is not None and group.until.latest < question.today
        missing = tuple(name for name in ("terms", "members") if not getattr(group, name))
        if missing and not is_over:
            message = f"{group.name}: {join_names(missing)} not recorded"
            yield RuleProblem(
                "partnership", ("groups", index), message, "Add them; members by agency and role, never by name."
            )


@rule(
    warning(
        "LIF761",
        "an agency with no role, or two at once",
        "agencies have no role in the arrangements, or two at once",
        "F4.1",
        is_duty=True,
    )
)
def agency_has_one_role_at_a_time(question: Question) -> Iterator[RuleProblem]:
    """Every agency has a role with dates, and one role ends before another begins."""
    partnership = question.snapshot.partnership
    if partnership is None:
        return
    for index, agency in enumerate(partnership.agencies):
        if not agency.roles and duties_apply_since(question) is not None:
            message = f"{agency.name}: its role in the arrangements is not recorded"
            hint = "Say under `roles` what it is, and since when; a body outside is an outside-body."
            yield RuleProblem("partnership", ("agencies", index), message, hint)
        yield from _simultaneous_roles(agency, index)


def _simultaneous_roles(agency: Agency, index: int) -> Iterator[RuleProblem]:
    for position, later in enumerate(agency.roles):
        for earlier in agency.roles[:position]:
            if _certainly_overlap(earlier, later):
                message = f"{agency.name} is {words(earlier.role)} and {words(later.role)} at the same time"
                hint = "Give the earlier role its last day, or take the wrong one out."
                yield RuleProblem("partnership", ("agencies", index, "roles", position), message, hint)
                return


def _certainly_overlap(earlier: DatedRole, later: DatedRole) -> bool:
    """Whether both roles are certainly held on some day: each begins before the other is over."""
    return _is_not_over_before(earlier, later) and _is_not_over_before(later, earlier)


def _is_not_over_before(role: DatedRole, other: DatedRole) -> bool:
    return role.until is None or other.since is None or other.since.latest <= role.until.earliest


@rule(
    error(
        "LIF762",
        "a record its readers may not see",
        "records are shared less widely than this folder is read",
        "F1.4",
    )
)
def readers_may_see_everything(question: Question) -> Iterator[RuleProblem]:
    """Every record may be shared with all readers of the folder, because they can open every file in it."""
    partnership = question.snapshot.partnership
    if partnership is None or partnership.readers.level is Sharing.RESTRICTED:
        return
    readers = partnership.readers
    for entry in question.snapshot.entries.values():
        if not entry.record.sharing.may_reach(readers.level):
            message = f"{entry.record.sharing.value}, but everybody who can open this folder may see it: {readers.who}"
            hint = f"Keep it where only they can open it, or agree that it may be `sharing: {readers.level.value}`."
            yield RuleProblem(entry.id, ("sharing",), message, hint)


RULES = (group_has_terms_and_members, agency_has_one_role_at_a_time, readers_may_see_everything)
