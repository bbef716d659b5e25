"""Text similarity: find the earlier recommendations or findings closest to a new text, for a person to judge.

Section 5 of the methods: weight of a word = its count x idf, idf = ln((1 + n) / (1 + df)) + 1 over the n earlier texts,
similarity = cosine of the weights scaled to length 1, leaving out words unknown to the earlier texts; the numbers equal
those of scikit-learn's TfidfVectorizer. No threshold separates repeats from others, so none is used. The similarity is
for ordering only and is never printed. A repeat that shares no word is found by theme and agency instead.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import product
from math import log, sqrt

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_STOP = frozenset(
    _WORD.findall(
        "a about after all also an and any are as at be been before being both but by can could did do does each "
        "for from had has have how if in into is it its may more must no not of on or other our out over should so "
        "such than that the their them then there these they this those through to up was we were what when where "
        "which while who whose will with within would you your"
    )
)
_PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("ss", "ss"), ("us", "us"), ("s", ""))
_ENDINGS = (
    ("isation", "ise"), ("ization", "ise"), ("ingly", ""), ("edly", ""), ("ment", ""), ("ness", ""), ("ied", "y"),
    ("ing", ""), ("er", ""), ("ed", ""), ("ly", ""),
)  # fmt: skip
_IRREGULAR = {"children": "child", "men": "man", "women": "woman", "people": "person"}
_SHORTEST_STEM = 3
_UNDOUBLED = "bdfgmnprt"
_ROUNDING_ERROR = 1e-9
"""More than a similarity can change when its parts are added in another order."""


def stem(word: str) -> str:
    """The stem of a word, without common English endings: `meetings`, `meeting` and `meet` give the same."""
    word = _IRREGULAR.get(word, word)
    for endings in (_PLURALS, _ENDINGS):
        ending, replacement = next((pair for pair in endings if word.endswith(pair[0])), ("", ""))
        if len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending) + replacement
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] in _UNDOUBLED:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


def terms(text: str) -> list[str]:
    """The terms of a text in order: its words in lower case, without stop words, stemmed."""
    words = _WORD.findall(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return [stem(word.removesuffix("'s")) for word in words if word not in _STOP]


@dataclass(frozen=True, slots=True)
class EarlierText:
    """An earlier text with its id and the themes and agencies it concerns."""

    id: str
    text: str
    themes: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier text that may say the same; `shared` are the terms in common, the weightiest first.

    `similarity` is a cosine from 0 to 1, for ordering; 0 and no shared terms where only theme and agency match.
    """

    id: str
    similarity: float
    shared: tuple[str, ...]


class SimilarityIndex:
    """An index of the earlier texts in the order given; a query costs in proportion to the texts that share a word."""

    def __init__(self, earlier: Iterable[EarlierText]) -> None:
        self._texts = tuple({text.id: text for text in earlier}.values())
        term_counts = [Counter(terms(text.text)) for text in self._texts]
        text_counts = Counter(term for counts in term_counts for term in counts)
        self._idf = {term: log((1 + len(term_counts)) / (1 + texts)) + 1 for term, texts in text_counts.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._by_theme_and_agency: dict[tuple[str, str], list[int]] = {}
        for place, counts in enumerate(term_counts):
            for term, weight in self._weights(counts).items():
                self._postings.setdefault(term, []).append((place, weight))
            for pair in product(self._texts[place].themes, self._texts[place].agencies):
                self._by_theme_and_agency.setdefault(pair, []).append(place)

    def _weights(self, counts: Counter[str]) -> dict[str, float]:
        raw = {term: count * self._idf[term] for term, count in counts.items() if term in self._idf}
        length = sqrt(sum(weight * weight for weight in raw.values()))
        return {term: weight / length for term, weight in raw.items()}

    def best(self, text: str, k: int = 3, *, of_first: int | None = None) -> tuple[Candidate, ...]:
        """The `k` most similar earlier texts that share a word with this one; equals in order of id.

        `of_first` limits the search to so many of the first texts.
        """
        weights = self._weights(Counter(terms(text)))
        postings = {term: self._postings_of(term, of_first) for term in weights}
        similarities: dict[int, float] = {}
        for term, weight in weights.items():
            for place, other_weight in postings[term]:
                similarities[place] = similarities.get(place, 0.0) + weight * other_weight
        least = min(nlargest(k, similarities.values()), default=0.0) - _ROUNDING_ERROR
        parts: dict[int, dict[str, float]] = {place: {} for place, value in similarities.items() if value >= least}
        for term, weight in weights.items():
            for place, other_weight in postings[term]:
                if place in parts:
                    parts[place][term] = weight * other_weight
        closest = sorted(
            (_candidate(self._texts[place].id, by_term) for place, by_term in parts.items()), key=_closest_first
        )
        return tuple(closest[:k])

    def _postings_of(self, term: str, of_first: int | None) -> Sequence[tuple[int, float]]:
        """The texts that hold the term, among the first so many, each with the weight of the term in it."""
        postings = self._postings[term]
        return postings if of_first is None else postings[: bisect_left(postings, (of_first, 0.0))]

    def on_same_theme_and_agency(
        self, text: EarlierText, *, excluding: Collection[str] = (), of_first: int | None = None
    ) -> tuple[Candidate, ...]:
        """Earlier texts that share a theme and an agency with this one, in order of id, whatever their words."""
        places = {
            place for pair in product(text.themes, text.agencies) for place in self._by_theme_and_agency.get(pair, ())
        }
        ids = sorted(self._texts[place].id for place in places if of_first is None or place < of_first)
        return tuple(Candidate(text_id, 0.0, ()) for text_id in ids if text_id != text.id and text_id not in excluding)


def _candidate(text_id: str, by_term: dict[str, float]) -> Candidate:
    shared = sorted(by_term, key=lambda term: (-by_term[term], term))
    return Candidate(text_id, sum(by_term[term] for term in shared), tuple(shared))


def _closest_first(candidate: Candidate) -> tuple[float, str]:
    return (-round(candidate.similarity, 12), candidate.id)
