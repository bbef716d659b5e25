"""Rules on changes: agreed, closed or published records are added to, not altered. Only `lif diff` runs them."""

from collections.abc import Iterator
from datetime import date

from lif.changes.change import ChangeKind, FieldChange, RecordChange, part_at
from lif.changes.change_words import reason_of_move, times_moved
from lif.changes.field_words import format_date
from lif.diagnostics.code import error, warning
from lif.model.parts.shape import field_at
from lif.model.period import When
from lif.model.sharing import Sharing
from lif.model.vocabulary import words
from lif.rules.change_rule import Comparison, change_rule
from lif.rules.rule import RuleProblem

_HOUSEKEEPING_FIELDS = {"sources", "disputed", "inferred", "retention_review", "allow", "notes", "sharing", "draft"}
"""Fields about keeping the record and its sources, which may change at any time."""
_UNDECIDED = (None, "not-known")  # to fill in what is not decided yet is no alteration
_MOST_NAMED = 10
"""How many of the records that cite a removed record a message names."""
_OPEN_AFTER_CLOSING = {"progress", "measures", "unintended", "moved"}
"""Fields of an action that may be added to after it was closed."""


@change_rule(warning("LIF801", "a closed action altered", "closed actions were altered", "F4.6"))
def closed_actions_are_not_altered(comparison: Comparison) -> Iterator[RuleProblem]:
    """A closed action stays as the group saw it; steps and readings may be added, and nothing else changes."""
    for change in _changed_records(comparison, "action"):
        closed = change.before.get("closed")
        if closed is None or change.after.get("closed") is None:
            continue
        altered = [
            field_change
            for field_change in _altered_fields(change)
            if field_change.at[0] not in {"evidence", "closed"}
            and not (field_change.at[0] in _OPEN_AFTER_CLOSING and field_change.before is None)
        ]
        if altered:
            names = ", ".join(dict.fromkeys(f"`{field_change.at[0]}`" for field_change in altered))
            message = f"was closed on {format_date(closed)}, and now {names} differs from what was closed"
            yield RuleProblem(
                change.id, _current_path(altered[0]), message, "Leave it as it was closed; write a new action for more."
            )


@change_rule(warning("LIF802", "a published review altered", "published reviews were altered", "F1.4"))
def published_reviews_are_not_altered(comparison: Comparison) -> Iterator[RuleProblem]:
    """The title and recommendations of a published review, audit or inspection stay as readers outside have them."""
    for change in _changed_records(comparison, "review", "audit", "inspection"):
        life = change.before.get("life")
        dates = {**change.before, **(life if isinstance(life, dict) else {})}
        published = dates.get("published") or dates.get("reported")
        altered = [
            field_change
            for field_change in _altered_fields(change)
            if field_change.before is not None and field_change.at[0] in {"title", "recommendations"}
        ]
        if published is not None and altered:
            names = ", ".join(dict.fromkeys(f"`{field_change.at[0]}`" for field_change in altered))
            message = f"was published on {format_date(published)}, and now its {names} read otherwise"
            hint = "Keep the words that were published; put what is known better into `disputed`, or a new finding."
            yield RuleProblem(change.id, _current_path(altered[0]), message, hint)


@change_rule(
    error("LIF803", "a record removed that others cite", "records were removed that others cite", "F1.2"),
    same_as=("LIF301",),
)
def cited_records_are_not_removed(comparison: Comparison) -> Iterator[RuleProblem]:
    """A record that others cite is not removed, because that would break the line of sight."""
    for change in comparison.changes.of(ChangeKind.REMOVED):
        citing_ids = {
            entry.id
            for entry in comparison.after.every()
            for citation in entry.citations
            if citation.record == change.id
        }
        if citing_ids:
            count = "1 record cites" if len(citing_ids) == 1 else f"{len(citing_ids)} records cite"
            more = ", …" if len(citing_ids) > _MOST_NAMED else ""
            message = f"is removed, and {count} it: {', '.join(sorted(citing_ids)[:_MOST_NAMED])}{more}"
            hint = "Bring it back. `lif move` renames a record with its citations; `superseded_by` retires a finding."
            yield RuleProblem(change.id, (), message, hint)


@change_rule(
    warning(
        "LIF804",
        "a due date moved again, or without a reason",
        "due dates were moved again, or without a reason",
        "F4.6",
    ),
    same_as=("LIF405",),
)
def due_date_moves_once_and_with_a_reason(comparison: Comparison) -> Iterator[RuleProblem]:
    """A due date is moved once at most, and with a reason: an action whose date slips quietly is forgotten."""
    for change in _changed_records(comparison, "action"):
        due = change.of("due")
        if due is None or not due.before or not due.after or due.after <= due.before:
            continue
        count, reason = times_moved(change), reason_of_move(change)
        if count == 1 and reason:
            continue
        often = "" if count == 1 else f", and has been moved {count} times by now"
        no_reason = "" if reason else "; no reason given"
        message = f"due date moved from {format_date(due.before)} to {format_date(due.after)}{often}{no_reason}"
        hint = (
            "Write under `moved` from when, to when, why and who agreed; ask the group whether the action still fits."
        )
        yield RuleProblem(change.id, ("due",), message, hint)


@change_rule(error("LIF805", "evidence removed from a closed action", "closed actions lost evidence", "F4.6", "F7.4"))
def closed_actions_keep_their_evidence(comparison: Comparison) -> Iterator[RuleProblem]:
    """A closed action keeps its evidence: without it, the reason for closing is lost."""
    for change in _changed_records(comparison, "action"):
        removed_evidence = [
            field_change
            for field_change in change.fields
            if field_change.at[0] == "evidence" and field_change.item_is is ChangeKind.REMOVED
        ]
        removed_follow_ups = [
            field_change
            for field_change in change.fields
            if "follow_up" in field_change.at and field_change.after is None
        ]
        if change.before.get("closed") and change.after.get("closed") and (removed_evidence or removed_follow_ups):
            lost = removed_evidence[0].item if removed_evidence else "a follow-up of its measures"
            message = f"was closed on {format_date(change.before['closed'])}, and no longer rests on {lost}"
            hint = "Bring it back; if it was wrong, open the action again and say so in its progress."
            yield RuleProblem(change.id, ("evidence",) if change.after.get("evidence") else ("closed",), message, hint)


@change_rule(
    warning("LIF806", "a grade moderated without a reason", "grades were moderated without a reason", "F4.11"),
    same_as=("LIF732",),
)
def moderated_grade_has_a_reason(comparison: Comparison) -> Iterator[RuleProblem]:
    """A moderated grade has a reason: without one, a changed grade teaches nothing."""
    for change in _changed_records(comparison, "assessment", "audit"):
        for field_change in change.fields:
            if (
                field_change.at[-1] != "moderated"
                or field_change.after is None
                or field_change.item_is is ChangeKind.REMOVED
            ):
                continue
            part = part_at(change.after, field_change.at[:-1])
            if part.get("moderated_because") or field_change.after == part.get("own"):
                continue
            old_grade = field_change.before or part.get("own")
            from_text = f"from {words(str(old_grade))} " if old_grade else ""
            message = (
                f"{field_change.item}: grade moderated {from_text}to {words(str(field_change.after))}: no reason given"
            )
            yield RuleProblem(
                change.id, field_change.at, message, "Write the reason beside it, in `moderated_because`."
            )


@change_rule(warning("LIF807", "a past date rewritten", "dates in the past were rewritten", "F1.3"))
def past_dates_are_not_rewritten(comparison: Comparison) -> Iterator[RuleProblem]:
    """A date in the past may become more precise, but is not replaced by another day."""
    for change in comparison.changes.records:
        for field_change in change.fields:
            field = field_at(change.kind.model, field_change.at)
            is_date = field is not None and field.kind_of_value in {When, date}
            if is_date and field_change.before and field_change.after and not _may_change(field_change):
                before, after = _parse_when(field_change.before), _parse_when(field_change.after)
                if before and after and before.latest < comparison.today and not _is_within(after, before):
                    was, now = format_date(field_change.before), format_date(field_change.after)
                    message = f"`{field_change.field}` was {was}, and is now {now}"
                    hint = "If the first date was a slip, say in the commit where the right one stands."
                    yield RuleProblem(change.id, field_change.at, message, hint)


@change_rule(error("LIF808", "a serious risk taken back", "findings no longer mean serious risk", "F7.6"))
def serious_risk_is_not_taken_back(comparison: Comparison) -> Iterator[RuleProblem]:
    """A finding keeps its mark of serious risk, unless a later finding supersedes it."""
    for change in _changed_records(comparison, "finding"):
        field_change = change.of("serious_risk")
        if field_change is not None and field_change.before == "yes" and not change.after.get("superseded_by"):
            hint = "Keep it, and write the finding that shows the risk is over; then name it in `superseded_by`."
            yield RuleProblem(change.id, (), "meant serious risk, and says so no longer", hint)


@change_rule(
    error(
        "LIF809",
        "a decision altered rather than superseded",
        "decisions were altered rather than superseded",
        "F4.4",
        "F6.2",
    )
)
def decisions_are_superseded_not_altered(comparison: Comparison) -> Iterator[RuleProblem]:
    """A decision is not altered after its day; a new decision supersedes it."""
    fields = {"group", "date", "says", "theme", "disposition", "because", "confidence", "takes_effect", "to"}
    fields |= {"review_decision"}
    for change in _changed_records(comparison, "decision"):
        decision_date = _parse_when(change.before.get("date"))
        altered = [
            field_change
            for field_change in change.fields
            if field_change.before not in _UNDECIDED and field_change.at[0] in fields
        ]
        if (
            decision_date
            and decision_date.latest < comparison.today
            and change.before.get("draft") != "yes"
            and altered
        ):
            names = ", ".join(dict.fromkeys(f"`{field_change.at[0]}`" for field_change in altered))
            message = f"was decided on {format_date(change.before['date'])}, and now its {names} differs"
            hint = "Leave it, and write the new decision with `supersedes`."
            yield RuleProblem(change.id, _current_path(altered[0]), message, hint)


@change_rule(warning("LIF810", "a closed action opened again", "closed actions were opened again", "F6.4"))
def closed_actions_are_not_reopened(comparison: Comparison) -> Iterator[RuleProblem]:
    """A closed action is not reopened: if the problem recurs, a new finding records that, and is counted."""
    for change in _changed_records(comparison, "action"):
        field_change = change.of("closed")
        if field_change is not None and field_change.before and field_change.after is None:
            message = f"was closed on {format_date(field_change.before)}, and is open again"
            hint = "If it came back, write a finding with `recurrence_of`, and a new action that answers it."
            yield RuleProblem(change.id, (), message, hint)


@change_rule(warning("LIF811", "a record that may travel further", "records may travel further than before", "F1.4"))
def sharing_is_not_widened(comparison: Comparison) -> Iterator[RuleProblem]:
    """Wider sharing of a record is reported, because what more people have read cannot be unread."""
    levels = list(Sharing)
    for change in comparison.changes.records:
        field_change = change.of("sharing")
        if field_change is None or field_change.before not in levels or field_change.after not in levels:
            continue
        if levels.index(Sharing(field_change.after)) < levels.index(Sharing(field_change.before)):
            message = f"was {field_change.before}, and is now {field_change.after}"
            hint = "Read it once more as those will who may see it now, every field of it, before this is merged."
            yield RuleProblem(change.id, ("sharing",), message, hint)


def _changed_records(comparison: Comparison, *kinds: str) -> Iterator[RecordChange]:
    """Changed or moved records of these kinds, which exist before and after."""
    for change in comparison.changes.records:
        if change.kind.name in kinds and change.what in {ChangeKind.CHANGED, ChangeKind.MOVED}:
            yield change


def _altered_fields(change: RecordChange) -> list[FieldChange]:
    return [field_change for field_change in change.fields if field_change.at[0] not in _HOUSEKEEPING_FIELDS]


def _current_path(field_change: FieldChange) -> tuple[str | int, ...]:
    """The path of the field after the change; of the field around it if it is gone."""
    return field_change.at if field_change.after is not None else field_change.at[:1]


def _may_change(field_change: FieldChange) -> bool:
    """Whether a date may change: due dates, dates with a rule of their own, and dates of a renewed check."""
    return (
        "due" in str(field_change.at[-1])
        or field_change.at[0] in {"moved", *_HOUSEKEEPING_FIELDS}
        or "accepted" in field_change.at
    )


def _parse_when(text: object) -> When | None:
    try:
        return When.parse(text)
    except ValueError:
        return None


def _is_within(inner: When, outer: When) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


RULES = (
    closed_actions_are_not_altered,
    published_reviews_are_not_altered,
    cited_records_are_not_removed,
    due_date_moves_once_and_with_a_reason,
    closed_actions_keep_their_evidence,
    moderated_grade_has_a_reason,
    past_dates_are_not_rewritten,
    serious_risk_is_not_taken_back,
    decisions_are_superseded_not_altered,
    closed_actions_are_not_reopened,
    sharing_is_not_widened,
)
