"""The group of the partnership that does something, by its own name on a day; general words where none is marked."""

from collections.abc import Mapping
from datetime import date

from lif.model.kinds.partnership import Partnership
from lif.model.vocabulary import GroupTask

GENERAL_NAMES: Mapping[GroupTask, str] = {
    GroupTask.LEARNING: "the group that oversees learning",
    GroupTask.EXECUTIVE: "the partnership's executive group",
}
"""What a group is called where the partnership marks none. Sentences of this program are written with these words."""


def group_name(partnership: Partnership | None, task: GroupTask, day: date) -> str:
    """The group that does it, as it stands inside a sentence: `the Learning and Impact Group`.

    Several groups that are marked for one task and in force on the day are joined by "and". Where none is, the answer
    is the general name, never the name of a group that may not exist.
    """
    groups = partnership.groups if partnership else ()
    names = [_with_article(group.name) for group in groups if task in group.does and group.span.covers(day)]
    return " and ".join(names) or GENERAL_NAMES[task]


def with_group_names(partnership: Partnership | None, text: str, day: date) -> str:
    """A sentence of this program with the partnership's own names in the place of the general ones."""
    for task, general in GENERAL_NAMES.items():
        if general in text or _at_start(general) in text:
            name = group_name(partnership, task, day)
            text = text.replace(general, name).replace(_at_start(general), _at_start(name))
    return text


def _at_start(name: str) -> str:
    """The name as it begins a sentence."""
    return f"{name[0].upper()}{name[1:]}"


def _with_article(name: str) -> str:
    """The name with its article: `the Executive`; a name that brings its article keeps one."""
    return f"the {name.removeprefix('The ').removeprefix('the ')}"
