"""Which standards are the same over the years: by key, and by `same_as` where a person says so with a reason."""

from collections.abc import Iterator, Mapping

from lif.model.kinds.audit import Audit, Result
from lif.model.kinds.partnership import PracticeStandard
from lif.model.snapshot import Snapshot, once


def same_standard(snapshot: Snapshot, key: str) -> str:
    """The key that stands for a standard and all that are the same; the key itself where the register lacks it.

    `replaced_by` joins nothing: what took the place of a standard measures something else unless a person says, by
    `same_as`, that it does not.
    """
    return _identities(snapshot).get(key, key)


@once
def _identities(snapshot: Snapshot) -> dict[str, str]:
    register = snapshot.practice_standards
    return {key: _root(key, register) for key in register}


def _root(key: str, standards: Mapping[str, PracticeStandard]) -> str:
    """The standard at the end of the chain of `same_as`; of a circle, which is an error, its first key by name."""
    seen = [key]
    while (earlier := _earlier(standards.get(seen[-1]))) and earlier not in seen:
        seen.append(earlier)
    return min(seen[seen.index(earlier) :]) if earlier else seen[-1]


def _earlier(standard: PracticeStandard | None) -> str:
    return (standard.same_as if standard and standard.same_because else None) or ""


def joined_standards(snapshot: Snapshot, identity: str) -> tuple[PracticeStandard, ...]:
    """The standards of the register that are the same, in its order."""
    return tuple(
        standard for key, standard in snapshot.practice_standards.items() if same_standard(snapshot, key) == identity
    )


def words_of(snapshot: Snapshot, result: Result) -> str:
    """The words in which a standard was asked: those of the result, or else those of the register."""
    standard = snapshot.practice_standard(result.key)
    return result.asked or (standard.text if standard else result.key)


def wording_of(snapshot: Snapshot, result: Result) -> str:
    """What two results share when their words ask the same: empty for the words of the register.

    Letter case, blanks and a full stop at the end are nothing. The texts of standards that are the same are the words
    of the register, and so are other words where a person says why they ask the same (`same_because`).
    """
    if not result.asked or result.same_because:
        return ""
    asked = _plain(result.asked)
    texts = (standard.text for standard in joined_standards(snapshot, same_standard(snapshot, result.key)))
    return "" if asked in map(_plain, texts) else asked


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().removesuffix(".").rstrip()


def is_share(result: Result) -> bool:
    """Whether a result has counts that can be compared; `lif check` reports impossible ones."""
    return result.met is not None and result.of is not None and result.met <= result.of and result.of > 0


def themes_of_result(snapshot: Snapshot, audit: Audit, result: Result) -> tuple[str, ...]:
    """The themes of a result: those of its standard and its own, or else those of its audit."""
    standard = snapshot.practice_standard(result.key)
    named = (*(standard.themes if standard else ()), *result.themes)
    return tuple(dict.fromkeys(named)) or audit.themes


def themes_measured(snapshot: Snapshot, audit: Audit) -> Iterator[str]:
    """The themes of the standards for which an audit holds counts."""
    for result in audit.results:
        if is_share(result):
            yield from themes_of_result(snapshot, audit, result)
