"""The grades of a standards assessment: their words, their order, and the one for a standard that does not apply.

Grades are compared by their place in the scale. They are never turned into numbers, added up or averaged.
"""

from lif.model.kinds.assessment import Assessment
from lif.model.kinds.partnership import Scale, StandardsSet
from lif.model.snapshot import Snapshot


def standards_set_of(snapshot: Snapshot, record: Assessment) -> StandardsSet | None:
    """The set of standards that a return answers: its own, or else that of its cycle; None where neither names one."""
    cycle = snapshot.cycle(record.cycle)
    return snapshot.standards_set(record.standards_set or (cycle.standards_set if cycle else None))


def scale_of(snapshot: Snapshot, record: Assessment) -> Scale | None:
    """The scale that a return is rated on; None where no set of standards, or none with a scale, is known."""
    chosen = standards_set_of(snapshot, record)
    return snapshot.scale(chosen.scale if chosen else None)


def words_of(scale: Scale | None, grade: str | None) -> str:
    """A grade in the words of the scale; its key where the scale does not list it, empty where there is none."""
    labels = {listed.key: listed.label.lower() for listed in scale.grades} if scale else {}
    return labels.get(grade or "", grade or "")


def is_in_better_half(scale: Scale | None, grade: str | None) -> bool | None:
    """Whether a grade is in the better half of its scale; None for one that is not on it or does not apply."""
    keys = [listed.key for listed in scale.best_first] if scale else []
    return keys.index(grade) * 2 < len(keys) if grade in keys else None


def is_above_middle(scale: Scale | None, grade: str | None) -> bool | None:
    """Whether a grade is above the middle of its scale; False below it.

    None for the middle grade of an odd number, and for one that is not on the scale or does not apply.
    """
    keys = [listed.key for listed in scale.best_first] if scale else []
    if grade not in keys or keys.index(grade) * 2 == len(keys) - 1:
        return None
    return keys.index(grade) * 2 < len(keys) - 1


def is_lower(scale: Scale | None, grade: str | None, than: str | None) -> bool:
    """Whether one grade is lower than another; False where one of them is not on the scale or does not apply."""
    keys = [listed.key for listed in scale.best_first] if scale else []
    return grade in keys and than in keys and keys.index(grade) > keys.index(than)
