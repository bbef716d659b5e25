"""Find what belongs to one person by its form alone: NHS, pupil and insurance numbers, postcodes, phones, e-mail."""

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
from lif.privacy.vocabulary import POSTCODE_AREAS, PUBLIC_PHONES

_GAP = r"[ \t\r\n.\-/#>]{0,8}"
_NHS = LazyPattern(
    rf"\d(?:(?<![A-Za-z0-9.,-].)(?<![\w/]/.)\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\w-]|[.,]\d)|"
    rf"(?<=/.)\d{{9}}(?![\w-]))"
)
_UPN = LazyPattern(r"(?<![A-Za-z0-9])(?P<value>[A-Z] ?(?:\d ?){11}[A-Z0-9])(?![A-Za-z0-9])", re.IGNORECASE)
_NINO = LazyPattern(
    r"(?<![A-Za-z0-9])(?P<value>(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[ -]{0,2}\d{2}[ -]{0,2}\d{2}[ -]{0,2}\d{2}"
    r"[ -]{0,2}[A-D])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_POSTCODE = LazyPattern(
    r"(?<![A-Za-z0-9£])(?P<area>[A-Z]{1,2})(?:\d{1,2}|\d[A-Z])(?P<gap>[ -]{0,2})\d(?P<unit>[A-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PHONE = LazyPattern(
    r"(?<![\w/.,£$#+-])(?P<value>(?:\+ ?|00 ?)44 ?(?:\(0\) ?)?[1-9](?:[ .()-]{0,2}\d){8,9}"
    r"|\(?0[ .-]{0,2}[1-9](?:[ .()-]{0,2}\d){8,9}|(?:\+|00) ?[1-9]\d{0,2}(?:[ .()-]{0,2}\d){7,11})"
    r"(?:/\d{1,4})?(?![\w/-]|[.,]\d)"
)
_EMAIL = LazyPattern(
    r"(?<![\w.+-])(?P<local>[A-Za-z0-9_][\w.+'-]{0,63}(?: ?[\[({]? ?dot ?[\])}]? ?[\w'-]{1,30}){0,2}) ?"
    r"(?:@|[\[({] ?at ?[\])}]| at (?=[\w-]{1,60} ?(?:dot|[\[({] ?dot))) ?"
    r"(?P<domain>[A-Za-z0-9][\w-]{0,62}(?:(?: ?\. ?| ?[\[({] ?dot ?[\])}] ?| dot )[A-Za-z0-9][\w-]{0,62}){1,5})",
    re.IGNORECASE,
)
_NOBODYS_LOCAL = re.compile(
    r"(?:your?|some|any|every|first|last|full|my|user|the)?[._-]?(?:name|one|body|you|user|person|surname|address|mail|email|"
    r"example|sample|test|firstname|lastname|info|admin|enquiries|contact|office|team|hello)s?(?:[._-](?:last|sur)?name)?",
    re.IGNORECASE,
)
_EXAMPLE_DOMAIN = re.compile(r"(?:[\w-]+\.)*example(?:\.(?:org|com|net|co\.uk|org\.uk|gov\.uk))?", re.IGNORECASE)
_COURT = LazyPattern(r"(?<![A-Za-z0-9])[A-Z]{2,3} ?\d{2} ?[CPDFJMYZ] ?\d{5}(?![A-Za-z0-9])", re.IGNORECASE)
_CRIME = LazyPattern(r"(?<![A-Za-z0-9])\d{2}[A-Z]{2}\d{7}(?![A-Za-z0-9])")
"""A police force's unique reference: its number, its station, seven digits and, in them, the year."""
_ACCOUNT_OR_LICENCE = LazyPattern(
    r"(?<![A-Za-z0-9])(?:GB\d{2} ?[A-Z]{4}(?: ?\d){14}|[A-Z9]{5} ?\d{6} ?[A-Z9]{2}\d[A-Z]{2})(?![A-Za-z0-9])"
)
_OTHER_NUMBER = LazyPattern(
    r"(?:isbn|issn|doi|orcid|charity|company|grant|award|contract|invoice|purchase order|"
    r"companies house|urn|uprn|duns|requisition|purchase|order|budget|cost code|"
    r"ref(?:erence)?s?|licen[cs]e|version|serial|sensor|reading|vat)\b[^\n]{0,24}$",
    re.IGNORECASE,
)
_ISSUED_START = LazyPattern(r"[467]|3[2-9]|999|\d{3}(?P<gap>[ -])\d{3}(?P=gap)\d")
"""How NHS numbers begin that were issued or are reserved for tests; and the groups in which only they are written."""


def numbers(text: str) -> NormalisedMatches:
    """NHS and pupil numbers, postcodes, phone, account and licence numbers, recognised by their form."""
    yield from _nhs_numbers(text)
    yield from _pupil_numbers(text)
    for match in _PHONE.finditer(text):
        if _is_private_phone(match["value"]) and not _is_other_number(text, match.start()):
            yield NormalisedMatch(PHONE, "a phone number", *match.span())
    for match in _POSTCODE.finditer(text):
        if _is_postcode(match):
            yield NormalisedMatch(POSTCODE, "a full postcode", *match.span())
    for match in _ACCOUNT_OR_LICENCE.finditer(text):
        yield NormalisedMatch(IDENTITY_NUMBER, "an account or licence number", *match.span())


def shorter_numbers(text: str) -> NormalisedMatches:
    """Insurance numbers, and numbers of courts and crimes, recognised by their form."""
    for match in _NINO.finditer(text):
        if match[0][:2].isupper() or (match[0].islower() and "-" not in match[0]):
            yield NormalisedMatch(INSURANCE_NUMBER, "a national insurance number", *match.span("value"))
    for pattern, kind in ((_COURT, "a court case number"), (_CRIME, "the number of a crime")):
        for match in pattern.finditer(text):
            yield NormalisedMatch(CASE_NUMBER, kind, *match.span())


def emails(text: str) -> NormalisedMatches:
    """E-mail addresses, written out or with [at] and [dot]; not `git@`, nor the placeholder of an example domain."""
    for match in _EMAIL.finditer(text):
        local = match["local"].lower()
        is_nobodys = local == "git" or (
            _EXAMPLE_DOMAIN.fullmatch(match["domain"]) is not None and _NOBODYS_LOCAL.fullmatch(local) is not None
        )
        if not is_nobodys:
            yield NormalisedMatch(EMAIL, "an e-mail address", *match.span())


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
    pupils = list(_UPN.finditer(text))
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
    """Whether what stands before a number says that it belongs to something else: a book, a grant, a company."""
    if text[max(0, start - 4) : start].startswith(("978", "979")):
        return True
    return _OTHER_NUMBER.search(text, max(0, start - 40), start) is not None
