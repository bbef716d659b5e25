"""One file that grows, in shapes that a scan, a reader or a mask could stumble over; all of it is made up."""

from collections.abc import Callable
from itertools import count

HEAD = "title: Plain\nsharing: partnership\n"
Text = Callable[[int], str]


def _of(piece: str, head: str = "note: ", tail: str = "\n") -> Text:
    """A file of so many bytes in which one piece is repeated; `#` in it is a number that counts up."""

    def text(size: int) -> str:
        start = HEAD + head
        if "#" not in piece:
            return start + piece * ((size - len(start.encode()) - len(tail)) // len(piece.encode())) + tail
        pieces: list[str] = []
        length = len(start) + len(tail)
        for number in count(10_000):
            one = piece.replace("#", str(number))
            length += len(one.encode())
            if length > size:
                return start + "".join(pieces) + tail
            pieces.append(one)
        return ""

    return text


_LIST = "measures:\n"
SHAPES: dict[str, Text] = {
    "names after titles": _of("Mrs B\u2014 said "),
    "many names": _of("Mrs Test# said "),
    "names in comments": _of("# Mrs Testerton said\n", ""),
    "names that may stand alone": _of("Testa Testerton "),
    "initials": _of("J.T. and "),
    "capitals": _of("The Learning Team Of A Place "),
    "one capital": _of("A"),
    "phones": _of("07700 9#0 "),
    "digits": _of("4"),
    "digits and blanks": _of("4 "),
    "digits and hyphens": _of("4-"),
    "digits and stops": _of("4."),
    "slash dates": _of("07/03/2021 "),
    "born": _of("born on "),
    "born and dates": _of("born 7 March 2014, "),
    "ages": _of("aged 6 weeks "),
    "addresses of mail": _of("a.b@example.org "),
    "at signs": _of("a@"),
    "stops before an at sign": _of("a."),
    "at and dot in words": _of("a at b dot "),
    "letters": _of("a"),
    "words": _of("a "),
    "hyphened words": _of("a-"),
    "underscores": _of("a_"),
    "quotes": _of("'a "),
    "blanks": _of(" "),
    "blanks and a letter at the end": _of(" ", "note: a", "b\n"),
    "empty lines": _of("\n", "note: |\n"),
    "case numbers": _of("case number AB/12/#, "),
    "court numbers": _of("AB12P#0 "),
    "postcodes": _of("CR0 1XX "),
    "streets": _of("12 Long Street, "),
    "flats": _of("Flat 1, "),
    "schools": _of("Hill School "),
    "school and age": _of("aged 6 at Hill School "),
    "file names": _of("mrs-testerton.docx "),
    "web addresses": _of("https://example.org/mrs-testerton?dob=07-03-2014 "),
    "percent signs": _of("%41"),
    "entities": _of("&#65;"),
    "full-width digits": _of("\uff14"),
    "soft hyphens": _of("a\u00ad"),
    "no-break spaces": _of("4\u00a0"),
    "accents": _of("e\u0301"),
    "Arabic digits": _of("\u0664 "),
    "back ticks": _of("`a` "),
    "unknown fields": _of("field_#: yes\n", ""),
    "unknown fields with names": _of("field_#: Mrs Testerton\n", ""),
    "the same field": _of("note: a\n", ""),
    "odd fields": _of("fi eld #: a\n", ""),
    "list items": _of("- what: Supervision\n  target: 9 of 10\n", _LIST),
    "list items with names": _of("- what: Mrs Test#\n", _LIST),
    "placeholders": _of("- what: TODO\n", _LIST),
    "text that looks like a number": _of("- what: 2019\n", _LIST),
    "empty values": _of("- what:\n", _LIST),
    "brackets": _of("[", "note: ", ""),
    "closed brackets": _of("[a],", "note: [", "]\n"),
    "braces": _of("{a: b},", "note: [", "]\n"),
    "citations": _of("actions/2026-a#, ", "answers: [", "a]\n"),
    "aliases": _of("*a, ", "note: [", "a]\n"),
    "tags": _of("- !a b\n", "answers:\n"),
    "hard blanks": _of("- \u00a0a\n", "answers:\n"),
    "wrong words": _of("- code: LIF\n  reason: a\n  by: b\n", "allow:\n"),
    "wrong dates": _of("- to: 2019-02-30\n  since: 2019\n  agreed: 1\n  reason: a\n", "moved:\n"),
    "tabs": _of("a\t"),
    "wrapped lines": _of("a word\n  ", "note: >-\n  ", "end\n"),
    "wrapped digits": _of("401\n  ", "note: >-\n  ", "end\n"),
    "counts of children": _of("3 of 7 children "),
    "conflict marks": _of("<<<<<<< a\n", ""),
}
"""Each shape by its name: the text of a file of at most so many bytes."""
