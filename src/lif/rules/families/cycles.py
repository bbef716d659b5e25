"""Rules on cycles of standards: commissioned services are asked, and moderation is of its own cycle."""

from collections.abc import Iterator

from lif.analysis.duties.agencies import agencies_on
from lif.diagnostics.code import warning
from lif.model.kinds.assessment import Assessment
from lif.model.vocabulary import AgencyRole
from lif.rules.applicability import duties_apply_since, join_names, records_under_duty
from lif.rules.rule import Question, RuleProblem, rule

_COMMISSIONED = frozenset({AgencyRole.COMMISSIONED_SERVICE})


@rule(
    warning(
        "LIF738",
        "a commissioned service left out of a cycle",
        "cycles of standards leave out commissioned services",
        "F4.11",
        is_duty=True,
    )
)
def cycle_asks_commissioned_services(question: Question) -> Iterator[RuleProblem]:
    """A cycle that lists the agencies it asks lists every commissioned service of its day."""
    since, partnership = duties_apply_since(question), question.snapshot.partnership
    if since is None or partnership is None:
        return
    for index, cycle in enumerate(partnership.cycles):
        when = cycle.due or cycle.asked
        if not cycle.agencies or (when is not None and when.latest < since):
            continue
        services = agencies_on(question.snapshot, when.latest if when else question.today, _COMMISSIONED)
        missing = tuple(service.name for service in services if service.key not in cycle.agencies)
        if missing:
            message = f"asked of {len(cycle.agencies)} agencies, and not of {join_names(missing)}"
            hint = "Ask for a return, and add the service under `agencies`; or end its role, if it is no longer one."
            yield RuleProblem("partnership", ("cycles", index, "agencies"), message, hint)


@rule(
    warning(
        "LIF739",
        "moderation that was only carried over",
        "ratings repeat the moderation of the cycle before, word for word",
        "F4.11",
        is_duty=True,
    )
)
def moderation_is_of_this_cycle(question: Question) -> Iterator[RuleProblem]:
    """A rating that moderation changed was moderated in its own cycle, not only copied from the return before."""
    for entry in records_under_duty(question, Assessment):
        before = question.snapshot.entries.get(entry.record.follows or "")
        earlier = before.record.ratings if before and isinstance(before.record, Assessment) else ()
        known = {(rating.standard, rating.moderated, rating.moderated_because) for rating in earlier}
        for index, rating in enumerate(entry.record.ratings):
            is_change = rating.moderated and rating.moderated_because and rating.moderated != rating.own
            words_before = (rating.standard, rating.moderated, rating.moderated_because)
            if is_change and not rating.carried_from and words_before in known:
                message = f"`{rating.standard}` is moderated in the very words of {entry.record.follows}"
                hint = "Take `moderated` and `moderated_because` out until this cycle's moderation has looked at it."
                yield RuleProblem(entry.id, ("ratings", index, "moderated"), message, hint)


RULES = (cycle_asks_commissioned_services, moderation_is_of_this_cycle)
