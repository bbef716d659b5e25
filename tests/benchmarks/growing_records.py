"""Many records in arrangements that a rule could stumble over: chains, rings, stars, names that nobody knows."""

from collections.abc import Callable

from support.ws import PARTNERSHIP

BASE = {"records/partnership.yaml": PARTNERSHIP}
ACTION = "title: Plain\nsharing: partnership\n"
FINDING = f"{ACTION}theme: child-voice\ndirection: gap\n"
AUDIT = f"{ACTION}audit_kind: single-agency\n"
Made = Callable[[int], dict[str, str]]


def _each(folder: str, text: Callable[[int, int], str], extra: dict[str, str] | None = None) -> Made:
    """So many records of a kind, each from its number and how many there are."""

    def made(count: int) -> dict[str, str]:
        numbered = {f"records/{folder}/2026-a{number}.yaml": text(number, count) for number in range(count)}
        return {**numbered, **(extra or {})}

    return made


def _chain(number: int, count: int) -> str:
    return AUDIT + (f"repeats: audits/2026-a{number + 1}\n" if number + 1 < count else "")


ARRANGEMENTS: dict[str, Made] = {
    "a chain of audits": _each("audits", _chain),
    "a ring of audits": _each("audits", lambda number, count: f"{AUDIT}repeats: audits/2026-a{(number + 1) % count}\n"),
    "many rings of two": _each("audits", lambda number, _: f"{AUDIT}repeats: audits/2026-a{number ^ 1}\n"),
    "a chain of records that give way": _each(
        "actions",
        lambda number, count: ACTION + (f"superseded_by: actions/2026-a{number + 1}\n" if number + 1 < count else ""),
    ),
    "a chain of findings that come back": _each(
        "findings",
        lambda number, count: (
            f"{FINDING}source: audits/2026-x\n"
            + (f"recurrence_of: findings/2026-a{number + 1}\n" if number + 1 < count else "")
        ),
        {"records/audits/2026-x.yaml": AUDIT},
    ),
    "all cite one": _each(
        "findings", lambda *_: f"{FINDING}source: audits/2026-x\ndate: 2026\n", {"records/audits/2026-x.yaml": AUDIT}
    ),
    "ids that nobody has": _each("actions", lambda number, _: f"{ACTION}answers: [findings/2026-b{number}]\n"),
    "themes that nobody knows": _each("needs", lambda number, _: f"{ACTION}driver: data\nthemes: [theme-{number}]\n"),
    "names in each record": _each("actions", lambda number, _: f"{ACTION}notes: Mrs Test{number} said\n"),
    "one unknown field each": _each("actions", lambda number, _: f"{ACTION}field_{number}: a\n"),
}
"""Each arrangement by its name: so many files of records by their path."""
