"""Which earlier recommendations or findings say the same as a new text: the best few, for a person to judge.

Section 5 of the methods: weight of a word = its count x idf, idf = ln((1 + n) / (1 + df)) + 1 over the n earlier texts,
similarity = cosine of the weights scaled to length 1, words unknown to the earlier texts aside; the same numbers as
scikit-learn's TfidfVectorizer. No threshold separates repeats from others, so none is used, and the similarity is for
ordering only: it is never printed. A repeat that shares no word is caught by theme and agency instead.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
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
    """The earlier texts, read once; asking costs as much as the texts that share a word with the question."""

    def __init__(self, earlier: Iterable[Earlier]) -> None:
        self._texts = {one.id: one for one in earlier}
        counted = {one.id: Counter(terms(one.text)) for one in self._texts.values()}
        found = Counter(term for counts in counted.values() for term in counts)
        self._idf = {term: log((1 + len(counted)) / (1 + many)) + 1 for term, many in found.items()}
        self._postings: dict[str, list[tuple[str, float]]] = {}
        for one, counts in counted.items():
            for term, weight in self._weights(counts).items():
                self._postings.setdefault(term, []).append((one, weight))

    def _weights(self, counts: Counter[str]) -> dict[str, float]:
        raw = {term: many * self._idf[term] for term, many in counts.items() if term in self._idf}
        length = sqrt(sum(weight * weight for weight in raw.values()))
        return {term: weight / length for term, weight in raw.items()}

    def best(self, text: str, k: int = 3, *, but: Collection[str] = ()) -> tuple[Candidate, ...]:
        """The `k` most similar earlier texts that share a word with this one; equals in order of id.

        `but` names texts that are no candidates: the text itself, later ones, those linked already.
        """
        shares: dict[str, dict[str, float]] = {}
        for term, weight in self._weights(Counter(terms(text))).items():
            for one, other in self._postings[term]:
                if one not in but:
                    shares.setdefault(one, {})[term] = weight * other
        found = sorted((_candidate(one, parts) for one, parts in shares.items()), key=_closest_first)
        return tuple(found[:k])

    def alike(self, one: Earlier, *, but: Collection[str] = ()) -> tuple[Candidate, ...]:
        """Earlier texts on a theme and for an agency of this one, in order of id: what shares no word is found here."""
        return tuple(
            Candidate(other.id, 0.0, ())
            for _, other in sorted(self._texts.items())
            if other.id != one.id and other.id not in but
            if one.themes & other.themes and one.agencies & other.agencies
        )


def _candidate(one: str, parts: dict[str, float]) -> Candidate:
    shared = sorted(parts, key=lambda term: (-parts[term], term))
    return Candidate(one, sum(parts[term] for term in shared), tuple(shared))


def _closest_first(candidate: Candidate) -> tuple[float, str]:
    return (-round(candidate.similarity, 12), candidate.id)


def best(texts: Sequence[str], text: str, k: int = 3) -> tuple[int, ...]:
    """The places in `texts` of the `k` most similar; for a single question, without keeping an index."""
    index = Index(Earlier(f"{place:09}", one) for place, one in enumerate(texts))
    return tuple(int(found.id) for found in index.best(text, k))
