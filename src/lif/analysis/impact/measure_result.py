"""The result of a measure: whether a follow-up reaches its target, is better than before, or counts something else.

The answer is "not known" where the words of a target or the readings do not settle it.
"""

import re

from lif.model.record import Reading
from lif.model.reference import RecordRef
from lif.model.registry import kind_of

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(\d{{1,6}}|{'|'.join(_NUMBERS[1:])})"
_SHARE = rf"\b{_NUMBER} (?:out of|of|in)(?: every| each)? {_NUMBER}\b"
_PERCENT = r"\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)"
_ALL = r"\A(all|every|each)\b"
_FEWER = (
    r"(?<!\bno )(?<!\bnot )\b(fewer|less|lower|below|under|fall|falls|down|reduce[sd]?)\b"
    r"|\b(at most|no more|not more|none|never)\b"
)
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
_SATISFACTION = (
    r"\b(dis)?satisf(ied|action|actory)\b|\b(enjoy|enjoyed|liked|loved)\b|\bhappy with\b|\bwould recommend\b"
    r"|\b(found|rated|thought) (it|them|the \w+( \w+)?)( (was|were|as))?( very)? (useful|helpful|good|excellent)\b"
    r"|\b(staff|people|practitioners|professionals|leads|workers|delegates|teachers) (\w+ ){0,4}confiden(t|ce)\b"
    r"|\b(evaluation|feedback) (forms?|sheets?)\b"
)
_NO_CHANGE = (
    r"\b(no|not|nothing|none|never|neither|worse|worsened|fewer|less|fell|fallen|drop|dropped|same|unchanged|chance"
    r"|cannot|little|hardly|unclear|too few|too early)\b"
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


def counts_satisfaction(measure: str) -> bool:
    """Whether a measure only tells how people liked something, or how sure of themselves staff feel.

    That is reaction or learning (levels 1 and 2 of methods, section 6). It never shows a change in practice or for
    families, whoever was asked.
    """
    return _search(_SATISFACTION, measure) is not None


def says_no_change(claim: str) -> bool:
    """Whether a claim says itself that nothing changed for the better, or that it cannot be told."""
    return _search(_NO_CHANGE, claim) is not None


def wants_fewer(target: str | None) -> bool:
    """Whether the words of a target ask for a decrease: `at most 2 of 20`, `fewer than before`."""
    return _search(_FEWER, target or "") is not None


def is_another_measure(before: Reading, after: Reading) -> bool:
    """Whether two readings are certainly not of one measure.

    They are not where one counts cases and the other is a bare figure, where they were taken from records of two kinds
    (an audit and feedback), or from two different items of records (`audits/x#one`, `audits/y#other`).
    """
    if _counts_cases(before) != _counts_cases(after) and _has_figure(before) and _has_figure(after):
        return True
    if before.record is None or after.record is None:
        return False
    first, second = RecordRef.parse(before.record), RecordRef.parse(after.record)
    if kind_of(first.record) is not kind_of(second.record):
        return True
    return bool(first.key and second.key and first.record != second.record and first.key != second.key)


def _counts_cases(reading: Reading) -> bool:
    return reading.met is not None and bool(reading.of)


def _has_figure(reading: Reading) -> bool:
    return _counts_cases(reading) or reading.value is not None


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
    if wants_fewer(target):
        return None
    if match := _search(_SHARE, target):
        wanted, out_of = _number(match[1]), _number(match[2])
        return (wanted, out_of) if 0 < wanted <= out_of else None
    if match := _search(_PERCENT, target):
        return float(match[1]), 100
    return (1, 1) if _search(_ALL, target) else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower())


def is_no_better(before: Reading, after: Reading, target: str | None = None) -> bool:
    """Whether the second reading is certainly no better: a share that did not rise, or a figure that did not change.

    Where the target asks for a decrease, a share that did not fall. It is not known which way a bare figure should go,
    so a figure that changed may be better.
    """
    rise = _rise(before, after)
    if rise is not None:
        return rise >= 0 if wants_fewer(target) else rise <= 0
    return before.value is not None and before.value == after.value


def is_worse(before: Reading, after: Reading, target: str | None = None) -> bool:
    """Whether the second is certainly worse: a share that fell, or rose where the target asks for a decrease."""
    rise = _rise(before, after)
    return rise is not None and (rise > 0 if wants_fewer(target) else rise < 0)


def _rise(before: Reading, after: Reading) -> int | None:
    """Above 0 where the share of cases rose, below 0 where it fell; None where a reading does not count cases."""
    if before.met is None or not before.of or after.met is None or not after.of:
        return None
    return after.met * before.of - before.met * after.of


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
