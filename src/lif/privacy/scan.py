"""Scan any text for what could identify a person: one pure function over the text as a reader sees it."""

from collections.abc import Iterable

from lif.diagnostics.codes import HARD_CODES
from lif.privacy import paths, people
from lif.privacy.clues import words
from lif.privacy.given_names import sure_names
from lif.privacy.match import Match, NormalisedMatch
from lif.privacy.normalise import NormalisedText, normalise
from lif.privacy.reading import Fields, mark_blocks, readings
from lif.privacy.searches import Field, chosen, every, suspect_fields


def scan(text: str, *, gated: bool = True) -> tuple[Match, ...]:
    """Every match in a text, in order; where two overlap, the one with the surer code, then the longer one.

    With `gated` False every search looks at every field, also where its words and numbers rule out a match: the answer
    is the same, later.
    """
    normalised = normalise(text)
    marked = mark_blocks(normalised.text)
    suspects = suspect_fields(marked) if gated else [Field(start, end, every()) for start, end in Fields(marked)]
    found = [match for field in suspects for match in _field_matches(marked, field)]
    return _as_written(text, found, normalised) if found else ()


def _field_matches(marked: str, field: Field) -> Iterable[NormalisedMatch]:
    """The matches in a field, read in every way, with their place in the marked text."""
    searches, hard = chosen(field.searches)
    for reading in readings(marked[field.start : field.end]):
        for search in hard if reading.is_only_hard else searches:
            for match in search.run(reading.text):
                if not reading.is_only_hard or match.code in HARD_CODES:
                    start, end = reading.span(match.start, match.end)
                    yield match._replace(start=field.start + start, end=field.start + end)


def scan_path(path: str) -> tuple[Match, ...]:
    """Every match in the path of a file or an id, whose words are in lower case and joined by hyphens."""
    normalised = normalise(path)
    text = normalised.text
    found = [*paths.path_matches(text)]
    if any(word in sure_names() or not word.islower() for word in words(text)):
        found.extend(people.people(text))
    return _as_written(path, found, normalised) if found else ()


def _as_written(text: str, found: Iterable[NormalisedMatch], normalised: NormalisedText) -> tuple[Match, ...]:
    selected = _without_overlaps(found, len(normalised.text) + 1) if found else ()
    line, line_start, counted = 1, 0, 0
    matches = []
    for match in selected:
        start, end = normalised.origin(match.start), normalised.origin(match.end)
        line += text.count("\n", counted, start)
        line_start = text.rfind("\n", counted, start) + 1 or line_start
        counted = start
        matches.append(Match(match.code, match.kind, line, start - line_start + 1, start, end, text[start:end]))
    return tuple(matches)


def _without_overlaps(found: Iterable[NormalisedMatch], length: int) -> list[NormalisedMatch]:
    """Matches that do not overlap: codes in order of how sure they are, then the longer match."""
    taken = bytearray(length)
    selected = []
    for match in sorted(found, key=lambda match: (match.code.name, match.start - match.end, match.start)):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            selected.append(match)
    return sorted(selected, key=lambda match: match.start)
