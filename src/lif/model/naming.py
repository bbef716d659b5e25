"""Find the record that a typed text means: any unique part of an id is enough."""

from collections.abc import Iterable
from difflib import get_close_matches

from lif.errors import LifError

_LISTED = 8
_WRONG_USE = 2
_NOTHING_FOUND = 1


def named(ids: Iterable[str], text: str, first: Iterable[str] = ()) -> str:
    """The id that the text means: an id, a slug, the path of a file, or any part that only one id has.

    The ids in `first` are tried before all others: for a report on flags, the ids of flags.

    Raises `LifError`: exit code 1 when no id has that part, 2 when several have.
    """
    known = sorted(set(ids))
    wanted = text.strip().removeprefix("./").removeprefix("records/").removesuffix(".yaml")
    found = _having(sorted(set(first)), wanted) or _having(known, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise LifError(
            f'"{text}" could be {", ".join(found[:_LISTED])}{more}.',
            "Write enough of it to mean only one.",
            exit_code=_WRONG_USE,
        )
    raise LifError(f'No record is called "{text}".', _like(known, wanted.casefold()), exit_code=_NOTHING_FOUND)


def _having(known: list[str], wanted: str) -> list[str]:
    """The id that equals the text; else the ids whose slug equals it; else the ids that contain it."""
    if wanted in known:
        return [wanted]
    folded = wanted.casefold()
    if not folded:
        return []
    return [known_id for known_id in known if known_id.rpartition("/")[2] == folded] or [
        known_id for known_id in known if folded in known_id
    ]


def _like(known: list[str], wanted: str) -> str:
    """A hint that names similar ids, compared by the whole id and by the slug."""
    slugs = {known_id.rpartition("/")[2]: known_id for known_id in known}
    close = [
        *get_close_matches(wanted, known, n=3, cutoff=0.6),
        *(slugs[slug] for slug in get_close_matches(wanted.rpartition("/")[2], slugs, n=3, cutoff=0.6)),
    ]
    listed = list(dict.fromkeys(close))[:3]
    return f"Did you mean {' or '.join(listed)}?" if listed else "`lif list KIND` shows what there is."
