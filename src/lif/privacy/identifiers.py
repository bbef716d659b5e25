"""Find numbers and addresses that belong to one person or one household: NHS numbers, postcodes, e-mail, cases."""

import re

from lif.diagnostics.codes import (
    CASE_NUMBER,
    EMAIL,
    IDENTITY_NUMBER,
    INSURANCE_NUMBER,
    NHS_NUMBER,
    PHONE,
    POSTCODE,
    PUPIL_NUMBER,
)
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.text_index import TextIndex
from lif.privacy.vocabulary import CASE_SYSTEMS, CASE_WORDS, POSTCODE_AREAS, PUBLIC_PHONES

GATE = LazyPattern(
    r"[0-9](?:(?:[ \t\r\n.()/#>-]{0,8}[0-9]){8}"
    r"|(?:(?<=\+.)|(?<=\+ .))(?:[ .()-]{0,2}[0-9]){7}"
    r"|[A-Za-z]?[ -]{0,2}[0-9](?!st|nd|rd|th)[A-Za-z]{2}(?![A-Za-z0-9])"
    r"|[0-9] ?-?[0-9]{2} ?-?[0-9]{2} ?-?[A-Da-d](?![A-Za-z0-9])"
    r"|[0-9] ?[A-Za-z] ?[0-9]{5}|[0-9]{5}[A-Z9]{2}[0-9][A-Z]{2})"
)
"""A number that is worth a search for identifiers; a date or a year is not."""
LABELLED_GATE = LazyPattern(
    r"[0-9](?<![0-9]{2})(?:[0-9]{5}|[0-9][ -][0-9]{2}[ -][0-9]{2}(?![-0-9])|[0-9]{2}[ "
    r"-][0-9]{3}|(?<=[A-Z][0-9])[0-9]{4})"
)
"""A number long enough to be an identifier where a label beside it says so."""
CUES = (
    "nhs",
    "upn",
    "pupil",
    "insurance",
    "nino",
    "ni n",
    "ni:",
    "passport",
    "licence",
    "account",
    "sort",
    "iban",
    "chi ",
)
DOTS = (" dot ", "dot]", "dot)", "dot}")

_GAP = r"[ \t\r\n.\-/#>]{0,8}"
_NHS = LazyPattern(
    rf"\d(?:(?<![A-Za-z0-9.,-].)(?<![\w/]/.)\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\w-]|[.,]\d)|"
    rf"(?<=/.)\d{{9}}(?![\w-]))"
)
_NHS_LABELLED = LazyPattern(
    r"\b(?:NHS|CHI)(?![A-Za-z])(?:[ _]?(?:number|numbers|num|no|nos|id|ref|"
    r"#)\b)?[^A-Za-z0-9\n]{0,6}(?:(?:is|was|:|=)\s{0,3})?"
    rf"(?P<value>\d(?:{_GAP}\d){{9}})(?!\d)",
    re.IGNORECASE,
)
_UPN = LazyPattern(r"(?<![A-Za-z0-9])(?P<value>[A-Z] ?(?:\d ?){11}[A-Z0-9])(?![A-Za-z0-9])", re.IGNORECASE)
_UPN_LABELLED = LazyPattern(
    r"\b(?:UPN|(?:unique )?pupil (?:reference )?(?:number|no|id))\b[^\w\n]{0,6}(?:(?:is|was)\s{1,3})?"
    r"(?P<value>[A-Z]?[ -]?\d(?:[ -]?\d){9,12}[ -]?[A-Z]?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NINO = LazyPattern(
    r"(?<![A-Za-z0-9])(?P<value>(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?-?\d{2} ?-?\d{2} ?-?\d{2} ?-?[A-D])"
    r"(?![A-Za-z0-9])"
)
_NINO_LABELLED = LazyPattern(
    r"\b(?:national insurance|NINO|NI)\b(?: ?(?:number|no|num))?[^\w\n]{0,6}(?:(?:is|was)\s{1,3})?"
    r"(?P<value>[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[A-Z])?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_LONG_NUMBER = LazyPattern(r"[0-9](?:[ .()/\t\r\n#>-]{0,8}[0-9]){8}")
_ELEVEN_DIGITS = LazyPattern(r"[0-9](?: ?[0-9]){10}")
_BESIDE_LETTERS = LazyPattern(
    r"[0-9](?:(?<=[A-Za-z][0-9])[0-9A-Za-z]?[ -]{0,2}[0-9][A-Za-z]{2}(?![A-Za-z0-9])"
    r"|[0-9](?: ?-?[0-9]{2}){2} ?-?[A-D](?![A-Za-z0-9])|[0-9] ?[A-Z] ?[0-9]{5}"
    r"|[0-9] ?[A-Z]{4}(?: ?[0-9]){14}|[0-9]{5}[A-Z9]{2}[0-9][A-Z]{2})"
)
"""The digits in the middle of an identifier with letters: searched for first, because letters are everywhere."""
_POSTCODE = LazyPattern(
    r"(?<![A-Za-z0-9£])(?P<area>[A-Z]{1,2})(?:\d{1,2}|\d[A-Z])(?P<gap>[ -]{0,2})\d(?P<unit>[A-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PHONE = LazyPattern(
    r"(?<![\w/.,£$#+-])(?P<value>(?:\+ ?|00 ?)44 ?(?:\(0\) ?)?[1-9](?:[ .()-]{0,2}\d){8,9}"
    r"|\(?0[1-9](?:[ .()-]{0,2}\d){8,9}|(?:\+|00) ?[1-9]\d{0,2}(?:[ .()-]{0,2}\d){7,11})(?![\w/-]|[.,]\d)"
)
_PHONE_BEGINS = LazyPattern(r"[+(0](?<![\w/.,£$#+-].)[ 0(]{0,3}[1-9](?:[ .()-]{0,2}\d){7}")
_EMAIL = LazyPattern(
    r"(?<![\w.+-])[A-Za-z0-9_][\w.+'-]{0,63} ?(?:@|[\[({] ?at ?[\])}]| at (?=[\w-]{1,60} dot )) ?"
    r"[A-Za-z0-9][\w-]{0,62}(?:(?:\.| ?[\[({] ?dot ?[\])}] ?| dot )[A-Za-z0-9][\w-]{0,62}){1,5}",
    re.IGNORECASE,
)
_CASE_VALUES = (
    LazyPattern(r"[0-9](?<![0-9A-Za-z][0-9])(?:[A-Za-z0-9]{2}[A-Za-z0-9/-]{0,17})"),
    LazyPattern(r"[A-Z](?<![A-Za-z0-9][A-Z])[A-Z]{0,3}[/-]?[0-9][A-Za-z0-9/-]{2,18}"),
)
_CASE_SIGNS = " \t:#=(."
CASE_CUES = frozenset(
    [
        *("id", "no", "number", "num", "ref", "reference", "nr", "is", "was", "of", "case", "client"),
        *("person", "record", "file", "system"),
        *re.split(r"[ |-]", CASE_SYSTEMS.replace("?", "").lower()),
        *re.split(r"[ |-]", CASE_SYSTEMS.replace(" ?", "").lower()),
    ]
)
"""The last words that may stand before the number of a case."""
_NUMBER_WORDS = ("id", "no", "number", "num", "ref", "reference", "nr")
_CASE_NAMES = frozenset(
    [
        *_NUMBER_WORDS,
        *re.split(r"[ |-]", CASE_SYSTEMS.replace("?", "").lower()),
        *re.split(r"[ |-]", CASE_SYSTEMS.replace(" ?", "").replace("-?", "").lower()),
        *(
            f"{word.rpartition(' ')[2]}{number}"
            for word in re.split(
                r"[|]", f"{CASE_WORDS}|{CASE_SYSTEMS.replace('-?', '-').replace('-', ' ')}".lower().replace(" ?", " ")
            )
            for number in _NUMBER_WORDS
        ),
    ]
)
"""Words of which one stands before every number of a case: a system, or what is numbered joined to `number` or `id`."""
_CASE_CUE_ENDINGS = tuple(CASE_CUES)
_CASE_BEFORE = LazyPattern(
    rf"\b(?:(?P<system>{CASE_SYSTEMS})(?: (?:system|case|client|person|record|file))?"
    r"(?P<named> ?(?:id|no|number|num|ref|reference|nr)\b\.?)?"
    rf"|(?:{CASE_WORDS})(?: |-)?(?:id|no|number|num|ref|reference|nr)\b\.?)(?: (?:is|was|"
    rf"of))?[ \t]?[:#=(]?[ \t]{{0,3}}#?$",
    re.IGNORECASE,
)
CASE_GATE = LazyPattern(
    r"[0-9](?<![0-9.,£-][0-9])(?:[0-9]{4}|[0-9]{2}(?![0-9])|[0-9]{3}/|(?:(?<=[03-9])[0-9]|"
    r"(?<=1)[0-8]|(?<=2)[1-9])[0-9]{2}|[0-9]?[A-Z][0-9])"
)
_COURT = LazyPattern(r"(?<![A-Za-z0-9])[A-Z]{2,3} ?\d{2} ?[CPDFJMYZ] ?\d{5}(?![A-Za-z0-9])")
_DOCUMENT = LazyPattern(
    r"\bpassport\b(?: ?(?:number|no|num|id))?[^\w\n]{0,5}(?:(?:is|"
    r"was)\s)?(?P<passport>[A-Z]{0,2}\d{6,9})(?![A-Za-z0-9])"
    r"|\b(?:BRP|residence permit|driving licen[cs]e|driver number)\b(?: ?(?:number|"
    r"no))?[^\w\n]{0,5}(?P<permit>[A-Z0-9]{9,18})(?![A-Za-z0-9])"
    r"|\bsort[ -]code\b[^\w\n]{0,5}(?P<sort>\d{2}[ -]?\d{2}[ -]?\d{2})(?!\d)"
    r"|\b(?:account|a/c)\b(?: ?(?:number|no|num))?[^\w\n]{0,5}(?P<account>\d{8})(?!\d)",
    re.IGNORECASE,
)
_ACCOUNT_OR_LICENCE = LazyPattern(
    r"(?<![A-Za-z0-9])(?:GB\d{2} ?[A-Z]{4}(?: ?\d){14}|[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2})(?![A-Za-z0-9])"
)
_OTHER_NUMBER = LazyPattern(
    r"(?:isbn|issn|doi|orcid|charity|company|grant|award|contract|invoice|purchase order|"
    r"companies house|urn|uprn|duns|"
    r"ref(?:erence)?s?|licen[cs]e|version|serial|sensor|reading|vat)\b[^\n]{0,24}$",
    re.IGNORECASE,
)
_ISSUED_START = LazyPattern(r"[467]|3[2-9]|999|\d{3}(?P<gap>[ -])\d{3}(?P=gap)\d")
"""How NHS numbers begin that were issued or are reserved for tests; and the groups in which only they are written."""


def numbers(text: str) -> NormalisedMatches:
    """NHS, pupil and insurance numbers, postcodes and phone numbers, recognised by their form."""
    if _LONG_NUMBER.search(text):
        yield from _nhs_numbers(text)
        yield from _pupil_numbers(text)
        for match in _PHONE.finditer(text) if _PHONE_BEGINS.search(text) else ():
            if _is_private_phone(match["value"]) and not _is_other_number(text, match.start()):
                yield NormalisedMatch(PHONE, "a phone number", *match.span())
    if not _BESIDE_LETTERS.search(text):
        return
    for match in _NINO.finditer(text):
        yield NormalisedMatch(INSURANCE_NUMBER, "a national insurance number", *match.span("value"))
    for match in _POSTCODE.finditer(text):
        if _is_postcode(match):
            yield NormalisedMatch(POSTCODE, "a full postcode", *match.span())
    for match in _COURT.finditer(text):
        yield NormalisedMatch(CASE_NUMBER, "a court case number", *match.span())
    for match in _ACCOUNT_OR_LICENCE.finditer(text):
        yield NormalisedMatch(IDENTITY_NUMBER, "an account or licence number", *match.span())


def labelled_numbers(text: str) -> NormalisedMatches:
    """Numbers with a label that says what they are; a wrong check digit is a typing error in a private number."""
    for code, kind, pattern in (
        (NHS_NUMBER, "an NHS number", _NHS_LABELLED),
        (PUPIL_NUMBER, "a unique pupil number", _UPN_LABELLED),
        (INSURANCE_NUMBER, "a national insurance number", _NINO_LABELLED),
    ):
        for match in pattern.finditer(text):
            yield NormalisedMatch(code, kind, *match.span("value"))
    for match in _DOCUMENT.finditer(text):
        name = match.lastgroup or ""
        if any(character.isdigit() for character in match[name]):
            kind = "a document's number" if name in {"passport", "permit"} else "a bank account"
            yield NormalisedMatch(IDENTITY_NUMBER, kind, *match.span(name))


def emails(text: str) -> NormalisedMatches:
    """E-mail addresses, written out or with [at] and [dot]."""
    for match in _EMAIL.finditer(text):
        yield NormalisedMatch(EMAIL, "an e-mail address", *match.span())


def case_numbers(index: TextIndex) -> NormalisedMatches:
    """Case numbers in the systems of social care, health, police and courts."""
    if _CASE_NAMES.isdisjoint(index.near_numbers):
        return
    text = index.text
    for match in (match for pattern in _CASE_VALUES for match in pattern.finditer(text)):
        window = text[max(0, match.start() - 45) : match.start()]
        words = window.rstrip(_CASE_SIGNS).lower()
        if not words.endswith(_CASE_CUE_ENDINGS) or re.split(r"[\s_(-]", words)[-1] not in CASE_CUES:
            continue
        before = _CASE_BEFORE.search(window)
        if before is None:
            continue
        digits = sum(character.isdigit() for character in match[0])
        is_named = before["system"] is None or before["named"] is not None
        is_year = digits <= len("2019") and match[0].startswith(("19", "20"))
        fewest_digits = 3 if is_named or "/" in match[0] else 5
        if digits >= fewest_digits and (is_named or not is_year):
            yield NormalisedMatch(CASE_NUMBER, "the number of a case", *match.span())


def _nhs_numbers(text: str) -> NormalisedMatches:
    candidates = [match for match in _NHS.finditer(text) if _ISSUED_START.match(match[0])]
    if not candidates:
        return
    from stdnum.gb.nhs import is_valid

    for match in candidates:
        digits = "".join(character for character in match[0] if character.isdigit())
        if is_valid(digits) and not _is_other_number(text, match.start()):
            yield NormalisedMatch(NHS_NUMBER, "an NHS number", *match.span())


def _pupil_numbers(text: str) -> NormalisedMatches:
    pupils = list(_UPN.finditer(text)) if _ELEVEN_DIGITS.search(text) else ()
    if pupils:
        from stdnum.gb.upn import is_valid

        for match in pupils:
            if is_valid(match["value"].upper()):
                yield NormalisedMatch(PUPIL_NUMBER, "a unique pupil number", *match.span("value"))


def _is_postcode(match: re.Match[str]) -> bool:
    if match["area"].upper() not in POSTCODE_AREAS or set(match["unit"].upper()) & set("CIKMOV") - _pseudo_letters(
        match
    ):
        return False
    if match["unit"].lower() in {"st", "nd", "rd", "th", "pm", "am", "yr", "yo"} and not match["unit"].isupper():
        return False
    is_one_case = match[0].isupper() or match[0].islower()
    return is_one_case and not (match[0].islower() and "-" in match["gap"] and len(match["gap"]) > 1)


def _pseudo_letters(match: re.Match[str]) -> set[str]:
    """Letters allowed only in ZZ postcodes: the Office for National Statistics uses ZZ99 3VZ for no known address."""
    return set("CIKMOV") if match["area"].upper() == "ZZ" else set()


def _is_private_phone(value: str) -> bool:
    digits = "".join(character for character in value if character.isdigit())
    local = (
        re.sub(r"^(?:00|\+)?440?", "0", digits) if not digits.startswith("0") or digits.startswith("0044") else digits
    )
    return not local.startswith(PUBLIC_PHONES)


def _is_other_number(text: str, start: int) -> bool:
    """Whether the words before a number say that it belongs to something else: a book, a grant, a company."""
    return _OTHER_NUMBER.search(text, max(0, start - 40), start) is not None
