"""A change in the field's words: `due date moved from 1 March 2026 to 1 June 2026, for the third time`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from lif.changes.change import FieldChange, RecordChange, What, part_at
from lif.changes.prose import Piece, word_diff
from lif.model.parts.shape import field_at
from lif.model.period import When
from lif.model.vocabulary import words

_NAMES = {
    "due": "due date",
    "of": "out of",
    "says": "what it says",
    "because": "reason",
    "outcome_because": "reason for the outcome",
    "moderated_because": "reason for the moderated grade",
    "recurrence_of": "earlier finding that came back",
    "serious_risk": "serious risk",
    "follow_up": "follow-up",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TIMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SHORT = 6
"""Texts of fewer words are quoted whole; longer ones are shown word by word."""


@dataclass(frozen=True, slots=True)
class Said:
    """One change as a sentence; what comes after it word by word, where a text was reworded."""

    fields: tuple[str, ...]
    text: str
    pieces: tuple[Piece, ...] = ()


def said(change: RecordChange) -> tuple[Said, ...]:
    """Everything that is different about a record, what matters most first; names of fields where values are hidden."""
    if change.is_hidden:
        names = tuple(dict.fromkeys(str(one.at[0]) for one in change.fields if one.is_hidden))
        named = (Said(names, f"fields: {', '.join(_label(name) for name in names)}"),) if names else ()
        return (*_sharing(change), *named)
    hidden = tuple(dict.fromkeys(str(one.at[0]) for one in change.fields if one.is_hidden))
    told = [*_special(change)]
    done = {field for one in told for field in one.fields}
    if change.what in {What.ADDED, What.REMOVED}:
        done.add("title")
    rest = [one for one in change.fields if not one.is_hidden and one.field not in done]
    for _, group in groupby(rest, key=_together):
        told.extend(_sentences(change, list(group)))
    if hidden:
        told.append(Said(hidden, f"not shown to these readers: {', '.join(_label(name) for name in hidden)}"))
    return tuple(told)


def _together(one: FieldChange) -> tuple[object, ...]:
    """What is told in one sentence: a part of a list that came or went, and values of a list that did."""
    if one.item and one.item_is is not What.CHANGED:
        return one.part
    is_one_of_many = isinstance(one.at[-1], int) and (one.before is None or one.after is None)
    return (*one.at[:-1], one.before is None) if is_one_of_many else one.at


def _special(change: RecordChange) -> Iterator[Said]:
    """Changes that have a way of their own to be told."""
    for tell in (_sharing, _due, _closed, _direction, _counts, _grades, _accepted):
        yield from tell(change)


def _sharing(change: RecordChange) -> Iterator[Said]:
    one = change.of("sharing")
    if one and one.before and one.after and not one.is_hidden:
        yield Said(("sharing",), f"how far it may travel: was {one.before}, now {one.after}")


def _due(change: RecordChange) -> Iterator[Said]:
    one = change.of("due")
    if not (one and one.before and one.after) or one.is_hidden:
        return
    count = times_moved(change)
    time = f", for the {_TIMES[count - 1]} time" if 1 < count <= len(_TIMES) else ", once more" if count > 1 else ""
    reason = reason_of_move(change)
    why = f": {reason}" if reason else ". No reason given"
    fields = ("due", *(other.field for other in change.fields if other.at[0] == "moved"))
    yield Said(fields, f"due date moved from {day(one.before)} to {day(one.after)}{time}{why}")


def times_moved(change: RecordChange) -> int:
    """How often a due date has been moved by now: as often as recorded, the present move included."""
    before, after = (_moves(tree) for tree in (change.before, change.after))
    return max(len(after), len(before) + 1)


def reason_of_move(change: RecordChange) -> str:
    """The reason that is recorded for the present move of a due date; empty when there is none."""
    moves = (one for one in _moves(change.after) if one not in _moves(change.before))
    to_here = (one for one in moves if one.get("to") == change.after.get("due"))
    return next((str(one["reason"]) for one in to_here if one.get("reason")), "")


def _moves(tree: Any) -> list[Any]:
    moved = tree.get("moved")
    return [one for one in moved if isinstance(one, dict)] if isinstance(moved, list) else []


def _closed(change: RecordChange) -> Iterator[Said]:
    one = change.of("closed")
    if one is None or one.is_hidden or change.what is What.ADDED or change.what is What.REMOVED:
        return
    if one.after is None:
        yield Said(("closed",), f"opened again: it was closed on {day(one.before)}")
    elif one.before is None:
        yield Said(("closed",), f"closed on {day(one.after)}")


def _direction(change: RecordChange) -> Iterator[Said]:
    one = change.of("direction")
    if one and one.before and one.after and not one.is_hidden:
        yield Said(("direction",), f"was {words(str(one.before))}, now {words(str(one.after))}")


def _counts(change: RecordChange) -> Iterator[Said]:
    """`11 of 12 cases (was 4 of 12)`, in a finding or in a part of a list."""
    found = [one for one in change.fields if one.at[-1] in {"met", "of"} and not one.is_hidden]
    for at, group in groupby(found, key=lambda one: one.at[:-1]):
        pair = list(group)
        after = part_at(change.after, at)
        before = {**after, **{str(one.at[-1]): one.before for one in pair}}
        if pair[0].item_is is What.CHANGED and all(
            side.get(name) is not None for side in (before, after) for name in ("met", "of")
        ):
            where = f"{_place(pair[0]).rpartition(':')[0] or _place(pair[0])}: " if at else ""
            text = f"{where}{after['met']} of {after['of']} cases (was {before['met']} of {before['of']})"
            yield Said(tuple(one.field for one in pair), text)


def _grades(change: RecordChange) -> Iterator[Said]:
    """`grade moderated from good to requires improvement: no reason given`."""
    for one in change.fields:
        if one.at[-1] != "moderated" or one.after is None or one.is_hidden or one.item_is is not What.CHANGED:
            continue
        part = part_at(change.after, one.at[:-1])
        since = one.before or part.get("own")
        reason = part.get("moderated_because")
        start = f" from {words(str(since))}" if since else ""
        why = str(reason) if reason else "no reason given"
        told = f"{one.item}: grade moderated{start} to {words(str(one.after))}: {why}"
        fields = [
            one.field,
            *(other.field for other in change.fields if other.at == (*one.at[:-1], "moderated_because")),
        ]
        yield Said(tuple(fields), told)


def _accepted(change: RecordChange) -> Iterator[Said]:
    """Evidence that somebody read again: `findings/2025-x read again by the chair: only its wording changed`."""
    again = [one for one in change.fields if (one.at[0] == "evidence" and one.at[-1] == "seen") or "accepted" in one.at]
    for at, group in groupby((one for one in again if not one.is_hidden), key=lambda one: one.part):
        pair = list(group)
        accepted = part_at(change.after, (*at, "accepted"))
        if pair[0].item_is is What.CHANGED and accepted:
            told = f"{pair[0].item} read again by {accepted.get('by', '')}: {accepted.get('because', '')}"
            yield Said(tuple(one.field for one in pair), told)


def _sentences(change: RecordChange, group: list[FieldChange]) -> Iterator[Said]:
    first = group[0]
    if first.item and first.item_is is not What.CHANGED:
        told = "; ".join(
            f"{_label(str(one.at[-1]))} {_value(change, one, one.after if one.after is not None else one.before)}"
            for one in group
        )
        yield Said(tuple(one.field for one in group), f"{_label(str(first.at[0]))}{_verb(change, first)}: {told}")
        return
    if len(group) > 1:
        values = ", ".join(_value(change, one, one.before if one.after is None else one.after) for one in group)
        yield Said(tuple(one.field for one in group), f"{_came_or_went(change, first)}: {values}")
        return
    yield _sentence(change, first)


def _came_or_went(change: RecordChange, one: FieldChange) -> str:
    """`agencies added`; in a record that is wholly new or gone, only `agencies`."""
    return f"{_place(one)}{_verb(change, one)}"


def _verb(change: RecordChange, one: FieldChange) -> str:
    if change.what in {What.ADDED, What.REMOVED}:
        return ""
    return " added" if one.before is None else " taken out"


def _sentence(change: RecordChange, one: FieldChange) -> Said:
    if one.before is None or one.after is None:
        value = _value(change, one, one.before if one.after is None else one.after)
        return Said((one.field,), f"{_came_or_went(change, one)}: {value}")
    where = _place(one)
    field = field_at(change.kind.model, one.at)
    is_long = max(len(str(side).split()) for side in (one.before, one.after)) > _SHORT
    if field is not None and field.is_text and is_long:
        return Said((one.field,), f"{where} reworded", word_diff(str(one.before), str(one.after)))
    return Said((one.field,), f"{where}: was {_value(change, one, one.before)}, now {_value(change, one, one.after)}")


def _place(one: FieldChange) -> str:
    """Where it is, in words: `measures, Supervision recorded: target`."""
    names = [str(step) for step in one.at if isinstance(step, str)]
    head, *rest = names
    inside = ", ".join(_label(name) for name in rest)
    item = f", {one.item}" if one.item and one.item_is is What.CHANGED else ""
    return f"{_label(head)}{item}{f': {inside}' if inside and item else f', {inside}' if inside else ''}"


def _label(name: str) -> str:
    return _NAMES.get(name, name.replace("_", " "))


def _value(change: RecordChange, one: FieldChange, value: Any) -> str:
    field = field_at(change.kind.model, one.at)
    if field is not None and field.words is not None:
        return words(str(value))
    if field is not None and field.kind_of_value in {When, date}:
        return day(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def day(text: object) -> str:
    """A date as people write it, `1 March 2026`; any other text as it is."""
    parts = str(text).split("/")
    return " to ".join(_day(part) for part in parts) if len(parts) <= len(("since", "until")) else str(text)


def _day(text: str) -> str:
    try:
        one = date.fromisoformat(text)
    except ValueError:
        year, dash, month = text.partition("-")
        is_month = dash and len(year) == len("2026") and month.isdigit() and 1 <= int(month) <= len(_MONTHS)
        return f"{_MONTHS[int(month) - 1]} {year}" if is_month and len(month) == len("03") else text
    return f"{one.day} {_MONTHS[one.month - 1]} {one.year}"
