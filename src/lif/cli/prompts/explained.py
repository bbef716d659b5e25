"""Explains a question: what belongs in the field, what each choice means, and an example of an answer."""

from collections.abc import Mapping, Sequence
from datetime import date

from lif.model.parts.schema_words import CHOICES
from lif.model.parts.shape import FieldShape
from lif.model.period import When
from lif.model.vocabulary import words

_EXAMPLES = {
    "title": "Handovers between hospital and community midwives",
    "question": "How did agencies come to know what a day was like for children under one?",
    "method": "Systems approach, with two learning events",
    "practitioners": "14 practitioners came to two learning events and helped make sense of what was found",
    "families": "A parent spoke with the reviewer; the child was too young to be asked",
    "outcome": "Babies are seen as often as their plan says",
    "measure": "Visits made as planned, out of the visits planned",
    "target": "9 of 10",
    "how": "A summary of its own work, and a place on the panel",
    "text": "Agree one handover form for all hospitals",
    "role": "head of service",
    "says": "Notes of handovers were missing in most records",
    "what": "Handover notes found in the record",
    "source": "The audit of March 2026",
    "claim": "Notes of handovers are found more often than before",
    "because": "Three audits found the same, and the form is agreed",
    "about": "Two agencies hold different lists of children missing education",
    "unit": "percent",
}
"""By the name of a field, an answer as people write it."""
_DAYS = "2026-03-01, 1 March 2026, today, yesterday"
_DATES = f"{_DAYS}, March 2026"
_WAYS = "Enter passes over what can wait. To go back to the question before, type a <."
_LONGEST_LIST = 40


def explanation(
    shape: FieldShape, candidates: Mapping[str, str], choices: Sequence[str]
) -> tuple[str, list[tuple[str, str, str]], str]:
    """The sentence on the field, the rows to choose from (number, key, meaning), and what to type."""
    says = _sentence(shape.about.says)
    if choices:
        meanings = CHOICES.get(shape.words.__name__ if shape.words else "", {})
        rows = [(str(place), choice, meanings.get(choice, words(choice))) for place, choice in enumerate(choices, 1)]
        return says, rows, f"Type the number, the word, or part of it. {_WAYS}"
    if candidates:
        rows = [(str(place), key, name) for place, (key, name) in enumerate(candidates.items(), 1)]
        several = "numbers or names, with commas" if shape.is_list else "the number, or any part of the name"
        left_out = f" {len(rows) - _LONGEST_LIST} more are not listed: lif list." if len(rows) > _LONGEST_LIST else ""
        return says, rows[:_LONGEST_LIST], f"Type {several}.{left_out} {_WAYS}"
    days = {When: _DATES, date: _DAYS}
    example = days.get(shape.kind_of_value) or _EXAMPLES.get(shape.name, "")
    return says, [], f"{_sentence(f'For example: {example}')} {_WAYS}" if example else _WAYS


def _sentence(text: str) -> str:
    """The text with a full stop, unless it ends as a sentence already."""
    return text if text.endswith(("?", "…", ".")) else f"{text}."
