"""Changes of a record as sentences: `due date moved from 1 March 2026 to 1 June 2026, for the third time`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lif.changes.change import ChangeKind, FieldChange, RecordChange, part_at
from lif.changes.field_words import format_date, label_of, last_name, place_text, usual_number, value_text
from lif.changes.prose import Piece, word_diff
from lif.model.parts.shape import field_at
from lif.model.vocabulary import words

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LONGEST_QUOTED = 6
"""Texts of up to so many words are quoted whole; longer ones are shown word by word."""


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One change as a sentence, with the word-by-word differences where a text was reworded."""

    fields: tuple[str, ...]
    text: str
    pieces: tuple[Piece, ...] = ()


def sentences_of_change(change: RecordChange) -> tuple[ChangeSentence, ...]:
    """Every difference of a record as sentences, the most important first; only field names where values are hidden."""
    if change.is_hidden:
        names = tuple(dict.fromkeys(str(field.at[0]) for field in change.fields if field.is_hidden))
        labels = ", ".join(label_of(name) for name in names)
        field_names = (ChangeSentence(names, f"fields: {labels}"),) if names else ()
        return (*_sharing_sentence(change), *field_names)
    hidden = tuple(dict.fromkeys(str(field.at[0]) for field in change.fields if field.is_hidden))
    sentences = [*_special_sentences(change)]
    done = {name for sentence in sentences for name in sentence.fields}
    if change.what in {ChangeKind.ADDED, ChangeKind.REMOVED}:
        done.add("title")
    rest = [field for field in change.fields if not field.is_hidden and field.field not in done]
    for _, group in groupby(rest, key=_sentence_key):
        sentences.extend(_sentences(change, list(group)))
    if hidden:
        sentences.append(
            ChangeSentence(hidden, f"not shown to these readers: {', '.join(label_of(name) for name in hidden)}")
        )
    return tuple(sentences)


def _sentence_key(field: FieldChange) -> tuple[object, ...]:
    """The key of the sentence a difference belongs to.

    A part of a list that was added or removed is one sentence; so are the values added to a list, or removed from it.
    """
    if field.item and field.item_is is not ChangeKind.CHANGED:
        return (*field.part, field.item_is, field.item)
    is_one_of_many = isinstance(field.at[-1], int) and (field.before is None or field.after is None)
    return (*field.at[:-1], field.before is None) if is_one_of_many else field.at


def _special_sentences(change: RecordChange) -> Iterator[ChangeSentence]:
    """The sentences on changes that have a wording of their own."""
    for sentences_of in (
        _sharing_sentence,
        _due_sentence,
        _closed_sentence,
        _direction_sentence,
        _renamed_sentences,
        _counts_sentences,
        _grade_sentences,
        _accepted_sentences,
    ):
        yield from sentences_of(change)


def _sharing_sentence(change: RecordChange) -> Iterator[ChangeSentence]:
    sharing = change.of("sharing")
    if sharing and sharing.before and sharing.after and not sharing.is_hidden:
        yield ChangeSentence(("sharing",), f"how far it may travel: was {sharing.before}, now {sharing.after}")


def _due_sentence(change: RecordChange) -> Iterator[ChangeSentence]:
    due = change.of("due")
    if not (due and due.before and due.after) or due.is_hidden:
        return
    count = times_moved(change)
    times = (
        f", for the {_ORDINALS[count - 1]} time" if 1 < count <= len(_ORDINALS) else ", once more" if count > 1 else ""
    )
    reason = reason_of_move(change)
    why = f": {reason}" if reason else ". No reason given"
    fields = ("due", *(field.field for field in change.fields if field.at[0] == "moved"))
    yield ChangeSentence(
        fields, f"due date moved from {format_date(due.before)} to {format_date(due.after)}{times}{why}"
    )


def times_moved(change: RecordChange) -> int:
    """How often a due date has been moved by now, this change included."""
    before, after = (_moves(tree) for tree in (change.before, change.after))
    return max(len(after), len(before) + 1)


def reason_of_move(change: RecordChange) -> str:
    """The recorded reason for this move of a due date; empty when there is none."""
    new_moves = (move for move in _moves(change.after) if move not in _moves(change.before))
    to_this_date = (move for move in new_moves if move.get("to") == change.after.get("due"))
    return next((str(move["reason"]) for move in to_this_date if move.get("reason")), "")


def _moves(tree: Any) -> list[Any]:
    moved = tree.get("moved")
    return [move for move in moved if isinstance(move, dict)] if isinstance(moved, list) else []


def _closed_sentence(change: RecordChange) -> Iterator[ChangeSentence]:
    closed = change.of("closed")
    if closed is None or closed.is_hidden or change.what is ChangeKind.ADDED or change.what is ChangeKind.REMOVED:
        return
    if closed.after is None:
        yield ChangeSentence(("closed",), f"opened again: it was closed on {format_date(closed.before)}")
    elif closed.before is None:
        yield ChangeSentence(("closed",), f"closed on {format_date(closed.after)}")


def _direction_sentence(change: RecordChange) -> Iterator[ChangeSentence]:
    direction = change.of("direction")
    if direction and direction.before and direction.after and not direction.is_hidden:
        yield ChangeSentence(("direction",), f"was {words(str(direction.before))}, now {words(str(direction.after))}")


def _renamed_sentences(change: RecordChange) -> Iterator[ChangeSentence]:
    """`agencies: police renamed constabulary`, where an item got another key and is otherwise the same."""
    for field in change.fields:
        if field.at[-1] == "key" and field.item_is is ChangeKind.CHANGED and not field.is_hidden:
            text = f"{label_of(str(field.at[0]))}: {field.before} renamed {field.after}"
            yield ChangeSentence((field.field,), text)


def _counts_sentences(change: RecordChange) -> Iterator[ChangeSentence]:
    """`11 of 12 cases (was 4 of 12)`, in a finding or in a part of a list."""
    counts = [field for field in change.fields if field.at[-1] in {"met", "of"} and not field.is_hidden]
    for at, group in groupby(counts, key=lambda field: field.at[:-1]):
        fields = list(group)
        after = part_at(change.after, at)
        before = {**after, **{str(field.at[-1]): field.before for field in fields}}
        if fields[0].item_is is ChangeKind.CHANGED and all(
            side.get(name) is not None for side in (before, after) for name in ("met", "of")
        ):
            where = f"{place_text(fields[0]).rpartition(':')[0] or place_text(fields[0])}: " if at else ""
            text = f"{where}{after['met']} of {after['of']} cases (was {before['met']} of {before['of']})"
            yield ChangeSentence(tuple(field.field for field in fields), text)


def _grade_sentences(change: RecordChange) -> Iterator[ChangeSentence]:
    """`grade moderated from good to requires improvement: no reason given`."""
    for field in change.fields:
        if (
            field.at[-1] != "moderated"
            or field.after is None
            or field.is_hidden
            or field.item_is is not ChangeKind.CHANGED
        ):
            continue
        part = part_at(change.after, field.at[:-1])
        before = field.before or part.get("own")
        reason = part.get("moderated_because")
        start = f" from {words(str(before))}" if before else ""
        why = str(reason) if reason else "no reason given"
        text = f"{field.item}: grade moderated{start} to {words(str(field.after))}: {why}"
        fields = [
            field.field,
            *(
                reason_field.field
                for reason_field in change.fields
                if reason_field.at == (*field.at[:-1], "moderated_because")
            ),
        ]
        yield ChangeSentence(tuple(fields), text)


def _accepted_sentences(change: RecordChange) -> Iterator[ChangeSentence]:
    """Evidence that was read again: `findings/2025-x read again by the chair: only its wording changed`."""
    reread = [
        field
        for field in change.fields
        if (field.at[0] == "evidence" and field.at[-1] == "seen") or "accepted" in field.at
    ]
    for at, group in groupby((field for field in reread if not field.is_hidden), key=lambda field: field.part):
        fields = list(group)
        accepted = part_at(change.after, (*at, "accepted"))
        if fields[0].item_is is ChangeKind.CHANGED and accepted:
            text = f"{fields[0].item} read again by {accepted.get('by', '')}: {accepted.get('because', '')}"
            yield ChangeSentence(tuple(field.field for field in fields), text)


def _sentences(change: RecordChange, group: list[FieldChange]) -> Iterator[ChangeSentence]:
    first = group[0]
    if first.item and first.item_is is not ChangeKind.CHANGED:
        details = "; ".join(
            f"{label_of(last_name(field))} "
            f"{value_text(change, field, field.after if field.after is not None else field.before)}"
            for field in group
        )
        yield ChangeSentence(
            tuple(field.field for field in group), f"{label_of(str(first.at[0]))}{_verb(change, first)}: {details}"
        )
        return
    if len(group) > 1:
        values = ", ".join(
            value_text(change, field, field.before if field.after is None else field.after) for field in group
        )
        yield ChangeSentence(tuple(field.field for field in group), f"{_added_or_removed(change, first)}: {values}")
        return
    yield _sentence(change, first)


def _added_or_removed(change: RecordChange, field: FieldChange) -> str:
    """`agencies added`; in a record that is new or gone as a whole, only `agencies`."""
    return f"{place_text(field)}{_verb(change, field)}"


def _verb(change: RecordChange, field: FieldChange) -> str:
    if change.what in {ChangeKind.ADDED, ChangeKind.REMOVED}:
        return ""
    return " added" if field.before is None else " taken out"


def _sentence(change: RecordChange, field: FieldChange) -> ChangeSentence:
    usual = usual_number(change, field)
    if (field.before is None or field.after is None) and usual:
        before, after = (f"{usual} (the usual)" if side is None else str(side) for side in (field.before, field.after))
        return ChangeSentence((field.field,), f"{place_text(field)}: was {before}, now {after}")
    if field.before is None or field.after is None:
        value = value_text(change, field, field.before if field.after is None else field.after)
        return ChangeSentence((field.field,), f"{_added_or_removed(change, field)}: {value}")
    where = place_text(field)
    shape = field_at(change.kind.model, field.at)
    is_long = max(len(str(side).split()) for side in (field.before, field.after)) > _LONGEST_QUOTED
    if shape is not None and shape.is_text and is_long:
        return ChangeSentence((field.field,), f"{where} reworded", word_diff(str(field.before), str(field.after)))
    return ChangeSentence(
        (field.field,),
        f"{where}: was {value_text(change, field, field.before)}, now {value_text(change, field, field.after)}",
    )
