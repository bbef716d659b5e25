"""Rules on what the compiler concluded: `inferred` names only what the record holds."""

from collections.abc import Iterator

from lif.diagnostics.code import error
from lif.model.parts.part import Part, is_filled
from lif.model.parts.shape import shape_of
from lif.model.record import Item, Record
from lif.rules.rule import Question, RuleProblem, rule

_CORRECT = "Correct the name, or take it out of `inferred`."
_EMPTY = "Take it out of `inferred`, or fill the field: only what the record says can be our reading."
_WHOLE_LIST = "Name the whole list."


@rule(
    error(
        "LIF211",
        "an inferred field that the record does not hold",
        "records mark as inferred what they do not hold",
        "F1.2",
    )
)
def inferred_field_is_filled(question: Question) -> Iterator[RuleProblem]:
    """Every field and item that `inferred` names exists in the kind and is filled in the record."""
    for entry in question.snapshot.entries.values():
        for index, place in enumerate(entry.record.inferred):
            if wrong := _wrong(entry.record, entry.kind.article, place):
                yield RuleProblem(entry.id, ("inferred", index), *wrong)


def _wrong(record: Record, article: str, place: str) -> tuple[str, str] | None:
    """What is wrong with a place that `inferred` names, and what to do; None where the record holds it."""
    path, _, key = place.partition("#")
    holder: object = record
    owner = article
    for name in path.split("."):
        if not isinstance(holder, Part):
            is_list = isinstance(holder, tuple)
            return (f"`{place}` leads nowhere: {owner} {'is a list' if is_list else 'holds no fields'}", _WHOLE_LIST)
        shapes = shape_of(type(holder))
        if name not in shapes:
            return f"`{name}` is not a field of {owner}.{_suggest(name, list(shapes))}", _CORRECT
        if not is_filled(holder, name):
            return f"`{place}` is marked as inferred, and `{name}` is empty in this record", _EMPTY
        holder, owner = getattr(holder, name), f"`{name}`"
    return _wrong_key(holder, path, key) if key else None


def _wrong_key(value: object, path: str, key: str) -> tuple[str, str] | None:
    keys = [item.key for item in value if isinstance(item, Item)] if isinstance(value, tuple) else []
    if key in keys:
        return None
    if not keys:
        return f"`{path}` has no items with keys of their own", f"Name the whole field: {path}."
    return f"`{path}` has no item with the key `{key}`.{_suggest(key, keys)}", f"Keys there: {', '.join(keys)}."


def _suggest(written: str, known: list[str]) -> str:
    from difflib import get_close_matches

    matches = get_close_matches(written, known, n=1, cutoff=0.6)
    return f" Did you mean `{matches[0]}`?" if matches else ""


RULES = (inferred_field_is_filled,)
