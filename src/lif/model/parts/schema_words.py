"""The messages, examples and meanings of choices that an editor shows while a record is written."""

from typing import get_args

from lif.model.parts.form import Form
from lif.model.parts.scalars import Slug, Year
from lif.model.period import WRITTEN
from lif.model.reference import Id

MISTYPED = {
    "array": "This is a list: begin each entry on a line of its own with a hyphen, stepped in by two spaces.",
    "string": "This is a text. If it looks like a number or like nothing, put double quotes round it.",
    "integer": "This is a whole number: digits only.",
    "number": "This is a number: digits, with a point before decimals.",
}
"""By the type a field should have, what is said of a value of another.

There is none for a set of fields: an editor would show it instead of naming the field that is unknown or missing.
"""


def _pattern_of(form: object) -> str:
    return next(str(item.schema["pattern"]) for item in get_args(form)[1:] if isinstance(item, Form))


PATTERNS = {
    WRITTEN: (
        "Write a day as 2019-11-05; where less is known 2019-11 or 2019, or a span: 2019-09/2019-11.",
        "2026-03-01",
    ),
    _pattern_of(Slug): ("Write small letters, digits and hyphens: early-help.", "early-help"),
    _pattern_of(Id): (
        "Write the id of a record, which is its folder and its file name: findings/2019-early-help.",
        "findings/2019-early-help",
    ),
    _pattern_of(Year): ("A year runs from April to March and is written 2018-19.", "2018-19"),
}
"""By the pattern of a form, what is said of a value that does not fit it, and an example of one that does."""

FORMATS = {"date": "2026-03-01", "uri": "https://www.example.org/page"}
"""By the format of a value, an example."""

CHOICES = {
    "Sharing": {
        "public": "anyone may read it",
        "partnership": "for the partnership's agencies and groups",
        "restricted": "for those who may open this folder, and nobody else",
    },
    "Direction": {
        "working-well": "it is done, and it helps",
        "has-potential": "it is begun or done in places; worth building on",
        "needs-to-improve": "it is done, and not well enough",
        "gap": "it is not done, or there is nothing",
        "mixed": "the evidence points both ways",
        "descriptive": "it says how things are, not whether that is good",
    },
    "Disposition": {
        "create": "there is nothing yet: make it",
        "stabilise": "it works: keep it, and see that it lasts",
        "change": "it does not work well enough: do it differently",
    },
    "Selection": {
        "every-case": "all there were",
        "random": "drawn by lot",
        "sampled-by-risk": "chosen because of a risk they share",
        "hand-picked": "chosen by somebody; nothing general can be claimed from them",
    },
    "Level": {
        "1": "reaction: people say it was useful",
        "2": "learning: people know or can do more",
        "3": "practice: work with families is different",
        "4": "children and families: something is better for them",
    },
    "Stage": {
        "1": "informal, unless the partnership says otherwise",
        "2": "informal, unless the partnership says otherwise",
        "3": "formal, unless the partnership says otherwise",
        "4": "formal, unless the partnership says otherwise",
        "5": "formal, unless the partnership says otherwise",
    },
}
"""By the name of a closed list, what each of its words means; those missing here say themselves what they mean."""
