"""Change: what was agreed, closed or published is added to, not altered; only `lif diff` asks these."""

from collections.abc import Iterator
from datetime import date

from lif.changes.change import FieldChange, RecordChange, What, part_at
from lif.changes.change_words import day, reason_of_move, times_moved
from lif.diagnostics.code import error, warning
from lif.model.parts.shape import field_at
from lif.model.period import When
from lif.model.sharing import Sharing
from lif.model.vocabulary import words
from lif.rules.change_rule import Comparison, change_rule
from lif.rules.rule import Found

_KEPT_APART = {"sources", "disputed", "retention_review", "allow", "notes", "sharing", "draft"}
"""Fields that say how a record is kept and where it was read: they may change at any time."""
_NAMED = 10
"""So many records that cite one that is gone are named."""
_AFTERWARDS = {"progress", "measures", "unintended", "moved"}
"""Fields of an action in which more may be written after it was closed."""


@change_rule(warning("LIF801", "a closed action altered", "closed actions were altered", "F4.6"))
def closed_stays_closed(comparison: Comparison) -> Iterator[Found]:
    """What a group closed is what it saw; later steps and readings may be added, nothing else rewritten."""
    for change in _changed(comparison, "action"):
        closed = change.before.get("closed")
        if closed is None or change.after.get("closed") is None:
            continue
        altered = [one for one in _altered(change) if one.at[0] not in {"evidence", "closed"}]
        altered = [one for one in altered if not (one.at[0] in _AFTERWARDS and one.before is None)]
        if altered:
            names = ", ".join(dict.fromkeys(f"`{one.at[0]}`" for one in altered))
            says = f"was closed on {day(closed)}, and now {names} differs from what was closed"
            yield Found(change.id, _there(altered[0]), says, "Leave it as it was closed; write a new action for more.")


@change_rule(warning("LIF802", "a published review altered", "published reviews were altered", "F1.4"))
def published_stays_published(comparison: Comparison) -> Iterator[Found]:
    """What readers outside have in their hands cannot be changed here."""
    for change in _changed(comparison, "review", "audit", "inspection"):
        life = change.before.get("life")
        dates = {**change.before, **(life if isinstance(life, dict) else {})}
        published = dates.get("published") or dates.get("reported")
        altered = [
            one for one in _altered(change) if one.before is not None and one.at[0] in {"title", "recommendations"}
        ]
        if published is not None and altered:
            names = ", ".join(dict.fromkeys(f"`{one.at[0]}`" for one in altered))
            says = f"was published on {day(published)}, and now its {names} read otherwise"
            hint = "Keep the words that were published; put what is known better into `disputed`, or a new finding."
            yield Found(change.id, _there(altered[0]), says, hint)


@change_rule(
    error("LIF803", "a record removed that others cite", "records were removed that others cite", "F1.2"),
    tells=("LIF301",),
)
def nothing_cited_is_removed(comparison: Comparison) -> Iterator[Found]:
    """The line of sight breaks where a record goes that others rest on."""
    for change in comparison.changes.of(What.REMOVED):
        citing = {
            one.id
            for one in comparison.after.every()
            for citation in one.citations
            if citation.target.partition("#")[0] == change.id
        }
        if citing:
            count = "1 record cites" if len(citing) == 1 else f"{len(citing)} records cite"
            more = ", …" if len(citing) > _NAMED else ""
            says = f"is removed, and {count} it: {', '.join(sorted(citing)[:_NAMED])}{more}"
            hint = "Bring it back. `lif move` renames a record with its citations; `superseded_by` retires a finding."
            yield Found(change.id, (), says, hint)


@change_rule(
    warning(
        "LIF804",
        "a due date moved again, or without a reason",
        "due dates were moved again, or without a reason",
        "F4.6",
    ),
    tells=("LIF405",),
)
def a_due_date_moves_once_and_with_a_reason(comparison: Comparison) -> Iterator[Found]:
    """A date that slips quietly is how an action is forgotten."""
    for change in _changed(comparison, "action"):
        due = change.of("due")
        if due is None or not due.before or not due.after or due.after <= due.before:
            continue
        count, reason = times_moved(change), reason_of_move(change)
        if count == 1 and reason:
            continue
        often = "" if count == 1 else f", and has been moved {count} times by now"
        says = (
            f"due date moved from {day(due.before)} to {day(due.after)}{often}{'' if reason else '; no reason given'}"
        )
        hint = (
            "Write under `moved` from when, to when, why and who agreed; ask the group whether the action still fits."
        )
        yield Found(change.id, ("due",), says, hint)


@change_rule(
    error(
        "LIF805",
        "evidence removed from a closed action",
        "closed actions lost evidence",
        "F4.6",
        "F7.4",
    )
)
def closed_keeps_its_evidence(comparison: Comparison) -> Iterator[Found]:
    """The group closed the action on what it was shown; without that, nobody can say why."""
    for change in _changed(comparison, "action"):
        gone = [one for one in change.fields if one.at[0] == "evidence" and one.item_is is What.REMOVED]
        readings = [one for one in change.fields if "follow_up" in one.at and one.after is None]
        if change.before.get("closed") and change.after.get("closed") and (gone or readings):
            what = gone[0].item if gone else "a follow-up of its measures"
            says = f"was closed on {day(change.before['closed'])}, and no longer rests on {what}"
            hint = "Bring it back; if it was wrong, open the action again and say so in its progress."
            yield Found(change.id, ("evidence",) if change.after.get("evidence") else ("closed",), says, hint)


@change_rule(
    warning("LIF806", "a grade moderated without a reason", "grades were moderated without a reason", "F4.11"),
    tells=("LIF732",),
)
def a_moderated_grade_has_a_reason(comparison: Comparison) -> Iterator[Found]:
    """A grade that others changed teaches nobody anything unless it says why."""
    for change in _changed(comparison, "assessment", "audit"):
        for one in change.fields:
            if one.at[-1] != "moderated" or one.after is None or one.item_is is What.REMOVED:
                continue
            part = part_at(change.after, one.at[:-1])
            if part.get("moderated_because") or one.after == part.get("own"):
                continue
            since = one.before or part.get("own")
            start = f"from {words(str(since))} " if since else ""
            says = f"{one.item}: grade moderated {start}to {words(str(one.after))}: no reason given"
            yield Found(change.id, one.at, says, "Write the reason beside it, in `moderated_because`.")


@change_rule(warning("LIF807", "a past date rewritten", "dates in the past were rewritten", "F1.3"))
def the_past_is_not_rewritten(comparison: Comparison) -> Iterator[Found]:
    """A date may become more precise; another day in its place is another story."""
    for change in comparison.changes.records:
        for one in change.fields:
            field = field_at(change.kind.model, one.at)
            is_date = field is not None and field.kind_of_value in {When, date}
            if is_date and one.before and one.after and not _may_move(one):
                before, after = _when(one.before), _when(one.after)
                if before and after and before.latest < comparison.today and not _is_within(after, before):
                    says = f"`{one.field}` was {day(one.before)}, and is now {day(one.after)}"
                    hint = "If the first date was a slip, say in the commit where the right one stands."
                    yield Found(change.id, one.at, says, hint)


@change_rule(error("LIF808", "a serious risk taken back", "findings no longer mean serious risk", "F7.6"))
def a_serious_risk_stays_said(comparison: Comparison) -> Iterator[Found]:
    """That there was serious risk stays true; what ended it is a later finding."""
    for change in _changed(comparison, "finding"):
        one = change.of("serious_risk")
        if one is not None and one.before == "yes" and not change.after.get("superseded_by"):
            hint = "Keep it, and write the finding that shows the risk is over; then name it in `superseded_by`."
            yield Found(change.id, (), "meant serious risk, and says so no longer", hint)


@change_rule(
    error(
        "LIF809",
        "a decision altered rather than superseded",
        "decisions were altered rather than superseded",
        "F4.4",
        "F6.2",
    )
)
def a_decision_is_superseded(comparison: Comparison) -> Iterator[Found]:
    """A decision is what a group decided on a day; another mind on another day is another decision."""
    decided = {"group", "date", "says", "theme", "disposition", "because", "confidence", "takes_effect", "to"}
    for change in _changed(comparison, "decision"):
        taken = _when(change.before.get("date"))
        altered = [one for one in change.fields if one.before is not None and one.at[0] in decided]
        if taken and taken.latest < comparison.today and change.before.get("draft") != "yes" and altered:
            names = ", ".join(dict.fromkeys(f"`{one.at[0]}`" for one in altered))
            says = f"was decided on {day(change.before['date'])}, and now its {names} differs"
            hint = "Leave it, and write the new decision with `supersedes`."
            yield Found(change.id, _there(altered[0]), says, hint)


@change_rule(warning("LIF810", "a closed action opened again", "closed actions were opened again", "F6.4"))
def what_comes_back_is_a_finding(comparison: Comparison) -> Iterator[Found]:
    """When the same thing comes back after action, that is something learned, and is counted as such."""
    for change in _changed(comparison, "action"):
        one = change.of("closed")
        if one is not None and one.before and one.after is None:
            says = f"was closed on {day(one.before)}, and is open again"
            hint = "If it came back, write a finding with `recurrence_of`, and a new action that answers it."
            yield Found(change.id, (), says, hint)


@change_rule(warning("LIF811", "a record that may travel further", "records may travel further than before", "F1.4"))
def travels_further_only_on_purpose(comparison: Comparison) -> Iterator[Found]:
    """What has been read by more people cannot be unread."""
    levels = list(Sharing)
    for change in comparison.changes.records:
        one = change.of("sharing")
        if one is None or one.before not in levels or one.after not in levels:
            continue
        if levels.index(Sharing(one.after)) < levels.index(Sharing(one.before)):
            says = f"was {one.before}, and is now {one.after}"
            hint = "Read it once more as those will who may see it now, every field of it, before this is merged."
            yield Found(change.id, ("sharing",), says, hint)


def _changed(comparison: Comparison, *kinds: str) -> Iterator[RecordChange]:
    """Records of these kinds that stand on both sides."""
    for change in comparison.changes.records:
        if change.kind.name in kinds and change.what in {What.CHANGED, What.MOVED}:
            yield change


def _altered(change: RecordChange) -> list[FieldChange]:
    return [one for one in change.fields if one.at[0] not in _KEPT_APART]


def _there(one: FieldChange) -> tuple[str | int, ...]:
    """The field as it stands now; the field around it where it is gone."""
    return one.at if one.after is not None else one.at[:1]


def _may_move(one: FieldChange) -> bool:
    """Whether a date is one to come, has a rule of its own, or says when somebody looked again."""
    return "due" in str(one.at[-1]) or one.at[0] in {"moved", *_KEPT_APART} or "accepted" in one.at


def _when(text: object) -> When | None:
    try:
        return When.parse(text)
    except ValueError:
        return None


def _is_within(inner: When, outer: When) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


RULES = (
    closed_stays_closed,
    published_stays_published,
    nothing_cited_is_removed,
    a_due_date_moves_once_and_with_a_reason,
    closed_keeps_its_evidence,
    a_moderated_grade_has_a_reason,
    the_past_is_not_rewritten,
    a_serious_risk_stays_said,
    a_decision_is_superseded,
    what_comes_back_is_a_finding,
    travels_further_only_on_purpose,
)
