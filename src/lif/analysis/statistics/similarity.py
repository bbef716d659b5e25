"""Which earlier recommendations or findings say the same as a new text: the best few, for a person to judge.

Section 5 of the methods: weight of a word = its count x idf, idf = ln((1 + n) / (1 + df)) + 1 over the n earlier texts,
similarity = cosine of the weights scaled to length 1, words unknown to the earlier texts aside; the same numbers as
scikit-learn's TfidfVectorizer. No threshold separates repeats from others, so none is used, and the similarity is for
ordering only: it is never printed. A repeat that shares no word is caught by theme and agency instead.
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
_LEAST_STEM = 3
_DOUBLED = "bdfgmnprt"
_SURELY_LESS = 1e-9
"""More than adding up in another order can change a similarity by."""


def stem(word: str) -> str:
    """The word without its commonest English ending: `meetings`, `meeting` and `meet` are one."""
    word = _IRREGULAR.get(word, word)
    for endings in (_PLURALS, _ENDINGS):
        ending, instead = next((pair for pair in endings if word.endswith(pair[0])), ("", ""))
        if len(word) - len(ending) >= _LEAST_STEM:
            word = word.removesuffix(ending) + instead
    if len(word) > _LEAST_STEM and word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _LEAST_STEM else word


def terms(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, without stop words, stemmed, in order."""
    words = _WORD.findall(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return [stem(word.removesuffix("'s")) for word in words if word not in _STOP]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that was written before, with the themes and agencies it concerns."""

    id: str
    text: str
    themes: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier text that may say the same; `shared` are the words that speak for it, the weightiest first.

    `similarity` is a cosine from 0 to 1, for ordering; 0 and no shared words where only theme and agency match.
    """

    id: str
    similarity: float
    shared: tuple[str, ...]


class Index:
    """The earlier texts, read once, in the order given; asking costs as much as the texts that share a word with it."""

    def __init__(self, earlier: Iterable[Earlier]) -> None:
        self._texts = tuple({one.id: one for one in earlier}.values())
        counted = [Counter(terms(one.text)) for one in self._texts]
        found = Counter(term for counts in counted for term in counts)
        self._idf = {term: log((1 + len(counted)) / (1 + many)) + 1 for term, many in found.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._concerned: dict[tuple[str, str], list[int]] = {}
        for place, counts in enumerate(counted):
            for term, weight in self._weights(counts).items():
                self._postings.setdefault(term, []).append((place, weight))
            for pair in product(self._texts[place].themes, self._texts[place].agencies):
                self._concerned.setdefault(pair, []).append(place)

    def _weights(self, counts: Counter[str]) -> dict[str, float]:
        raw = {term: many * self._idf[term] for term, many in counts.items() if term in self._idf}
        length = sqrt(sum(weight * weight for weight in raw.values()))
        return {term: weight / length for term, weight in raw.items()}

    def best(
        self, text: str, k: int = 3, *, but: Collection[str] = (), of_first: int | None = None
    ) -> tuple[Candidate, ...]:
        """The `k` most similar earlier texts that share a word with this one; equals in order of id.

        `but` names texts that are no candidates: the text itself, those linked already; `of_first` how many of the
        texts are, where the later ones are not.
        """
        weights = self._weights(Counter(terms(text)))
        among = {term: self._before(term, of_first) for term in weights}
        likeness: dict[int, float] = {}
        for term, weight in weights.items():
            for place, other in among[term]:
                likeness[place] = likeness.get(place, 0.0) + weight * other
        for place in [place for place in likeness if self._texts[place].id in but] if but else ():
            del likeness[place]
        least = min(nlargest(k, likeness.values()), default=0.0) - _SURELY_LESS
        shares: dict[int, dict[str, float]] = {place: {} for place, sure in likeness.items() if sure >= least}
        for term, weight in weights.items():
            for place, other in among[term]:
                if place in shares:
                    shares[place][term] = weight * other
        found = sorted((_candidate(self._texts[one].id, parts) for one, parts in shares.items()), key=_closest_first)
        return tuple(found[:k])

    def _before(self, term: str, of_first: int | None) -> Sequence[tuple[int, float]]:
        """Which texts hold the word, of the first so many."""
        listed = self._postings[term]
        return listed if of_first is None else listed[: bisect_left(listed, (of_first, 0.0))]

    def alike(self, one: Earlier, *, but: Collection[str] = (), of_first: int | None = None) -> tuple[Candidate, ...]:
        """Earlier texts on a theme and for an agency of this one, in order of id: what shares no word is found here."""
        places = {place for pair in product(one.themes, one.agencies) for place in self._concerned.get(pair, ())}
        ids = sorted(self._texts[place].id for place in places if of_first is None or place < of_first)
        return tuple(Candidate(other, 0.0, ()) for other in ids if other != one.id and other not in but)


def _candidate(one: str, parts: dict[str, float]) -> Candidate:
    shared = sorted(parts, key=lambda term: (-parts[term], term))
    return Candidate(one, sum(parts[term] for term in shared), tuple(shared))


def _closest_first(candidate: Candidate) -> tuple[float, str]:
    return (-round(candidate.similarity, 12), candidate.id)


def best(texts: Sequence[str], text: str, k: int = 3) -> tuple[int, ...]:
    """The places in `texts` of the `k` most similar; for a single question, without keeping an index."""
    index = Index(Earlier(f"{place:09}", one) for place, one in enumerate(texts))
    return tuple(int(found.id) for found in index.best(text, k))
