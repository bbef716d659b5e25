"""The result of a measure: whether a follow-up reaches its target, is no better than before, or only counts activity.

The answer is "not known" where the words of a target or the readings do not settle it.
"""

import re

from lif.model.record import Reading
from lif.model.registry import kind_of

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(\d{{1,6}}|{'|'.join(_NUMBERS[1:])})"
_SHARE = rf"\b{_NUMBER} (?:out of|of|in)(?: every| each)? {_NUMBER}\b"
_PERCENT = r"\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)"
_ALL = r"\A(all|every|each)\b"
_FEWER = r"\b(fewer|less|lower|below|under|at most|no more|not more|fall|falls|down|reduce[sd]?|none|never)\b"
_TEACHING = r"(training|courses?|briefings?|sessions?|events?|workshops?|webinars?|e-?learning|learning days?)"
_ACTIVITY = (
    r"\b(who|people|staff|practitioners|professionals|leads|workers|delegates) (have |had |were |been )*"
    r"(attended|trained|briefed|took part)\b"
    r"|\b(number|people|staff|practitioners) trained\b"
    rf"|\b(attend(ance|ed|ees|ing)?|took part|signed in) (\w+ ){{0,3}}{_TEACHING}\b"
    rf"|\b{_TEACHING} (\w+ ){{0,2}}(attend(ance|ed|ees)?|held|given|run|delivered|sent|read|shared|completed)\b"
    r"|\b(posters?|leaflets?|e-?mails?|newsletters?) (\w+ ){0,2}(sent|shared|circulated|downloaded|handed out)\b"
    r"|\b(attendance|sign-?in) (lists?|sheets?|registers?|figures?)\b|\bcertificates?\b"
    r"|\b(policy|policies|procedures?|guidance) (\w+ ){0,2}(issued|circulated|published|sent|signed off)\b"
)
_PRACTICE = r"\b(child(ren)?('s)?|young|babies|pupils|parents?|fathers?|mothers?|carers?|famil(y|ies)|supervision)\b"


def _search(pattern: str, text: str) -> re.Match[str] | None:
    """The first match, in any case of letters. `re` compiles each pattern when it is first used, and keeps it."""
    return re.search(pattern, text, re.IGNORECASE)


def counts_activity(measure: str) -> bool:
    """Whether a measure only counts activity: people who attended, sessions held, briefings sent.

    Only clear words for an activity count, and none where the measure also names children, families or supervision.
    """
    return _search(_ACTIVITY, measure) is not None and _search(_PRACTICE, measure) is None


def reaches_target(target: str | None, reading: Reading) -> bool | None:
    """Whether a count of cases reaches a target such as `3 of every 4` or `90 per cent`; None when that is not known.

    A target that asks for a decrease is not judged.
    """
    share = _target_share(target or "")
    if share is None or reading.met is None or not reading.of:
        return None
    wanted, out_of = share
    return reading.met * out_of >= wanted * reading.of


def _target_share(target: str) -> tuple[float, float] | None:
    if _search(_FEWER, target):
        return None
    if match := _search(_SHARE, target):
        wanted, out_of = _number(match[1]), _number(match[2])
        return (wanted, out_of) if 0 < wanted <= out_of else None
    if match := _search(_PERCENT, target):
        return float(match[1]), 100
    return (1, 1) if _search(_ALL, target) else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower())


def is_no_better(before: Reading, after: Reading) -> bool:
    """Whether the second reading is certainly no better: a share that did not rise, or a figure that did not change.

    It is not known which way a bare figure should go, so a figure that changed may be better.
    """
    if before.met is not None and before.of and after.met is not None and after.of:
        return after.met * before.of <= before.met * after.of
    return before.value is not None and before.value == after.value


def has_result(reading: Reading | None) -> bool:
    """Whether the reading holds a value, a count or words; a date and a source alone do not count."""
    return reading is not None and (reading.value, reading.said, reading.met) != (None, None, None)


def repeats_reading(before: Reading, after: Reading) -> bool:
    """Whether the second reading only repeats the first: from one record of one moment, or equal in date and result."""
    if before.record is not None and before.record == after.record:
        kind = kind_of(before.record)
        if kind is None or not kind.declares.has_several_readings:
            return True
    facts = (before.value, before.said, before.met, before.of)
    return (
        before.date is not None
        and (before.date == after.date and before.date.is_exact)
        and facts == (after.value, after.said, after.met, after.of)
    )


def reading_in_words(reading: Reading) -> str:
    """A reading in a few words: `10 of 14`, `86`, or the words recorded."""
    if reading.met is not None and reading.of is not None:
        return f"{reading.met} of {reading.of}"
    if reading.value is not None:
        return f"{reading.value:g}"
    return f'"{reading.said}"' if reading.said else "no figure"
